package app.mortar.report;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.fulfilment.OrderStatus;
import app.mortar.kernel.NotPermitted;
import app.mortar.metrics.Reading;
import app.mortar.stock.OversellIncident;
import app.mortar.stock.SetAside;
import app.mortar.testing.DeskTest;
import app.mortar.testing.Pharmacy;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RateDeskTest extends DeskTest {
    @BeforeEach
    void goods() {
        pharmacy.verdicts.write();
        pharmacy.transactions.run(pharmacy.staff, tx -> tx.session()
                .createNativeMutationQuery("delete from reservation_minute")
                .executeUpdate());
        pharmacy.product("PARA");
        stock("PARA", "SOON", 30, 10);
        stock("PARA", "LATE", 300, 10);
    }

    private PlanRates rates(int days) {
        pharmacy.verdicts.write();
        return pharmacy.transactions.read(pharmacy.staff, tx -> new RateDesk().over(tx, days));
    }

    private void sell(String ref, int units) {
        moved(confirmed(ref, wanted("PARA", units)), OrderStatus.DISPATCHED);
    }

    @Test
    void with_nothing_to_divide_by_there_is_no_rate() {
        PlanRates rates = rates(30);
        assertThat(rates.reservationSuccessRate()).isNull();
        assertThat(rates.expiredWasteRate()).isNull();
        assertThat(rates.fifoComplianceRate()).isNull();
        assertThat(rates.oversellIncidents()).isZero();
    }

    @Test
    void the_period_is_days_of_the_pharmacy_and_ends_today() {
        PlanRates rates = rates(30);
        assertThat(rates.to()).isEqualTo("2026-03-10");
        assertThat(rates.from()).isEqualTo("2026-02-09");
    }

    @Test
    void three_of_four_requests_were_granted() {
        pharmacy.hold(wanted("PARA", 1));
        pharmacy.hold(wanted("PARA", 1));
        pharmacy.hold(wanted("PARA", 1));
        pharmacy.reserve(wanted("PARA", 18));
        assertThat(rates(30).reservationSuccessRate()).isEqualTo(0.75);
    }

    @Test
    void another_process_says_the_same_and_says_it_again_when_it_is_started_anew() {
        pharmacy.hold(wanted("PARA", 1));
        pharmacy.reserve(wanted("PARA", 30));
        PlanRates here = rates(30);
        for (int start = 0; start < 2; start++) {
            try (Pharmacy other = Pharmacy.on(pharmacy.link)) {
                PlanRates there = other.transactions.read(other.staff, tx -> new RateDesk().over(tx, 30));
                assertThat(there).isEqualTo(here);
            }
        }
        assertThat(here.reservationSuccessRate()).isEqualTo(0.5);
    }

    @Test
    void what_is_older_than_the_period_does_not_count() {
        pharmacy.reserve(wanted("PARA", 30));
        sell("R", 4);
        pharmacy.clock.set(MORNING.plus(Duration.ofDays(1)));
        pharmacy.hold(wanted("PARA", 1));
        assertThat(rates(1).reservationSuccessRate()).isEqualTo(1.0);
        assertThat(rates(1).fifoComplianceRate()).isNull();
        assertThat(rates(2).reservationSuccessRate()).isEqualTo(0.5);
        assertThat(rates(2).fifoComplianceRate()).isEqualTo(1.0);
    }

    /** Midnight in Lagos is 23:00 UTC. */
    @Test
    void the_day_begins_at_the_pharmacys_midnight() {
        pharmacy.clock.set(MORNING.plus(Duration.ofHours(13).plusMinutes(30)));
        sell("BEFORE", 1);
        pharmacy.clock.pass(Duration.ofMinutes(45));
        assertThat(rates(1).fifoComplianceRate()).isNull();
        assertThat(rates(2).fifoComplianceRate()).isEqualTo(1.0);
        sell("AFTER", 1);
        assertThat(rates(1).fifoComplianceRate()).isEqualTo(1.0);
    }

    @Test
    void expired_waste_is_measured_against_all_that_left() {
        sell("R", 6);
        pharmacy.writeOff("PARA", "LATE", 2, SetAside.Reason.DAMAGED);
        pharmacy.clock.set(MORNING.plus(Duration.ofDays(30)));
        pharmacy.writeOff("PARA", "SOON", 4, SetAside.Reason.EXPIRED);
        assertThat(rates(60).expiredWasteRate()).isEqualTo(4.0 / (6 + 2 + 4));
    }

    @Test
    void units_that_left_out_of_turn_lower_the_compliance_and_overrides_are_told_apart() {
        sell("R", 6);
        overridden("O", 2);
        PlanRates rates = rates(30);
        assertThat(rates.fifoComplianceRate()).isEqualTo(0.75);
        assertThat(rates.fifoOverrideUnits()).isEqualTo(2);
    }

    /** Sold, having been promised as only somebody who may can promise. */
    private void overridden(String ref, int units) {
        var order = confirmed(ref, wanted("PARA", units));
        pharmacy.transactions.run(pharmacy.staff, tx -> tx.session()
                .createNativeMutationQuery("update reservation_allocation set fefo = 'OVERRIDE' where reservation_id in"
                        + " (select id from stock_reservation where order_id = :order)")
                .setParameter("order", order.id())
                .executeUpdate());
        moved(order, OrderStatus.DISPATCHED);
    }

    @Test
    void what_was_counted_is_measured_batch_by_batch_and_nothing_is_netted() {
        assertThat(rates(30).stockAccuracyRate()).isNull();
        counted(1, "SOON", 10, 13, "APPROVED");
        counted(2, "LATE", 10, 8, "COUNTED");
        counted(3, "LATE", 10, 0, "REPLACED");
        assertThat(rates(30).stockAccuracyRate()).isEqualTo(0.75);
        assertThat(series(new Figures(), pharmacy)).containsEntry("mortar_stock_accuracy_ratio[]", 0.75);
        pharmacy.clock.pass(Duration.ofDays(1));
        assertThat(rates(1).stockAccuracyRate()).isNull();
        counted(4, "SOON", 10, 40, "APPROVED");
        assertThat(rates(1).stockAccuracyRate()).isZero();
    }

    /** A line of a count, as the counting desk leaves it. */
    private void counted(int attempt, String batch, int expected, int counted, String status) {
        pharmacy.transactions.run(pharmacy.staff, tx -> {
            if (attempt == 1) {
                tx.session()
                        .createNativeMutationQuery("""
                                insert into count_round (id, title, scope, status, started_at, started_by)
                                values (1, 'Shelf A', 'PRODUCTS', 'OPEN', :now, 'ada')""")
                        .setParameter("now", tx.now())
                        .executeUpdate();
            }
            tx.session()
                    .createNativeMutationQuery("""
                            insert into count_line (id, round_id, product_id, batch_number, expected, counted, attempt,
                              status, counted_at, counted_by, workstation)
                            select :attempt, 1, p.id, :batch, :expected, :counted, :attempt, :status, :now, 'ada', 'till'
                            from product p where p.sku = 'PARA'""")
                    .setParameter("attempt", attempt)
                    .setParameter("batch", batch)
                    .setParameter("expected", expected)
                    .setParameter("counted", counted)
                    .setParameter("status", status)
                    .setParameter("now", tx.now())
                    .executeUpdate();
        });
    }

    @Test
    void incidents_are_counted_by_cause() {
        pharmacy.hold(wanted("PARA", 12));
        pharmacy.recall("PARA", "SOON");
        PlanRates rates = rates(30);
        assertThat(rates.oversellIncidents()).isEqualTo(1);
        assertThat(rates.oversellByCause())
                .containsEntry(OversellIncident.Cause.RECALL, 1L)
                .containsEntry(OversellIncident.Cause.CONCURRENCY, 0L)
                .hasSize(OversellIncident.Cause.values().length);
    }

    @Test
    void a_shop_may_not_read_them() {
        assertThatThrownBy(() -> pharmacy.transactions.read(pharmacy.shop, tx -> new RateDesk().over(tx, 30)))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> pharmacy.transactions.read(pharmacy.shop, tx -> new Figures().read(tx)))
                .isInstanceOf(NotPermitted.class);
    }

    private static Map<String, Double> series(Figures figures, Pharmacy by) {
        Map<String, Double> series = new TreeMap<>();
        by.transactions.read(by.staff, figures::read).forEach(reading -> {
            switch (reading) {
                case Reading.Total total ->
                    total.points()
                            .forEach(point -> series.put(
                                    total.name() + point.labels().pairs().values(), point.value()));
                case Reading.Level level ->
                    level.points()
                            .forEach(point -> series.put(
                                    level.name() + point.labels().pairs().values(), point.value()));
                case Reading.Spread spread -> series.put(spread.name(), (double) spread.count());
            }
        });
        return series;
    }

    @Test
    void every_series_that_there_can_be_is_there_from_the_first() {
        Map<String, Double> series = series(new Figures(), pharmacy);
        assertThat(series)
                .containsEntry("mortar_reservation_requests[granted]", 0.0)
                .containsEntry("mortar_reservation_requests[refused]", 0.0)
                .containsEntry("mortar_oversell_incidents[concurrency]", 0.0)
                .containsEntry("mortar_waste_units[expired]", 0.0)
                .containsEntry("mortar_waste_units[other]", 0.0)
                .containsEntry("mortar_fifo_units[no]", 0.0)
                .containsEntry("mortar_units_out[]", 0.0)
                .containsEntry("mortar_live_holds[]", 0.0);
    }

    /** What is settled is summed once; what comes later is added, also when it comes long after. */
    @Test
    void totals_grow_with_the_ledger_and_are_the_same_for_whoever_begins_to_read_later() {
        Figures reader = new Figures();
        series(reader, pharmacy);
        sell("A", 3);
        assertThat(series(reader, pharmacy)).containsEntry("mortar_units_out[]", 3.0);
        pharmacy.clock.pass(Duration.ofMinutes(9));
        sell("B", 2);
        overridden("O", 1);
        pharmacy.clock.pass(Duration.ofMinutes(2));
        pharmacy.writeOff("PARA", "LATE", 2, SetAside.Reason.LOST);
        for (int hours = 0; hours < 3; hours++) {
            Map<String, Double> seen = series(reader, pharmacy);
            assertThat(seen)
                    .containsEntry("mortar_units_out[]", 6.0)
                    .containsEntry("mortar_fifo_units[yes]", 5.0)
                    .containsEntry("mortar_fifo_units[override]", 1.0)
                    .containsEntry("mortar_waste_units[lost]", 2.0);
            assertThat(series(new Figures(), pharmacy)).isEqualTo(seen);
            pharmacy.clock.pass(Duration.ofHours(1));
        }
    }
}
