package app.mortar.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.kernel.Permission;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes, framing and noise: what the server takes, and that it goes on serving others whatever somebody sends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsTest {
    private static final int MAX_BODY = 256 * 1024;

    @SuppressWarnings("NullAway.Init")
    private Running running;

    @BeforeAll
    void start() {
        running = new Running(List.of(
                Route.get("/api/things", Permission.SEE_STOCK, call -> call.json(200, Map.of())),
                Route.post(
                        "/api/things",
                        Permission.EDIT_PRODUCTS,
                        call -> call.json(201, Map.of("bytes", call.rawBody().length)))));
    }

    @AfterAll
    void stop() {
        running.close();
    }

    private void a_good_request_is_answered() throws IOException {
        assertThat(running.get("/api/things").status()).isEqualTo(200);
    }

    @Test
    void a_body_of_exactly_256_kib_is_taken_and_one_byte_more_is_413() throws IOException {
        assertThat(running.post("/api/things", "x".repeat(MAX_BODY)).body()).isEqualTo("{\"bytes\":262144}");
        Wire.Heard heard = running.post("/api/things", "x".repeat(MAX_BODY + 1));
        assertThat(heard.status()).isEqualTo(413);
        assertThat(heard.body()).contains("/problems/payload-too-large");
    }

    @Test
    void a_client_that_sends_ten_megabytes_before_it_listens_still_hears_the_413() throws IOException {
        assertThat(running.post("/api/things", "x".repeat(10_000_000)).status()).isEqualTo(413);
    }

    @Test
    void a_client_that_sends_ten_megabytes_without_a_key_still_hears_the_401() throws IOException {
        try (Wire wire = running.open()) {
            wire.say("POST /api/things HTTP/1.1\r\nHost: x\r\nContent-Length: 10000000\r\n\r\n");
            wire.say(new byte[10_000_000]);
            assertThat(wire.hear().status()).isEqualTo(401);
            assertThat(wire.isClosedByServer()).isTrue();
        }
    }

    @Test
    void endless_chunks_are_413_and_the_connection_is_closed() throws IOException {
        try (Wire wire = running.open()) {
            wire.say("POST /api/things HTTP/1.1\r\n" + Running.KEY
                    + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "4000\r\n" + "x".repeat(0x4000) + "\r\n";
            for (int i = 0; i < 20; i++) {
                wire.say(chunk);
            }
            assertThat(wire.hear().status()).isEqualTo(413);
            assertThatThrownBy(() -> {
                        while (true) {
                            wire.say(chunk);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
        a_good_request_is_answered();
    }

    @Test
    void a_body_in_chunks_is_read_as_one() throws IOException {
        Wire.Heard heard = running.ask("POST /api/things HTTP/1.1\r\n" + Running.KEY
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "3\r\nabc\r\n5\r\ndefgh\r\n0\r\n\r\n");
        assertThat(heard.body()).isEqualTo("{\"bytes\":8}");
    }

    @Test
    void who_asks_first_whether_to_send_is_told_to_go_on_or_not_to() throws IOException {
        String expecting = "POST /api/things HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
                + "Content-Type: application/json\r\nContent-Length: ";
        try (Wire wire = running.open()) {
            wire.say(expecting + "3\r\nAuthorization: Bearer all\r\n\r\n");
            assertThat(wire.hear(false).status()).isEqualTo(100);
            assertThat(wire.say("abc").hear().body()).isEqualTo("{\"bytes\":3}");
        }
        try (Wire wire = running.open()) {
            assertThat(wire.say(expecting + "3\r\n\r\n").hear().status()).isEqualTo(401);
        }
        try (Wire wire = running.open()) {
            wire.say(expecting + "300000\r\nAuthorization: Bearer all\r\n\r\n");
            assertThat(wire.hear().status()).isEqualTo(413);
        }
    }

    @ParameterizedTest
    @CsvSource({"8000,200", "8192,200", "8193,414", "20000,414", "200000,414"})
    void path_and_query_may_have_8_kib(int length, int status) throws IOException {
        String target = "/api/things?q=";
        assertThat(running.get(target + "a".repeat(length - target.length())).status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"15000,200", "17000,431", "60000,431"})
    void headers_may_have_16_kib(int length, int status) throws IOException {
        Wire.Heard heard = running.ask(
                "GET /api/things HTTP/1.1\r\n" + Running.KEY + "X-Long: " + "a".repeat(length) + "\r\n\r\n");
        assertThat(heard.status()).isEqualTo(status);
        assertThat(heard.header("X-Request-Id")).isNotEmpty();
    }

    @Test
    void many_small_headers_count_together() throws IOException {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            many.append("X-").append(i).append(": a\r\n");
        }
        assertThat(running.ask("GET /api/things HTTP/1.1\r\n" + Running.KEY + many + "\r\n")
                        .status())
                .isEqualTo(431);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/things HTTP/1.1\r\nAuthorization: Bearer all\r\n\r\n",
                "GET /api/things HTTP/1.1\r\nHost: a\r\nHost: a\r\nAuthorization: Bearer all\r\n\r\n",
                "GET /api/things HTTP/1.1\r\nHost: a b\r\nAuthorization: Bearer all\r\n\r\n",
                "GET /api/things HTTP/1.1\r\nHost: a\r\nA: b\r\n folded\r\n\r\n",
                "GET /api/things HTTP/1.1\r\nHost: a\r\nA: b\0c\r\n\r\n",
                "GET /api/things HTTP/1.1\r\nHost: a\r\nA b: c\r\n\r\n",
                "GET /api/things HTTP/1.1\r\nHost: a\r\nA : c\r\n\r\n",
                "GET /api/things HTTP/1.1\r\nHost: a\r\n: c\r\n\r\n",
                "GET /api/things\r\n\r\n",
                "GET /api/things HTTP/9.9\r\nHost: a\r\n\r\n",
                "G\0T /api/things HTTP/1.1\r\nHost: a\r\n\r\n",
                "POST /api/things HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
                "POST /api/things HTTP/1.1\r\nHost: a\r\nContent-Length: -3\r\n\r\n",
                "POST /api/things HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "POST /api/things HTTP/1.1\r\nHost: a\r\nContent-Length: 3x\r\n\r\nabc",
                "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /api/things HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\nabc",
                "POST /api/things HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
                "\u0080\u0081\u0082\u0083\r\n\r\n",
            })
    void broken_framing_is_a_4xx_problem_or_a_closed_connection(String request) throws IOException {
        try (Wire wire = running.open()) {
            Wire.Heard heard = wire.say(request).hear();
            if (heard.status() != 0) {
                assertThat(heard.status()).isBetween(400, 499);
                assertThat(heard.header("Content-Type")).isEqualTo("application/problem+json");
                assertThat(heard.header("X-Request-Id")).isNotEmpty();
            }
            assertThat(wire.isClosedByServer()).isTrue();
        }
        a_good_request_is_answered();
    }

    @Test
    void a_missing_or_doubled_host_is_400() throws IOException {
        String key = "Authorization: Bearer all\r\n\r\n";
        assertThat(running.ask("GET /api/things HTTP/1.1\r\n" + key).status()).isEqualTo(400);
        assertThat(running.ask("GET /api/things HTTP/1.1\r\nHost: a\r\nHost: b\r\n" + key)
                        .status())
                .isEqualTo(400);
        assertThat(running.ask("GET /api/things HTTP/1.0\r\n" + key).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"zz\r\nabc\r\n", "-1\r\n", "ffffffffffffffffffff\r\n", "3\r\nabcdef\r\n0\r\n\r\n", "\r\n\r\n"})
    void broken_chunks_are_400(String chunks) throws IOException {
        try (Wire wire = running.open()) {
            wire.say("POST /api/things HTTP/1.1\r\n" + Running.KEY
                    + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);
            assertThat(wire.hear().status()).isEqualTo(400);
            assertThat(wire.isClosedByServer()).isTrue();
        }
        a_good_request_is_answered();
    }

    @Test
    void noise_on_the_port_is_answered_with_4xx_or_nothing_and_hurts_nobody() throws IOException {
        long seed = 20260331;
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            byte[] noise = new byte[1 + random.nextInt(4000)];
            random.nextBytes(noise);
            try (Wire wire = running.open()) {
                Wire.Heard heard = wire.say(noise).say("\r\n\r\n").hear();
                assertThat(heard.status()).as("seed %d, round %d", seed, i).isIn(0, 400, 414, 431);
            } catch (java.net.SocketException closedWhileWriting) {
                assertThat(closedWhileWriting).as("seed %d, round %d", seed, i).isNotNull();
            }
        }
        a_good_request_is_answered();
    }

    @Test
    void a_thousand_idle_connections_do_not_keep_others_waiting() throws IOException {
        List<Wire> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 1000; i++) {
                idle.add(running.open());
                if (i % 2 == 0) {
                    idle.get(i).say("GET /api/things HTTP/1.1\r\nX-Never: ended");
                }
            }
            for (int i = 0; i < 20; i++) {
                a_good_request_is_answered();
            }
        } finally {
            for (Wire wire : idle) {
                wire.close();
            }
        }
    }

    @Test
    void the_port_is_told_and_a_taken_one_is_refused_in_words() {
        HttpSettings same =
                new HttpSettings("127.0.0.1", running.server.port(), null, HttpLimits.standard(), RateLimit.OFF);
        Server second = running.another(same);
        assertThatThrownBy(second::start)
                .isInstanceOf(CannotListen.class)
                .hasMessageContaining("127.0.0.1:" + running.server.port());
    }
}
