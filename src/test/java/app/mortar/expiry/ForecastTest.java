package app.mortar.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.fefo.Lot;
import app.mortar.kernel.BatchId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");

    private static Lot lot(long id, int days, int units) {
        return new Lot(new BatchId(id), TODAY.plusDays(days), Instant.EPOCH, units, 0, 0, false);
    }

    private static List<String> left(double perDay, Lot... lots) {
        return Forecast.of(List.of(lots), perDay, TODAY).stream()
                .map(left -> left.batch().value() + ": " + left.units() + " " + left.act())
                .toList();
    }

    @Test
    void what_sells_before_its_date_is_not_left() {
        assertThat(left(2, lot(1, 10, 20))).isEmpty();
        assertThat(left(2, lot(1, 10, 21))).containsExactly("1: 1 SELL_FIRST");
    }

    @Test
    void a_batch_waits_until_those_before_it_are_gone() {
        assertThat(left(1, lot(2, 30, 25), lot(1, 10, 10))).containsExactly("2: 5 REDUCE_PRICE");
        assertThat(left(1, lot(1, 10, 15), lot(2, 30, 20))).containsExactly("1: 5 SELL_FIRST");
    }

    @Test
    void nothing_goes_of_what_nobody_buys() {
        assertThat(left(0, lot(1, 5, 3), lot(2, 90, 7))).containsExactly("1: 3 SELL_FIRST", "2: 7 RETURN_TO_SUPPLIER");
    }

    @Test
    void units_that_may_not_be_sold_and_dates_that_never_come_are_left_out() {
        Lot quarantined = new Lot(new BatchId(1), TODAY.plusDays(5), Instant.EPOCH, 10, 0, 8, false);
        Lot recalled = new Lot(new BatchId(2), TODAY.plusDays(5), Instant.EPOCH, 10, 0, 0, true);
        Lot undated = new Lot(new BatchId(3), null, Instant.EPOCH, 10, 0, 0, false);
        assertThat(left(0, quarantined, recalled, undated, lot(4, 0, 5), lot(5, -3, 5)))
                .containsExactly("1: 2 SELL_FIRST");
    }

    @Test
    void fractions_of_a_unit_do_not_sell() {
        assertThat(left(0.3, lot(1, 10, 4))).containsExactly("1: 1 SELL_FIRST");
        assertThat(left(0.1, lot(1, 10, 1))).isEmpty();
    }

    /**
     * The truth is known here: demand is drawn day by day from a rate, for 90 days of history and for the days to come.
     * The forecast sees only the history. Its error is stated as units left on average against those that really were,
     * in a hundred lives.
     */
    private record Truth(String name, IntToDoubleFunction rate, double outOfStock) {}

    private record Missed(double predicted, double real) {
        double bias() {
            return real == 0 ? predicted : (predicted - real) / real;
        }
    }

    private static Missed lived(Truth truth) {
        Random random = new Random(952);
        double predicted = 0;
        double real = 0;
        for (int life = 0; life < 100; life++) {
            int units = 0;
            int days = 0;
            for (int day = -90; day < 0; day++) {
                int wanted = poisson(random, truth.rate().applyAsDouble(day));
                if (random.nextDouble() >= truth.outOfStock()) {
                    units += wanted;
                    days++;
                }
            }
            List<Lot> lots = List.of(lot(1, 20, 60), lot(2, 45, 60), lot(3, 80, 80));
            predicted += Forecast.of(lots, days < 14 ? 0 : (double) units / days, TODAY).stream()
                    .mapToInt(Forecast.Leftover::units)
                    .sum();
            real += left(random, lots, truth);
        }
        return new Missed(predicted / 100, real / 100);
    }

    /** Sells first expiry first, day by day, and throws away what is left on each date. */
    private static int left(Random random, List<Lot> lots, Truth truth) {
        List<Integer> units = new ArrayList<>(lots.stream().map(Lot::quantity).toList());
        int wasted = 0;
        for (int day = 0; day <= 80; day++) {
            for (int i = 0; i < lots.size(); i++) {
                if (lots.get(i).expiry().equals(TODAY.plusDays(day))) {
                    wasted += units.get(i);
                    units.set(i, 0);
                }
            }
            int wanted = poisson(random, truth.rate().applyAsDouble(day));
            for (int i = 0; i < units.size() && wanted > 0; i++) {
                int taken = Math.min(wanted, units.get(i));
                units.set(i, units.get(i) - taken);
                wanted -= taken;
            }
        }
        return wasted;
    }

    private static int poisson(Random random, double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    @Test
    void steady_demand_is_forecast_within_a_tenth() {
        Missed error = lived(new Truth("steady", day -> 1.5, 0));
        assertThat(error.real()).isGreaterThan(50);
        assertThat(error.bias()).isBetween(-0.10, 0.10);
    }

    @Test
    void days_without_stock_do_not_make_demand_look_smaller() {
        Missed error = lived(new Truth("stock-outs", day -> 1.5, 0.5));
        assertThat(error.bias()).isBetween(-0.10, 0.10);
    }

    @Test
    void sparse_demand_is_forecast_within_a_tenth() {
        Missed error = lived(new Truth("sparse", day -> 0.05, 0));
        assertThat(error.real()).isGreaterThan(180);
        assertThat(error.bias()).isBetween(-0.10, 0.10);
    }

    /** The method knows no season: when demand halves, it promises too much, and says so in the guide. */
    @Test
    void a_season_that_ends_is_not_foreseen() {
        Missed error = lived(new Truth("seasonal", day -> day < 0 ? 2 : 1, 0));
        assertThat(error.real() - error.predicted()).isGreaterThan(40);
    }
}
