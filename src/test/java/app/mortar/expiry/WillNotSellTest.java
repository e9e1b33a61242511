package app.mortar.expiry;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.fulfilment.OrderStatus;
import app.mortar.kernel.Actor;
import app.mortar.kernel.NotPermitted;
import app.mortar.stock.GoodsIn;
import app.mortar.stock.SetAside;
import app.mortar.testing.DeskTest;
import app.mortar.testing.Pharmacy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WillNotSellTest extends DeskTest {
    private int orders;

    private void daysAgo(int days) {
        pharmacy.clock.set(MORNING.minus(Duration.ofDays(days)));
    }

    /** Units of a batch that expires so many days after the morning of the test. */
    private void receive(String sku, String batch, int lives, int units, @Nullable String cost) {
        pharmacy.receive(new GoodsIn.Receipt(
                "GRN-" + sku + batch,
                null,
                List.of(new GoodsIn.Line(
                        sku,
                        batch,
                        LocalDate.ofInstant(MORNING, Pharmacy.LAGOS).plusDays(lives),
                        units,
                        cost == null ? null : new BigDecimal(cost)))));
    }

    private void sell(String sku, int units) {
        moved(confirmed("O-" + ++orders, wanted(sku, units)), OrderStatus.DELIVERED);
    }

    private WillNotSell.Outlook look() {
        return pharmacy.transactions.read(pharmacy.staff, new WillNotSell()::look);
    }

    private static String said(WillNotSell.Row row) {
        BigDecimal loss = row.loss();
        return row.sku() + " " + row.batchNumber() + " " + row.left() + " of " + row.onShelf() + " "
                + (loss == null ? "?" : loss.stripTrailingZeros().toPlainString()) + " " + row.act();
    }

    @Test
    void what_is_left_of_each_batch_is_ranked_by_what_it_has_cost() {
        pharmacy.product("SLOW");
        pharmacy.product("NEVER");
        pharmacy.product("FAST");
        daysAgo(60);
        // half a unit a day: 30 in 60 days; 10 go in the 20 days of A, 20 in the 40 days after it
        receive("SLOW", "A", 20, 45, "2");
        receive("SLOW", "B", 60, 30, "2");
        receive("NEVER", "N", 100, 3, "50");
        receive("FAST", "F", 30, 90, "9");
        daysAgo(30);
        sell("SLOW", 30);
        sell("FAST", 60);
        daysAgo(0);
        assertThat(look().rows())
                .extracting(WillNotSellTest::said)
                .containsExactly(
                        "NEVER N 3 of 3 150 RETURN_TO_SUPPLIER",
                        "SLOW B 10 of 30 20 REDUCE_PRICE",
                        "SLOW A 5 of 15 10 REDUCE_PRICE");
        assertThat(look().unknown()).isZero();
    }

    @Test
    void what_costs_the_same_stands_by_units_then_by_product_and_batch() {
        for (String sku : List.of("Z", "A", "M")) {
            pharmacy.product(sku);
        }
        daysAgo(60);
        receive("Z", "MANY", 50, 6, "1");
        receive("M", "2", 50, 3, "2");
        receive("M", "1", 60, 3, "2");
        receive("A", "1", 70, 3, "2");
        receive("Z", "UNKNOWN", 80, 9, null);
        daysAgo(0);
        assertThat(look().rows())
                .extracting(row -> row.sku() + " " + row.batchNumber() + " " + row.left())
                .containsExactly("Z MANY 6", "A 1 3", "M 1 3", "M 2 3", "Z UNKNOWN 9");
    }

    @Test
    void a_year_ahead_is_looked_at_its_last_day_included_and_nothing_that_expires_today() {
        for (String sku : List.of("TODAY", "YEAR", "LATER", "BRIEF")) {
            pharmacy.product(sku);
        }
        daysAgo(60);
        receive("TODAY", "A", 0, 5, "1");
        receive("YEAR", "A", 365, 5, "1");
        receive("LATER", "A", 366, 5, "1");
        daysAgo(1);
        receive("BRIEF", "A", 0, 5, "1");
        daysAgo(0);
        assertThat(look().unknown()).as("nothing of it may be sold any more").isZero();
        assertThat(look().rows()).extracting(WillNotSell.Row::sku).containsExactly("YEAR");
        pharmacy.product("FRESH");
        receive("FRESH", "A", 365, 5, "1");
        receive("TODAY", "B", 400, 5, "1");
        assertThat(look().unknown()).isEqualTo(1);
    }

    @Test
    void who_may_not_see_stock_may_not_look_ahead() {
        assertThatThrownBy(
                        () -> pharmacy.transactions.read(Actor.staff("x", "till-1", Set.of()), new WillNotSell()::look))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void of_a_product_that_was_there_for_too_few_days_nothing_is_concluded() {
        pharmacy.product("NEW");
        daysAgo(13);
        receive("NEW", "A", 5, 100, "1");
        daysAgo(0);
        assertThat(look().unknown()).isEqualTo(1);
        assertThat(look().rows()).isEmpty();
        pharmacy.clock.pass(Duration.ofDays(1));
        assertThat(look().unknown()).isZero();
        assertThat(look().rows()).hasSize(1);
    }

    @Test
    void units_that_may_not_be_sold_anyway_are_not_in_it_and_nobody_knows_a_loss_without_a_cost() {
        pharmacy.product("PARA");
        daysAgo(40);
        receive("PARA", "EXPIRED", 0, 5, "1");
        receive("PARA", "RECALLED", 10, 5, "1");
        receive("PARA", "HELD", 11, 5, null);
        receive("PARA", "ASIDE", 12, 5, "1");
        receive("PARA", "NEXT-YEAR", 366, 5, "1");
        daysAgo(0);
        pharmacy.recall("PARA", "RECALLED");
        pharmacy.quarantine("PARA", "ASIDE", 4, SetAside.Action.HOLD);
        pharmacy.hold(wanted("PARA", 2));
        assertThat(look().rows())
                .extracting(WillNotSellTest::said)
                .containsExactly(
                        "PARA NEXT-YEAR 5 of 5 5 RETURN_TO_SUPPLIER",
                        "PARA ASIDE 1 of 5 1 SELL_FIRST",
                        "PARA HELD 5 of 5 ? SELL_FIRST");
    }
}
