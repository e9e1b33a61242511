package app.mortar.count;

import app.mortar.kernel.BatchId;
import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.stock.Adjusting;
import app.mortar.stock.Affected;
import app.mortar.stock.CountTask;
import app.mortar.stock.Movement;
import app.mortar.stock.Shelves;
import app.mortar.store.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The desk that decides about counted lines. Approval books each difference as it was measured at the moment of its
 * count, on top of what has been sold since; promises on units that are not there are planned again or broken, and
 * named.
 */
public final class CountApproval {
    private final CountRules rules;

    public CountApproval(CountRules rules) {
        this.rules = rules;
    }

    /**
     * What was decided.
     *
     * @param booked differences posted
     * @param exact lines that agreed with the books
     * @param refused lines that stay as they are, or were sent back, and why
     * @param affected promises that had to move
     */
    public record Decided(int booked, int exact, List<Refused> refused, List<Affected> affected) {}

    /** A line that could not be approved. */
    public record Refused(CountLine line, Why why) {}

    /** Why not. */
    public enum Why {
        /** Somebody else than the counter has to approve it. */
        SOMEBODY_ELSE_MUST_APPROVE,
        /** More has been sold since than was counted, so the count cannot have been right; it was sent back. */
        DOES_NOT_FIT_ANY_MORE,
        /** Somebody has decided about it, or it waits for a second count. */
        NOT_WAITING
    }

    /**
     * Approves these lines of a round.
     *
     * @param note why there is a difference, for the ledger; null for none
     */
    public Decided approve(Tx tx, long round, Collection<Long> lines, @Nullable String note) {
        tx.actor().must(Permission.APPROVE_COUNTS);
        List<ProductId> products = new RoundRows(tx).products(round);
        Map<CountLine, Movement> rows = new LinkedHashMap<>();
        Decided decided = Shelves.change(tx, products, shelves -> decide(shelves, round, lines, note, rows));
        rows.forEach((line, row) -> {
            line.approve(tx, note, row.id());
            tx.session().update(line);
        });
        return decided;
    }

    private Decided decide(
            Shelves shelves,
            long roundId,
            Collection<Long> ids,
            @Nullable String note,
            Map<CountLine, Movement> booked) {
        Tx tx = shelves.tx();
        RoundRows rows = new RoundRows(tx);
        CountRound round = rows.round(roundId);
        List<Refused> refused = new ArrayList<>();
        int exact = 0;
        List<CountLine> lines = rows.lines(roundId, ids);
        Asked asked = Asked.about(tx, lines);
        for (CountLine line : lines) {
            boolean controlled = shelves.of(line.product()).product().isControlled();
            boolean own = line.countedBy().equals(tx.actor().name());
            if (round == null || !round.isOpen() || line.status() != CountLine.Status.COUNTED) {
                refused.add(new Refused(line, Why.NOT_WAITING));
            } else if (own && rules.asksForAnother(controlled, line.difference(), line.unitCost())) {
                refused.add(new Refused(line, Why.SOMEBODY_ELSE_MUST_APPROVE));
            } else if (line.difference() == 0) {
                line.approve(tx, note, null);
                tx.session().update(line);
                BatchId batch = line.batch();
                if (batch != null) {
                    Adjusting.agreed(shelves, line.product(), batch, asked.setAsideBefore(line), round.title());
                }
                asked.answeredBy(tx, line);
                exact++;
            } else {
                switch (Adjusting.counted(
                        shelves,
                        line.product(),
                        new Adjusting.Counted(line.batchNumber(), line.expiryDate()),
                        line.difference(),
                        asked.setAsideBefore(line),
                        note,
                        round.title())) {
                    case Adjusting.Outcome.Done done -> {
                        booked.put(line, done.row());
                        asked.answeredBy(tx, line);
                    }
                    case Adjusting.Outcome other -> {
                        line.reject(tx, "Fewer units are left than were missing.");
                        tx.session().update(line);
                        refused.add(new Refused(line, Why.DOES_NOT_FIT_ANY_MORE));
                    }
                }
            }
        }
        return new Decided(booked.size(), exact, refused, shelves.affected());
    }

    /** Who asked for these batches to be counted; a count answers only what was asked before it. */
    private record Asked(List<CountTask> tasks) {
        static Asked about(Tx tx, List<CountLine> lines) {
            return new Asked(CountTask.open(
                    tx,
                    lines.stream()
                            .map(CountLine::batch)
                            .flatMap(Stream::ofNullable)
                            .toList()));
        }

        private Stream<CountTask> before(CountLine line) {
            return tasks.stream()
                    .filter(task ->
                            task.batch().equals(line.batch()) && !task.at().isAfter(line.countedAt()));
        }

        int setAsideBefore(CountLine line) {
            return before(line).mapToInt(CountTask::unitsAside).sum();
        }

        void answeredBy(Tx tx, CountLine line) {
            before(line).forEach(task -> task.done(tx));
        }
    }

    /** Sends lines back: they are to be counted again. Answers how many. */
    public int reject(Tx tx, long round, Collection<Long> lines, @Nullable String note) {
        tx.actor().must(Permission.APPROVE_COUNTS);
        return Shelves.change(tx, new RoundRows(tx).products(round), shelves -> {
            List<CountLine> waiting = new RoundRows(tx)
                    .lines(round, lines).stream()
                            .filter(line -> line.status() == CountLine.Status.COUNTED)
                            .toList();
            waiting.forEach(line -> {
                line.reject(tx, note);
                tx.session().update(line);
            });
            return waiting.size();
        });
    }
}
