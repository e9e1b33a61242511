package app.mortar;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.testing.NeedsProgram;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code installer/monitoring} brings along. */
class MonitoringTest {
    private static final Path FOLDER = Path.of("installer", "monitoring");
    private static final Path RULES = FOLDER.resolve("mortar.rules.yml");
    private static final Path BOARD = FOLDER.resolve("grafana-mortar.json");

    @TempDir
    Path folder;

    /** What is counted in the database is the same on each server: to add it up would count it once for each. */
    @Test
    void what_every_server_says_alike_is_never_added_up() throws IOException {
        String all = Files.readString(RULES) + Files.readString(BOARD);
        assertThat(Pattern.compile("sum(?: by \\([a-z, ]*\\))? ?\\((?:rate|increase)?\\(?mortar_(?!http)").matcher(all).results())
                .isEmpty();
    }

    @Test
    @NeedsProgram("promtool")
    void the_rules_speak_when_they_should() throws IOException, InterruptedException {
        Files.copy(RULES, folder.resolve("mortar.rules.yml"));
        try (InputStream test = MonitoringTest.class.getResourceAsStream("monitoring/rules-test.yml")) {
            Files.copy(test, folder.resolve("rules-test.yml"));
        }
        promtool("check", "rules", "mortar.rules.yml");
        promtool("test", "rules", "rules-test.yml");
    }

    @Test
    @NeedsProgram("promtool")
    void the_example_of_a_configuration_is_one() throws IOException, InterruptedException {
        Files.copy(RULES, folder.resolve("mortar.rules.yml"));
        Files.writeString(
                folder.resolve("prometheus.yml"),
                Files.readString(FOLDER.resolve("prometheus.yml"))
                        .replace("/etc/prometheus/mortar.key", folder.resolve("mortar.key").toString()));
        Files.writeString(folder.resolve("mortar.key"), "mk_x");
        promtool("check", "config", "prometheus.yml");
    }

    private void promtool(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
