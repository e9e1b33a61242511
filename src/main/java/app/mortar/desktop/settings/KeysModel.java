package app.mortar.desktop.settings;

import app.mortar.access.ApiKey;
import app.mortar.access.ApiKeys;
import app.mortar.access.Scope;
import app.mortar.desktop.work.Work;
import app.mortar.kernel.Actor;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/** The API keys: the list, and a new one, whose text is shown until the next act and never again. */
final class KeysModel {
    private final ApiKeys desk;
    private final Actor actor;
    private final Acts acts;
    private final ObservableList<ApiKey> keys = FXCollections.observableArrayList();
    private final StringProperty name = new SimpleStringProperty("");
    private final ObservableSet<Scope> scopes = FXCollections.observableSet(EnumSet.of(Scope.RESERVE, Scope.ORDERS));
    private final ReadOnlyStringWrapper fresh = new ReadOnlyStringWrapper("");

    KeysModel(ApiKeys desk, Actor actor, Work work, Function<Throwable, String> reason) {
        this.desk = desk;
        this.actor = actor;
        this.acts = new Acts(work, reason);
    }

    ObservableList<ApiKey> keys() {
        return keys;
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

    void load() {
        acts.look(() -> desk.list(actor), keys::setAll);
    }

    private record Made(ApiKeys.Creation creation, List<ApiKey> keys) {
        /** Never shows the key's text. */
        @Override
        public String toString() {
            return keys.toString();
        }
    }

    void create() {
        String called = name.get().strip();
        Set<Scope> wanted = Set.copyOf(scopes);
        fresh.set("");
        acts.run(() -> new Made(desk.create(actor, called, wanted), desk.list(actor)), made -> {
            keys.setAll(made.keys());
            switch (made.creation()) {
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
        acts.run(
                () -> {
                    desk.revoke(actor, key.name());
                    return desk.list(actor);
                },
                keys::setAll);
    }

    /** The person has copied the text, or goes elsewhere. */
    void hide() {
        fresh.set("");
    }
}
