package app.mortar.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.kernel.Permission;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final Route THINGS =
            Route.get("/api/things", Permission.SEE_STOCK, call -> call.json(200, Map.of()));

    @Test
    void a_key_that_asks_too_much_is_429_while_another_is_served() throws IOException {
        RateLimit three = new RateLimit(3, Duration.ofHours(1));
        try (Running running = new Running(HttpLimits.standard(), three, null, List.of(THINGS))) {
            for (int left = 2; left >= 0; left--) {
                Wire.Heard heard = running.get("/api/things");
                assertThat(heard.status()).isEqualTo(200);
                assertThat(heard.header("RateLimit-Limit")).isEqualTo("3");
                assertThat(heard.header("RateLimit-Remaining")).isEqualTo(Integer.toString(left));
                assertThat(heard.header("RateLimit-Reset")).matches("[1-9]\\d*");
                assertThat(heard.header("RateLimit-Policy")).isEqualTo("3;w=3600");
            }
            Wire.Heard heard = running.get("/api/things");
            assertThat(heard.status()).isEqualTo(429);
            assertThat(heard.header("Retry-After")).matches("[1-9]\\d*");
            assertThat(heard.header("RateLimit-Remaining")).isEqualTo("0");
            assertThat(heard.body()).contains("/problems/rate-limited");
            Wire.Heard other = running.ask("GET /nowhere HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer none\r\n\r\n");
            assertThat(other.status()).isEqualTo(404);
            assertThat(other.header("RateLimit-Remaining")).isEqualTo("2");
            assertThat(running.ask("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void zero_means_no_limit_and_no_headers() throws IOException {
        try (Running running = new Running(List.of(THINGS))) {
            assertThat(running.get("/api/things").header("RateLimit-Limit")).isEmpty();
        }
    }

    @Test
    void the_share_comes_back_with_time() {
        AtomicLong nanos = new AtomicLong(1);
        Quotas quotas = new Quotas(new RateLimit(60, Duration.ofMinutes(1)), nanos::get);
        for (int i = 0; i < 60; i++) {
            assertThat(quotas.take("key:1").granted()).isTrue();
        }
        Quotas.Share refused = quotas.take("key:1");
        assertThat(refused.granted()).isFalse();
        assertThat(refused.retryAfterSeconds()).isEqualTo(1);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(quotas.take("key:1").granted()).isTrue();
        assertThat(quotas.take("key:1").granted()).isFalse();
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        for (int i = 0; i < 60; i++) {
            assertThat(quotas.take("key:1").granted()).isTrue();
        }
    }
}
