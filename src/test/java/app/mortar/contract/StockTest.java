package app.mortar.contract;

import static app.mortar.testing.Shop.item;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.access.Scope;
import app.mortar.testing.Caller.Answer;
import app.mortar.testing.Db;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** {@code /api/stock} and {@code /api/movements}. */
@ParameterizedClass
@EnumSource(Db.class)
class StockTest extends ShopTest {
    private static final String RECEIPTS = "/api/stock/receipts";
    private static final String WRITE_OFFS = "/api/stock/write-offs";
    private static final String QUARANTINE = "/api/stock/quarantine";
    private static final String RECALLS = "/api/stock/recalls";

    private static String receipt(String reference, String... lines) {
        return "{'reference':'" + reference + "','lines':[" + String.join(",", lines) + "]}";
    }

    private static String line(String sku, String batch, LocalDate expiry, int units) {
        return "{'sku':'" + sku + "','batchNumber':'" + batch + "','expiryDate':'" + expiry + "','quantity':" + units
                + "}";
    }

    private static String batch(String sku, String batch, int units, String rest) {
        return "{'sku':'" + sku + "','batchNumber':'" + batch + "','quantity':" + units + "," + rest + "}";
    }

    private int onShelf(String sku) {
        return shop.stock.get("/api/products/" + sku).is(200).number("/stockQuantity");
    }

    private String holdStatus(String token) {
        return shop.store.get("/api/cart/reserve/" + token).is(200).text("/status");
    }

    @Test
    void a_receipt_is_booked_once_however_often_it_is_sent() {
        String sku = shop.product();
        String reference = shop.fresh("GRN");
        String body = "{'reference':'" + reference + "','supplier':'Kora','lines':[{'sku':'" + sku
                + "','batchNumber':'B1','expiryDate':'2027-05-31','quantity':10,'unitCost':12.5}]}";
        Answer booked = shop.stock.post(RECEIPTS, body).is(201);
        assertThat(booked.text("/reference")).isEqualTo(reference);
        assertThat(booked.text("/supplier")).isEqualTo("Kora");
        assertThat(booked.text("/lines/0/sku")).isEqualTo(sku);
        assertThat(booked.number("/lines/0/quantity")).isEqualTo(10);
        assertThat(booked.body()).contains("\"unitCost\":12.5");
        shop.clock.pass(Duration.ofMinutes(1));
        Answer again = shop.stock.post(RECEIPTS, body).is(200);
        assertThat(again.body()).isEqualTo(booked.body());
        assertThat(onShelf(sku)).isEqualTo(10);
        shop.stock
                .post(RECEIPTS, body.replace("'quantity':10", "'quantity':11"))
                .refused(409, "duplicate");
        assertThat(onShelf(sku)).isEqualTo(10);
        shop.with(Scope.STOCK_WRITE).post(RECEIPTS, body).is(201);
        assertThat(onShelf(sku)).as("references are per key").isEqualTo(20);
    }

    @Test
    void a_receipt_is_booked_whole_or_not_at_all_and_the_bad_line_is_named() {
        String good = shop.product();
        String bad = shop.product();
        LocalDate today = shop.today();
        String ref = shop.fresh("GRN");
        for (LocalDate expired : List.of(today, today.minusDays(1))) {
            Answer no = shop.stock
                    .post(RECEIPTS, receipt(ref, line(good, "G", today.plusDays(9), 1), line(bad, "X", expired, 1)))
                    .refused(409, "expired-on-arrival");
            assertThat(no.number("/line")).isEqualTo(2);
            assertThat(no.text("/sku")).isEqualTo(bad);
        }
        shop.stock
                .post(RECEIPTS, receipt(ref, line(good, "G", today.plusDays(9), 1)))
                .is(201);
        Answer other = shop.stock
                .post(RECEIPTS, receipt(shop.fresh("GRN"), line(good, "G", today.plusDays(10), 1)))
                .refused(409, "batch-conflict");
        assertThat(other.number("/line")).isEqualTo(1);
        assertThat(other.text("/sku")).isEqualTo(good);
        shop.stock
                .post(
                        RECEIPTS,
                        receipt(
                                shop.fresh("GRN"),
                                line(bad, "S", today.plusDays(9), 1),
                                line(bad, "S", today.plusDays(8), 1)))
                .refused(409, "batch-conflict");
        assertThat(onShelf(bad)).isZero();
        assertThat(onShelf(good)).isEqualTo(1);
    }

    @Test
    void a_receipt_names_every_unknown_product() {
        Answer no = shop.stock
                .post(
                        RECEIPTS,
                        receipt(
                                "r",
                                line("NIX", "B", shop.today().plusDays(9), 1),
                                line("NUX", "B", shop.today().plusDays(9), 1)))
                .refused(404, "unknown-product");
        assertThat(no.at("/unknown").size()).isEqualTo(2);
    }

    @Test
    void an_expiry_date_is_left_out_exactly_for_what_does_not_expire() {
        String expires = shop.product();
        String plaster = shop.fresh("PLASTER");
        shop.stock
                .post("/api/products", "{'sku':'" + plaster + "','name':'Plaster','expires':false}")
                .is(201);
        String ref = shop.fresh("GRN");
        String good = line(expires, "B", shop.today().plusDays(9), 1);
        Answer no = shop.stock
                .post(RECEIPTS, receipt(ref, good, "{'sku':'" + expires + "','batchNumber':'B','quantity':1}"))
                .wrong("lines[1].expiryDate");
        assertThat(no.number("/line")).isEqualTo(2);
        assertThat(no.text("/sku")).isEqualTo(expires);
        shop.stock
                .post(RECEIPTS, receipt(ref, line(plaster, "B", shop.today().plusDays(9), 1)))
                .wrong("lines[0].expiryDate");
        shop.stock
                .post(RECEIPTS, receipt(ref, "{'sku':'" + plaster + "','batchNumber':'B','quantity':1}"))
                .is(201);
        shop.receive(plaster, "B2", null, 1);
        Answer batches = shop.stock.get("/api/products/" + plaster + "/batches").is(200);
        assertThat(batches.at("/items/0/expiryDate").isNull()).isTrue();
        assertThat(batches.text("/items/0/expiryStage")).isEqualTo("NONE");
        assertThat(shop.available(plaster)).isEqualTo(2);
    }

    @Test
    void a_mistake_in_a_line_carries_its_number_and_sku() {
        Answer no = shop.stock
                .post(RECEIPTS, receipt("r", line("A", "B", shop.today(), 1), line("C", "B", shop.today(), 0)))
                .wrong("lines[1].quantity");
        assertThat(no.number("/line")).isEqualTo(2);
        assertThat(no.text("/sku")).isEqualTo("C");
    }

    @Test
    void more_than_a_shelf_can_count_is_refused() {
        String sku = shop.product();
        shop.receive(sku, "B", shop.today().plusDays(9), Integer.MAX_VALUE);
        shop.stock
                .post(RECEIPTS, receipt("many", line(sku, "B", shop.today().plusDays(9), 1)))
                .wrong("lines[0].quantity");
    }

    @Test
    void a_write_off_takes_units_out_and_is_booked_once_per_reference() {
        String sku = shop.product(10);
        String body = batch(sku, "B1", 3, "'reason':'DAMAGED','note':'dropped','reference':'" + shop.fresh("W") + "'");
        Answer done = shop.stock.post(WRITE_OFFS, body).is(201);
        assertThat(done.at("/affected").isEmpty()).isTrue();
        shop.stock.post(WRITE_OFFS, body).is(200);
        assertThat(onShelf(sku)).isEqualTo(7);
        shop.stock.post(WRITE_OFFS, body.replace(":3", ":2")).refused(409, "duplicate");
        JsonNode waste =
                shop.stock.get("/api/movements?sku=" + sku + "&limit=1").is(200).at("/items/0");
        assertThat(waste.path("type").asString()).isEqualTo("WASTE");
        assertThat(waste.path("quantity").intValue()).isEqualTo(-3);
        assertThat(waste.path("reason").asString()).isEqualTo("DAMAGED");
    }

    @Test
    void good_units_that_are_promised_cannot_be_written_off_or_set_aside() {
        String sku = shop.product(10);
        String token = shop.hold(sku, 8);
        Answer held = shop.stock
                .post(WRITE_OFFS, batch(sku, "B1", 3, "'reason':'LOST'"))
                .refused(409, "units-held");
        assertThat(held.number("/shortages/0/available")).isEqualTo(2);
        shop.stock.post(QUARANTINE, batch(sku, "B1", 3, "'action':'HOLD'")).refused(409, "units-held");
        shop.stock.post(WRITE_OFFS, batch(sku, "B1", 2, "'reason':'LOST'")).is(201);
        assertThat(holdStatus(token)).isEqualTo("ACTIVE");
    }

    @Test
    void more_than_is_there_is_insufficient_stock() {
        String sku = shop.product(5);
        Answer no = shop.stock
                .post(WRITE_OFFS, batch(sku, "B1", 6, "'reason':'LOST'"))
                .refused(409, "insufficient-stock");
        assertThat(no.number("/shortages/0/available")).isEqualTo(5);
        shop.stock.post(QUARANTINE, batch(sku, "B1", 6, "'action':'HOLD'")).refused(409, "insufficient-stock");
        shop.stock.post(QUARANTINE, batch(sku, "B1", 1, "'action':'RELEASE'")).refused(409, "insufficient-stock");
    }

    @Test
    void unknown_batches_and_products_are_404() {
        String sku = shop.product(5);
        for (String path : List.of(WRITE_OFFS, QUARANTINE)) {
            String rest = path.equals(QUARANTINE) ? "'action':'HOLD'" : "'reason':'LOST'";
            shop.stock.post(path, batch(sku, "NIX", 1, rest)).refused(404, "not-found");
            shop.stock
                    .post(path, batch(sku, "B1", 1, rest + ",'expiryDate':'2030-01-01'"))
                    .refused(404, "not-found");
            shop.stock.post(path, batch("NIX", "B1", 1, rest)).refused(404, "unknown-product");
        }
        shop.stock.post(RECALLS, "{'sku':'" + sku + "','batchNumber':'NIX'}").refused(404, "not-found");
        shop.stock.post(RECALLS, "{'sku':'NIX','batchNumber':'B1'}").refused(404, "unknown-product");
    }

    @Test
    void what_has_not_expired_cannot_be_written_off_as_expired() {
        String sku = shop.product();
        shop.receive(sku, "B1", shop.today().plusDays(1), 5);
        shop.stock.post(WRITE_OFFS, batch(sku, "B1", 1, "'reason':'EXPIRED'")).refused(409, "conflict");
        shop.clock.pass(Duration.ofDays(1));
        shop.stock.post(WRITE_OFFS, batch(sku, "B1", 1, "'reason':'EXPIRED'")).is(201);
    }

    @Test
    void holds_on_expired_units_are_planned_again_or_broken_and_listed() {
        String sku = shop.product();
        shop.receive(sku, "OLD", shop.today().plusDays(1), 3);
        shop.clock.set(shop.today().atTime(22, 50).toInstant(java.time.ZoneOffset.UTC));
        String token = shop.hold(sku, 3);
        String order = shop.order("PENDING", item(sku, 1));
        shop.clock.pass(Duration.ofMinutes(12));
        Answer done = shop.stock
                .post(WRITE_OFFS, batch(sku, "OLD", 3, "'reason':'EXPIRED'"))
                .is(201);
        assertThat(done.text("/affected/0/reservationId")).isEqualTo(token);
        assertThat(done.text("/affected/0/outcome")).isEqualTo("BROKEN");
        assertThat(done.text("/affected/0/sku")).isEqualTo(sku);
        assertThat(done.number("/affected/0/quantity")).isEqualTo(3);
        Answer broken = shop.store.get("/api/cart/reserve/" + token).is(200);
        assertThat(broken.text("/status")).isEqualTo("RELEASED");
        assertThat(broken.text("/releasedReason")).contains("expired");
        assertThat(shop.store.get("/api/orders/" + order).is(200).text("/status"))
                .isEqualTo("PENDING");
        assertThat(onShelf(sku)).isZero();
    }

    @Test
    void quarantine_sets_units_aside_and_gives_them_free_again() {
        String sku = shop.product(10);
        Answer aside = shop.stock
                .post(QUARANTINE, batch(sku, "B1", 4, "'action':'HOLD','note':'wet'"))
                .is(201);
        assertThat(aside.at("/affected").isArray()).isTrue();
        assertThat(shop.available(sku)).isEqualTo(6);
        assertThat(onShelf(sku)).isEqualTo(10);
        shop.stock.post(QUARANTINE, batch(sku, "B1", 3, "'action':'release'")).is(201);
        assertThat(shop.available(sku)).isEqualTo(9);
        shop.stock.post(WRITE_OFFS, batch(sku, "B1", 10, "'reason':'DAMAGED'")).is(201);
        assertThat(onShelf(sku)).as("quarantine never blocks a write-off").isZero();
    }

    @Test
    void a_recall_takes_the_batch_out_of_sale_at_once_and_names_everybody_concerned() {
        String sku = shop.product();
        shop.receive(sku, "BAD", shop.today().plusDays(100), 10);
        String served = shop.order("CONFIRMED", item(sku, 2));
        shop.store
                .patch("/api/orders/" + served + "/status", "{'status':'DELIVERED'}")
                .is(200);
        String order = shop.order("CONFIRMED", item(sku, 3));
        String token = shop.hold(sku, 4);
        shop.receive(sku, "OK", shop.today().plusDays(200), 3);
        String body = "{'sku':'" + sku + "','batchNumber':'BAD','note':'maker letter'}";
        Answer recall = shop.stock.post(RECALLS, body).is(201);
        assertThat(recall.text("/sku")).isEqualTo(sku);
        assertThat(recall.text("/batchNumber")).isEqualTo("BAD");
        assertThat(recall.number("/onShelf")).isEqualTo(8);
        assertThat(recall.each("/affected", "outcome")).containsExactlyInAnyOrder("REPLANNED", "BROKEN");
        assertThat(recall.each("/affected", "orderId")).contains(order);
        assertThat(recall.each("/affected", "reservationId")).contains(token);
        assertThat(recall.at("/affected").valueStream().filter(row -> row.path("orderId")
                        .isString()))
                .allSatisfy(row ->
                        assertThat(row.path("reservationId").asString("")).isEmpty());
        assertThat(recall.each("/served", "orderId")).containsExactly(served);
        assertThat(recall.number("/served/0/quantity")).isEqualTo(2);
        assertThat(recall.text("/served/0/externalRef")).startsWith("web");
        assertThat(holdStatus(token)).isEqualTo("RELEASED");
        assertThat(shop.store.get("/api/cart/reserve/" + token).text("/releasedReason"))
                .contains("recalled");
        assertThat(shop.available(sku)).isZero();
        shop.stock.post(RECALLS, body).is(200);
        assertThat(shop.stock.get("/api/products/" + sku + "/batches").is(200).each("/items", "status"))
                .containsExactly("RECALLED", "AVAILABLE");
        shop.stock
                .post(
                        RECEIPTS,
                        receipt(shop.fresh("GRN"), line(sku, "BAD", shop.today().plusDays(100), 1)))
                .refused(409, "batch-conflict");
        shop.stock.post(WRITE_OFFS, batch(sku, "BAD", 8, "'reason':'RECALLED'")).is(201);
    }

    // ---- the ledger ----

    @Test
    void a_movement_says_what_when_who_why_and_for_which_document() {
        String sku = shop.product();
        String ref = shop.fresh("GRN");
        shop.stock
                .post(RECEIPTS, receipt(ref, line(sku, "B1", LocalDate.of(2028, 2, 29), 10)))
                .is(201);
        shop.clock.pass(Duration.ofSeconds(1));
        String order = shop.order("CONFIRMED", item(sku, 4));
        shop.store
                .patch("/api/orders/" + order + "/status", "{'status':'DISPATCHED'}")
                .is(200);
        Answer ledger = shop.stock.get("/api/movements?sku=" + sku).is(200);
        assertThat(ledger.each("/items", "type")).as("newest first").containsExactly("OUT", "IN");
        assertThat(ledger.each("/items", "quantity")).containsExactly("-4", "10");
        assertThat(ledger.each("/items", "sku")).containsOnly(sku);
        assertThat(ledger.each("/items", "batchNumber")).containsOnly("B1");
        assertThat(ledger.each("/items", "expiryDate")).containsOnly("2028-02-29");
        assertThat(ledger.text("/items/0/at")).isEqualTo(shop.clock.instant().toString());
        assertThat(ledger.text("/items/0/by")).startsWith("key-");
        assertThat(ledger.text("/items/0/reference")).startsWith("web-");
        assertThat(ledger.text("/items/1/reference")).isEqualTo(ref);
        assertThat(ledger.at("/items/1/reason").isNull()).isTrue();
    }

    @Test
    void days_are_the_pharmacys_and_both_ends_belong_to_them() {
        String sku = shop.product();
        LocalDate day = shop.today().plusDays(1);
        // 23:30 and, an hour later, 00:30 in Lagos; 22:30 and 23:30 of the same day in UTC
        shop.clock.set(day.atTime(22, 30).toInstant(java.time.ZoneOffset.UTC));
        shop.receive(sku, "EVENING", day.plusDays(300), 1);
        shop.clock.pass(Duration.ofHours(1));
        shop.receive(sku, "NIGHT", day.plusDays(300), 1);
        String list = "/api/movements?sku=" + sku;
        LocalDate next = day.plusDays(1);
        assertThat(shop.stock.get(list + "&from=" + day + "&to=" + day).is(200).each("/items", "batchNumber"))
                .containsExactly("EVENING");
        assertThat(shop.stock
                        .get(list + "&from=" + next + "&to=" + next)
                        .is(200)
                        .each("/items", "batchNumber"))
                .containsExactly("NIGHT");
        assertThat(shop.stock
                        .get(list + "&from=" + day + "&to=" + next)
                        .is(200)
                        .at("/items")
                        .size())
                .isEqualTo(2);
        assertThat(shop.stock
                        .get(list + "&from=" + next.plusDays(1))
                        .is(200)
                        .at("/items")
                        .isEmpty())
                .isTrue();
        assertThat(shop.stock
                        .get(list + "&to=" + day.minusDays(1))
                        .is(200)
                        .at("/items")
                        .isEmpty())
                .isTrue();
        shop.stock.get(list + "&to=9999-12-31&from=1900-01-01").is(200);
    }

    @Test
    void walking_all_pages_meets_each_movement_once() {
        String sku = shop.product();
        List<String> booked = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            shop.receive(sku, "B" + i, shop.today().plusDays(100), 1);
            booked.addFirst("B" + i);
        }
        List<String> walked = new ArrayList<>();
        String cursor = "";
        while (true) {
            Answer page = shop.stock
                    .get("/api/movements?sku=" + sku + "&limit=2" + cursor)
                    .is(200);
            walked.addAll(page.each("/items", "batchNumber"));
            if (page.at("/nextCursor").isNull()) {
                break;
            }
            cursor = "&cursor=" + page.text("/nextCursor");
        }
        assertThat(walked).containsExactlyElementsOf(booked);
    }
}
