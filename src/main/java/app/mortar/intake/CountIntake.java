package app.mortar.intake;

import app.mortar.count.CountDesk;
import app.mortar.kernel.Actor;
import app.mortar.stock.BatchName;
import app.mortar.store.Transactions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The desk for count sheets that were filled in. Nothing is entered of a sheet with a fault; of a clean one each row is an
 * entry of its own, so that nobody at the counter waits for a whole sheet.
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
         * @param refused rows that could not be entered
         */
        record Entered(int counted, int again, List<Refused> refused) implements Outcome {}

        /** Something must be mended first; nothing was entered. */
        record Faulty(Faults faults) implements Outcome {}

        /** It is no count sheet, or no workbook at all. */
        record Unusable(String sentence) implements Outcome {}
    }

    /** A row that could not be entered, and why. */
    public record Refused(int row, String sku, String batchNumber, CountDesk.Entered why) {}

    /**
     * Enters a filled sheet.
     *
     * @param again whether batches that were counted before are replaced
     */
    public Outcome enter(Actor actor, long round, Path file, boolean again) {
        return switch (sheets.read(file)) {
            case Reading.Unusable<CountRow, CountColumn>(String sentence) -> new Outcome.Unusable(sentence);
            case Reading.Faulty<CountRow, CountColumn>(Faults faults) -> new Outcome.Faulty(faults);
            case Reading.Rows<CountRow, CountColumn> read -> enter(actor, round, read.rows(), again);
        };
    }

    private Outcome enter(Actor actor, long round, List<CountRow> rows, boolean again) {
        int counted = 0;
        int doubtful = 0;
        List<Refused> refused = new ArrayList<>();
        for (CountRow row : rows) {
            BatchName name = new BatchName(row.sku(), row.batchNumber(), row.expiryDate());
            CountDesk.Entry entry = new CountDesk.Entry(round, name, row.counted(), again, false);
            switch (transactions.write(actor, tx -> desk.enter(tx, entry))) {
                case CountDesk.Entered.Counted stands -> counted++;
                case CountDesk.Entered.CountAgain doubt -> doubtful++;
                case CountDesk.Entered no -> refused.add(new Refused(row.row(), row.sku(), row.batchNumber(), no));
            }
        }
        return new Outcome.Entered(counted, doubtful, refused);
    }
}
