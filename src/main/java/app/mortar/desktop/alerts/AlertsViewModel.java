package app.mortar.desktop.alerts;

import app.mortar.alert.AlertBoard;
import app.mortar.alert.AlertBoard.Handling;
import app.mortar.alert.AlertBoard.Message;
import app.mortar.alert.AlertBoard.Shortage;
import app.mortar.alert.AlertDesk;
import app.mortar.alert.Notice;
import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Chosen;
import app.mortar.desktop.shell.Listed;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.PageSource;
import app.mortar.desktop.widget.Toast;
import app.mortar.store.Tx;
import java.time.LocalDate;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What one can do about a shortage and about a message, and whether its turn has come. */
final class AlertsViewModel {
    private final Session session;
    private final AlertBoard board = new AlertBoard();
    private final AlertDesk desk;
    private final ObjectProperty<@Nullable Shortage> shortage = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Message> message = new SimpleObjectProperty<>();
    private final ObjectProperty<AlertBoard.Which> which = new SimpleObjectProperty<>(AlertBoard.Which.ALL);
    private final ObjectProperty<@Nullable LocalDate> day = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

    private final Chosen<AlertBoard.Which> lastTime;

    AlertsViewModel(Session session, AlertDesk desk) {
        this.session = session;
        this.lastTime = session.remembered("alerts", which, AlertBoard.Which.class, now -> now);
        this.desk = desk;
    }

    /** The shortage that is looked at. */
    ObjectProperty<@Nullable Shortage> shortage() {
        return shortage;
    }

    /** The message that is looked at. */
    ObjectProperty<@Nullable Message> message() {
        return message;
    }

    /** Which messages are listed. */
    ObjectProperty<AlertBoard.Which> which() {
        return which;
    }

    /**
     * Lists the messages that this person has listed last.
     *
     * @param otherwise is run when that changes nothing
     */
    void resume(Runnable otherwise) {
        lastTime.again(otherwise);
    }

    /** The day on which a snoozed shortage is spoken of again. */
    ObjectProperty<@Nullable LocalDate> day() {
        return day;
    }

    /** Something is being done: no second act meanwhile. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Why the last act was not done; empty if it was. */
    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    PageSource.Rows<Shortage> shortages(Tx tx, PageSource.Window window) {
        var rows = board.shortages(tx, window.offset(), window.limit());
        return new PageSource.Rows<>(rows.rows(), rows.total());
    }

    /** The messages as they are narrowed now. */
    Listed<Message> messages() {
        AlertBoard.Which now = which.get();
        return (tx, window) -> {
            var rows = board.messages(tx, now, window.offset(), window.limit());
            return new PageSource.Rows<>(rows.rows(), rows.total());
        };
    }

    BooleanBinding mayAcknowledge() {
        return may(shortage, chosen -> chosen.handling() != Handling.ACKNOWLEDGED);
    }

    BooleanBinding maySnooze() {
        return may(shortage, chosen -> chosen.handling() != Handling.SNOOZED);
    }

    /** A day that is over, or today, puts nothing off. */
    BooleanBinding maySnoozeUntilDay() {
        return maySnooze().and(Bindings.createBooleanBinding(() -> isLater(day.get()), day));
    }

    private boolean isLater(@Nullable LocalDate chosen) {
        return chosen != null && chosen.isAfter(session.time().today());
    }

    BooleanBinding mayWake() {
        return may(
                shortage,
                chosen -> chosen.handling() == Handling.SNOOZED || chosen.handling() == Handling.ACKNOWLEDGED);
    }

    BooleanBinding mayRetry() {
        return may(message, chosen -> chosen.status() == Notice.Status.FAILED);
    }

    private <T> BooleanBinding may(ObjectProperty<@Nullable T> what, Function<T, Boolean> if_) {
        return Bindings.createBooleanBinding(
                () -> {
                    T chosen = what.get();
                    return !busy.get() && chosen != null && if_.apply(chosen);
                },
                what,
                busy);
    }

    void acknowledge() {
        onShortage("alerts.acknowledged", chosen -> tx -> desk.acknowledge(tx, chosen.episode()));
    }

    void snoozeToReceipt() {
        onShortage("alerts.snoozed-to-receipt", chosen -> tx -> desk.snoozeToReceipt(tx, chosen.episode()));
    }

    void snoozeUntilDay() {
        LocalDate until = day.get();
        if (until != null) {
            onShortage("alerts.snoozed", chosen -> tx -> desk.snoozeUntil(tx, chosen.episode(), until));
        }
    }

    void wake() {
        onShortage("alerts.woken", chosen -> tx -> desk.wake(tx, chosen.episode()));
    }

    void retry() {
        Message chosen = message.get();
        if (chosen != null) {
            act(tx -> desk.retry(tx, chosen.id()), Texts.of("alerts.retried"), chosen.about());
        }
    }

    private void onShortage(String done, Function<Shortage, Function<Tx, AlertDesk.Outcome>> work) {
        Shortage chosen = shortage.get();
        if (chosen != null) {
            act(work.apply(chosen), Texts.of(done), chosen.name());
        }
    }

    private void act(Function<Tx, AlertDesk.Outcome> work, String title, String second) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        trouble.set("");
        session.write(
                work,
                outcome -> {
                    busy.set(false);
                    switch (outcome) {
                        case DONE -> session.front().toast(Toast.done(title, second));
                        case OVER -> trouble.set(Texts.of("alerts.over"));
                        case NOT_LATER -> trouble.set(Texts.of("alerts.not-later"));
                    }
                },
                failure -> {
                    busy.set(false);
                    trouble.set(failure.sentence());
                });
    }
}
