package app.mortar.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.http.Malformed.Good;
import app.mortar.testing.Db;
import app.mortar.testing.Shop;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is sent, the answer is a 4xx problem or a closed connection; nothing changes in the database, and who asks
 * properly beside it is served. Another seed: {@code -Dmortar.seed=…}.
 */
@ParameterizedClass
@EnumSource(Db.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MalformedRequestTest {
    private static final int EACH = 250;

    @Parameter
    @SuppressWarnings("NullAway.Init")
    Db db;

    @SuppressWarnings("NullAway.Init")
    private Shop shop;

    @SuppressWarnings("NullAway.Init")
    private String key;

    private final long seed = Long.getLong("mortar.seed", 20260310L);
    private String sku = "";
    private String order = "";

    @BeforeParameterizedClassInvocation
    void open() {
        shop = Shop.open(db);
        key = shop.newKey("spoiler", app.mortar.access.Scope.ADMIN);
        sku = shop.product(100);
        order = shop.admin
                .post("/api/orders", "{'externalRef':'web-1','items':[" + Shop.item(sku, 1) + "]}")
                .is(201)
                .text("/id");
    }

    @AfterParameterizedClassInvocation
    void close() {
        shop.close();
    }

    private String item() {
        return Shop.item(sku, 1).replace('\'', '"');
    }

    @Test
    void carts() {
        spoil(List.of(
                new Good(
                        "POST",
                        "/api/cart/reserve",
                        "{\"cartId\":\"c\",\"orderId\":\"o\",\"items\":[" + item() + "," + item() + "]}",
                        Map.of("items", "", "sku", "/items/0", "quantity", "/items/1")),
                new Good("POST", "/api/cart/reserve", item(), Map.of("sku", "", "quantity", ""))));
    }

    @Test
    void orders() {
        spoil(List.of(
                new Good(
                        "POST",
                        "/api/orders",
                        "{\"externalRef\":\"w\",\"channel\":\"RETAIL\",\"status\":\"CONFIRMED\",\"customer\":{\"name\":\"A\"},"
                                + "\"promisedAt\":\"2026-03-12T16:00:00Z\",\"items\":[" + item() + "]}",
                        Map.of("externalRef", "", "items", "", "sku", "/items/0", "quantity", "/items/0")),
                new Good(
                        "PATCH",
                        "/api/orders/" + order + "/status",
                        "{\"status\":\"DISPATCHED\"}",
                        Map.of("status", "")),
                new Good("PUT", "/api/orders/" + order + "/status", "{\"status\":\"CANCELLED\"}", Map.of("status", "")),
                new Good("GET", "/api/orders", "")));
    }

    @Test
    void products() {
        String said =
                "{\"sku\":\"NEW\",\"name\":\"N\",\"gtin\":\"09520000000011\",\"genericName\":\"G\",\"strength\":\"S\","
                        + "\"form\":\"F\",\"atcCode\":\"N02\",\"category\":\"C\",\"supplier\":\"S\",\"shelf\":\"A\",\"minStockLevel\":1,"
                        + "\"reorderQuantity\":1,\"minShelfLifeDays\":1,\"price\":1.5,\"controlled\":false,\"expires\":true,\"active\":true}";
        spoil(List.of(
                new Good("POST", "/api/products", said, Map.of("sku", "", "name", "")),
                new Good("PUT", "/api/products/" + sku, said, Map.of("sku", "", "name", "")),
                new Good("GET", "/api/products", ""),
                new Good("GET", "/api/products/" + sku + "/batches", "")));
    }

    @Test
    void stock() {
        String batch = "{\"sku\":\"" + sku + "\",\"batchNumber\":\"B1\",\"expiryDate\":\""
                + shop.today().plusDays(365) + "\",\"quantity\":1,\"note\":\"n\",";
        Map<String, String> named = Map.of("sku", "", "batchNumber", "", "quantity", "");
        spoil(List.of(
                new Good(
                        "POST",
                        "/api/stock/receipts",
                        "{\"reference\":\"r\",\"supplier\":\"s\",\"lines\":[{\"sku\":\"" + sku
                                + "\",\"batchNumber\":\"B1\",\"expiryDate\":\""
                                + shop.today().plusDays(365)
                                + "\",\"quantity\":5,\"unitCost\":1.5}]}",
                        Map.of("reference", "", "lines", "", "sku", "/lines/0", "expiryDate", "/lines/0")),
                new Good("POST", "/api/stock/write-offs", batch + "\"reason\":\"LOST\",\"reference\":\"w\"}", named),
                new Good("POST", "/api/stock/quarantine", batch + "\"action\":\"HOLD\"}", named),
                new Good(
                        "POST",
                        "/api/stock/recalls",
                        "{\"sku\":\"" + sku + "\",\"batchNumber\":\"B1\",\"note\":\"n\"}",
                        Map.of("sku", "", "batchNumber", "")),
                new Good("GET", "/api/movements", "")));
    }

    @Test
    void odd_names_of_things_that_are_not_there() throws IOException {
        String before = fingerprint();
        Malformed odd = new Malformed(seed, key);
        for (int i = 0; i < 60; i++) {
            String name = odd.oddSegment();
            for (String path : List.of("/api/products/", "/api/cart/reserve/", "/api/orders/")) {
                judge(
                        "GET " + path + name,
                        hear("GET " + path + name + " HTTP/1.1\r\nHost: mortar\r\nAuthorization: Bearer " + key
                                + "\r\n\r\n"));
            }
        }
        assertThat(fingerprint()).isEqualTo(before);
    }

    private void spoil(List<Good> family) {
        String before = fingerprint();
        Malformed spoiler = new Malformed(seed, key);
        for (int i = 0; i < EACH; i++) {
            Malformed.Spoilt spoilt = spoiler.next(family);
            try (Wire wire = Wire.to(shop.port())) {
                judge("seed " + seed + ", request " + i + ", " + spoilt.what(), sendAll(wire, spoilt.bytes()));
            } catch (IOException e) {
                throw new AssertionError("seed " + seed + ", request " + i + ", " + spoilt.what(), e);
            }
            if (i % 25 == 0) {
                shop.admin.get("/api/products/" + sku).is(200);
            }
        }
        assertThat(fingerprint()).as("seed %s", seed).isEqualTo(before);
        String token =
                shop.store.post("/api/cart/reserve", Shop.item(sku, 1)).is(201).text("/id");
        shop.store.delete("/api/cart/reserve/" + token).is(204);
    }

    private Wire.Heard hear(String request) throws IOException {
        try (Wire wire = Wire.to(shop.port())) {
            return wire.say(request).hear();
        }
    }

    /** The server may have closed the connection before it has heard all. */
    private static Wire.Heard sendAll(Wire wire, byte[] bytes) throws IOException {
        try {
            wire.say(bytes).finish();
        } catch (IOException closedAlready) {
            // what it said before is heard all the same
        }
        return wire.hear();
    }

    private static void judge(String what, Wire.Heard heard) {
        if (heard.status() == 0) {
            return; // closed without a word
        }
        assertThat(heard.status()).as("%s: %s", what, heard.body()).isBetween(400, 499);
        assertThat(heard.header("content-type"))
                .as("%s: %s", what, heard.body())
                .isEqualTo(Reply.PROBLEM);
        assertThat(heard.body()).as(what).startsWith("{\"type\":\"/problems/");
    }

    /** Every row of every table. */
    private String fingerprint() {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : shop.pharmacy.rows(
                "select table_name from information_schema.tables where table_schema = 'public' order by table_name")) {
            rows.put(
                    table,
                    shop.pharmacy.rows("select * from \"" + table + "\"").stream()
                            .sorted()
                            .toList());
        }
        assertThat(rows)
                .containsKeys("product", "cart_hold", "sales_order", "inventory_movement", "idempotency_answer");
        return rows.toString();
    }
}
