package app.mortar;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.access.ApiKeys;
import app.mortar.access.Scope;
import app.mortar.settings.MachineSettings;
import app.mortar.store.Use;
import app.mortar.testing.NeedsProgram;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What {@code installer/monitoring} asks for, a server that runs really says. */
class MonitoringTest {
    private static final Path FOLDER = Path.of("installer", "monitoring");
    private static final Path RULES = FOLDER.resolve("mortar.rules.yml");
    private static final Path BOARD = FOLDER.resolve("grafana-mortar.json");

    /** A word of a query that is no label, no function and nothing quoted is a metric. */
    private static final Pattern METRIC = Pattern.compile("\\b((?:mortar|jvm|process|system)_[a-z0-9_]+)");

    @TempDir
    Path folder;

    private String scraped() throws IOException, InterruptedException {
        MachineSettings machine = MachineSettings.read(Map.of("MORTAR_HOME", folder.toString()), ZoneOffset.UTC);
        Wiring wiring = Wiring.open(machine, "test", Use.SERVE, warning -> {});
        try (HttpClient http = HttpClient.newHttpClient()) {
            Wiring.Served served = wiring.served();
            var server = served.server(Optional.of(0), Optional.empty(), false);
            server.start();
            try {
                String key =
                        switch (wiring.keys()
                                .create(Wiring.commandLine("me", "test"), "prometheus", EnumSet.of(Scope.METRICS))) {
                            case ApiKeys.Creation.Created created -> created.text();
                            case ApiKeys.Creation.NameTaken taken -> throw new AssertionError(taken);
                        };
                var request = HttpRequest.newBuilder(URI.create(server.address() + "/metrics"))
                        .header("Authorization", "Bearer " + key)
                        .build();
                http.send(request, HttpResponse.BodyHandlers.ofString()); // so that there is a first answer to count
                return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            } finally {
                server.stop();
                served.close();
            }
        } finally {
            wiring.close();
        }
    }

    private static Set<String> metricsIn(String scrape) {
        return scrape.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("[{ ].*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Left out as long as there is nothing to say; see that they can be said in the tests of what makes them. */
    private static final Set<String> LEFT_OUT_AT_FIRST = Set.of(
            "mortar_alert_delivery_ratio",
            "mortar_stock_accuracy_ratio",
            "mortar_books_ok",
            "mortar_job_last_success_timestamp_seconds",
            "mortar_agent_last_beat_timestamp_seconds");

    @Test
    void every_query_of_the_rules_and_the_board_names_a_metric_that_a_server_shows()
            throws IOException, InterruptedException {
        List<String> queries = new ArrayList<>();
        JsonMapper.shared()
                .readTree(Files.readString(BOARD))
                .findValues("expr")
                .forEach(query -> queries.add(query.stringValue()));
        assertThat(queries).hasSizeGreaterThan(20);
        Files.readString(RULES)
                .lines()
                .filter(line -> line.matches(".*(expr:|mortar_).*"))
                .forEach(queries::add);
        Set<String> shown = metricsIn(scraped());
        for (String query : queries) {
            String bare = query.replaceAll("\"[^\"]*\"", "\"\"");
            Set<String> asked = METRIC.matcher(bare)
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> !LEFT_OUT_AT_FIRST.contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(shown).as(query).containsAll(asked);
        }
    }

    /** What is counted in the database is the same on each server: to add it up would count it once for each. */
    @Test
    void what_every_server_says_alike_is_never_added_up() throws IOException {
        String all = Files.readString(RULES) + Files.readString(BOARD);
        assertThat(Pattern.compile("sum(?: by \\([a-z, ]*\\))? ?\\((?:rate|increase)?\\(?mortar_(?!http)")
                        .matcher(all)
                        .results())
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
                        .replace(
                                "/etc/prometheus/mortar.key",
                                folder.resolve("mortar.key").toString()));
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
