package app.mortar.report;

import app.mortar.alert.Kind;
import app.mortar.alert.Medium;
import app.mortar.metrics.Labels;
import app.mortar.metrics.Reading;
import app.mortar.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of shortages and of the messages about them. */
final class AlertFigures {
    /** A message that waits longer counts as due and not accepted. */
    private static final Duration IN_TIME = Duration.ofMinutes(5);

    private static final Duration RECENTLY = Duration.ofDays(1);

    private AlertFigures() {}

    /** The plan's {@code lowStockAlertDeliveryRate} of messages that fell due since then; null when there were none. */
    static @Nullable Double deliveryRate(Tx tx, Instant since) {
        Object[] row = tx.session()
                .createNativeQuery("""
                        select count(*), sum(case when status in ('SENT', 'DELIVERED') then 1 else 0 end)
                        from notification
                        where kind in ('LOW_STOCK', 'STOCK_OUT') and due_at >= :since
                          and (status <> 'PENDING' or due_at <= :late)""", Object[].class)
                .setParameter("since", since)
                .setParameter("late", tx.now().minus(IN_TIME))
                .getSingleResult();
        long due = ((Number) row[0]).longValue();
        return due == 0 ? null : ((Number) row[1]).doubleValue() / due;
    }

    /** How the messages that fell due since then went. */
    static AlertsTold told(Tx tx, Instant since) {
        Object[] row = tx.session()
                .createNativeQuery("""
                        select count(*), coalesce(sum(case when status in ('SENT', 'DELIVERED') then 1 else 0 end), 0),
                          coalesce(sum(case when status = 'FAILED' then 1 else 0 end), 0),
                          coalesce(sum(case when seconds <= 300 then 1 else 0 end), 0), max(seconds)
                        from (select status, extract(epoch from sent_at) - extract(epoch from due_at) as seconds
                          from notification
                          where kind in ('LOW_STOCK', 'STOCK_OUT') and due_at >= :since
                            and (status <> 'PENDING' or due_at <= :late)) due""", Object[].class)
                .setParameter("since", since)
                .setParameter("late", tx.now().minus(IN_TIME))
                .getSingleResult();
        long due = ((Number) row[0]).longValue();
        Number slowest = (Number) row[4];
        return new AlertsTold(
                ((Number) row[1]).longValue(),
                ((Number) row[2]).longValue(),
                due == 0 ? null : (Double) (((Number) row[3]).doubleValue() / due),
                slowest == null ? null : (Long) slowest.longValue());
    }

    /** The plan's {@code stockoutIncidents}: each time that a product ran out of good units. */
    static long stockouts(Tx tx, Instant since) {
        return count(tx, "select count(*) from stockout where began_at >= :since", "since", since);
    }

    static List<Reading> read(Tx tx) {
        List<Reading> all = new ArrayList<>();
        all.add(deliveries(tx));
        all.add(latency(tx));
        Double rate = deliveryRate(tx, tx.now().minus(RECENTLY));
        if (rate != null) {
            all.add(Reading.Level.of(
                    "mortar_alert_delivery_ratio",
                    "lowStockAlertDeliveryRate of the last 24 hours: accepted / due",
                    rate));
        }
        all.add(Reading.Total.of(
                "mortar_stockout_incidents",
                "stockoutIncidents: times that a product ran out of units that may be sold",
                stockouts(tx, Instant.EPOCH)));
        all.add(Reading.Level.of(
                "mortar_products_stocked_out",
                "Products that have run out of units that may be sold",
                count(tx, "select count(*) from stockout where open_product is not null")));
        all.add(Reading.Level.of(
                "mortar_products_low",
                "Products with some good units, but fewer than their minimum",
                count(tx, "select count(*) from alert_episode where open_product is not null and severity = 'LOW'")));
        all.addAll(outbox(tx));
        return all;
    }

    private static Reading deliveries(Tx tx) {
        Map<Labels, Number> seen = new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        for (Medium medium : Medium.values()) {
            for (Kind kind : Kind.values()) {
                for (String outcome : List.of("accepted", "failed")) {
                    seen.put(labels(medium.word(), kind.name(), outcome), 0);
                }
            }
        }
        tx.session()
                .createNativeQuery("""
                        select channel, kind, case when status = 'FAILED' then 'failed' else 'accepted' end as outcome,
                          count(*) from notification where status <> 'PENDING' group by channel, kind, outcome""", Object[].class)
                .getResultList()
                .forEach(row -> seen.put(labels((String) row[0], (String) row[1], (String) row[2]), (Number) row[3]));
        return new Reading.Total(
                "mortar_alert_deliveries",
                "lowStockAlertDeliveryRate is accepted / all, of the kinds low_stock and stock_out: finished messages",
                seen.entrySet().stream()
                        .map(entry -> new Reading.Point(
                                entry.getKey(), entry.getValue().doubleValue()))
                        .toList());
    }

    private static Labels labels(String channel, String kind, String outcome) {
        return Labels.of("channel", channel)
                .and("kind", kind.toLowerCase(Locale.ROOT))
                .and("outcome", outcome);
    }

    /** From the moment that a message may be sent, which is that of the detection except at night. */
    private static Reading latency(Tx tx) {
        Object[] row = tx.session().createNativeQuery("""
                        select coalesce(sum(case when seconds <= 60 then 1 else 0 end), 0),
                          coalesce(sum(case when seconds <= 300 then 1 else 0 end), 0), count(*),
                          coalesce(sum(seconds), 0)
                        from (select extract(epoch from sent_at) - extract(epoch from due_at) as seconds
                          from notification where sent_at is not null and kind <> 'TEST') sent""", Object[].class).getSingleResult();
        return new Reading.Spread(
                "mortar_alert_latency_seconds",
                "From detection, or the end of the quiet hours, until a provider has accepted the message",
                Map.of(60.0, ((Number) row[0]).longValue(), 300.0, ((Number) row[1]).longValue()),
                ((Number) row[2]).longValue(),
                ((Number) row[3]).doubleValue());
    }

    private static List<Reading> outbox(Tx tx) {
        Object[] row = tx.session()
                .createNativeQuery(
                        "select count(*) as waiting, min(due_at) as oldest from notification where status = 'PENDING'",
                        Object[].class)
                .addScalar("waiting", Long.class)
                .addScalar("oldest", Instant.class)
                .getSingleResult();
        Instant oldest = (Instant) row[1];
        long seconds = oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, tx.now()).toSeconds());
        return List.of(
                Reading.Level.of("mortar_outbox_messages", "Messages that wait to be sent", (Long) row[0]),
                Reading.Level.of(
                        "mortar_outbox_oldest_due_seconds",
                        "For how long the oldest waiting message could have been sent",
                        seconds));
    }

    private static long count(Tx tx, String sql) {
        return tx.session().createNativeQuery(sql, Long.class).getSingleResult();
    }

    private static long count(Tx tx, String sql, String name, Instant value) {
        return tx.session()
                .createNativeQuery(sql, Long.class)
                .setParameter(name, value)
                .getSingleResult();
    }
}
