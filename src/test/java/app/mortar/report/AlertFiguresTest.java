package app.mortar.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.metrics.Reading;
import app.mortar.testing.DeskTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Messages as the outbox leaves them, written by hand. */
class AlertFiguresTest extends DeskTest {
    private long id;

    private void message(String kind, String status, Duration dueAgo, @Nullable Duration took) {
        Instant due = MORNING.minus(dueAgo);
        pharmacy.transactions.run(pharmacy.staff, tx -> tx.session()
                .createNativeMutationQuery("""
                        insert into notification
                          (id, channel, recipient, kind, status, attempts, detected_at, due_at, next_at, sent_at)
                        values (:id, 'sms', '+2348000000000', :kind, :status, 1, :due, :due, :due, :sent)""")
                .setParameter("id", ++id)
                .setParameter("kind", kind)
                .setParameter("status", status)
                .setParameter("due", due)
                .setParameter("sent", took == null ? null : due.plus(took), Instant.class)
                .executeUpdate());
    }

    private void stockout(String sku, Duration beganAgo, boolean isOpen) {
        long product = pharmacy.product(sku).id().value();
        pharmacy.transactions.run(pharmacy.staff, tx -> tx.session()
                .createNativeMutationQuery("""
                        insert into stockout (id, product_id, open_product, began_at, ended_at)
                        values (:id, :product, :open, :began, :ended)""")
                .setParameter("id", ++id)
                .setParameter("product", product)
                .setParameter("open", isOpen ? product : null, Long.class)
                .setParameter("began", MORNING.minus(beganAgo))
                .setParameter("ended", isOpen ? null : MORNING, Instant.class)
                .executeUpdate());
    }

    private PlanRates rates(int days) {
        return pharmacy.transactions.read(pharmacy.staff, tx -> new RateDesk().over(tx, days));
    }

    private AlertsTold told() {
        return pharmacy.transactions.read(pharmacy.staff, tx -> new RateDesk().told(tx, 30));
    }

    private Map<String, Reading> readings() {
        Map<String, Reading> byName = new TreeMap<>();
        pharmacy.transactions
                .read(pharmacy.staff, tx -> new Figures().read(tx))
                .forEach(reading -> byName.put(reading.name(), reading));
        return byName;
    }

    private static double level(Reading reading) {
        return ((Reading.Level) reading).points().getFirst().value();
    }

    @Test
    void accepted_messages_are_measured_against_those_that_were_due() {
        message("LOW_STOCK", "SENT", Duration.ofHours(1), Duration.ofSeconds(3));
        message("STOCK_OUT", "DELIVERED", Duration.ofHours(1), Duration.ofSeconds(3));
        message("LOW_STOCK", "FAILED", Duration.ofHours(1), null);
        message("LOW_STOCK", "PENDING", Duration.ofMinutes(5), null);
        message("LOW_STOCK", "PENDING", Duration.ofMinutes(4), null);
        message("LOW_STOCK", "PENDING", Duration.ofHours(-3), null);
        message("EXPIRY", "FAILED", Duration.ofHours(1), null);
        message("ESCALATION", "FAILED", Duration.ofHours(1), null);
        assertThat(rates(30).lowStockAlertDeliveryRate()).isEqualTo(0.5);
        assertThat(level(readings().get("mortar_alert_delivery_ratio"))).isEqualTo(0.5);
    }

    @Test
    void who_was_told_within_five_minutes_is_measured_against_all_that_was_due() {
        message("LOW_STOCK", "SENT", Duration.ofHours(1), Duration.ofMinutes(5));
        message("STOCK_OUT", "DELIVERED", Duration.ofHours(1), Duration.ofSeconds(301));
        message("LOW_STOCK", "FAILED", Duration.ofHours(1), null);
        message("LOW_STOCK", "PENDING", Duration.ofMinutes(5), null);
        message("LOW_STOCK", "PENDING", Duration.ofMinutes(4), null);
        message("EXPIRY", "SENT", Duration.ofHours(1), Duration.ofHours(1));
        message("LOW_STOCK", "SENT", Duration.ofDays(40), Duration.ofHours(2));
        assertThat(told()).isEqualTo(new AlertsTold(2, 1, 0.25, 301L));
    }

    @Test
    void nobody_was_told_of_anything_while_nothing_was_due() {
        assertThat(told()).isEqualTo(new AlertsTold(0, 0, null, null));
    }

    @Test
    void while_nothing_was_due_there_is_no_rate_and_no_series() {
        message("LOW_STOCK", "PENDING", Duration.ofMinutes(1), null);
        message("LOW_STOCK", "FAILED", Duration.ofDays(40), null);
        assertThat(rates(30).lowStockAlertDeliveryRate()).isNull();
        assertThat(rates(60).lowStockAlertDeliveryRate()).isZero();
        assertThat(readings()).doesNotContainKey("mortar_alert_delivery_ratio");
    }

    @Test
    void stock_outs_count_once_each_and_the_open_ones_are_told_apart() {
        stockout("A", Duration.ofDays(40), false);
        stockout("B", Duration.ofDays(2), false);
        stockout("C", Duration.ofHours(1), true);
        assertThat(rates(30).stockoutIncidents()).isEqualTo(2);
        assertThat(level(readings().get("mortar_products_stocked_out"))).isEqualTo(1);
        assertThat(((Reading.Total) readings().get("mortar_stockout_incidents"))
                        .points()
                        .getFirst()
                        .value())
                .isEqualTo(3);
    }

    @Test
    void latency_is_spread_over_one_minute_and_five() {
        message("LOW_STOCK", "SENT", Duration.ofHours(1), Duration.ofSeconds(30));
        message("STOCK_OUT", "SENT", Duration.ofHours(1), Duration.ofMinutes(5));
        message("EXPIRY", "DELIVERED", Duration.ofHours(1), Duration.ofSeconds(301));
        message("TEST", "SENT", Duration.ofHours(1), Duration.ofSeconds(1));
        Reading.Spread latency = (Reading.Spread) readings().get("mortar_alert_latency_seconds");
        assertThat(latency.upTo()).isEqualTo(Map.of(60.0, 1L, 300.0, 2L));
        assertThat(latency.count()).isEqualTo(3);
        assertThat(latency.sum()).isEqualTo(631.0);
    }

    @Test
    void the_outbox_says_how_long_the_oldest_could_have_been_sent() {
        assertThat(level(readings().get("mortar_outbox_oldest_due_seconds"))).isZero();
        message("LOW_STOCK", "PENDING", Duration.ofHours(-8), null);
        assertThat(level(readings().get("mortar_outbox_oldest_due_seconds"))).isZero();
        message("LOW_STOCK", "PENDING", Duration.ofSeconds(90), null);
        assertThat(level(readings().get("mortar_outbox_oldest_due_seconds"))).isEqualTo(90);
        assertThat(level(readings().get("mortar_outbox_messages"))).isEqualTo(2);
    }

    @Test
    void each_channel_kind_and_outcome_has_its_series_from_the_first() {
        Reading.Total deliveries = (Reading.Total) readings().get("mortar_alert_deliveries");
        assertThat(deliveries.points()).hasSize(5 * 5 * 2).allMatch(point -> point.value() == 0);
        message("LOW_STOCK", "SENT", Duration.ofHours(1), Duration.ofSeconds(1));
        message("LOW_STOCK", "FAILED", Duration.ofHours(1), null);
        message("LOW_STOCK", "PENDING", Duration.ofHours(1), null);
        Reading.Total now = (Reading.Total) readings().get("mortar_alert_deliveries");
        assertThat(now.points())
                .filteredOn(point -> point.value() > 0)
                .extracting(point -> point.labels().pairs() + " " + point.value())
                .hasSize(2)
                .allMatch(point -> point.contains("channel=sms") && point.contains("kind=low_stock"));
    }
}
