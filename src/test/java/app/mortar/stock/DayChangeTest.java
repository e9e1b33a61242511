package app.mortar.stock;

import static app.mortar.testing.Pharmacy.request;
import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.fulfilment.OrderStatus;
import app.mortar.fulfilment.OrderView;
import app.mortar.reservation.HoldAnswer;
import app.mortar.reservation.HoldView;
import app.mortar.testing.DeskTest;
import app.mortar.testing.Pharmacy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pharmacy is in Lagos (UTC+1), this JVM in UTC: their dates differ from 23:00 to 24:00 UTC. */
class DayChangeTest extends DeskTest {
    /** 23:58 in Lagos on 10 March. */
    private static final Instant BEFORE_MIDNIGHT = Instant.parse("2026-03-10T22:58:00Z");

    /** 00:01 in Lagos on 11 March; in UTC it is still the 10th. */
    private static final Instant AFTER_MIDNIGHT = Instant.parse("2026-03-10T23:01:00Z");

    private static final LocalDate THE_11TH = LocalDate.parse("2026-03-11");

    @BeforeEach
    void one_batch_that_expires_on_the_11th() {
        pharmacy.product("PARA");
        pharmacy.product("IBU");
        pharmacy.receive("PARA", "A", THE_11TH, 5);
        pharmacy.receive("PARA", "B", THE_11TH.plusDays(60), 3);
        pharmacy.clock.set(BEFORE_MIDNIGHT);
    }

    @Test
    void units_promised_before_midnight_are_planned_again_when_they_are_shipped_after_it() {
        HoldView hold = pharmacy.hold(wanted("PARA", 3));
        assertThat(batchesOf(hold)).isEqualTo(Map.of("A", 3));
        OrderView order = placed(pharmacy.order(request("O-1", hold.token(), true)));
        pharmacy.clock.set(AFTER_MIDNIGHT);
        assertThat(batchesOf(moved(order, OrderStatus.DISPATCHED))).isEqualTo(Map.of("B", 3));
        assertThat(pharmacy.rows("select batch_number, quantity from inventory_movement where type = 'OUT'"))
                .containsExactly("B -3");
    }

    @Test
    void an_order_is_refused_after_midnight_when_only_units_of_yesterday_are_left() {
        OrderView order = confirmed("O-1", wanted("PARA", 4));
        pharmacy.clock.set(AFTER_MIDNIGHT);
        assertThat(missing(pharmacy.move(order.id(), OrderStatus.DISPATCHED))).isEqualTo(Map.of("PARA", 3));
        assertThat(now(order).status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(batchesOf(now(order))).isEqualTo(Map.of("B", 3));
    }

    @Test
    void the_good_batch_is_not_sold_to_somebody_else_while_a_promise_waits_for_it() {
        OrderView order = confirmed("O-1", wanted("PARA", 2));
        HoldView cart = pharmacy.hold(wanted("PARA", 1));
        pharmacy.clock.set(AFTER_MIDNIGHT);
        assertThat(pharmacy.reserve(wanted("PARA", 1)))
                .isInstanceOfSatisfying(
                        HoldAnswer.NotEnough.class,
                        no -> assertThat(no.shortages().getFirst().available()).isZero());
        assertThat(batchesOf(now(order))).isEqualTo(Map.of("B", 2));
        assertThat(batchesOf(cart)).isEqualTo(Map.of("B", 1));
    }

    @Test
    void a_cart_that_cannot_be_kept_after_midnight_is_released_and_says_why() {
        HoldView cart = pharmacy.hold(wanted("PARA", 4));
        pharmacy.clock.set(AFTER_MIDNIGHT);
        HoldView other = pharmacy.hold(wanted("PARA", 3));
        assertThat(batchesOf(other)).isEqualTo(Map.of("B", 3));
        assertThat(statusOf(cart)).isEqualTo(HoldStatus.RELEASED);
        assertThat(pharmacy.show(cart.token()).releasedReason()).contains("A").contains("expired");
        assertThat(pharmacy.refresh(cart.token())).isEqualTo(new HoldAnswer.Closed(HoldStatus.RELEASED));
    }

    @Test
    void a_refresh_after_midnight_moves_the_carts_units_to_a_good_batch() {
        HoldView cart = pharmacy.hold(wanted("PARA", 3));
        pharmacy.clock.set(AFTER_MIDNIGHT);
        HoldView refreshed = Pharmacy.held(pharmacy.refresh(cart.token()));
        assertThat(refreshed.expiresInSeconds()).isEqualTo(900);
        assertThat(batchesOf(cart)).isEqualTo(Map.of("B", 3));
    }

    @ParameterizedTest(name = "at {0} the batch of the 11th can be sold: {1}")
    @CsvSource({
        "2026-03-10T22:59:59.999999Z,true",
        "2026-03-10T23:00:00Z,false",
        "2026-03-10T23:30:00Z,false",
        "2026-03-10T23:59:59Z,false",
        "2026-03-11T00:00:00Z,false",
        "2026-03-11T22:59:59Z,false"
    })
    void the_day_changes_at_midnight_in_lagos_wherever_the_server_stands(Instant moment, boolean sold) {
        pharmacy.clock.set(moment);
        assertThat(pharmacy.why("PARA").expired()).isEqualTo(sold ? 0 : 5);
        assertThat(pharmacy.available("PARA")).isEqualTo(sold ? 8 : 3);
        assertThat(pharmacy.reserve(wanted("PARA", 4)) instanceof HoldAnswer.Created)
                .isEqualTo(sold);
        assertThat(pharmacy.writeOff("PARA", "A", 1, SetAside.Reason.EXPIRED) instanceof SetAside.Outcome.Done)
                .isEqualTo(!sold);
    }

    @Test
    void at_half_past_eleven_in_utc_goods_of_the_11th_are_expired_on_arrival_and_those_of_the_12th_are_not() {
        pharmacy.clock.set(Instant.parse("2026-03-10T23:30:00Z"));
        assertThat(pharmacy.receive("IBU", "X", THE_11TH, 1)).isInstanceOf(GoodsIn.Outcome.LineRefused.class);
        assertThat(pharmacy.receive("IBU", "X", THE_11TH.plusDays(1), 1)).isInstanceOf(GoodsIn.Outcome.Booked.class);
        pharmacy.clock.pass(Duration.ofHours(24));
        assertThat(pharmacy.available("IBU")).isZero();
    }

    @Test
    void on_29_february_a_batch_of_that_date_is_expired_and_the_day_before_it_is_not() {
        pharmacy.receive("IBU", "X", LocalDate.parse("2028-02-29"), 4);
        pharmacy.clock.set(Instant.parse("2028-02-28T22:59:59Z"));
        assertThat(pharmacy.available("IBU")).isEqualTo(4);
        pharmacy.clock.set(Instant.parse("2028-02-28T23:00:00Z"));
        assertThat(pharmacy.available("IBU")).isZero();
        assertThat(pharmacy.reserve(wanted("IBU", 1))).isInstanceOf(HoldAnswer.NotEnough.class);
    }

    @Test
    void several_days_at_once_are_no_different() {
        OrderView order = confirmed("O-1", wanted("PARA", 7));
        pharmacy.receive("PARA", "C", THE_11TH.plusDays(400), 9);
        pharmacy.clock.set(MORNING.plus(Duration.ofDays(100)));
        assertThat(batchesOf(moved(order, OrderStatus.DELIVERED))).isEqualTo(Map.of("C", 7));
    }
}
