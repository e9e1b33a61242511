package app.mortar.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mortar.kernel.Permission;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The same deadlines as in the pharmacy, only short: head 0.4 s, body 0.8 s, idle 1.5 s. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowClientTest {
    private static final HttpLimits SHORT = new HttpLimits(
            Duration.ofMillis(400),
            Duration.ofMillis(800),
            Duration.ofMillis(1500),
            Duration.ofSeconds(20),
            256 * 1024,
            8 * 1024,
            16 * 1024);

    @SuppressWarnings("NullAway.Init")
    private Running running;

    @BeforeAll
    void start() {
        running = new Running(
                SHORT,
                RateLimit.OFF,
                null,
                List.of(
                        Route.get("/api/things", Permission.SEE_STOCK, call -> call.json(200, Map.of())),
                        Route.post("/api/things", Permission.EDIT_PRODUCTS, call -> call.json(201, Map.of()))));
    }

    @AfterAll
    void stop() {
        running.close();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends one byte at a time, so that there is never a long silence, until the server cuts the connection. */
    private static void dribbleUntilCut(Wire wire, String bytes) {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(40))
                .until(() -> {
                    try {
                        wire.say(bytes);
                        return false;
                    } catch (SocketException cut) {
                        return true;
                    }
                });
    }

    @Test
    void headers_that_come_byte_by_byte_for_ever_are_cut() throws IOException {
        try (Wire wire = running.open()) {
            wire.say("GET /api/things HTTP/1.1\r\n" + Running.KEY + "X-Slow: ");
            dribbleUntilCut(wire, "a");
        }
    }

    @Test
    void so_are_those_of_a_second_request_on_a_good_connection() throws IOException {
        try (Wire wire = running.open()) {
            assertThat(wire.say("GET /api/things HTTP/1.1\r\n" + Running.KEY + "\r\n")
                            .hear()
                            .status())
                    .isEqualTo(200);
            wire.say("GE");
            dribbleUntilCut(wire, "T");
        }
    }

    @Test
    void nothing_but_blank_lines_is_cut_too() throws IOException {
        try (Wire wire = running.open()) {
            dribbleUntilCut(wire, "\r\n");
        }
    }

    @Test
    void a_body_that_comes_byte_by_byte_is_408_and_cut() throws IOException {
        try (Wire wire = running.open()) {
            wire.say("POST /api/things HTTP/1.1\r\n" + Running.KEY
                    + "Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n");
            dribbleUntilCut(wire, "a");
        }
    }

    @Test
    void a_body_that_stops_coming_is_408() throws IOException {
        try (Wire wire = running.open()) {
            wire.say("POST /api/things HTTP/1.1\r\n" + Running.KEY
                    + "Content-Type: application/json\r\nContent-Length: 10\r\n\r\nabc");
            Wire.Heard heard = wire.hear();
            assertThat(heard.status()).isEqualTo(408);
            assertThat(heard.body()).contains("/problems/request-timeout");
            assertThat(wire.isClosedByServer()).isTrue();
        }
    }

    @Test
    void a_connection_on_which_nothing_happens_is_closed() throws IOException {
        try (Wire fresh = running.open();
                Wire used = running.open()) {
            used.say("GET /api/things HTTP/1.1\r\n" + Running.KEY + "\r\n").hear();
            assertThat(used.isClosedByServer()).isTrue();
            assertThat(fresh.isClosedByServer()).isTrue();
        }
    }

    @Test
    void a_request_that_takes_long_inside_is_not_cut_and_is_finished_when_the_server_stops() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (Running stopping = new Running(
                        SHORT, RateLimit.OFF, null, List.of(Route.get("/api/slow", Permission.SEE_STOCK, call -> {
                            arrived.countDown();
                            waitFor(goOn);
                            return call.json(200, Map.of("done", true));
                        })));
                Wire wire = stopping.open()) {
            wire.say("GET /api/slow HTTP/1.1\r\n" + Running.KEY + "\r\n");
            waitFor(arrived);
            Thread stopper = Thread.ofVirtual().start(stopping.server::stop);
            await().atMost(Duration.ofMinutes(1)).until(() -> refusesConnections(stopping));
            assertThat(stopper.isAlive()).isTrue();
            goOn.countDown();
            assertThat(wire.hear().body()).isEqualTo("{\"done\":true}");
            assertThat(stopper.join(Duration.ofMinutes(1))).isTrue();
        }
    }

    private static boolean refusesConnections(Running stopping) {
        try (Wire another = stopping.open()) {
            another.say("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n");
            return another.hear().status() != 200;
        } catch (IOException refused) {
            return true;
        }
    }
}
