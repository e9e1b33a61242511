package app.mortar.desktop.holds;

import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Toast;
import app.mortar.desktop.work.Latest;
import app.mortar.desktop.work.Once;
import app.mortar.reservation.HoldBoard;
import app.mortar.reservation.ReservationDesk;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The board of live holds: which there are, how long each still lasts, and how one is released for a reason. */
public final class HoldsViewModel {
    private final Session session;
    private final ReservationDesk desk;
    private final HoldBoard board = new HoldBoard();
    private final Latest reading;
    private final Once releasing;
    private final ReadOnlyObjectWrapper<@Nullable List<HoldBoard.Row>> rows = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper refused = new ReadOnlyStringWrapper("");
    private final ObjectProperty<HoldBoard.@Nullable Row> chosen = new SimpleObjectProperty<>();
    private final StringProperty reason = new SimpleStringProperty("");
    private final BooleanBinding mayRelease;

    public HoldsViewModel(Session session, ReservationDesk desk) {
        this.session = session;
        this.desk = desk;
        this.reading = new Latest(session.work());
        this.releasing = new Once(session.work());
        this.mayRelease = Bindings.createBooleanBinding(
                () -> isMine()
                        && !reason.get().isBlank()
                        && !releasing.running().get()
                        && session.front().online().get(),
                chosen,
                reason,
                releasing.running(),
                session.front().online());
        chosen.addListener((property, old, now) -> {
            if (old == null || now == null || !old.token().equals(now.token())) {
                reason.set("");
                refused.set("");
            }
        });
    }

    /** Live holds, the one that ends first at the top; null until they were read once. */
    public ReadOnlyObjectProperty<@Nullable List<HoldBoard.Row>> rows() {
        return rows.getReadOnlyProperty();
    }

    /** Why they could not be read; empty when they were. */
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** Why the last release was not done; empty when it was. */
    public ReadOnlyStringProperty refused() {
        return refused.getReadOnlyProperty();
    }

    /** The hold somebody looks at. */
    public ObjectProperty<HoldBoard.@Nullable Row> chosen() {
        return chosen;
    }

    /** Why it is to be released; without a reason it is not. */
    public StringProperty reason() {
        return reason;
    }

    /** Can the chosen hold be released now? */
    public BooleanBinding mayRelease() {
        return mayRelease;
    }

    /** May this person release the chosen hold at all? */
    boolean isMine() {
        HoldBoard.Row row = chosen.get();
        return row != null && row.mine();
    }

    /** What is left of a hold, by the clock that all workstations share. */
    public Duration left(HoldBoard.Row row) {
        return session.time().until(row.expiresAt());
    }

    /** How long a hold was given for. */
    public Duration whole(HoldBoard.Row row) {
        return desk.length(row.createdAt(), row.expiresAt());
    }

    /** Reads the board again; who was looked at stays looked at. */
    public void refresh() {
        reading.run(
                () -> session.transactions().read(session.actor(), board::list),
                now -> {
                    trouble.set("");
                    rows.set(now);
                    HoldBoard.Row before = chosen.get();
                    if (before != null) {
                        chosen.set(now.stream()
                                .filter(row -> row.token().equals(before.token()))
                                .findFirst()
                                .orElse(null));
                    }
                },
                failure -> trouble.set(session.trouble(failure).sentence()));
    }

    /** Gives the chosen cart's units back. */
    public void release() {
        if (!mayRelease.get()) {
            return;
        }
        HoldBoard.Row row = Objects.requireNonNull(chosen.get());
        String why = reason.get().strip();
        releasing.run(
                () -> session.transactions().write(session.actor(), tx -> desk.release(tx, row.token(), why)),
                answer -> released(row, answer),
                failure -> refused.set(session.trouble(failure).sentence()));
    }

    private void released(HoldBoard.Row row, ReservationDesk.Release answer) {
        switch (answer) {
            case ReservationDesk.Release.Released done -> {
                session.front()
                        .toast(Toast.done(
                                Texts.of("holds.released", row.title()),
                                Texts.of("holds.released.second", row.units())));
                reason.set("");
            }
            case ReservationDesk.Release.UnknownHold no -> refused.set(Texts.of("holds.not-yours"));
            // it leaves the board, so the board cannot say it
            case ReservationDesk.Release.Closed closed ->
                session.front().toast(Toast.warning(Texts.of("holds.became-order", row.title()), ""));
        }
        session.front().changed();
        refresh();
    }
}
