package app.mortar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mortar.settings.DatabaseSettings;
import app.mortar.store.Database;
import app.mortar.store.Link;
import app.mortar.store.Use;
import app.mortar.testing.Db;
import app.mortar.testing.Provider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Servers in processes of their own that send through one provider: killed with a message in hand, and two at once. */
class AlertServersTest {
    private static final Duration LONG = Duration.ofMinutes(3);

    private static final String MARKS = "select kind, resent from notification order by id";
    private static final int PEOPLE = 40;
    private static final int PRODUCTS = 6;

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final List<Process> started = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private String key = "";

    private void on(Db db, Link link, Provider provider) {
        if (db == Db.POSTGRESQL) {
            environment.put("MORTAR_DB_URL", link.url().replaceAll("\\?.*", ""));
            environment.put("MORTAR_DB_USER", link.user());
            environment.put("MORTAR_DB_PASSWORD", link.password());
        }
        environment.put("MORTAR_NOTIFY_CHANNELS", "sms");
        environment.put("MORTAR_NOTIFY_DISPATCH_INTERVAL", "PT1S");
        environment.put("MORTAR_NOTIFY_TIMEOUT", "PT5S");
        environment.put("MORTAR_TERMII_URL", provider.address().toString());
        environment.put("MORTAR_TERMII_API_KEY", "key");
        environment.put("MORTAR_TERMII_SENDER", "Ilera");
    }

    private Process mortar(String home, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("MORTAR_") || name.contains("JAVA"));
        builder.environment().putAll(environment);
        builder.environment().put("MORTAR_HOME", folder.resolve(home).toString());
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private String done(String input, String... words) throws IOException {
        Process process = mortar("home", words);
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(said).isZero();
        return said.strip();
    }

    /** A server that answers. */
    private record Server(Process process, URI address) {
        void kill() {
            process.destroyForcibly().onExit().join();
        }
    }

    private Server serve(String home) throws IOException {
        Process process = mortar(home, "serve", "--port", "0");
        String line = process.inputReader().readLine();
        assertThat(line).startsWith("listening on ");
        return new Server(process, URI.create(line.substring("listening on ".length())));
    }

    private void end() {
        started.forEach(Process::destroyForcibly);
        started.forEach(process -> process.onExit().join());
    }

    private HttpRequest.Builder to(Server server, String path) {
        return HttpRequest.newBuilder(server.address().resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json");
    }

    private void post(Server server, String path, String json) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                to(server, path)
                        .POST(BodyPublishers.ofString(json.replace('\'', '"')))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    /** A product that has four units and should have five. */
    private void low(Server server, String sku) throws IOException, InterruptedException {
        post(server, "/api/products", "{'sku':'" + sku + "','name':'" + sku + "','minStockLevel':5}");
        post(
                server,
                "/api/stock/receipts",
                "{'reference':'R-" + sku + "','lines':[{'sku':'" + sku
                        + "','batchNumber':'B','expiryDate':'2099-01-31','quantity':4}]}");
    }

    private void out(Server server, String sku) throws IOException, InterruptedException {
        post(
                server,
                "/api/stock/write-offs",
                "{'sku':'" + sku + "','batchNumber':'B','quantity':4,'reason':'DAMAGED'}");
    }

    /** Kind, status and attempts of each message, the oldest first. */
    private List<String> messages(Server server) throws IOException, InterruptedException {
        String body = http.send(to(server, "/api/notifications?limit=500").GET().build(), BodyHandlers.ofString())
                .body();
        List<String> messages = new ArrayList<>();
        for (JsonNode item : JsonMapper.shared().readTree(body).path("items")) {
            messages.addFirst(
                    item.path("kind").stringValue() + " " + item.path("status").stringValue() + " "
                            + item.path("attempts").intValue());
        }
        return messages;
    }

    @ParameterizedTest
    @EnumSource(Db.class)
    void what_a_killed_server_had_in_hand_is_sent_once_more_and_marked_and_nothing_is_lost(Db db) throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch killed = new CountDownLatch(1);
        AtomicBoolean first = new AtomicBoolean(true);
        Link link = db.fresh();
        try (Provider provider = new Provider(asked -> {
            if (first.getAndSet(false)) {
                arrived.countDown();
                waitFor(killed);
            }
        })) {
            on(db, link, provider);
            key = done("", "key", "create", "test", "--scopes", "admin");
            done("three brown foxes\n", "user", "add", "ada", "--role", "manager", "--phone", "+2348031234567");
            Server server = serve("home");
            low(server, "PARA");
            assertThat(arrived.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
            out(server, "PARA");
            server.kill();
            killed.countDown();

            Server again = serve("home");
            await().atMost(LONG).until(() -> messages(again).equals(List.of("LOW_STOCK SENT 2", "STOCK_OUT SENT 1")));
            assertThat(provider.asked())
                    .extracting(Provider.Asked::text)
                    .containsExactlyInAnyOrder(
                            "Low stock: PARA 4 of 5.", "Low stock: PARA 4 of 5.", "Out of stock: PARA.");
            again.kill();
            assertThat(done("", "check")).startsWith("{\"ok\":true");
            assertThat(db == Db.POSTGRESQL ? rows(link, MARKS) : embeddedRows(MARKS))
                    .containsExactly("LOW_STOCK true", "STOCK_OUT false");
        } finally {
            end();
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> rows(Link link, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(link.url(), link.user(), link.password())) {
            return rows(connection, sql);
        }
    }

    /** Of the database in the home that the servers had, once none has it any more. */
    private List<String> embeddedRows(String sql) throws SQLException {
        var embedded =
                new DatabaseSettings(Optional.empty(), Optional.empty(), Optional.empty(), true, Optional.empty());
        try (Database database = Database.open(embedded, folder.resolve("home"), "test", Use.COMMAND);
                Connection connection = database.source().getConnection()) {
            return rows(connection, sql);
        }
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(found.getObject(i)));
                }
                rows.add(String.join(" ", row));
            }
        }
        return rows;
    }

    /** The provider keeps the first message until the other server has one in hand as well: both do send. */
    @Test
    void two_servers_send_every_message_once_while_the_shop_goes_on() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        Link link = Db.POSTGRESQL.fresh();
        try (Provider provider = new Provider(asked -> {
            both.countDown();
            waitFor(both);
        })) {
            on(Db.POSTGRESQL, link, provider);
            environment.put("MORTAR_NOTIFY_TIMEOUT", "PT30S");
            key = done("", "key", "create", "test", "--scopes", "admin");
            people(link);
            Server one = serve("one");
            Server other = serve("other");
            for (int i = 0; i < PRODUCTS; i++) {
                low(i % 2 == 0 ? one : other, "P" + i);
                out(i % 2 == 0 ? other : one, "P" + i);
            }
            assertThat(both.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
            await().atMost(LONG).until(() -> rows(link, "select distinct status from notification")
                    .equals(List.of("SENT")));
            one.kill();
            other.kill();

            assertThat(rows(link, "select distinct status, attempts, resent from notification"))
                    .containsExactly("SENT 1 false");
            assertThat(provider.asked())
                    .doesNotHaveDuplicates()
                    .hasSize(Integer.parseInt(
                            rows(link, "select count(*) from notification").getFirst()));
            assertThat(rows(link, """
                            select n.recipient, m.episode_id from notification_episode m
                            join notification n on n.id = m.notification_id where n.kind = 'STOCK_OUT'""")).hasSize(PEOPLE * PRODUCTS).doesNotHaveDuplicates();
        } finally {
            end();
        }
    }

    private static void people(Link link) throws SQLException {
        try (var connection = DriverManager.getConnection(link.url(), link.user(), link.password());
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("""
                            insert into staff (id, name, name_key, role, phone, password_hash, created_at)
                            select 2000 + i, 'p' || i, 'p' || i, 'MANAGER', '+23480300000' || (10 + i), 'x', now()
                            from generate_series(1, %d) i""".formatted(PEOPLE))).isEqualTo(PEOPLE);
        }
    }
}
