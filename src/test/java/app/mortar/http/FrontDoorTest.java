package app.mortar.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.kernel.Permission;
import app.mortar.store.StoreUnavailable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrontDoorTest {
    private static final String SECRET = "select password from secrets";

    @SuppressWarnings("NullAway.Init")
    private Running running;

    @BeforeAll
    void start() {
        running = new Running(List.of(
                Route.get("/api/things", Permission.SEE_STOCK, call -> call.json(200, Map.of("all", true))),
                Route.get(
                        "/api/things/{sku}",
                        Permission.SEE_STOCK,
                        call -> call.json(200, Map.of("sku", call.variable("sku")))),
                Route.post("/api/things", Permission.EDIT_PRODUCTS, call -> {
                    int quantity = call.body(form -> form.integer("quantity", 1).required());
                    return call.json(201, Map.of("quantity", quantity));
                }),
                Route.get("/api/bug", Permission.SEE_STOCK, call -> {
                    throw new IllegalStateException(SECRET);
                }),
                Route.get("/api/away", Permission.SEE_STOCK, call -> {
                    throw new StoreUnavailable(StoreUnavailable.Reason.AWAY, "away", new RuntimeException(SECRET));
                }),
                Route.get("/api/not-mine", Permission.SEE_STOCK, call -> {
                    throw new app.mortar.kernel.NotPermitted("All", Permission.RECALL);
                })));
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/things HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/%C3%28 HTTP/1.1\r\nHost: x\r\n\r\n",
                "DELETE /api/things HTTP/1.1\r\nHost: x\r\n\r\n",
                "TRACE /api/things HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /health/live HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n",
                "POST /api/things HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n\r\nabc",
                "POST /api/things HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n",
                "GET /api/things HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer wrong\r\n\r\n",
                "GET /api/things HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \r\n\r\n",
                "GET /api/things HTTP/1.1\r\nHost: x\r\nAuthorization: Basic YWxsOg==\r\n\r\n",
                "GET /api/things HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer all\r\nAuthorization: Bearer all\r\n\r\n",
            })
    void without_a_good_key_everything_is_401_whatever_else_is_wrong(String request) throws IOException {
        Wire.Heard heard = running.ask(request);
        assertThat(heard.status()).isEqualTo(401);
        assertThat(heard.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(heard.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(heard.body()).contains("\"type\":\"/problems/unauthorized\"", "\"status\":401");
        assertThat(heard.header("X-Request-Id")).isNotEmpty();
    }

    @Test
    void health_needs_no_key_and_says_nothing_else() throws IOException {
        for (String path : List.of("/health/live", "/health/ready")) {
            Wire.Heard heard = running.ask("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(heard.status()).isEqualTo(200);
            assertThat(heard.body()).isEqualTo("{\"status\":\"ok\"}");
        }
    }

    @Test
    void a_key_without_the_scope_is_403_after_404_and_405() throws IOException {
        String none = "Host: x\r\nAuthorization: Bearer none\r\n\r\n";
        assertThat(running.ask("GET /api/things HTTP/1.1\r\n" + none).status()).isEqualTo(403);
        assertThat(running.ask("GET /nowhere HTTP/1.1\r\n" + none).status()).isEqualTo(404);
        assertThat(running.ask("DELETE /api/things HTTP/1.1\r\n" + none).status())
                .isEqualTo(405);
        assertThat(running.ask("POST /api/things HTTP/1.1\r\nContent-Length: 99999999\r\n" + none)
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api",
                "/api/things/",
                "//api/things",
                "/api//things",
                "/api/things/a/b",
                "/api%2Fthings",
                "/api/./things",
                "/API/things",
                "/api/things;a=b/c"
            })
    void a_path_that_is_not_in_the_table_is_404(String path) throws IOException {
        Wire.Heard heard = running.get(path);
        assertThat(heard.status()).isEqualTo(404);
        assertThat(heard.body()).contains("\"/problems/not-found\"", "\"instance\":\"" + path + "\"");
    }

    @ParameterizedTest
    @CsvSource({"A-1,A-1", "a%2Fb,a/b", "%E2%82%A6,₦", "a+b,a+b", "a;b,a;b", "%2e%2e,..", "a%25b,a%b", "a%20b,a b"})
    void a_segment_is_decoded_as_a_whole_with_its_slashes(String encoded, String sku) throws IOException {
        assertThat(running.get("/api/things/" + encoded).body()).isEqualTo("{\"sku\":\"" + sku + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%1", "%zz", "%C3%28", "%00", "%0d%0aX: y", "%ED%A0%80"})
    void a_badly_encoded_path_is_400(String segment) throws IOException {
        Wire.Heard heard = running.get("/api/things/" + segment.replace(" ", ""));
        assertThat(heard.status()).isEqualTo(400);
        assertThat(heard.body()).contains("/problems/invalid-request");
        assertThat(heard.header("X-Request-Id")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "TRACE", "OPTIONS", "PATCH", "FOO", "get", "PROPFIND"})
    void another_method_is_405_and_names_the_right_ones(String method) throws IOException {
        Wire.Heard heard = running.ask(method + " /api/things HTTP/1.1\r\n" + Running.KEY + "\r\n");
        assertThat(heard.status()).isEqualTo(405);
        assertThat(heard.header("Allow")).isEqualTo("GET, HEAD, POST");
        assertThat(heard.body()).contains("/problems/method-not-allowed");
    }

    @Test
    void head_is_get_without_the_body() throws IOException {
        try (Wire wire = running.open()) {
            wire.say("HEAD /api/things HTTP/1.1\r\n" + Running.KEY + "\r\n");
            Wire.Heard heard = wire.hear(false);
            assertThat(heard.status()).isEqualTo(200);
            assertThat(heard.header("Content-Length")).isEqualTo("12");
            wire.say("GET /api/things HTTP/1.1\r\n" + Running.KEY + "\r\n");
            assertThat(wire.hear().body()).isEqualTo("{\"all\":true}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Content-Type: text/plain\r\n",
                "Content-Type: application/x-www-form-urlencoded\r\n",
                "Content-Type: application/json; charset=iso-8859-1\r\n",
                "Content-Type: application/json\r\nContent-Encoding: gzip\r\n",
                "Content-Type: application/json\r\nContent-Type: application/json\r\n",
            })
    void anything_but_plain_utf8_json_is_415(String headers) throws IOException {
        Wire.Heard heard = running.ask("POST /api/things HTTP/1.1\r\n" + Running.KEY + headers
                + "Content-Length: 14\r\n\r\n{\"quantity\": 1}");
        assertThat(heard.status()).isEqualTo(415);
        assertThat(heard.body()).contains("/problems/unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "Application/JSON; Charset=\"UTF-8\"", "application/json;charset=utf-8"})
    void json_in_utf8_is_taken_however_it_is_spelt(String type) throws IOException {
        Wire.Heard heard = running.ask("POST /api/things HTTP/1.1\r\n" + Running.KEY + "Content-Type: " + type
                + "\r\nContent-Length: 14\r\n\r\n{\"quantity\":1}");
        assertThat(heard.status()).isEqualTo(201);
    }

    @Test
    void the_clients_request_id_is_kept_when_it_is_harmless_and_replaced_when_not() throws IOException {
        assertThat(idFor("X-Request-Id: shop-1.a_B\r\n")).isEqualTo("shop-1.a_B");
        assertThat(idFor("X-Request-Id: a b\r\n")).isNotEqualTo("a b").isNotEmpty();
        assertThat(idFor("X-Request-Id: " + "a".repeat(101) + "\r\n")).hasSize(36);
        assertThat(idFor("")).hasSize(36).isNotEqualTo(idFor(""));
    }

    private String idFor(String header) throws IOException {
        return running.ask("GET /api/things HTTP/1.1\r\n" + Running.KEY + header + "\r\n")
                .header("X-Request-Id");
    }

    @Test
    void a_bug_is_a_500_that_tells_the_request_id_and_nothing_else() throws IOException {
        Wire.Heard heard = running.get("/api/bug");
        assertThat(heard.status()).isEqualTo(500);
        assertThat(heard.body())
                .contains("/problems/internal", heard.header("X-Request-Id"))
                .doesNotContain(SECRET, "Exception", "app.mortar");
    }

    @Test
    void a_database_that_is_away_is_503_with_retry_after() throws IOException {
        Wire.Heard heard = running.get("/api/away");
        assertThat(heard.status()).isEqualTo(503);
        assertThat(heard.header("Retry-After")).isEqualTo("5");
        assertThat(heard.body()).contains("/problems/unavailable").doesNotContain(SECRET);
    }

    @Test
    void a_desk_that_refuses_the_actor_is_403() throws IOException {
        assertThat(running.get("/api/not-mine").status()).isEqualTo(403);
    }

    @Test
    void a_bad_body_is_400_with_every_mistake_named() throws IOException {
        Wire.Heard heard = running.post("/api/things", "{\"quantity\":0,\"x\":1}");
        assertThat(heard.status()).isEqualTo(400);
        assertThat(heard.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(heard.body())
                .contains("\"type\":\"/problems/invalid-request\"", "\"field\":\"quantity\"", "\"field\":\"x\"")
                .contains("\"instance\":\"/api/things\"");
    }

    @Test
    void many_requests_on_one_connection_are_answered_in_order_even_when_sent_ahead() throws IOException {
        try (Wire wire = running.open()) {
            StringBuilder ahead = new StringBuilder();
            for (int i = 0; i < 20; i++) {
                ahead.append("GET /api/things/")
                        .append(i)
                        .append(" HTTP/1.1\r\n")
                        .append(Running.KEY)
                        .append("\r\n");
            }
            wire.say(ahead.toString());
            for (int i = 0; i < 20; i++) {
                assertThat(wire.hear().body()).isEqualTo("{\"sku\":\"" + i + "\"}");
            }
        }
    }
}
