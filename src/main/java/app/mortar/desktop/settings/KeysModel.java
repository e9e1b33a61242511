package app.mortar.desktop.settings;

import app.mortar.access.ApiKey;
import app.mortar.access.ApiKeys;
import app.mortar.access.KeyList;
import app.mortar.access.Scope;
import app.mortar.desktop.shell.Listed;
import app.mortar.desktop.widget.PageSource;
import app.mortar.desktop.work.Work;
import app.mortar.kernel.Actor;
import app.mortar.kernel.Span;
import app.mortar.kernel.Stretch;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/** The API keys: the list, and a new one, whose text is shown until the next act and never again. */
final class KeysModel {
    private final ApiKeys desk;
    private final Actor actor;
    private final Acts acts;
    private final KeyList list = new KeyList();
    private final StringProperty words = new SimpleStringProperty("");
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
    private final StringProperty name = new SimpleStringProperty("");
    private final ObservableSet<Scope> scopes = FXCollections.observableSet(EnumSet.of(Scope.RESERVE, Scope.ORDERS));
    private final ReadOnlyStringWrapper fresh = new ReadOnlyStringWrapper("");

    KeysModel(ApiKeys desk, Actor actor, Work work, Function<Throwable, String> reason) {
        this.desk = desk;
        this.actor = actor;
        this.acts = new Acts(work, reason);
    }

    /** What the list is narrowed to. */
    StringProperty words() {
        return words;
    }

    /** The list as it is narrowed now, revoked ones too, in the order they were made where nobody sorts it. */
    Listed<ApiKey> list() {
        String typed = words.get();
        return (tx, window) -> {
            Stretch<ApiKey> rows = list.list(
                    tx,
                    typed,
                    Sorted.by(window, KeyList.Sort.class, KeyList.Sort.MADE),
                    window.descending(),
                    new Span(window.offset(), window.limit()));
            return new PageSource.Rows<>(rows.rows(), rows.total());
        };
    }

    /** Rises when a key was made or revoked: the list is to be read again. */
    ReadOnlyIntegerProperty version() {
        return version.getReadOnlyProperty();
    }

    StringProperty name() {
        return name;
    }

    /** What the new key is to open. */
    ObservableSet<Scope> scopes() {
        return scopes;
    }

    /** The text of the key that was made just now; empty otherwise. */
    ReadOnlyStringProperty fresh() {
        return fresh.getReadOnlyProperty();
    }

    ReadOnlyStringProperty no() {
        return acts.no();
    }

    ReadOnlyBooleanProperty running() {
        return acts.running();
    }

    void create() {
        String called = name.get().strip();
        Set<Scope> wanted = Set.copyOf(scopes);
        fresh.set("");
        acts.run(() -> desk.create(actor, called, wanted), creation -> {
            version.set(version.get() + 1);
            switch (creation) {
                case ApiKeys.Creation.Created created -> {
                    name.set("");
                    fresh.set(created.text());
                }
                case ApiKeys.Creation.NameTaken taken -> acts.refuse("settings.keys.name-taken", taken.name());
            }
        });
    }

    /** Makes a key worth nothing, for ever. */
    void revoke(ApiKey key) {
        fresh.set("");
        acts.run(() -> desk.revoke(actor, key.name()), revoked -> version.set(version.get() + 1));
    }

    /** The person has copied the text, or goes elsewhere. */
    void hide() {
        fresh.set("");
    }
}
