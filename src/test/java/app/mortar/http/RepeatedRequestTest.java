package app.mortar.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.kernel.Permission;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepeatedRequestTest {
    private final AtomicInteger done = new AtomicInteger();

    @SuppressWarnings("NullAway.Init")
    private Running running;

    @BeforeAll
    void start() {
        running = new Running(List.of(
                Route.post("/api/holds/{id}", Permission.RESERVE, this::hold),
                Route.put("/api/holds/{id}", Permission.RESERVE, this::hold),
                Route.patch("/api/holds/{id}/status", Permission.RESERVE, this::hold)
                        .repeatably()));
    }

    @AfterAll
    void stop() {
        running.close();
    }

    private Reply hold(Call call) {
        int quantity = call.body(form -> form.integer("quantity", 1).required());
        return call.inOneTransaction(tx -> {
            int number = done.incrementAndGet();
            return switch (quantity) {
                case 404 -> call.problem(new Problem(404, "unknown-product", "No such product", "n" + number));
                case 409 -> call.problem(new Problem(409, "insufficient-stock", "Not enough", "n" + number));
                default -> call.json(201, Map.of("number", number));
            };
        });
    }

    private Wire.Heard post(String path, String key, String body) throws IOException {
        return running.post(path, key.isEmpty() ? "" : "Idempotency-Key: " + key + "\r\n", body);
    }

    @Test
    void the_same_request_is_answered_byte_for_byte_and_marked_as_replayed() throws IOException {
        for (int quantity : new int[] {1, 409}) {
            String body = "{\"quantity\":" + quantity + "}";
            Wire.Heard first = post("/api/holds/a", "same-" + quantity, body);
            Wire.Heard again = post("/api/holds/a", "\"same-" + quantity + "\"", body);
            assertThat(first.header("Idempotency-Replayed")).isEmpty();
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(again.status()).isEqualTo(first.status()).isEqualTo(quantity == 1 ? 201 : 409);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        }
    }

    @Test
    void another_body_is_422_another_path_is_another_request() throws IOException {
        post("/api/holds/b", "k", "{\"quantity\":1}");
        Wire.Heard other = post("/api/holds/b", "k", "{\"quantity\":2}");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body()).contains("/problems/idempotency-mismatch");
        assertThat(post("/api/holds/c", "k", "{\"quantity\":2}").status()).isEqualTo(201);
    }

    @Test
    void what_was_refused_for_another_reason_may_be_tried_again() throws IOException {
        assertThat(post("/api/holds/d", "k", "{\"quantity\":404}").status()).isEqualTo(404);
        Wire.Heard again = post("/api/holds/d", "k", "{\"quantity\":1}");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void a_malformed_key_is_400_and_nothing_is_done() throws IOException {
        int before = done.get();
        for (String key : List.of("\"open", "a\tb", "a".repeat(256), "x\r\nIdempotency-Key: y")) {
            Wire.Heard heard = post("/api/holds/e", key, "{\"quantity\":1}");
            assertThat(heard.status()).as(key).isEqualTo(400);
            assertThat(heard.body()).contains("\"field\":\"Idempotency-Key\"");
        }
        assertThat(done).hasValue(before);
    }

    @Test
    void the_key_is_honoured_on_the_status_patch_and_ignored_on_a_plain_put() throws IOException {
        String rest = " HTTP/1.1\r\n" + Running.KEY
                + "Idempotency-Key: k\r\nContent-Type: application/json\r\nContent-Length: 14\r\n\r\n{\"quantity\":1}";
        assertThat(running.ask("PATCH /api/holds/f/status" + rest).body())
                .isEqualTo(running.ask("PATCH /api/holds/f/status" + rest).body());
        assertThat(running.ask("PUT /api/holds/f" + rest).body())
                .isNotEqualTo(running.ask("PUT /api/holds/f" + rest).body());
    }
}
