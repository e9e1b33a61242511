package app.mortar.intake;

import app.mortar.count.CountDesk;
import app.mortar.count.Rounds;
import app.mortar.kernel.Actor;
import app.mortar.kernel.Permission;
import app.mortar.stock.BatchName;
import app.mortar.store.Transactions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The desk for count sheets that were filled in. Nothing is entered of a sheet with a fault; of a clean one each row is an
 * entry of its own, so that nobody at the counter waits for a whole sheet. A row may name a batch that the books do not
 * know.
 */
public final class CountIntake {
    private final Transactions transactions;
    private final CountSheet sheets;
    private final CountDesk desk;

    public CountIntake(Transactions transactions, CountSheet sheets, CountDesk desk) {
        this.transactions = transactions;
        this.sheets = sheets;
        this.desk = desk;
    }

    /** What became of a sheet. */
    public sealed interface Outcome {
        /**
         * It was entered.
         *
         * @param counted rows that stand
         * @param again rows that somebody should count a second time
         * @param same rows that the same person had entered before with the same units: they stay as they were
         * @param refused rows that could not be entered
         */
        record Entered(int counted, int again, int same, List<Refused> refused) implements Outcome {}

        /** Something must be mended first; nothing was entered. */
        record Faulty(Faults faults) implements Outcome {}

        /** It is no count sheet, or no workbook at all. */
        record Unusable(String sentence) implements Outcome {}
    }

    /** A row that could not be entered, and why. */
    public record Refused(CountRow row, CountDesk.Entered why) {}

    /**
     * Enters a filled sheet. A sheet that comes twice is no second count: rows that this person has entered before with
     * the same units are passed over.
     */
    public Outcome enter(Actor actor, long round, Path file) {
        actor.must(Permission.COUNT);
        return switch (sheets.read(file)) {
            case Reading.Unusable<CountRow, CountColumn>(String sentence) -> new Outcome.Unusable(sentence);
            case Reading.Faulty<CountRow, CountColumn>(Faults faults) -> new Outcome.Faulty(faults);
            case Reading.Rows<CountRow, CountColumn> read -> enter(actor, round, read.rows(), false);
        };
    }

    /** Enters rows that were refused because somebody had counted their batches: these are right. */
    public Outcome replace(Actor actor, long round, List<Refused> refused) {
        actor.must(Permission.COUNT);
        return enter(actor, round, refused.stream().map(Refused::row).toList(), true);
    }

    private Outcome enter(Actor actor, long round, List<CountRow> rows, boolean again) {
        Map<BatchName, Integer> mine = transactions.read(actor, tx -> Rounds.countedBy(tx, round, actor.name()));
        int counted = 0;
        int doubtful = 0;
        int same = 0;
        List<Refused> refused = new ArrayList<>();
        for (CountRow row : rows) {
            BatchName name = new BatchName(row.sku(), row.batchNumber(), row.expiryDate());
            if (Integer.valueOf(row.counted()).equals(mine.get(name))) {
                same++;
                continue;
            }
            CountDesk.Entry entry = new CountDesk.Entry(round, name, row.counted(), again, true);
            switch (transactions.write(actor, tx -> desk.enter(tx, entry))) {
                case CountDesk.Entered.Counted stands -> counted++;
                case CountDesk.Entered.CountAgain doubt -> doubtful++;
                case CountDesk.Entered no -> refused.add(new Refused(row, no));
            }
        }
        return new Outcome.Entered(counted, doubtful, same, refused);
    }
}
