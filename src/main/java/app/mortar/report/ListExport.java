package app.mortar.report;

import app.mortar.kernel.Actor;
import app.mortar.kernel.Permission;
import app.mortar.kernel.Span;
import app.mortar.kernel.Stretch;
import app.mortar.store.Transactions;
import app.mortar.store.Tx;
import app.mortar.workbook.Cell;
import app.mortar.workbook.Cover;
import app.mortar.workbook.NewSheet;
import app.mortar.workbook.NewWorkbook;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The desk that writes a list of a screen as a workbook: every row of it, as it is narrowed and sorted there. It is
 * read in one snapshot, window by window, so that a long list needs no more memory than a short one. Whoever may see a
 * list may take it along: the desk that reads the list asks for its own permission.
 */
public final class ListExport {
    /** Rows that are read at once. */
    static final int WINDOW = 2_000;

    private final Transactions transactions;

    public ListExport(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Reads a window of a list. */
    @FunctionalInterface
    public interface Pages<R> {
        Stretch<R> rows(Tx tx, Span span);
    }

    /**
     * What is wanted.
     *
     * @param title what the list is called
     * @param about how it was narrowed and sorted, one line each
     * @param fields its columns, from left to right
     */
    public record Wish<R>(String title, List<Cover.Fact> about, List<Field<R>> fields, Pages<R> pages) {
        public Wish {
            about = List.copyOf(about);
            fields = List.copyOf(fields);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** The workbook is complete, with so many rows. */
        record Written(Path file, long rows) implements Outcome {}

        /** Somebody did not want it any more; what was there before still is. */
        record Cancelled() implements Outcome {}
    }

    /**
     * Writes the list to a file, which is replaced only by a complete one.
     *
     * @param progress is told, and asked whether to go on, after each window
     * @throws app.mortar.workbook.Unwritable it could not be written
     */
    public <R> Outcome write(Actor actor, Wish<R> wish, Path file, Progress progress) {
        actor.must(Permission.SEE_STOCK);
        try (NewWorkbook workbook = NewWorkbook.at(file)) {
            long rows = transactions.snapshot(actor, tx -> tx.session().doReturningWork(connection -> {
                Patience.ask(connection);
                return fill(workbook, tx, wish, progress);
            }));
            workbook.finish();
            return new Outcome.Written(file, rows);
        } catch (Stopped stopped) {
            return new Outcome.Cancelled();
        }
    }

    private static <R> long fill(NewWorkbook workbook, Tx tx, Wish<R> wish, Progress progress) {
        Taken<R> taken = new Taken<>(tx, wish.pages(), progress);
        ListOf<R> list = new ListOf<>(wish.title(), wish.fields(), () -> taken);
        List<NewSheet.Column> columns = list.columns();
        Iterable<List<Cell>> cells = list.cells();
        workbook.add(
                columns.stream().anyMatch(NewSheet.Column::summed)
                        ? NewSheet.report(list.name(), columns, cells)
                        : NewSheet.readable(list.name(), columns, cells));
        workbook.add(about(tx, wish));
        return taken.count;
    }

    /** The second page: of when the list is, and what it leaves out. */
    private static Cover about(Tx tx, Wish<?> wish) {
        List<Cover.Fact> facts = new ArrayList<>(wish.about());
        LocalDateTime made = LocalDateTime.ofInstant(tx.now(), tx.zone());
        facts.add(new Cover.Fact("As of", Cell.of(made), "yyyy-mm-dd hh:mm:ss"));
        facts.add(Cover.Fact.text("Time zone", tx.zone().getId()));
        facts.add(Cover.Fact.text("Made by", tx.actor().name()));
        return new Cover("About this list", wish.title(), facts, List.of());
    }

    private static final class Stopped extends RuntimeException {}

    /** The rows of a list, window after window. */
    private static final class Taken<R> implements Iterator<R> {
        private final Tx tx;
        private final Pages<R> pages;
        private final Progress progress;
        private Iterator<R> window = List.<R>of().iterator();
        private int next;
        private boolean whole;
        private long count;

        Taken(Tx tx, Pages<R> pages, Progress progress) {
            this.tx = tx;
            this.pages = pages;
            this.progress = progress;
        }

        @Override
        public boolean hasNext() {
            if (!window.hasNext() && !whole) {
                read();
            }
            return window.hasNext();
        }

        private void read() {
            if (progress.cancelled()) {
                throw new Stopped();
            }
            Stretch<R> rows = pages.rows(tx, new Span(next, WINDOW));
            window = rows.rows().iterator();
            next += rows.rows().size();
            whole = rows.rows().isEmpty() || next >= rows.total();
            progress.wrote(count, rows.total());
        }

        @Override
        public R next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            count++;
            return window.next();
        }
    }
}
