package app.mortar.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The operating system ends the desktop: at the end of a session, or when the machine goes down. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows ends a process without telling it")
class ToldToEndTest {
    @TempDir
    Path home;

    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void the_file_of_the_database_is_closed_in_order() throws IOException, InterruptedException {
        Files.writeString(home.resolve("mortar.properties"), "http.enabled=false\n");
        try (DesktopProcess desktop = DesktopProcess.in(home)) {
            desktop.click("#first-run-here").firstAdmin("Ada Obi", "a long enough password");
            assertThat(home.resolve("mortar.open")).exists();

            desktop.process().destroy();

            assertThat(desktop.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
            // whoever comes next takes what is left of this for an unclean stop
            assertThat(home.resolve("mortar.open")).doesNotExist();
        }
    }
}
