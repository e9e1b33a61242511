package app.mortar.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.testing.Caller;
import app.mortar.testing.Db;
import app.mortar.testing.Shop;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be meant is a 400 that names the field; nothing is held. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalTest {
    private static final String RESERVE = "/api/cart/reserve";
    private final Shop shop = Shop.open(Db.H2);

    @AfterAll
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'sku':'A','quantity':0} | quantity",
                "{'sku':'A','quantity':-1} | quantity",
                "{'sku':'A','quantity':1.0} | quantity",
                "{'sku':'A','quantity':1.5} | quantity",
                "{'sku':'A','quantity':1e1} | quantity",
                "{'sku':'A','quantity':1E0} | quantity",
                "{'sku':'A','quantity':'1'} | quantity",
                "{'sku':'A','quantity':true} | quantity",
                "{'sku':'A','quantity':null} | quantity",
                "{'sku':'A','quantity':[1]} | quantity",
                "{'sku':'A','quantity':2147483648} | quantity",
                "{'sku':'A','quantity':9223372036854775808} | quantity",
                "{'sku':'A','quantity':99999999999999999999999999} | quantity",
                "{'sku':'A'} | quantity",
                "{'quantity':1} | sku",
                "{'sku':'','quantity':1} | sku",
                "{'sku':' A','quantity':1} | sku",
                "{'sku':7,'quantity':1} | sku",
                "{'sku':'A\\u0000','quantity':1} | sku",
                "{'sku':'A\\ud800','quantity':1} | sku",
                "{'sku':'A','productId':'1','quantity':1} | productId",
                "{'sku':'A','quantity':1,'colour':'red'} | colour",
                "{'items':[{'sku':'A','quantity':1,'colour':'red'}]} | items[0].colour",
                "{'items':[{'sku':'A','quantity':1},{'sku':'A','quantity':0}]} | items[1].quantity",
                "{'items':[{'sku':'A','quantity':1}],'sku':'A','quantity':1} | items",
                "{'items':[{'sku':'A','quantity':1}],'quantity':1} | items",
                "{'items':[]} | items",
                "{'items':{}} | items",
                "{'items':[7]} | items[0]",
                "{'items':[null]} | items[0]",
                "{} | items",
                "{'cartId':'c'} | items",
                "{'cartId':7,'sku':'A','quantity':1} | cartId",
                "{'cartId':'','sku':'A','quantity':1} | cartId",
                "{'sku':'A','sku':'A','quantity':1} | body",
                "{'sku':'A','quantity':1,'quantity':2} | body",
                "{'items':[{'sku':'A','quantity':1,'quantity':2}]} | body",
                "{'sku':'A','quantity':1}{} | body",
                "{'sku':'A','quantity':1} x | body",
                "[] | body",
                "null | body",
                "7 | body",
                "'text' | body",
                "{'sku':'A','quantity':NaN} | body",
                "{'sku':'A','quantity':01} | body",
                "{'sku':'A','quantity':+1} | body",
                "{'sku':'A','quantity':0x1} | body",
                "{'sku':'A','quantity':1,} | body",
                "{sku:'A','quantity':1} | body",
                "{'sku':'A','quantity':1 | body",
                "not json | body",
            })
    void a_cart_that_cannot_be_meant_is_refused_and_the_field_is_named(String body, String field) {
        shop.store.post(RESERVE, body).wrong(field);
    }

    @Test
    void an_empty_body_is_not_json() {
        shop.store.send("POST", RESERVE, new byte[0]).wrong("body");
    }

    @Test
    void a_body_that_is_not_utf8_is_refused() {
        byte[] latin1 = "{\"sku\":\"Ä\",\"quantity\":1}".getBytes(StandardCharsets.ISO_8859_1);
        shop.store.send("POST", RESERVE, latin1).wrong("body");
        shop.store
                .send("POST", RESERVE, "{\"sku\":\"A\",\"quantity\":1}".getBytes(StandardCharsets.UTF_16))
                .wrong("body");
    }

    @Test
    void a_cart_id_has_at_most_100_characters() {
        String sku = shop.product(2);
        String rest = "','sku':'" + sku + "','quantity':1}";
        shop.store.post(RESERVE, "{'cartId':'" + "c".repeat(101) + rest).wrong("cartId");
        shop.store.post(RESERVE, "{'cartId':'" + "c".repeat(100) + rest).is(201);
    }

    @Test
    void every_mistake_is_named_at_once() {
        Caller.Answer answer = shop.store
                .post(RESERVE, "{'items':[{'sku':'A','quantity':0},{'quantity':'x'}],'colour':1}")
                .refused(400, "invalid-request");
        assertThat(answer.each("/errors", "field"))
                .contains("items[0].quantity", "items[1].sku", "items[1].quantity", "colour");
        assertThat(answer.number("/line")).isEqualTo(1);
        assertThat(answer.text("/sku")).isEqualTo("A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=501",
                "limit=-1",
                "limit=x",
                "limit=1.0",
                "limit=99999999999",
                "limit=1&limit=2",
                "cursor=x",
                "cursor=LTE6MQ",
                "cursor=AAAA",
                "cursor=%00",
                "colour=red",
                "limit=%C3%28",
            })
    void a_limit_cursor_or_filter_that_cannot_be_meant_is_refused_on_every_list(String query) {
        String sku = shop.product(1);
        for (String list :
                List.of("/api/orders", "/api/products", "/api/products/" + sku + "/batches", "/api/movements")) {
            shop.admin.get(list + "?" + query).refused(400, "invalid-request");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/orders?status=LOST",
                "/api/products?lowStock=yes",
                "/api/movements?from=2026-02-30",
                "/api/movements?to=10.03.2026",
                "/api/movements?from=2026-03-02&to=2026-03-01",
                "/api/movements?from=1899-12-31",
                "/api/products?q=%20",
                "/api/products?q=%C3%28",
            })
    void a_filter_that_cannot_be_meant_is_refused(String target) {
        shop.admin.get(target).refused(400, "invalid-request");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'items':[{'sku':'A','quantity':1}]} | externalRef",
                "{'externalRef':'e','channel':'MAIL','items':[{'sku':'A','quantity':1}]} | channel",
                "{'externalRef':'e','status':'DISPATCHED','items':[{'sku':'A','quantity':1}]} | status",
                "{'externalRef':'e','status':'LOST','items':[{'sku':'A','quantity':1}]} | status",
                "{'externalRef':'e','items':[]} | items",
                "{'externalRef':'e'} | items",
                "{'externalRef':'e','customer':'Ada','items':[{'sku':'A','quantity':1}]} | customer",
                "{'externalRef':'e','promisedAt':'soon','items':[{'sku':'A','quantity':1}]} | promisedAt",
                "{'externalRef':'e','promisedAt':'+999999999-12-31T23:59:59Z','items':[{'sku':'A','quantity':1}]} | promisedAt",
                "{'externalRef':'e','promisedAt':'2026-03-10','items':[{'sku':'A','quantity':1}]} | promisedAt",
                "{'externalRef':'e','stockUpdated':true,'items':[{'sku':'A','quantity':1}]} | stockUpdated",
                "{'externalRef':'e','items':[{'sku':'A','quantity':1.0}]} | items[0].quantity",
            })
    void an_order_that_cannot_be_meant_is_refused(String body, String field) {
        shop.store.post("/api/orders", body).wrong(field);
    }

    @Test
    void an_order_has_at_most_100_lines() {
        String lines = IntStream.rangeClosed(0, 100)
                .mapToObj(i -> Shop.item("S" + i, 1))
                .collect(Collectors.joining(","));
        shop.store
                .post("/api/orders", "{'externalRef':'e','items':[" + lines + "]}")
                .wrong("items");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name':'N'} | sku",
                "{'sku':'A'} | name",
                "{'sku':'A ','name':'N'} | sku",
                "{'sku':'A','name':'N','price':-1} | price",
                "{'sku':'A','name':'N','price':1.00001} | price",
                "{'sku':'A','name':'N','price':'1'} | price",
                "{'sku':'A','name':'N','price':1e999999999} | price",
                "{'sku':'A','name':'N','price':1000000000000000} | price",
                "{'sku':'A','name':'N','gtin':'09520123456789'} | gtin",
                "{'sku':'A','name':'N','gtin':'123'} | gtin",
                "{'sku':'A','name':'N','gtin':'0952012345678x'} | gtin",
                "{'sku':'A','name':'N','gtin':9520123456788} | gtin",
                "{'sku':'A','name':'N','minStockLevel':-1} | minStockLevel",
                "{'sku':'A','name':'N','reorderQuantity':0} | reorderQuantity",
                "{'sku':'A','name':'N','expires':'yes'} | expires",
                "{'sku':'A','name':'N','active':1} | active",
                "{'sku':'A','name':'N','stockQuantity':5} | stockQuantity",
                "{'sku':'A','name':'N','id':'5'} | id",
            })
    void a_product_that_cannot_be_meant_is_refused(String body, String field) {
        shop.stock.post("/api/products", body).wrong(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/api/stock/receipts | {'lines':[{'sku':'A','batchNumber':'B','quantity':1}]} | reference",
                "/api/stock/receipts | {'reference':'r'} | lines",
                "/api/stock/receipts | {'reference':'r','lines':[]} | lines",
                "/api/stock/receipts | {'reference':'r','lines':[{'sku':'A','quantity':1}]} | lines[0].batchNumber",
                "/api/stock/receipts | {'reference':'r','lines':[{'sku':'A','batchNumber':12,'quantity':1}]} | lines[0].batchNumber",
                "/api/stock/receipts | {'reference':'r','lines':[{'sku':'A','batchNumber':'B','expiryDate':'2027-02-30','quantity':1}]} | lines[0].expiryDate",
                "/api/stock/receipts | {'reference':'r','lines':[{'sku':'A','batchNumber':'B','expiryDate':'2027-02','quantity':1}]} | lines[0].expiryDate",
                "/api/stock/receipts | {'reference':'r','lines':[{'sku':'A','batchNumber':'B','quantity':1,'unitCost':-0.1}]} | lines[0].unitCost",
                "/api/stock/write-offs | {'sku':'A','batchNumber':'B','quantity':1} | reason",
                "/api/stock/write-offs | {'sku':'A','batchNumber':'B','quantity':1,'reason':'THEFT'} | reason",
                "/api/stock/write-offs | {'sku':'A','batchNumber':'B','quantity':0,'reason':'LOST'} | quantity",
                "/api/stock/quarantine | {'sku':'A','batchNumber':'B','quantity':1} | action",
                "/api/stock/quarantine | {'sku':'A','batchNumber':'B','quantity':1,'action':'KEEP'} | action",
                "/api/stock/recalls | {'sku':'A'} | batchNumber",
                "/api/stock/recalls | {'sku':'A','batchNumber':'B','quantity':1} | quantity",
            })
    void a_stock_document_that_cannot_be_meant_is_refused(String target, String body, String field) {
        shop.stock.post(target, body).wrong(field);
    }
}
