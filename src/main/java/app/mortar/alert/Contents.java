package app.mortar.alert;

import app.mortar.store.Tx;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a message is about, read when it is first claimed: from then on it stays as it is.
 *
 * @param worth what batches cost, in the pharmacy's currency; null where nobody knows
 */
record Contents(List<Wording.Item> items, @Nullable BigDecimal worth) {
    private static final int MOST = 1000;

    static Contents of(Tx tx, Notice notice) {
        return switch (notice.kind()) {
            case LOW_STOCK, STOCK_OUT, ESCALATION -> new Contents(products(tx, notice), null);
            case EXPIRY -> new Contents(batches(tx, notice), worth(tx, notice));
            case TEST -> new Contents(List.of(), null);
        };
    }

    /** The worst first. (By doubles: a numeric without a precision has H2 work out a hundred thousand digits.) */
    private static List<Wording.Item> products(Tx tx, Notice notice) {
        return tx
                .session()
                .createNativeQuery("""
                        select p.name, m.good_units, m.minimum from notification_episode m
                        join alert_episode e on e.id = m.episode_id join product p on p.id = e.product_id
                        where m.notification_id = :notice
                        order by cast(m.good_units as double precision) / m.minimum, p.name, p.id""", Object[].class)
                .setParameter("notice", notice.id())
                .setMaxResults(MOST)
                .getResultList()
                .stream()
                .<Wording.Item>map(row -> new Wording.Item.Shortage(
                        (String) row[0], ((Number) row[1]).intValue(), ((Number) row[2]).intValue()))
                .toList();
    }

    private static List<Wording.Item> batches(Tx tx, Notice notice) {
        return tx
                .session()
                .createNativeQuery("""
                        select p.name, b.batch_number, b.expiry_date, m.units from notification_batch m
                        join inventory_batch b on b.id = m.batch_id join product p on p.id = b.product_id
                        where m.notification_id = :notice order by b.expiry_date, p.name, b.id""", Object[].class)
                .addScalar("name", String.class)
                .addScalar("batch_number", String.class)
                .addScalar("expiry_date", LocalDate.class)
                .addScalar("units", Integer.class)
                .setParameter("notice", notice.id())
                .setMaxResults(MOST)
                .getResultList()
                .stream()
                .<Wording.Item>map(row -> new Wording.Item.Expiring(
                        (String) row[0], (String) row[1], (LocalDate) row[2], (Integer) row[3]))
                .toList();
    }

    private static @Nullable BigDecimal worth(Tx tx, Notice notice) {
        return tx.session()
                .createNativeQuery("""
                        select sum(m.units * b.unit_cost) from notification_batch m
                        join inventory_batch b on b.id = m.batch_id where m.notification_id = :notice""", BigDecimal.class)
                .setParameter("notice", notice.id())
                .getSingleResult();
    }

    /** Whole units of the currency; e.g. {@code NGN 45,000}. */
    @Nullable
    String worthIn(String currency) {
        BigDecimal all = worth;
        return all == null || all.signum() == 0
                ? null
                : currency + " "
                        + String.format(
                                Locale.ENGLISH,
                                "%,d",
                                all.setScale(0, RoundingMode.HALF_UP).toBigInteger());
    }
}
