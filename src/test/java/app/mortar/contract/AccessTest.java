package app.mortar.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.access.Scope;
import app.mortar.http.RateLimit;
import app.mortar.testing.Caller;
import app.mortar.testing.Caller.Answer;
import app.mortar.testing.Db;
import app.mortar.testing.Shop;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call what, and what every answer carries. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {
    private final Shop shop = Shop.open(Db.H2);

    @AfterAll
    void close() {
        shop.close();
    }

    private static Answer call(Caller caller, String method, String path) {
        byte[] body = Set.of("POST", "PUT", "PATCH").contains(method) ? new byte[] {'{', '}'} : null;
        return caller.send(method, path, body);
    }

    @ParameterizedTest
    @CsvSource({
        "POST,   /api/cart/reserve,            reserve",
        "GET,    /api/cart/reserve/x,          reserve",
        "DELETE, /api/cart/reserve/x,          reserve",
        "POST,   /api/orders,                  orders",
        "GET,    /api/orders,                  orders",
        "GET,    /api/orders/1,                orders",
        "PATCH,  /api/orders/1/status,         orders",
        "PUT,    /api/orders/1/status,         orders",
        "GET,    /api/products,                stock:read",
        "GET,    /api/products/x,              stock:read",
        "GET,    /api/products/x/availability, stock:read",
        "GET,    /api/products/x/batches,      stock:read",
        "GET,    /api/movements,               stock:read",
        "POST,   /api/products,                stock:write",
        "PUT,    /api/products/x,              stock:write",
        "POST,   /api/stock/receipts,          stock:write",
        "POST,   /api/stock/write-offs,        stock:write",
        "POST,   /api/stock/quarantine,        stock:write",
        "POST,   /api/stock/recalls,           stock:write",
    })
    void a_route_answers_a_key_with_its_scope_or_admin_and_no_other(String method, String path, String scope) {
        Scope needed = Scope.named(scope).orElseThrow();
        for (Scope has : Scope.values()) {
            Answer answer = call(shop.with(has), method, path);
            if (has == needed || has == Scope.ADMIN) {
                assertThat(answer.status())
                        .as("%s %s with %s", method, path, has)
                        .isNotIn(401, 403, 405);
            } else {
                answer.refused(403, "forbidden");
            }
        }
        call(shop.anyone, method, path).refused(401, "unauthorized");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/products",
                "GET /nowhere",
                "DELETE /api/products",
                "POST /api/cart/reserve",
                "GET /",
                "GET /api/orders/1",
                "PATCH /nowhere",
                "OPTIONS /api/products",
                "GET /metrics",
            })
    void without_a_good_key_nothing_is_learnt_not_even_which_paths_exist(String asked) {
        String method = asked.split(" ", -1)[0];
        String path = asked.split(" ", -1)[1];
        String revoked = shop.newKey(shop.fresh("gone"), Scope.ADMIN);
        call(shop.caller(revoked), "GET", "/api/products").is(200);
        assertThat(shop.keys.revoke(shop.pharmacy.staff, "nobody")).isNotNull();
        List<Caller> strangers = List.of(
                shop.anyone,
                shop.caller("nonsense"),
                shop.caller("mk_aaaaaaaa_" + "A".repeat(43)),
                shop.caller(revoked.substring(0, revoked.length() - 1) + (revoked.endsWith("A") ? "E" : "A")),
                shop.anyone.saying("Authorization", "Basic YTpi"),
                shop.anyone.saying("Authorization", revoked));
        for (Caller stranger : strangers) {
            Answer no = call(stranger, method, path).refused(401, "unauthorized");
            assertThat(no.header("WWW-Authenticate")).isEqualTo("Bearer");
        }
    }

    @Test
    void a_revoked_key_is_refused_from_the_next_request_on() {
        String name = shop.fresh("lost");
        Caller caller = shop.caller(shop.newKey(name, Scope.ADMIN));
        caller.get("/api/products").is(200);
        shop.keys.revoke(shop.pharmacy.staff, name);
        caller.get("/api/products").refused(401, "unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready"})
    void health_is_open_to_everybody_and_has_no_data_in_it(String path) {
        Answer answer = shop.anyone.get(path).is(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.body()).isEqualTo("{\"status\":\"ok\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api",
                "/api/",
                "/api/products/",
                "/api//products",
                "/api/products/A/batches/1",
                "/API/products"
            })
    void an_unknown_path_is_404(String path) {
        shop.admin.get(path).refused(404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE | /api/products | GET, HEAD, POST",
                "TRACE | /api/products | GET, HEAD, POST",
                "PUT | /api/cart/reserve | POST",
                "BREW | /api/orders | GET, HEAD, POST",
                "POST | /api/orders/1/status | PATCH, PUT",
                "GET | /api/stock/receipts | POST",
                "OPTIONS | /api/movements | GET, HEAD",
            })
    void a_method_that_is_not_there_is_405_with_those_that_are(String method, String path, String allow) {
        Answer no = call(shop.admin, method, path).refused(405, "method-not-allowed");
        assertThat(no.header("Allow")).isEqualTo(allow);
    }

    @Test
    void a_body_must_say_that_it_is_json() {
        byte[] body = "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (String type : List.of(
                "text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin1", "json")) {
            shop.admin
                    .saying("Content-Type", type)
                    .send("POST", "/api/orders", body)
                    .refused(415, "unsupported-media-type");
        }
        shop.admin
                .saying("Content-Type", "application/json; charset=UTF-8")
                .send("POST", "/api/orders", body)
                .is(400);
    }

    @Test
    void a_body_above_256_kib_is_too_large_and_one_below_is_read() {
        byte[] large = new byte[256 * 1024 + 1];
        java.util.Arrays.fill(large, (byte) ' ');
        shop.admin.send("POST", "/api/orders", large).refused(413, "payload-too-large");
        shop.admin
                .send("POST", "/api/orders", java.util.Arrays.copyOf(large, 256 * 1024))
                .refused(400, "invalid-request");
    }

    @Test
    void a_target_above_8_kib_and_headers_above_16_kib_are_refused() {
        shop.admin.get("/api/products?q=" + "a".repeat(8200)).refused(414, "uri-too-long");
        shop.admin.saying("X-Long", "a".repeat(16_400)).get("/api/products").refused(431, "headers-too-large");
    }

    @Test
    void every_answer_carries_a_request_id_and_the_callers_own_is_kept() {
        for (Answer answer : List.of(
                shop.admin.get("/api/products"),
                shop.admin.get("/nowhere"),
                shop.anyone.get("/api/products"),
                shop.anyone.get("/health/live"),
                shop.admin.post("/api/orders", "{}"))) {
            assertThat(answer.header("X-Request-Id")).isNotBlank();
        }
        assertThat(shop.admin
                        .saying("X-Request-Id", "trace-7")
                        .get("/api/products")
                        .header("X-Request-Id"))
                .isEqualTo("trace-7");
    }

    @Test
    void head_answers_like_get_without_a_body() {
        Answer head = shop.admin.send("HEAD", "/api/products", null).is(200);
        assertThat(head.bytes()).isEmpty();
        assertThat(Optional.of(head.header("Content-Type"))).contains("application/json");
    }

    @Test
    void a_key_over_its_rate_is_429_with_the_time_to_wait_and_others_are_served() {
        try (Shop small = Shop.open(Db.H2, new RateLimit(3, Duration.ofHours(1)))) {
            for (int left = 2; left >= 0; left--) {
                Answer answer = small.store.get("/api/orders").is(200);
                assertThat(answer.header("RateLimit-Limit")).isEqualTo("3");
                assertThat(answer.header("RateLimit-Remaining")).isEqualTo(Integer.toString(left));
            }
            Answer no = small.store.get("/api/orders").refused(429, "rate-limited");
            assertThat(Integer.parseInt(no.header("Retry-After"))).isBetween(1, 3600);
            small.rival.get("/api/orders").is(200);
        }
    }
}
