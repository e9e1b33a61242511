package app.mortar.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.mortar.kernel.Permission;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsTest {
    private static final String PASSWORD = "a keystore password";
    private static final Route THINGS =
            Route.get("/api/things", Permission.SEE_STOCK, call -> call.json(200, Map.of("all", true)));

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path keystore;

    @BeforeAll
    void makeKeystore(@TempDir Path temporary) throws IOException, InterruptedException {
        folder = temporary;
        keystore = folder.resolve("mortar.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "mortar",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1,dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        keystore.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
    }

    private Running running(Duration head) {
        HttpLimits usual = HttpLimits.standard();
        HttpLimits limits = new HttpLimits(
                head, usual.body(), usual.idle(), usual.stop(), usual.maxBody(), usual.maxTarget(), usual.maxHeaders());
        return new Running(limits, RateLimit.OFF, new HttpSettings.Tls(keystore, PASSWORD), List.of(THINGS));
    }

    @Test
    void with_a_keystore_it_speaks_https_and_nothing_else() throws Exception {
        try (Running running = running(Duration.ofSeconds(10));
                HttpClient client =
                        HttpClient.newBuilder().sslContext(trusting()).build()) {
            assertThat(running.server.address()).startsWith("https://127.0.0.1:");
            HttpRequest request = HttpRequest.newBuilder(URI.create(running.server.address() + "/api/things"))
                    .header("Authorization", "Bearer all")
                    .build();
            assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("{\"all\":true}");
            try (Wire plain = running.open()) {
                plain.say("GET /api/things HTTP/1.1\r\n" + Running.KEY + "\r\n");
                assertThat(plain.hear().status()).isZero();
            }
        }
    }

    @Test
    void a_handshake_that_never_ends_is_cut() throws Exception {
        try (Running running = running(Duration.ofMillis(400));
                Wire wire = running.open()) {
            wire.say("\u0016\u0003\u0001\u0010\u0000\u0001\u0000\u000f\u00fc\u0003\u0003");
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(40))
                    .until(() -> {
                        try {
                            wire.say("\u0000");
                            return false;
                        } catch (SocketException cut) {
                            return true;
                        }
                    });
        }
    }

    @Test
    void headers_that_come_byte_by_byte_for_ever_are_cut_inside_of_it_too() throws Exception {
        try (Running running = running(Duration.ofMillis(400));
                Wire wire = new Wire(trusting()
                        .getSocketFactory()
                        .createSocket(InetAddress.getLoopbackAddress(), running.server.port()))) {
            wire.say("GET /api/things HTTP/1.1\r\n" + Running.KEY + "X-Slow: ");
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(40))
                    .until(() -> {
                        try {
                            wire.say("a");
                            return false;
                        } catch (IOException cut) {
                            return true;
                        }
                    });
        }
    }

    @Test
    void a_wrong_password_or_a_file_that_is_no_keystore_is_refused_in_words() throws IOException {
        Path text = Files.writeString(folder.resolve("text.p12"), "not a keystore");
        for (HttpSettings.Tls bad : List.of(
                new HttpSettings.Tls(keystore, "wrong"),
                new HttpSettings.Tls(text, PASSWORD),
                new HttpSettings.Tls(folder.resolve("absent.p12"), PASSWORD))) {
            assertThatThrownBy(() -> new Running(HttpLimits.standard(), RateLimit.OFF, bad, List.of(THINGS)))
                    .isInstanceOf(CannotListen.class)
                    .hasMessageContaining(bad.keystore().toString())
                    .hasMessageNotContaining(PASSWORD);
        }
    }

    private SSLContext trusting() throws Exception {
        KeyStore store = KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("mortar", store.getCertificate("mortar"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
