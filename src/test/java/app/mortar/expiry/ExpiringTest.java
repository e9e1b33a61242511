package app.mortar.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.kernel.ExpiryStage;
import app.mortar.stock.GoodsIn;
import app.mortar.testing.DeskTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpiringTest extends DeskTest {
    private void worth(int days, int units) {
        pharmacy.receive(new GoodsIn.Receipt(
                "N" + days,
                null,
                List.of(new GoodsIn.Line(
                        "PARA", "in " + days, pharmacy.today().plusDays(days), units, new BigDecimal("10")))));
    }

    private Expiring.Calendar look() {
        return pharmacy.transactions.read(pharmacy.staff, tx -> new Expiring().look(tx));
    }

    private static Expiring.Sum sum(int batches, int units) {
        return new Expiring.Sum(batches, units, BigDecimal.valueOf(units * 10L).setScale(4));
    }

    @Test
    void sums_up_what_expired_and_what_will_limits_included() {
        pharmacy.product("PARA");
        for (int days : List.of(1, 2, 3, 9, 10, 32, 33, 92, 93)) {
            worth(days, 1);
        }
        pharmacy.clock.pass(Duration.ofDays(2));
        // now −1, 0, 1, 7, 8, 30, 31, 90, 91
        Expiring.Calendar calendar = look();
        assertThat(calendar.expired()).isEqualTo(sum(2, 2));
        assertThat(calendar.within(7)).isEqualTo(sum(2, 2));
        assertThat(calendar.within(30)).isEqualTo(sum(4, 4));
        assertThat(calendar.within(90)).isEqualTo(sum(6, 6));
    }

    @Test
    void weeks_begin_tomorrow_and_bear_the_stage_of_their_first_day() {
        pharmacy.product("PARA");
        for (int days : List.of(1, 7, 8, 90)) {
            worth(days, days);
        }
        List<Expiring.Week> weeks = look().weeks();
        assertThat(weeks).hasSize(13);
        assertThat(weeks.get(0)).isEqualTo(new Expiring.Week(pharmacy.today().plusDays(1), ExpiryStage.D7, sum(2, 8)));
        assertThat(weeks.get(1).sum()).isEqualTo(sum(1, 8));
        assertThat(weeks.get(4).stage()).isEqualTo(ExpiryStage.D30);
        assertThat(weeks.get(5).stage()).isEqualTo(ExpiryStage.D90);
        assertThat(weeks.get(12).sum()).isEqualTo(sum(1, 90));
    }

    @Test
    void leaves_out_what_is_recalled_gone_undated_or_far_away_and_takes_unknown_cost_for_nothing() {
        pharmacy.product("PARA");
        stock("PARA", "recalled", 5, 3);
        pharmacy.recall("PARA", "recalled");
        stock("PARA", "far", 91, 3);
        stock("PARA", "near", 5, 3);
        Expiring.Calendar calendar = look();
        assertThat(calendar.within(90).batches()).isEqualTo(1);
        assertThat(calendar.within(90).worth()).isZero();
    }
}
