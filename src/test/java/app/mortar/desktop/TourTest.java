package app.mortar.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.testing.NeedsProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Nobody who walks through all rooms makes JavaFX or the program complain. */
class TourTest {
    @Test
    @ResourceLock(Toolkit.LOCK)
    void a_walk_through_all_rooms_in_both_themes_is_without_complaint() {
        Tour tour = new Tour();
        tour.walk();

        assertThat(tour.complaints()).isEmpty();
        assertThat(tour.visited()).hasSize(2 * tour.rooms());
    }

    @Test
    @NeedsProgram("Xvfb")
    void the_same_on_a_real_display() throws IOException, InterruptedException {
        Process display = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String number = display.inputReader().readLine();
            ProcessBuilder walk = new ProcessBuilder(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx900m",
                    "-Duser.timezone=UTC",
                    "-Dprism.order=sw",
                    "-Dh2.bindAddress=127.0.0.1",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Tour.class.getName()));
            walk.environment().put("DISPLAY", ":" + number);
            walk.redirectErrorStream(true);
            Process walking = walk.start();
            String said = new String(walking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(walking.waitFor()).as(said).isZero();
        } finally {
            display.destroy();
        }
    }
}
