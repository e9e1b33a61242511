package app.mortar.intake;

import java.time.Instant;
import java.util.List;

/** What came of a list. Only of the first three is anything in the books, and in a rehearsal not of them either. */
public sealed interface Intake {
    /** A products list was taken. {@code remarks} are what was left out or deserves a look, as sentences. */
    record Products(int added, int changed, int unchanged, List<String> remarks) implements Intake {}

    /** An opening stock list was booked. */
    record Stock(int products, int batches, long units, List<String> remarks) implements Intake {}

    /** This very stock list was booked before, and was not booked again. */
    record BookedBefore(Instant at) implements Intake {}

    /** Something must be mended first; nothing was booked. */
    record Faulty(Faults faults) implements Intake {}

    /** The file is no readable workbook, or holds no such list; the sentence says why. Nothing was booked. */
    record Unusable(String sentence) implements Intake {}

    /** Told how far an import has come, in words, for whoever waits; calls come from the importing thread. */
    @FunctionalInterface
    interface Progress {
        /** Tells nobody. */
        Progress UNTOLD = what -> {};

        void reached(String what);
    }
}
