package app.mortar.desktop.settings;

import app.mortar.alert.AlertBoard;
import app.mortar.alert.Kind;
import app.mortar.alert.Medium;
import app.mortar.alert.Sending;
import app.mortar.alert.TestMessage;
import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Session;
import app.mortar.store.Tx;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A test message: sent at once as {@code mortar notify test} does, kept with the others, and what became of it. */
final class ChannelsModel {
    private static final int LOOKED_AT = 60;
    private static final int SHOWN = 4;

    private final Session session;
    private final TestMessage desk;
    private final AlertBoard board = new AlertBoard();
    private final Acts acts;
    private final ObjectProperty<Medium> medium = new SimpleObjectProperty<>(Medium.LOG);
    private final StringProperty to = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
    private final ObservableList<String> lately = FXCollections.observableArrayList();

    ChannelsModel(Session session, TestMessage desk) {
        this.session = session;
        this.desk = desk;
        this.acts = new Acts(session.work(), failure -> session.trouble(failure).sentence());
    }

    ObjectProperty<Medium> medium() {
        return medium;
    }

    /** A number in international form, or an e-mail address; of no interest for the log. */
    StringProperty to() {
        return to;
    }

    /** What became of the last one; empty before. */
    ReadOnlyStringProperty outcome() {
        return outcome.getReadOnlyProperty();
    }

    /** The last test messages and how they stand now, as sentences. */
    ObservableList<String> lately() {
        return lately;
    }

    ReadOnlyStringProperty no() {
        return acts.no();
    }

    ReadOnlyBooleanProperty running() {
        return acts.running();
    }

    void load() {
        acts.look(() -> session.transactions().read(session.actor(), this::read), lately::setAll);
    }

    /** Sends it; takes as long as the provider takes. */
    void send() {
        Medium by = medium.get();
        String typed = to.get();
        String address = by == Medium.EMAIL
                ? typed.strip()
                : by == Medium.LOG && typed.isBlank() ? by.word() : typed.replaceAll("[ ()-]", "");
        outcome.set("");
        if (!TestMessage.fits(by, address)) {
            acts.refuse(by == Medium.EMAIL ? "settings.test.no-email" : "settings.test.no-number");
            return;
        }
        outcome.set(Texts.of("settings.test.sending"));
        acts.run(
                () -> desk.send(session.actor(), by, address),
                sending -> {
                    outcome.set(words(sending));
                    load();
                },
                () -> outcome.set(""));
    }

    private static String words(Sending sending) {
        return switch (sending) {
            case Sending.Accepted accepted ->
                accepted.id() == null
                        ? Texts.of("settings.test.taken")
                        : Texts.of("settings.test.taken-as", accepted.id());
            case Sending.Refused refused -> Texts.of("settings.test.refused", refused.why());
            case Sending.NotNow notNow -> Texts.of("settings.test.not-now", notNow.why());
            case Sending.Unknown unknown -> Texts.of("settings.test.unknown", unknown.why());
        };
    }

    private List<String> read(Tx tx) {
        return board.messages(tx, AlertBoard.Which.ALL, 0, LOOKED_AT).rows().stream()
                .filter(message -> message.kind() == Kind.TEST)
                .limit(SHOWN)
                .map(this::line)
                .toList();
    }

    private String line(AlertBoard.Message message) {
        String state = Texts.of("settings.test.state." + message.status().name().toLowerCase(Locale.ROOT));
        return Texts.of(
                        "settings.test.line",
                        session.formats().dayTime(message.detectedAt()),
                        message.channel(),
                        message.recipient(),
                        state)
                + (message.reason() == null ? "" : " " + message.reason());
    }
}
