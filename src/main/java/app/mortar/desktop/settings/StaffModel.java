package app.mortar.desktop.settings;

import app.mortar.access.AlertKind;
import app.mortar.access.Role;
import app.mortar.access.Secret;
import app.mortar.access.StaffDesk;
import app.mortar.access.StaffForm;
import app.mortar.access.StaffList;
import app.mortar.access.StaffView;
import app.mortar.desktop.shell.Listed;
import app.mortar.desktop.widget.PageSource;
import app.mortar.desktop.work.Work;
import app.mortar.kernel.Actor;
import app.mortar.kernel.Span;
import app.mortar.kernel.Stretch;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Who works here: the list, and one person (or somebody new) being written down. */
final class StaffModel {
    private final StaffDesk desk;
    private final Actor actor;
    private final Acts acts;
    private final Consumer<StaffView> saved;
    private final StaffList list = new StaffList();
    private final StringProperty words = new SimpleStringProperty("");
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable StaffView> chosen = new ReadOnlyObjectWrapper<>();
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<Role> role = new SimpleObjectProperty<>(Role.ASSISTANT);
    private final StringProperty phone = new SimpleStringProperty("");
    private final StringProperty email = new SimpleStringProperty("");
    private final BooleanProperty usual = new SimpleBooleanProperty(true);
    private final BooleanProperty lowStock = new SimpleBooleanProperty();
    private final BooleanProperty expiry = new SimpleBooleanProperty();
    private final StringProperty password = new SimpleStringProperty("");

    /**
     * The model.
     *
     * @param reason what a failure means to a person
     * @param saved is told who was changed, once it is kept
     */
    StaffModel(StaffDesk desk, Actor actor, Work work, Function<Throwable, String> reason, Consumer<StaffView> saved) {
        this.desk = desk;
        this.actor = actor;
        this.acts = new Acts(work, reason);
        this.saved = saved;
        role.addListener((property, before, now) -> showUsual());
        usual.addListener((property, before, now) -> showUsual());
        choose(null);
    }

    /** What the list is narrowed to. */
    StringProperty words() {
        return words;
    }

    /** The list as it is narrowed now, by name where nobody sorts it. */
    Listed<StaffView> list() {
        String typed = words.get();
        return (tx, window) -> {
            Stretch<StaffView> rows = list.list(
                    tx,
                    typed,
                    Sorted.by(window, StaffList.Sort.class, StaffList.Sort.NAME),
                    window.descending(),
                    new Span(window.offset(), window.limit()));
            return new PageSource.Rows<>(rows.rows(), rows.total());
        };
    }

    /** Rises when somebody was changed, or turned out to be: the list is to be read again. */
    ReadOnlyIntegerProperty version() {
        return version.getReadOnlyProperty();
    }

    /** Who is being changed; null for somebody new. */
    ReadOnlyObjectProperty<@Nullable StaffView> chosen() {
        return chosen.getReadOnlyProperty();
    }

    StringProperty name() {
        return name;
    }

    ObjectProperty<Role> role() {
        return role;
    }

    StringProperty phone() {
        return phone;
    }

    StringProperty email() {
        return email;
    }

    /** Whether the role decides what this person is told about. */
    BooleanProperty usual() {
        return usual;
    }

    BooleanProperty lowStock() {
        return lowStock;
    }

    BooleanProperty expiry() {
        return expiry;
    }

    /** For somebody new, or a new one for somebody chosen; never shown back. */
    StringProperty password() {
        return password;
    }

    ReadOnlyStringProperty no() {
        return acts.no();
    }

    ReadOnlyBooleanProperty running() {
        return acts.running();
    }

    /** Begins to change somebody, or to write down somebody new. */
    void choose(@Nullable StaffView who) {
        chosen.set(who);
        acts.forget();
        password.set("");
        name.set(who == null ? "" : who.name());
        role.set(who == null ? Role.ASSISTANT : who.role());
        phone.set(who == null ? "" : who.phone().orElse(""));
        email.set(who == null ? "" : who.email().orElse(""));
        usual.set(who == null || who.chosenAlerts().isEmpty());
        Set<AlertKind> alerts = who == null ? role.get().usualAlerts() : who.alerts();
        lowStock.set(alerts.contains(AlertKind.LOW_STOCK));
        expiry.set(alerts.contains(AlertKind.EXPIRY));
    }

    private void showUsual() {
        if (usual.get()) {
            lowStock.set(role.get().usualAlerts().contains(AlertKind.LOW_STOCK));
            expiry.set(role.get().usualAlerts().contains(AlertKind.EXPIRY));
        }
    }

    /** Keeps what was written: takes somebody on, or changes who was chosen. */
    void save() {
        StaffView seen = chosen.get();
        String who = name.get().strip();
        Secret secret = new Secret(password.get());
        Supplier<StaffForm> form = form();
        run(() -> seen == null ? desk.add(actor, who, form.get(), secret) : desk.change(actor, seen, form.get()));
    }

    /** Gives who was chosen the password that was typed. */
    void giveNewPassword() {
        StaffView who = chosen.get();
        Secret secret = new Secret(password.get());
        if (who != null) {
            run(() -> desk.newPassword(actor, who.name(), secret));
        }
    }

    /** Lets who was chosen in no more, or in again. */
    void turn() {
        StaffView who = chosen.get();
        if (who != null) {
            run(() -> who.enabled() ? desk.disable(actor, who.name()) : desk.enable(actor, who.name()));
        }
    }

    /** Taken down now, checked where it may be refused: in the act. */
    private Supplier<StaffForm> form() {
        Role of = role.get();
        Optional<String> at = Optional.of(phone.get());
        Optional<String> mail = Optional.of(email.get());
        Optional<Set<AlertKind>> alerts = usual.get() ? Optional.empty() : Optional.of(wanted());
        return () -> new StaffForm(of, at, mail, alerts);
    }

    private Set<AlertKind> wanted() {
        Set<AlertKind> wanted = new TreeSet<>();
        if (lowStock.get()) {
            wanted.add(AlertKind.LOW_STOCK);
        }
        if (expiry.get()) {
            wanted.add(AlertKind.EXPIRY);
        }
        return wanted;
    }

    private void run(Supplier<StaffDesk.Outcome> act) {
        acts.run(act, this::answered);
    }

    private void answered(StaffDesk.Outcome outcome) {
        switch (outcome) {
            case StaffDesk.Outcome.Done done -> {
                choose(done.who());
                saved.accept(done.who());
            }
            case StaffDesk.Outcome.AlreadySo so -> choose(so.who());
            case StaffDesk.Outcome.NameTaken taken -> acts.refuse("settings.staff.name-taken", taken.name());
            case StaffDesk.Outcome.Unknown unknown -> acts.refuse("settings.staff.unknown", unknown.name());
            case StaffDesk.Outcome.LastAdmin last -> acts.refuse("settings.staff.last-admin", last.name());
            case StaffDesk.Outcome.ChangedMeanwhile changed -> {
                choose(changed.now());
                acts.refuse("settings.changed-meanwhile");
            }
            case StaffDesk.Outcome.NotTheFirst _ -> throw new IllegalStateException("Not an answer to this");
        }
        version.set(version.get() + 1);
    }
}
