package app.mortar.desktop.settings;

import app.mortar.books.CheckLog;
import app.mortar.books.Report;
import app.mortar.desktop.Office;
import app.mortar.desktop.shell.Session;
import app.mortar.store.DatabaseFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import org.jspecify.annotations.Nullable;

/** What there is to know about the database, and the check of the books now. */
final class DatabaseModel {
    private final Session session;
    private final Office office;
    private final InstantSource machine;
    private final Acts acts;
    private final ReadOnlyObjectWrapper<@Nullable Seen> seen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Report> report = new ReadOnlyObjectWrapper<>();

    /**
     * What was seen last.
     *
     * @param ahead how far the database's clock is before this machine's; negative when it is behind
     * @param checked the last check of the books; null when there was none
     */
    record Seen(DatabaseFacts facts, Duration ahead, CheckLog.@Nullable Entry checked) {}

    /**
     * The model.
     *
     * @param machine the clock of this machine, to be held against the database's
     */
    DatabaseModel(Session session, Office office, InstantSource machine) {
        this.session = session;
        this.office = office;
        this.machine = machine;
        this.acts = new Acts(session.work(), failure -> session.trouble(failure).sentence());
    }

    /** What was seen last; null until somebody looked. */
    ReadOnlyObjectProperty<@Nullable Seen> seen() {
        return seen.getReadOnlyProperty();
    }

    /** How much of the check is done, from 0 to 1. */
    ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** What the check found that was made here; null before. */
    ReadOnlyObjectProperty<@Nullable Report> report() {
        return report.getReadOnlyProperty();
    }

    ReadOnlyStringProperty no() {
        return acts.no();
    }

    ReadOnlyBooleanProperty running() {
        return acts.running();
    }

    void load() {
        acts.look(this::look, seen::set);
    }

    private Seen look() {
        DatabaseFacts facts = office.facts().apply(session.actor());
        record Told(Instant now, CheckLog.@Nullable Entry checked) {}
        Instant before = machine.instant();
        Told told = session.transactions()
                .read(
                        session.actor(),
                        tx -> new Told(tx.now(), CheckLog.last(tx).orElse(null)));
        Instant after = machine.instant();
        Instant here = before.plus(Duration.between(before, after).dividedBy(2));
        return new Seen(facts, Duration.between(here, told.now()), told.checked());
    }

    /** Checks every rule of the books, as {@code mortar check} does, and keeps what was found. */
    void check() {
        progress.set(0);
        report.set(null);
        acts.run(
                () -> office.books().checkAndKeep(session.actor(), (done, all) -> session.work()
                        .ui()
                        .execute(() -> progress.set((double) done / all))),
                found -> {
                    report.set(found);
                    load();
                });
    }
}
