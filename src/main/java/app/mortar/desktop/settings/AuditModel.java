package app.mortar.desktop.settings;

import app.mortar.access.AuditEvent;
import app.mortar.access.AuditKind;
import app.mortar.access.AuditList;
import app.mortar.desktop.shell.Session;
import app.mortar.kernel.Cursor;
import app.mortar.kernel.Page;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Who did what, the newest first, a page at a time. */
final class AuditModel {
    private static final int PAGE = 100;

    /** Which events are listed. */
    @SuppressWarnings("ImmutableEnumChecker") // the sets are copied and never change
    enum Which {
        ALL(Set.of()),
        SIGN_INS(Set.of(
                AuditKind.SIGNED_IN, AuditKind.SIGN_IN_REFUSED, AuditKind.LOCKED_OUT, AuditKind.WORKSTATION_KNOWN)),
        STAFF(Set.of(
                AuditKind.STAFF_ADDED,
                AuditKind.STAFF_CHANGED,
                AuditKind.STAFF_DISABLED,
                AuditKind.STAFF_ENABLED,
                AuditKind.PASSWORD_CHANGED,
                AuditKind.PIN_CHANGED)),
        KEYS(Set.of(AuditKind.KEY_CREATED, AuditKind.KEY_REVOKED)),
        SETTINGS(Set.of(AuditKind.SETTING_CHANGED));

        private final Set<AuditKind> kinds;

        Which(Set<AuditKind> kinds) {
            this.kinds = Set.copyOf(kinds);
        }

        boolean holds(AuditKind kind) {
            return kinds.contains(kind);
        }

        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Session session;
    private final AuditList list = new AuditList();
    private final Acts acts;
    private final ObjectProperty<Which> which = new SimpleObjectProperty<>(Which.ALL);
    private final ObservableList<AuditEvent> events = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private @Nullable String next;

    AuditModel(Session session) {
        this.session = session;
        this.acts = new Acts(session.work(), failure -> session.trouble(failure).sentence());
        which.addListener((property, was, is) -> load());
    }

    ObjectProperty<Which> which() {
        return which;
    }

    ObservableList<AuditEvent> events() {
        return events;
    }

    /** Whether there are earlier ones. */
    ReadOnlyBooleanProperty more() {
        return more.getReadOnlyProperty();
    }

    ReadOnlyStringProperty no() {
        return acts.no();
    }

    /** Reads from the newest on. */
    void load() {
        acts.forget();
        read(null, page -> events.setAll(page.items()));
    }

    /** Reads the ones before. */
    void earlier() {
        String from = next;
        if (from != null) {
            read(Cursor.of(from), page -> events.addAll(page.items()));
        }
    }

    private void read(@Nullable Cursor after, Consumer<Page<AuditEvent>> done) {
        Set<AuditKind> kinds = which.get().kinds;
        acts.look(() -> session.transactions().read(session.actor(), tx -> list.list(tx, kinds, PAGE, after)), page -> {
            next = page.nextCursor();
            more.set(next != null);
            done.accept(page);
        });
    }
}
