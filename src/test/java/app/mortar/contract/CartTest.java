package app.mortar.contract;

import static app.mortar.testing.Shop.item;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.testing.Caller.Answer;
import app.mortar.testing.Db;
import app.mortar.testing.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code /api/cart/reserve}. */
@ParameterizedClass
@EnumSource(Db.class)
class CartTest extends ShopTest {
    private static final String RESERVE = "/api/cart/reserve";

    private Answer refresh(String token, String items) {
        return shop.store.post(RESERVE, "{'token':'" + token + "','items':[" + items + "]}");
    }

    private Answer show(String token) {
        return shop.store.get(RESERVE + "/" + token).is(200);
    }

    @Test
    void a_cart_gets_its_units_for_15_minutes_and_is_told_which_batches() {
        String sku = shop.product();
        shop.receive(sku, "LATE", shop.today().plusDays(200), 5);
        shop.receive(sku, "SOON", shop.today().plusDays(100), 2);
        Instant now = shop.clock.instant();
        Answer held = shop.store
                .post(RESERVE, "{'cartId':'cart 1 " + sku + "','orderId':'web-1','items':[" + item(sku, 3) + "]}")
                .is(201);
        assertThat(held.text("/token")).isEqualTo(held.text("/id")).hasSizeGreaterThan(20);
        assertThat(held.text("/cartId")).isEqualTo("cart 1 " + sku);
        assertThat(held.text("/orderId")).isEqualTo("web-1");
        assertThat(held.text("/status")).isEqualTo("ACTIVE");
        assertThat(held.number("/expiresInSeconds")).isEqualTo(900);
        assertThat(held.text("/expiresAt"))
                .isEqualTo(now.plusSeconds(900).toString())
                .endsWith("Z");
        assertThat(held.text("/serverTime")).isEqualTo(now.toString());
        assertThat(held.at("/items").size()).isEqualTo(1);
        assertThat(held.text("/items/0/sku")).isEqualTo(sku);
        assertThat(held.text("/items/0/productId")).isNotBlank();
        assertThat(held.number("/items/0/quantity")).isEqualTo(3);
        assertThat(held.each("/items/0/batches", "batchNumber")).containsExactly("SOON", "LATE");
        assertThat(held.each("/items/0/batches", "quantity")).containsExactly("2", "1");
        assertThat(held.text("/items/0/batches/0/expiryDate"))
                .isEqualTo(shop.today().plusDays(100).toString());
        assertThat(show(held.text("/id")).body()).isEqualTo(held.body());
    }

    @Test
    void a_cart_without_a_name_has_null_for_it() {
        Answer held = shop.store.post(RESERVE, item(shop.product(1), 1)).is(201);
        assertThat(held.at("/cartId").isNull()).isTrue();
        assertThat(held.at("/orderId").isNull()).isTrue();
    }

    @Test
    void the_short_form_names_one_product_by_sku_or_by_id() {
        String sku = shop.product(4);
        String id = shop.admin.get("/api/products/" + sku).is(200).text("/id");
        shop.store.post(RESERVE, "{'sku':'" + sku + "','quantity':1}").is(201);
        shop.store
                .post(RESERVE, "{'productId':'" + id + "','quantity':1,'cartId':'short'}")
                .is(201);
        shop.store
                .post(RESERVE, "{'items':[{'productId':'" + id + "','quantity':1}]}")
                .is(201);
        assertThat(shop.available(sku)).isEqualTo(1);
    }

    @Test
    void a_refresh_replaces_the_items_and_sets_the_timer_anew_without_adding_up() {
        String first = shop.product(5);
        String second = shop.product(5);
        String token = shop.hold(first, 2);
        shop.clock.pass(Duration.ofMinutes(10));
        Answer refreshed = refresh(token, item(second, 3)).is(200);
        assertThat(refreshed.text("/id")).isEqualTo(token);
        assertThat(refreshed.each("/items", "sku")).containsExactly(second);
        assertThat(refreshed.text("/expiresAt"))
                .isEqualTo(shop.clock.instant().plusSeconds(900).toString());
        assertThat(shop.available(first)).isEqualTo(5);
        assertThat(shop.available(second)).isEqualTo(2);
    }

    @Test
    void a_cart_id_with_a_live_hold_refreshes_it_and_is_the_keys_own() {
        String sku = shop.product(10);
        String cart = shop.fresh("cart");
        String body = "{'cartId':'" + cart + "','items':[" + item(sku, 2) + "]}";
        Answer created = shop.store.post(RESERVE, body).is(201);
        Answer again = shop.store.post(RESERVE, body).is(200);
        assertThat(again.text("/id")).isEqualTo(created.text("/id"));
        Answer others = shop.rival.post(RESERVE, body).is(201);
        assertThat(others.text("/id")).isNotEqualTo(created.text("/id"));
        assertThat(shop.available(sku)).isEqualTo(6);
    }

    @Test
    void a_cart_id_whose_hold_has_lapsed_gets_a_new_one() {
        String sku = shop.product(3);
        String body = "{'cartId':'" + shop.fresh("cart") + "','items':[" + item(sku, 3) + "]}";
        Answer created = shop.store.post(RESERVE, body).is(201);
        shop.clock.pass(Duration.ofMinutes(16));
        assertThat(shop.store.post(RESERVE, body).is(201).text("/id")).isNotEqualTo(created.text("/id"));
        assertThat(show(created.text("/id")).text("/status")).isEqualTo("EXPIRED");
    }

    @Test
    void a_refresh_without_items_keeps_the_lines_for_15_minutes_more() {
        String sku = shop.product(5);
        String token = shop.hold(sku, 5);
        shop.clock.pass(Duration.ofMinutes(14));
        Answer more = shop.store.post(RESERVE, "{'token':'" + token + "'}").is(200);
        assertThat(more.number("/items/0/quantity")).isEqualTo(5);
        assertThat(more.number("/expiresInSeconds")).isEqualTo(900);
        shop.clock.pass(Duration.ofMinutes(14));
        assertThat(show(token).number("/expiresInSeconds")).isEqualTo(60);
    }

    @Test
    void seconds_left_are_rounded_down() {
        String token = shop.hold(shop.product(1), 1);
        shop.clock.pass(Duration.ofMillis(1));
        assertThat(show(token).number("/expiresInSeconds")).isEqualTo(899);
        shop.clock.pass(Duration.ofMinutes(15));
        assertThat(show(token).number("/expiresInSeconds")).isZero();
    }

    @Test
    void the_carts_own_units_count_as_free_for_it_and_a_refused_refresh_leaves_the_hold_as_it_was() {
        String sku = shop.product(5);
        String token = shop.hold(sku, 3);
        refresh(token, item(sku, 5)).is(200);
        Answer no = refresh(token, item(sku, 6)).refused(409, "insufficient-stock");
        assertThat(no.number("/shortages/0/available")).isEqualTo(5);
        Answer still = show(token);
        assertThat(still.text("/status")).isEqualTo("ACTIVE");
        assertThat(still.number("/items/0/quantity")).isEqualTo(5);
    }

    @Test
    void a_lapsed_hold_is_checked_against_stock_and_never_revived_blindly() {
        String sku = shop.product(5);
        String token = shop.hold(sku, 5);
        shop.clock.pass(Duration.ofMinutes(15));
        String rivals = shop.rival.post(RESERVE, item(sku, 1)).is(201).text("/id");
        Answer no = shop.store.post(RESERVE, "{'token':'" + token + "'}").refused(409, "insufficient-stock");
        assertThat(no.number("/shortages/0/available")).isEqualTo(4);
        assertThat(show(token).text("/status")).isEqualTo("EXPIRED");
        shop.rival.delete(RESERVE + "/" + rivals).is(204);
        Answer yes = shop.store.post(RESERVE, "{'token':'" + token + "'}").is(200);
        assertThat(yes.text("/id")).isEqualTo(token);
        assertThat(yes.text("/status")).isEqualTo("ACTIVE");
        assertThat(shop.available(sku)).isZero();
    }

    @Test
    void lines_of_one_product_are_summed() {
        String sku = shop.product(5);
        Answer no = shop.store
                .post(RESERVE, "{'items':[" + item(sku, 3) + "," + item(sku, 3) + "]}")
                .refused(409, "insufficient-stock");
        assertThat(no.at("/shortages").size()).isEqualTo(1);
        assertThat(no.number("/shortages/0/requested")).isEqualTo(6);
        Answer yes = shop.store
                .post(RESERVE, "{'items':[" + item(sku, 3) + "," + item(sku, 2) + "]}")
                .is(201);
        assertThat(yes.at("/items").size()).isEqualTo(1);
        assertThat(yes.number("/items/0/quantity")).isEqualTo(5);
    }

    @Test
    void all_or_nothing_and_every_short_line_is_named() {
        String enough = shop.product(5);
        String few = shop.product(1);
        String none = shop.product();
        Answer no = shop.store
                .post(RESERVE, "{'items':[" + item(few, 2) + "," + item(enough, 5) + "," + item(none, 1) + "]}")
                .refused(409, "insufficient-stock");
        assertThat(no.each("/shortages", "sku")).containsExactlyInAnyOrder(few, none);
        assertThat(no.each("/shortages", "requested")).containsExactlyInAnyOrder("2", "1");
        assertThat(no.each("/shortages", "available")).containsExactlyInAnyOrder("1", "0");
        assertThat(no.each("/shortages", "productId")).doesNotContain("");
        assertThat(shop.available(enough)).isEqualTo(5);
    }

    @Test
    void unknown_products_are_checked_first_and_all_named() {
        String short1 = shop.product();
        Answer no = shop.store
                .post(
                        RESERVE,
                        "{'items':[" + item("NIX", 1) + "," + item(short1, 1)
                                + ",{'productId':'999999999','quantity':1},{'productId':'abc','quantity':1}]}")
                .refused(404, "unknown-product");
        assertThat(no.at("/unknown").valueStream().map(name -> name.asString()).toList())
                .containsExactly("NIX", "999999999", "abc");
    }

    @Test
    void an_inactive_product_has_nothing_to_promise() {
        String sku = shop.product(5);
        shop.admin
                .put("/api/products/" + sku, "{'sku':'" + sku + "','name':'Gone','active':false}")
                .is(200);
        Answer no = shop.store.post(RESERVE, item(sku, 1)).refused(409, "insufficient-stock");
        assertThat(no.number("/shortages/0/available")).isZero();
    }

    @Test
    void a_token_that_is_unknown_or_another_keys_is_404() {
        String rivals =
                shop.rival.post(RESERVE, item(shop.product(2), 1)).is(201).text("/id");
        for (String token : new String[] {"nosuchtoken", rivals}) {
            shop.store.post(RESERVE, "{'token':'" + token + "'}").refused(404, "unknown-reservation");
            shop.store.get(RESERVE + "/" + token).refused(404, "unknown-reservation");
            shop.store.delete(RESERVE + "/" + token).refused(404, "unknown-reservation");
        }
        shop.admin.get(RESERVE + "/" + rivals).is(200);
        shop.admin.delete(RESERVE + "/" + rivals).is(204);
    }

    @Test
    void a_token_and_a_cart_of_different_holds_are_refused() {
        String sku = shop.product(5);
        String cart = shop.fresh("cart");
        shop.store
                .post(RESERVE, "{'cartId':'" + cart + "','items':[" + item(sku, 1) + "]}")
                .is(201);
        String other = shop.hold(sku, 1);
        shop.store
                .post(RESERVE, "{'cartId':'" + cart + "','token':'" + other + "'}")
                .wrong("cartId");
    }

    @Test
    void released_committed_and_fulfilled_tokens_are_closed() {
        String sku = shop.product(5);
        String released = shop.hold(sku, 1);
        shop.store.delete(RESERVE + "/" + released).is(204);
        assertThat(show(released).text("/status")).isEqualTo("RELEASED");
        shop.store.post(RESERVE, "{'token':'" + released + "'}").refused(409, "reservation-closed");

        String token = shop.hold(sku, 1);
        String order = shop.store
                .post(
                        "/api/orders",
                        "{'externalRef':'" + shop.fresh("web") + "','status':'CONFIRMED','reservationId':'" + token
                                + "'}")
                .is(201)
                .text("/id");
        assertThat(show(token).text("/status")).isEqualTo("COMMITTED");
        shop.store.post(RESERVE, "{'token':'" + token + "'}").refused(409, "reservation-closed");
        shop.store.delete(RESERVE + "/" + token).refused(409, "reservation-closed");

        shop.store
                .patch("/api/orders/" + order + "/status", "{'status':'DISPATCHED'}")
                .is(200);
        assertThat(show(token).text("/status")).isEqualTo("FULFILLED");
        shop.store.post(RESERVE, "{'token':'" + token + "'}").refused(409, "reservation-closed");
        shop.store.delete(RESERVE + "/" + token).refused(409, "reservation-closed");
    }

    @Test
    void a_release_gives_the_units_back_once_and_may_be_repeated() {
        String sku = shop.product(5);
        String token = shop.hold(sku, 4);
        Answer released = shop.store.delete(RESERVE + "/" + token).is(204);
        assertThat(released.bytes()).isEmpty();
        assertThat(shop.available(sku)).isEqualTo(5);
        shop.store.delete(RESERVE + "/" + token).is(204);
        assertThat(shop.available(sku)).isEqualTo(5);
    }

    @Test
    void a_lapsed_hold_may_be_released_and_its_units_are_free_without_any_sweep() {
        String sku = shop.product(5);
        String token = shop.hold(sku, 5);
        shop.clock.pass(Duration.ofMinutes(15));
        assertThat(show(token).text("/status")).isEqualTo("EXPIRED");
        assertThat(shop.available(sku)).isEqualTo(5);
        shop.store.delete(RESERVE + "/" + token).is(204);
        shop.store.delete(RESERVE + "/" + token).is(204);
        assertThat(shop.available(sku)).isEqualTo(5);
    }

    @Test
    void a_cart_over_a_limit_is_refused() {
        String sku = shop.product(2000);
        shop.store.post(RESERVE, item(sku, 1001)).refused(409, "limit-exceeded");
        shop.store.post(RESERVE, item(sku, 1000)).is(201);
        String line = item(sku, 1);
        String tooMany =
                IntStream.rangeClosed(0, Shop.MAX_LINES).mapToObj(i -> line).collect(Collectors.joining(","));
        shop.store.post(RESERVE, "{'items':[" + tooMany + "]}").wrong("items");
    }

    @Test
    void a_hold_can_be_refreshed_for_two_hours_only() {
        String token = shop.hold(shop.product(5), 1);
        for (int i = 0; i < 12; i++) {
            shop.clock.pass(Duration.ofMinutes(10));
            assertThat(shop.store
                            .post(RESERVE, "{'token':'" + token + "'}")
                            .is(200)
                            .number("/expiresInSeconds"))
                    .isEqualTo(900);
        }
        shop.clock.pass(Duration.ofMinutes(1));
        shop.store.post(RESERVE, "{'token':'" + token + "'}").refused(409, "limit-exceeded");
    }
}
