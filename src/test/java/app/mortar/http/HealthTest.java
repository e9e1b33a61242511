package app.mortar.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mortar.store.StoreUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HealthTest {
    private static final String READY = "GET /health/ready HTTP/1.1\r\nHost: x\r\n\r\n";

    private final AtomicReference<Runnable> database = new AtomicReference<>(() -> {});
    private final AtomicInteger asked = new AtomicInteger();
    private final Health health = new Health(
            () -> {
                asked.incrementAndGet();
                database.get().run();
            },
            Duration.ofMillis(200));

    @Test
    void it_is_ready_only_while_the_database_answers() throws IOException {
        try (Running running = new Running(health.routes())) {
            assertThat(running.ask(READY).status()).isEqualTo(200);
            database.set(() -> {
                throw new StoreUnavailable(StoreUnavailable.Reason.AWAY, "gone", new RuntimeException("secret"));
            });
            Wire.Heard heard = running.ask(READY);
            assertThat(heard.status()).isEqualTo(503);
            assertThat(heard.header("Retry-After")).isEqualTo("5");
            assertThat(heard.body()).contains("/problems/unavailable").doesNotContain("gone", "secret");
            assertThat(running.ask("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n")
                            .status())
                    .isEqualTo(200);
            database.set(() -> {});
            assertThat(running.ask(READY).status()).isEqualTo(200);
            assertThat(asked).hasValue(3);
        }
    }

    @Test
    void a_database_that_hangs_is_asked_once_however_many_probes_come() throws IOException {
        CountDownLatch answer = new CountDownLatch(1);
        database.set(() -> {
            try {
                answer.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        try (Running running = new Running(health.routes())) {
            for (int i = 0; i < 5; i++) {
                assertThat(running.ask(READY).status()).isEqualTo(503);
            }
            assertThat(asked).hasValue(1);
            answer.countDown();
            await().atMost(Duration.ofMinutes(1)).until(() -> running.ask(READY).status() == 200);
        }
    }
}
