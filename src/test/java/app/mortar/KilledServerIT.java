package app.mortar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mortar.testing.Db;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code kill -9} of the packaged server in the middle of a storm: what it acknowledged is there when it is back. */
@DisabledOnOs(
        value = OS.WINDOWS,
        disabledReason =
                "it starts the launcher of Linux and macOS, which becomes the server; Windows' stays beside it, and would be killed instead")
class KilledServerIT {
    private static final Path MORTAR = Path.of(System.getProperty("mortar.distribution"), "bin", "mortar");
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int KILLS = 3;
    private static final int BUYERS = 16;
    private static final int PRODUCTS = 4;
    private static final int UNITS = 1_000_000;

    @TempDir
    Path home;

    private final Map<String, String> environment = new HashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();

    /** What was answered with 2xx: the key of the request and the hold it got. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    /** Requests whose answer never came: done or not, nobody knows. */
    private final Map<String, Integer> unanswered = new ConcurrentHashMap<>();

    private Process mortar(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(MORTAR.toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(home.resolve("err").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MORTAR_") || name.contains("JAVA"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private String said(String... args) throws IOException {
        Process process = mortar(args);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue()).as(out).isZero();
        return out.strip();
    }

    /** A running server and a shop's way to it. */
    private record Running(Process process, URI address, String key) {
        HttpRequest.Builder to(String path) {
            return HttpRequest.newBuilder(address.resolve(path))
                    .timeout(Duration.ofSeconds(30))
                    .header("Authorization", "Bearer " + key)
                    .header("Content-Type", "application/json");
        }
    }

    private Running serve(String key) throws IOException {
        Process process = mortar("serve", "--port", "0");
        BufferedReader lines = process.inputReader();
        String line = lines.readLine();
        assertThat(line).startsWith("listening on ");
        return new Running(process, URI.create(line.substring("listening on ".length())), key);
    }

    @ParameterizedTest
    @EnumSource(Db.class)
    void nothing_acknowledged_is_missing_after_a_kill_and_a_retry_has_one_effect(Db db) throws Exception {
        environment.put("MORTAR_HOME", home.toString());
        environment.put("MORTAR_HTTP_RATE_LIMIT", "0");
        environment.put("MORTAR_RESERVATION_MAX_OPEN_PER_KEY", "0");
        if (db == Db.POSTGRESQL) {
            var link = db.empty();
            environment.put("MORTAR_DB_URL", link.url().replaceAll("\\?.*", ""));
            environment.put("MORTAR_DB_USER", link.user());
            environment.put("MORTAR_DB_PASSWORD", link.password());
        }
        String key = said("key", "create", "shop", "--scopes", "admin");
        Running server = serve(key);
        stock(server);
        for (int kill = 0; kill < KILLS; kill++) {
            storm(server, acknowledged.size() + 200);
            server = serve(key);
            for (Map.Entry<String, String> hold : acknowledged.entrySet()) {
                assertThat(status(server, hold.getValue())).as(hold.getKey()).isEqualTo(200);
            }
            for (Map.Entry<String, Integer> open : unanswered.entrySet()) {
                HttpResponse<String> again = reserve(server, open.getKey(), open.getValue());
                assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
                acknowledged.put(open.getKey(), token(again.body()));
            }
            unanswered.clear();
            assertThat(said("check")).startsWith("{\"ok\":true");
        }
        assertThat(acknowledged.values()).doesNotHaveDuplicates();
        assertThat(reserved(server)).isEqualTo(acknowledged.size());
        server.process().destroyForcibly().onExit().join();
    }

    private void stock(Running server) throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < PRODUCTS; i++) {
            post(server, "/api/products", "{\"sku\":\"P" + i + "\",\"name\":\"P\"}", "p" + i);
            lines.append(i == 0 ? "" : ",")
                    .append("{\"sku\":\"P" + i + "\",\"batchNumber\":\"B\",\"expiryDate\":\"2099-01-31\",\"quantity\":")
                    .append(UNITS)
                    .append('}');
        }
        post(server, "/api/stock/receipts", "{\"reference\":\"R\",\"lines\":[" + lines + "]}", "r");
    }

    private void post(Running server, String path, String json, String key) throws Exception {
        HttpResponse<String> answer = http.send(
                server.to(path)
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    /** Buyers who ask without a pause, until so many have their answer; then the process is killed under them. */
    private void storm(Running server, int enough) throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> buyers = new ArrayList<>();
        for (int i = 0; i < BUYERS; i++) {
            buyers.add(Thread.ofVirtual().start(() -> {
                while (!over.get()) {
                    String key = UUID.randomUUID().toString();
                    int product = ThreadLocalRandom.current().nextInt(PRODUCTS);
                    try {
                        HttpResponse<String> answer = reserve(server, key, product);
                        assertThat(answer.statusCode()).isEqualTo(201);
                        acknowledged.put(key, token(answer.body()));
                    } catch (IOException | InterruptedException killed) {
                        unanswered.put(key, product);
                        return;
                    }
                }
            }));
        }
        await().atMost(LONG).until(() -> acknowledged.size() >= enough);
        server.process().destroyForcibly().onExit().join();
        over.set(true);
        for (Thread buyer : buyers) {
            buyer.join();
        }
    }

    private HttpResponse<String> reserve(Running server, String key, int product)
            throws IOException, InterruptedException {
        return http.send(
                server.to("/api/cart/reserve")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString("{\"sku\":\"P" + product + "\",\"quantity\":1}"))
                        .build(),
                BodyHandlers.ofString());
    }

    private int status(Running server, String token) throws IOException, InterruptedException {
        return http.send(server.to("/api/cart/reserve/" + token).GET().build(), BodyHandlers.discarding())
                .statusCode();
    }

    private int reserved(Running server) throws IOException, InterruptedException {
        int units = 0;
        for (int i = 0; i < PRODUCTS; i++) {
            String product = http.send(server.to("/api/products/P" + i).GET().build(), BodyHandlers.ofString())
                    .body();
            units += Integer.parseInt(product.replaceAll(".*\"reservedQuantity\":([0-9]+).*", "$1"));
        }
        return units;
    }

    private static String token(String json) {
        return json.replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
    }
}
