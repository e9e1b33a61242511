package app.mortar.desktop.settings;

import app.mortar.access.SettingsDesk;
import app.mortar.desktop.work.Work;
import app.mortar.kernel.Actor;
import app.mortar.settings.SettingRow;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What is set for the pharmacy: the list, and one setting being changed. */
final class PharmacyModel {
    private final SettingsDesk desk;
    private final Actor actor;
    private final Acts acts;
    private final Consumer<SettingRow> saved;
    private final ObservableList<SettingRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable SettingRow> chosen = new ReadOnlyObjectWrapper<>();
    private final StringProperty value = new SimpleStringProperty("");
    private boolean reading;

    /**
     * The model.
     *
     * @param saved is told what was changed, once it is kept
     */
    PharmacyModel(
            SettingsDesk desk, Actor actor, Work work, Function<Throwable, String> reason, Consumer<SettingRow> saved) {
        this.desk = desk;
        this.actor = actor;
        this.acts = new Acts(work, reason);
        this.saved = saved;
    }

    ObservableList<SettingRow> rows() {
        return rows;
    }

    /** What stands before the first dot: the group that a setting belongs to. */
    static String group(SettingRow row) {
        return row.name().substring(0, row.name().indexOf('.'));
    }

    ReadOnlyObjectProperty<@Nullable SettingRow> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** The value being written; of a secret it begins empty. */
    StringProperty value() {
        return value;
    }

    ReadOnlyStringProperty no() {
        return acts.no();
    }

    ReadOnlyBooleanProperty running() {
        return acts.running();
    }

    /** Reads the list again; what is being written stays. */
    void load() {
        acts.look(() -> desk.list(actor), this::show);
    }

    private void show(List<SettingRow> now) {
        reading = true;
        rows.setAll(now);
        reading = false;
    }

    /** The list is being put in place of the one before: whatever is selected then, nobody has chosen. */
    boolean isReading() {
        return reading;
    }

    void choose(@Nullable SettingRow row) {
        acts.forget();
        value.set(
                row == null || row.secret()
                        ? ""
                        : Meaning.shown(row, row.kept().or(row::otherwise).orElse("")));
        chosen.set(row);
    }

    /** Keeps the value that was written. */
    void save() {
        SettingRow seen = chosen.get();
        String words = value.get();
        if (seen != null) {
            String wanted = Meaning.meant(seen, words);
            run(() -> desk.change(actor, seen, wanted));
        }
    }

    /** Back to what Mortar comes with. */
    void reset() {
        SettingRow seen = chosen.get();
        if (seen != null) {
            run(() -> desk.reset(actor, seen));
        }
    }

    private record Answer(SettingsDesk.Outcome outcome, List<SettingRow> rows) {}

    private void run(Supplier<SettingsDesk.Outcome> act) {
        acts.run(() -> new Answer(act.get(), desk.list(actor)), answer -> {
            show(answer.rows());
            switch (answer.outcome()) {
                case SettingsDesk.Outcome.Done done -> {
                    choose(done.row());
                    saved.accept(done.row());
                }
                case SettingsDesk.Outcome.ChangedMeanwhile changed -> {
                    choose(changed.row());
                    acts.refuse("settings.changed-meanwhile");
                }
            }
        });
    }
}
