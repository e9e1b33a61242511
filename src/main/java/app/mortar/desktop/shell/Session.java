package app.mortar.desktop.shell;

import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.PageSource;
import app.mortar.desktop.widget.PagedTable;
import app.mortar.desktop.work.Work;
import app.mortar.kernel.Actor;
import app.mortar.kernel.Permission;
import app.mortar.store.Transactions;
import app.mortar.store.Tx;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
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
    public <T> PagedTable<T> table(String id, BiFunction<Tx, PageSource.Window, PageSource.Rows<T>> source) {
        PagedTable<T> table = new PagedTable<>(
                id, work, window -> transactions.read(actor, tx -> source.apply(tx, window)), failure -> trouble(
                                failure)
                        .sentence());
        String name = "columns-" + id;
        table.whenPulled(widths -> memory.keep(name, widths));
        work.run(
                () -> memory.recall(name, PagedTable.Widths.class),
                kept -> kept.ifPresent(table::widths),
                failure -> trouble(failure));
        return table;
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
