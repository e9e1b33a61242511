package app.mortar.contract;

import static app.mortar.testing.Shop.item;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.testing.Caller;
import app.mortar.testing.Caller.Answer;
import app.mortar.testing.Db;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code Idempotency-Key}: the first answer again, byte for byte, and nothing done twice. */
@ParameterizedClass
@EnumSource(Db.class)
class OnceTest extends ShopTest {
    private static final String RESERVE = "/api/cart/reserve";

    private static void isReplay(Answer again, Answer first) {
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.bytes()).as(again.body()).isEqualTo(first.bytes());
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void every_writing_route_does_it_once() {
        String sku = shop.product(50);
        String order = shop.order("PENDING", item(sku, 1));
        String batch = "{'sku':'" + sku + "','batchNumber':'B1','quantity':2,";
        Map<String, String> requests = new LinkedHashMap<>();
        requests.put("POST " + RESERVE, item(sku, 3));
        requests.put(
                "POST /api/orders",
                "{'externalRef':'" + shop.fresh("web") + "','status':'CONFIRMED','items':[" + item(sku, 4) + "]}");
        requests.put("PATCH /api/orders/" + order + "/status", "{'status':'DISPATCHED'}");
        requests.put("POST /api/products", "{'sku':'" + shop.fresh("NEW") + "','name':'N'}");
        requests.put("POST /api/stock/write-offs", batch + "'reason':'LOST'}");
        requests.put("POST /api/stock/quarantine", batch + "'action':'HOLD'}");
        requests.put(
                "POST /api/stock/receipts",
                "{'reference':'" + shop.fresh("GRN") + "','lines':[{'sku':'" + sku
                        + "','batchNumber':'B9','expiryDate':'" + shop.today().plusDays(90) + "','quantity':5}]}");
        requests.put("POST /api/stock/recalls", "{'sku':'" + sku + "','batchNumber':'B9'}");
        String key = shop.fresh("key");
        requests.forEach((route, json) -> {
            String method = route.split(" ", -1)[0];
            String path = route.split(" ", -1)[1];
            byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            Answer first = shop.admin.once(key).send(method, path, body);
            assertThat(first.status()).as(first.body()).isIn(200, 201);
            shop.clock.pass(Duration.ofSeconds(1));
            String before = counts(sku);
            isReplay(shop.admin.once(key).send(method, path, body), first);
            assertThat(counts(sku)).isEqualTo(before);
        });
    }

    private String counts(String sku) {
        return shop.admin.get("/api/products/" + sku).is(200).body()
                + shop.admin.get("/api/movements?sku=" + sku).is(200).body();
    }

    @Test
    void a_409_is_the_answer_too_even_when_stock_comes_in() {
        String sku = shop.product(1);
        Caller once = shop.store.once(shop.fresh("key"));
        Answer no = once.post(RESERVE, item(sku, 2)).refused(409, "insufficient-stock");
        shop.receive(sku, "B2", shop.today().plusDays(99), 9);
        isReplay(once.post(RESERVE, item(sku, 2)), no);
        shop.store.once(shop.fresh("key")).post(RESERVE, item(sku, 2)).is(201);
    }

    @Test
    void a_400_or_404_is_not_kept() {
        Caller once = shop.store.once(shop.fresh("key"));
        String sku = shop.fresh("SOON");
        once.post(RESERVE, item(sku, 1)).refused(404, "unknown-product");
        shop.admin.post("/api/products", "{'sku':'" + sku + "','name':'N'}").is(201);
        shop.receive(sku, "B1", shop.today().plusDays(99), 1);
        once.post(RESERVE, item(sku, 1)).is(201);
    }

    @Test
    void another_body_with_the_same_key_is_422_if_only_by_a_blank() {
        String sku = shop.product(5);
        Caller once = shop.store.once(shop.fresh("key"));
        once.post(RESERVE, item(sku, 1)).is(201);
        once.post(RESERVE, item(sku, 2)).refused(422, "idempotency-mismatch");
        once.post(RESERVE, item(sku, 1) + " ").refused(422, "idempotency-mismatch");
        assertThat(shop.available(sku)).isEqualTo(4);
    }

    @Test
    void keys_belong_to_an_api_key_and_a_path() {
        String sku = shop.product(5);
        String key = shop.fresh("key");
        String first = shop.store.once(key).post(RESERVE, item(sku, 1)).is(201).text("/id");
        assertThat(shop.rival.once(key).post(RESERVE, item(sku, 1)).is(201).text("/id"))
                .isNotEqualTo(first);
        String one = shop.order("PENDING", item(sku, 1));
        String two = shop.order("PENDING", item(sku, 1));
        for (String id : List.of(one, two)) {
            Answer moved = shop.store
                    .once(key)
                    .patch("/api/orders/" + id + "/status", "{'status':'CONFIRMED'}")
                    .is(200);
            assertThat(moved.text("/id")).isEqualTo(id);
        }
    }

    @Test
    void quoted_and_bare_are_the_same_key_of_up_to_255_printable_characters() {
        String sku = shop.product(5);
        String key = shop.fresh("a key, with blanks");
        Answer first = shop.store.once(key).post(RESERVE, item(sku, 1)).is(201);
        isReplay(shop.store.once('"' + key + '"').post(RESERVE, item(sku, 1)), first);
        shop.store.once("k".repeat(255)).post(RESERVE, item(sku, 1)).is(201);
        for (String bad : List.of("k".repeat(256), "\"\"", "\"open", "")) {
            shop.store.once(bad).post(RESERVE, item(sku, 1)).wrong("Idempotency-Key");
        }
        assertThat(shop.available(sku)).isEqualTo(3);
    }

    @Test
    void after_24_hours_a_key_is_new() {
        String sku = shop.product(5);
        Caller once = shop.store.once(shop.fresh("key"));
        String first = once.post(RESERVE, item(sku, 1)).is(201).text("/id");
        shop.clock.pass(Duration.ofHours(24).minusSeconds(1));
        assertThat(once.post(RESERVE, item(sku, 1)).is(201).text("/id")).isEqualTo(first);
        shop.clock.pass(Duration.ofSeconds(1));
        assertThat(once.post(RESERVE, item(sku, 1)).is(201).text("/id")).isNotEqualTo(first);
    }
}
