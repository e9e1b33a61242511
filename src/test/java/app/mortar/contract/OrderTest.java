package app.mortar.contract;

import static app.mortar.testing.Shop.item;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.testing.Caller.Answer;
import app.mortar.testing.Db;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** {@code /api/orders}. */
@ParameterizedClass
@EnumSource(Db.class)
class OrderTest extends ShopTest {
    private static final String ORDERS = "/api/orders";

    private Answer place(String ref, String rest) {
        return shop.store.post(ORDERS, "{'externalRef':'" + ref + "'," + rest + "}");
    }

    private Answer move(String id, String status) {
        return shop.store.patch(ORDERS + "/" + id + "/status", "{'status':'" + status + "'}");
    }

    private Answer show(String id) {
        return shop.store.get(ORDERS + "/" + id).is(200);
    }

    private Answer product(String sku) {
        return shop.admin.get("/api/products/" + sku).is(200);
    }

    private List<String> movements(String sku, String type) {
        return shop.admin
                .get("/api/movements?sku=" + sku)
                .is(200)
                .at("/items")
                .valueStream()
                .filter(row -> row.path("type").asString().equals(type))
                .map(row -> row.path("batchNumber").asString() + " " + row.path("quantity"))
                .toList();
    }

    private String holdStatus(String token) {
        return shop.store.get("/api/cart/reserve/" + token).is(200).text("/status");
    }

    @Test
    void an_order_is_placed_pending_and_retail_unless_said_otherwise() {
        String sku = shop.product(5);
        String ref = shop.fresh("web");
        Answer placed = place(ref, "'items':[" + item(sku, 2) + "],'customer':{'name':'Ada','phones':['1']}")
                .is(201);
        assertThat(placed.text("/id")).isNotBlank();
        assertThat(placed.text("/externalRef")).isEqualTo(ref);
        assertThat(placed.text("/channel")).isEqualTo("RETAIL");
        assertThat(placed.text("/status")).isEqualTo("PENDING");
        assertThat(placed.at("/reservationId").isNull()).isTrue();
        assertThat(placed.text("/items/0/sku")).isEqualTo(sku);
        assertThat(placed.number("/items/0/quantity")).isEqualTo(2);
        assertThat(placed.at("/items/0/allocations").isEmpty()).isTrue();
        assertThat(placed.at("/stockUpdated").booleanValue()).isFalse();
        assertThat(placed.at("/stockUpdatedAt").isNull()).isTrue();
        assertThat(placed.text("/createdAt")).isEqualTo(shop.clock.instant().toString());
        assertThat(placed.text("/updatedAt")).endsWith("Z");
        assertThat(show(placed.text("/id")).body()).isEqualTo(placed.body());
        assertThat(shop.available(sku)).as("a pending order takes nothing").isEqualTo(5);
    }

    @Test
    void channel_and_promised_moment_are_kept() {
        String sku = shop.product(1);
        Answer placed = place(
                        shop.fresh("web"),
                        "'channel':'wholesale','promisedAt':'2026-04-01T12:00:00+01:00','items':[" + item(sku, 1) + "]")
                .is(201);
        assertThat(placed.text("/channel")).isEqualTo("WHOLESALE");
        assertThat(placed.text("/promisedAt")).isEqualTo("2026-04-01T11:00:00Z");
    }

    @Test
    void the_same_reference_again_answers_the_order_as_it_stands_and_another_key_has_its_own() {
        String sku = shop.product(5);
        String ref = shop.fresh("web");
        Answer first = place(ref, "'items':[" + item(sku, 1) + "]").is(201);
        move(first.text("/id"), "CONFIRMED").is(200);
        Answer again = place(ref, "'items':[" + item(sku, 3) + "]").is(200);
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(again.text("/status")).isEqualTo("CONFIRMED");
        assertThat(again.number("/items/0/quantity")).isEqualTo(1);
        Answer rivals = shop.rival
                .post(ORDERS, "{'externalRef':'" + ref + "','items':[" + item(sku, 1) + "]}")
                .is(201);
        assertThat(rivals.text("/id")).isNotEqualTo(first.text("/id"));
    }

    @Test
    void confirmed_at_once_allocates_there_and_then_or_the_order_is_not_created() {
        String sku = shop.product(5);
        String ref = shop.fresh("web");
        Answer no = place(ref, "'status':'CONFIRMED','items':[" + item(sku, 6) + "]")
                .refused(409, "insufficient-stock");
        assertThat(no.number("/shortages/0/available")).isEqualTo(5);
        Answer yes = place(ref, "'status':'confirmed','items':[" + item(sku, 4) + "]")
                .is(201);
        assertThat(yes.text("/status")).isEqualTo("CONFIRMED");
        assertThat(yes.each("/items/0/allocations", "batchNumber")).containsExactly("B1");
        assertThat(yes.number("/items/0/allocations/0/quantity")).isEqualTo(4);
        assertThat(yes.text("/items/0/allocations/0/expiryDate")).hasSize(10);
        assertThat(shop.available(sku)).isEqualTo(1);
    }

    @Test
    void a_pending_order_that_cannot_be_confirmed_stays_pending() {
        String sku = shop.product(5);
        String id = shop.order("PENDING", item(sku, 6));
        move(id, "CONFIRMED").refused(409, "insufficient-stock");
        move(id, "DELIVERED").refused(409, "insufficient-stock");
        assertThat(show(id).text("/status")).isEqualTo("PENDING");
    }

    @Test
    void a_named_hold_becomes_a_commitment_without_a_timer() {
        String sku = shop.product(5);
        String token = shop.hold(sku, 5);
        Answer placed = place(shop.fresh("web"), "'status':'CONFIRMED','reservationId':'" + token + "'")
                .is(201);
        assertThat(placed.text("/reservationId")).isEqualTo(token);
        assertThat(placed.number("/items/0/quantity")).isEqualTo(5);
        assertThat(holdStatus(token)).isEqualTo("COMMITTED");
        shop.clock.pass(Duration.ofHours(3));
        shop.pharmacy.sweep();
        assertThat(shop.available(sku)).isZero();
        assertThat(holdStatus(token)).isEqualTo("COMMITTED");
    }

    @Test
    void items_beside_a_reservation_must_be_its_own() {
        String sku = shop.product(5);
        String token = shop.hold(sku, 2);
        String ref = shop.fresh("web");
        place(ref, "'reservationId':'" + token + "','items':[" + item(sku, 3) + "]")
                .refused(409, "items-differ");
        place(ref, "'reservationId':'" + token + "','items':[" + item(sku, 1) + "," + item(sku, 1) + "]")
                .is(201);
    }

    @Test
    void a_lapsed_hold_is_allocated_anew_if_stock_is_there() {
        String sku = shop.product(5);
        String token = shop.hold(sku, 5);
        shop.clock.pass(Duration.ofMinutes(20));
        String rivals =
                shop.rival.post("/api/cart/reserve", item(sku, 1)).is(201).text("/id");
        String ref = shop.fresh("web");
        place(ref, "'status':'CONFIRMED','reservationId':'" + token + "'").refused(409, "insufficient-stock");
        shop.rival.delete("/api/cart/reserve/" + rivals).is(204);
        place(ref, "'status':'CONFIRMED','reservationId':'" + token + "'").is(201);
        assertThat(shop.available(sku)).isZero();
    }

    @Test
    void a_hold_of_another_order_or_a_released_one_is_closed_and_an_unknown_one_is_404() {
        String sku = shop.product(5);
        String token = shop.hold(sku, 1);
        place(shop.fresh("web"), "'reservationId':'" + token + "'").is(201);
        place(shop.fresh("web"), "'reservationId':'" + token + "'").refused(409, "reservation-closed");
        String released = shop.hold(sku, 1);
        shop.store.delete("/api/cart/reserve/" + released).is(204);
        place(shop.fresh("web"), "'reservationId':'" + released + "'").refused(409, "reservation-closed");
        place(shop.fresh("web"), "'reservationId':'nosuch'").refused(404, "unknown-reservation");
        String rivals =
                shop.rival.post("/api/cart/reserve", item(sku, 1)).is(201).text("/id");
        place(shop.fresh("web"), "'reservationId':'" + rivals + "'").refused(404, "unknown-reservation");
    }

    @Test
    void a_hold_taken_with_the_orders_reference_is_taken_over_and_the_newest_of_two_counts() {
        String sku = shop.product(10);
        String ref = shop.fresh("web");
        String body = "{'orderId':'" + ref + "','items':[";
        String older = shop.store
                .post("/api/cart/reserve", body + item(sku, 1) + "]}")
                .is(201)
                .text("/id");
        shop.clock.pass(Duration.ofSeconds(1));
        String newer = shop.store
                .post("/api/cart/reserve", body + item(sku, 2) + "]}")
                .is(201)
                .text("/id");
        shop.rival.post("/api/cart/reserve", body + item(sku, 3) + "]}").is(201);
        Answer placed = place(ref, "'status':'CONFIRMED'").is(201);
        assertThat(placed.text("/reservationId")).isEqualTo(newer);
        assertThat(holdStatus(newer)).isEqualTo("COMMITTED");
        assertThat(holdStatus(older)).isEqualTo("ACTIVE");
        move(placed.text("/id"), "DISPATCHED").is(200);
        assertThat(holdStatus(older)).as("at dispatch the order's holds close").isEqualTo("RELEASED");
        assertThat(shop.available(sku)).isEqualTo(5);
    }

    @Test
    void unknown_products_are_404_and_all_named() {
        assertThat(place(shop.fresh("web"), "'items':[" + item("NIX", 1) + "," + item("NUX", 1) + "]")
                        .refused(404, "unknown-product")
                        .at("/unknown")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void an_order_walks_through_its_states_and_stock_goes_down_once() {
        String sku = shop.product();
        shop.receive(sku, "B1", shop.today().plusDays(100), 2);
        shop.receive(sku, "B2", shop.today().plusDays(200), 5);
        String id = shop.order("PENDING", item(sku, 4));
        for (String step : List.of("confirmed", "Picking", "PACKED")) {
            Answer moved = move(id, step).is(200);
            assertThat(moved.at("/stockUpdated").booleanValue()).isFalse();
            assertThat(product(sku).number("/stockQuantity")).isEqualTo(7);
        }
        String token = show(id).text("/reservationId");
        assertThat(holdStatus(token)).isEqualTo("COMMITTED");
        Answer gone = move(id, "DISPATCHED").is(200);
        assertThat(gone.at("/stockUpdated").booleanValue()).isTrue();
        assertThat(gone.text("/stockUpdatedAt")).isEqualTo(shop.clock.instant().toString());
        assertThat(gone.each("/items/0/allocations", "batchNumber")).containsExactly("B1", "B2");
        assertThat(gone.each("/items/0/allocations", "quantity")).containsExactly("2", "2");
        assertThat(product(sku).number("/stockQuantity")).isEqualTo(3);
        assertThat(product(sku).number("/reservedQuantity")).isZero();
        assertThat(holdStatus(token)).isEqualTo("FULFILLED");
        assertThat(movements(sku, "OUT")).containsExactlyInAnyOrder("B1 -2", "B2 -2");
        shop.clock.pass(Duration.ofMinutes(1));
        assertThat(move(id, "DISPATCHED").is(200).body()).as("nothing changes").isEqualTo(gone.body());
        Answer delivered = move(id, "DELIVERED").is(200);
        assertThat(delivered.text("/stockUpdatedAt")).isEqualTo(gone.text("/stockUpdatedAt"));
        assertThat(product(sku).number("/stockQuantity")).isEqualTo(3);
        assertThat(movements(sku, "OUT")).hasSize(2);
    }

    @Test
    void steps_may_be_skipped_and_put_does_the_same_as_patch() {
        String sku = shop.product(3);
        String id = shop.order("PENDING", item(sku, 3));
        Answer delivered = shop.store
                .put(ORDERS + "/" + id + "/status", "{'status':'DELIVERED'}")
                .is(200);
        assertThat(delivered.text("/status")).isEqualTo("DELIVERED");
        assertThat(delivered.at("/stockUpdated").booleanValue()).isTrue();
        assertThat(product(sku).number("/stockQuantity")).isZero();
    }

    @Test
    void going_backwards_is_an_illegal_transition() {
        String sku = shop.product(9);
        String id = shop.order("CONFIRMED", item(sku, 1));
        Answer no = move(id, "PENDING").refused(409, "illegal-transition");
        assertThat(no.text("/from")).isEqualTo("CONFIRMED");
        assertThat(no.text("/to")).isEqualTo("PENDING");
        move(id, "RETURNED").refused(409, "illegal-transition");
        move(id, "DISPATCHED").is(200);
        move(id, "PACKED").refused(409, "illegal-transition");
        move(id, "CANCELLED").refused(409, "illegal-transition");
        move(id, "RETURNED").is(200);
        move(id, "DELIVERED").refused(409, "illegal-transition");
        assertThat(show(id).text("/status")).isEqualTo("RETURNED");
    }

    @Test
    void an_unknown_word_or_a_missing_one_is_400() {
        String id = shop.order("PENDING", item(shop.product(1), 1));
        move(id, "SHIPPED").wrong("status");
        shop.store.patch(ORDERS + "/" + id + "/status", "{}").wrong("status");
        shop.store
                .patch(ORDERS + "/" + id + "/status", "{'status':'PACKED','force':true}")
                .wrong("force");
    }

    @Test
    void cancelled_gives_the_units_back() {
        String sku = shop.product(5);
        String id = shop.order("CONFIRMED", item(sku, 5));
        assertThat(shop.available(sku)).isZero();
        String token = show(id).text("/reservationId");
        move(id, "CANCELLED").is(200);
        assertThat(shop.available(sku)).isEqualTo(5);
        assertThat(holdStatus(token)).isEqualTo("RELEASED");
        move(id, "CONFIRMED").refused(409, "illegal-transition");
        assertThat(product(sku).number("/stockQuantity")).isEqualTo(5);
    }

    @Test
    void returned_brings_the_units_back_to_their_batch_in_quarantine() {
        String sku = shop.product(5);
        String id = shop.order("CONFIRMED", item(sku, 3));
        move(id, "DELIVERED").is(200);
        Answer returned = move(id, "RETURNED").is(200);
        assertThat(returned.text("/status")).isEqualTo("RETURNED");
        assertThat(movements(sku, "RETURN")).containsExactly("B1 3");
        Answer batches = shop.admin.get("/api/products/" + sku + "/batches").is(200);
        assertThat(batches.number("/items/0/quantity")).isEqualTo(5);
        assertThat(batches.number("/items/0/quarantinedQuantity")).isEqualTo(3);
        assertThat(shop.available(sku)).isEqualTo(2);
        move(id, "RETURNED").is(200);
        assertThat(movements(sku, "RETURN")).hasSize(1);
    }

    @Test
    void a_recalled_allocation_is_planned_again_or_the_order_shows_its_shortage_and_cannot_leave() {
        String sku = shop.product();
        shop.receive(sku, "BAD", shop.today().plusDays(100), 3);
        shop.receive(sku, "GOOD", shop.today().plusDays(200), 3);
        String first = shop.order("CONFIRMED", item(sku, 3));
        Answer recall = shop.admin
                .post("/api/stock/recalls", "{'sku':'" + sku + "','batchNumber':'BAD'}")
                .is(201);
        assertThat(recall.text("/affected/0/orderId")).isEqualTo(first);
        assertThat(recall.text("/affected/0/outcome")).isEqualTo("REPLANNED");
        assertThat(show(first).each("/items/0/allocations", "batchNumber")).containsExactly("GOOD");
        shop.admin
                .post("/api/stock/recalls", "{'sku':'" + sku + "','batchNumber':'GOOD'}")
                .is(201);
        Answer short1 = show(first);
        assertThat(short1.text("/status")).isEqualTo("CONFIRMED");
        assertThat(short1.text("/shortages/0/sku")).isEqualTo(sku);
        Answer no = move(first, "DISPATCHED").refused(409, "insufficient-stock");
        assertThat(no.each("/shortages", "sku")).containsExactly(sku);
        shop.receive(sku, "NEW", shop.today().plusDays(50), 3);
        Answer gone = move(first, "DISPATCHED").is(200);
        assertThat(gone.each("/items/0/allocations", "batchNumber")).containsExactly("NEW");
        assertThat(gone.at("/shortages").isEmpty()).isTrue();
    }

    @Test
    void an_allocation_that_expired_meanwhile_is_planned_again_at_dispatch() {
        String sku = shop.product();
        shop.receive(sku, "TODAY", shop.today().plusDays(1), 2);
        shop.receive(sku, "LATER", shop.today().plusDays(90), 2);
        String id = shop.order("CONFIRMED", item(sku, 2));
        assertThat(show(id).each("/items/0/allocations", "batchNumber")).containsExactly("TODAY");
        shop.clock.pass(Duration.ofDays(1));
        Answer gone = move(id, "DISPATCHED").is(200);
        assertThat(gone.each("/items/0/allocations", "batchNumber")).containsExactly("LATER");
    }

    @Test
    void a_pending_order_whose_hold_has_lapsed_is_allocated_on_the_way() {
        String sku = shop.product(2);
        String token = shop.hold(sku, 2);
        Answer placed =
                place(shop.fresh("web"), "'reservationId':'" + token + "'").is(201);
        shop.clock.pass(Duration.ofMinutes(16));
        shop.pharmacy.sweep();
        assertThat(shop.available(sku)).isEqualTo(2);
        move(placed.text("/id"), "DISPATCHED").is(200);
        assertThat(product(sku).number("/stockQuantity")).isZero();
    }

    @Test
    void a_key_sees_its_own_orders_only_and_admin_all() {
        String id = shop.order("PENDING", item(shop.product(1), 1));
        shop.rival.get(ORDERS + "/" + id).refused(404, "not-found");
        shop.rival
                .patch(ORDERS + "/" + id + "/status", "{'status':'CANCELLED'}")
                .refused(404, "not-found");
        assertThat(shop.rival.get(ORDERS + "?limit=500").is(200).each("/items", "id"))
                .doesNotContain(id);
        assertThat(shop.store.get(ORDERS + "?limit=1").is(200).each("/items", "id"))
                .containsExactly(id);
        assertThat(shop.admin.get(ORDERS + "?limit=1").is(200).each("/items", "id"))
                .containsExactly(id);
        shop.admin.get(ORDERS + "/" + id).is(200);
    }

    @Test
    void an_order_that_is_not_there_is_404() {
        for (String id : List.of("999999999", "0", "-1", "abc", "99999999999999999999", "1.0")) {
            shop.store.get(ORDERS + "/" + id).refused(404, "not-found");
            move(id, "CANCELLED").refused(404, "not-found");
        }
    }

    @Test
    void the_list_is_newest_first_filtered_by_status_and_every_page_goes_on_where_the_last_ended() {
        var buyer = shop.with(app.mortar.access.Scope.ORDERS);
        String sku = shop.product(1);
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            placed.addFirst(
                    buyer.post(ORDERS, "{'externalRef':'" + shop.fresh("web") + "','items':[" + item(sku, 1) + "]}")
                            .is(201)
                            .text("/id"));
            if (i % 3 == 0) {
                shop.clock.pass(Duration.ofSeconds(1));
            }
        }
        List<String> walked = new ArrayList<>();
        String cursor = "";
        while (true) {
            Answer page = buyer.get(ORDERS + "?status=pending&limit=2" + cursor).is(200);
            walked.addAll(page.each("/items", "id"));
            JsonNode next = page.at("/nextCursor");
            if (next.isNull()) {
                break;
            }
            cursor = "&cursor=" + next.stringValue();
        }
        assertThat(walked).containsExactlyElementsOf(placed);
        assertThat(buyer.get(ORDERS + "?status=CONFIRMED").is(200).at("/items").isEmpty())
                .isTrue();
    }
}
