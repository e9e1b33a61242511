package app.mortar.expiry;

import app.mortar.fefo.Fefo;
import app.mortar.kernel.Permission;
import app.mortar.store.Tx;
import java.sql.PreparedStatement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Marks batches as they come near their expiry. A stage is entered once, whenever it is looked: days on which nobody
 * looked are made up for by the nearest stage, and those that were passed meanwhile are not told of any more.
 */
public final class ExpiryStages {
    /**
     * A batch that has entered a stage.
     *
     * @param stage days that are left at most
     * @param goodUnits units that may still be sold; never 0
     */
    public record Entered(long batch, int stage, int goodUnits) {}

    private record Near(
            long batch,
            LocalDate expiry,
            int goodUnits,
            @Nullable Integer marked) {}

    /**
     * Marks every good batch that has entered one of these stages since it was last looked.
     *
     * @param stages days that are left
     */
    public List<Entered> enter(Tx tx, List<Integer> stages) {
        tx.actor().must(Permission.RUN_JOBS);
        int widest = stages.stream().max(Comparator.naturalOrder()).orElse(0);
        List<Entered> entered = new ArrayList<>();
        List<Entered> fresh = new ArrayList<>();
        List<Entered> again = new ArrayList<>();
        for (Near near : near(tx, tx.today().plusDays(widest))) {
            Integer marked = near.marked();
            stage(stages, near.expiry(), tx.today())
                    .filter(stage -> marked == null || stage < marked)
                    .ifPresent(stage -> {
                        Entered one = new Entered(near.batch(), stage, near.goodUnits());
                        entered.add(one);
                        (marked == null ? fresh : again).add(one);
                    });
        }
        mark(tx, "update expiry_mark set stage = ?, entered_on = ? where batch_id = ?", again);
        mark(tx, "insert into expiry_mark (stage, entered_on, batch_id) values (?, ?, ?)", fresh);
        return entered;
    }

    /** The nearest stage that a batch of that date is in. */
    static Optional<Integer> stage(List<Integer> stages, LocalDate expiry, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, expiry);
        return stages.stream().filter(stage -> days <= stage).min(Comparator.naturalOrder());
    }

    private static List<Near> near(Tx tx, LocalDate until) {
        return tx
                .session()
                .createNativeQuery("""
                        select b.id, b.expiry_date, b.quantity - b.quarantined_quantity as good, m.stage
                        from inventory_batch b left join expiry_mark m on m.batch_id = b.id
                        where b.quantity > b.quarantined_quantity and %s order by b.id""".formatted(Fefo.EXPIRES_SOON_SQL), Object[].class)
                .addScalar("id", Long.class)
                .addScalar("expiry_date", LocalDate.class)
                .addScalar("good", Integer.class)
                .addScalar("stage", Integer.class)
                .setParameter("today", tx.today())
                .setParameter("until", until)
                .getResultList()
                .stream()
                .map(row -> new Near((Long) row[0], (LocalDate) row[1], (Integer) row[2], (Integer) row[3]))
                .toList();
    }

    private static void mark(Tx tx, String sql, List<Entered> batches) {
        if (batches.isEmpty()) {
            return;
        }
        tx.session().doWork(connection -> {
            try (PreparedStatement row = connection.prepareStatement(sql)) {
                for (Entered one : batches) {
                    row.setInt(1, one.stage());
                    row.setObject(2, tx.today(), Types.DATE);
                    row.setLong(3, one.batch());
                    row.addBatch();
                }
                row.executeBatch();
            }
        });
    }
}
