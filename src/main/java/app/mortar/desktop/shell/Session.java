package app.mortar.desktop.shell;

import app.mortar.desktop.widget.Exportable;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.PageSource;
import app.mortar.desktop.widget.PagedTable;
import app.mortar.desktop.widget.TableLayout;
import app.mortar.desktop.work.Work;
import app.mortar.kernel.Actor;
import app.mortar.kernel.Permission;
import app.mortar.kernel.Span;
import app.mortar.kernel.Stretch;
import app.mortar.store.Transactions;
import app.mortar.store.Tx;
import app.mortar.workbook.Cover;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at work: everything a view model may use. Lives from sign-in to sign-out.
 *
 * @param actor who it is and what they may do
 * @param transactions the database, on background threads only
 * @param work the two places where work is done
 * @param time the clock that all machines share
 * @param formats numbers, money and dates as the pharmacy reads them
 * @param memory what this workstation remembers for this person: drafts, filters, widths
 * @param front the window around the room
 */
public record Session(
        Actor actor, Transactions transactions, Work work, Time time, Formats formats, Memory memory, Front front) {

    public boolean may(Permission permission) {
        return actor.may(permission);
    }

    /** Asks the database in the background. */
    public <T extends @Nullable Object> void read(Function<Tx, T> query, Consumer<T> done, Consumer<Trouble> failed) {
        work.run(() -> transactions.read(actor, query), done, failure -> failed.accept(trouble(failure)));
    }

    /** Changes something in the background; when it is done, the window knows that things have changed. */
    public <T extends @Nullable Object> void write(Function<Tx, T> act, Consumer<T> done, Consumer<Trouble> failed) {
        work.run(
                () -> transactions.write(actor, act),
                answer -> {
                    done.accept(answer);
                    front.changed();
                },
                failure -> failed.accept(trouble(failure)));
    }

    /** A table that reads {@code source} page by page; call {@link PagedTable#reload} to begin. */
    public <T> PagedTable<T> table(String id, Listed<T> source) {
        return table(id, () -> source);
    }

    /**
     * The same for a list that can be narrowed.
     *
     * @param source the list as it is narrowed now; asked on the user interface's thread
     */
    public <T> PagedTable<T> table(String id, Supplier<Listed<T>> source) {
        PagedTable<T> table = new PagedTable<>(
                id,
                work,
                () -> {
                    Listed<T> now = source.get();
                    return window -> transactions.read(actor, tx -> now.rows(tx, window));
                },
                failure -> trouble(failure).sentence());
        table.whole(() -> {
            Listed<T> now = source.get();
            PageSource.Window order = table.window(new Span(0, 1));
            return (tx, span) -> {
                PageSource.Rows<T> rows = now.rows(
                        tx, new PageSource.Window(span.from(), span.count(), order.sort(), order.descending()));
                return new Stretch<>(rows.rows(), rows.total());
            };
        });
        remember(id, table.arrangement());
        return table;
    }

    /** Remembers how somebody arranged the columns of a table. */
    public void remember(String id, TableLayout layout) {
        String name = "columns-" + id;
        layout.whenChanged(kept -> memory.keep(name, kept));
        work.run(
                () -> memory.recall(name, TableLayout.Kept.class),
                kept -> kept.ifPresent(layout::take),
                failure -> trouble(failure));
    }

    /**
     * Remembers what somebody chooses; {@link Chosen#again} takes it up.
     *
     * @param id tells the choice from all others
     * @param type an enum, or a record of plain values
     * @param worth what of a choice is worth keeping: not the words that were typed to find one thing
     */
    public <T> Chosen<T> remembered(String id, ObjectProperty<T> choice, Class<T> type, UnaryOperator<T> worth) {
        return new Chosen<>(this, "chosen-" + id, choice, type, worth);
    }

    /** "Export to Excel", for the head of a table's card; it comes into the table's menu as well. */
    public ExportBar export(Exportable table, String title) {
        return export(table, title, List::of);
    }

    /**
     * The same for a list that can be narrowed.
     *
     * @param about what it is narrowed to now, one line each
     */
    public ExportBar export(Exportable table, String title, Supplier<List<Cover.Fact>> about) {
        Exporting act = new Exporting(this, () -> table.wish(title, about.get()));
        table.exportedBy(act::begin);
        return new ExportBar(table.name(), act);
    }

    /** The act alone, for a button of one's own. */
    public Exporting exporting(Exportable list, String title) {
        return new Exporting(this, () -> list.wish(title, List.of()));
    }

    /** What a failure means to a person; tells the window when the database is away, keeps a report of bugs. */
    public Trouble trouble(Throwable failure) {
        Trouble trouble = Trouble.of(failure, front::report);
        if (trouble.kind() == Trouble.Kind.AWAY) {
            front.lost();
        }
        return trouble;
    }
}
