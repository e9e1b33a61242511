package app.mortar.desktop.settings;

import app.mortar.access.AuditEvent;
import app.mortar.access.AuditKind;
import app.mortar.access.AuditList;
import app.mortar.desktop.shell.Listed;
import app.mortar.desktop.widget.PageSource;
import app.mortar.kernel.Span;
import app.mortar.kernel.Stretch;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Who did what, the newest first where nobody sorts it. */
final class AuditModel {
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

    private final AuditList list = new AuditList();
    private final ObjectProperty<Which> which = new SimpleObjectProperty<>(Which.ALL);
    private final StringProperty words = new SimpleStringProperty("");

    ObjectProperty<Which> which() {
        return which;
    }

    /** What the list is searched for. */
    StringProperty words() {
        return words;
    }

    /** The list as it is narrowed now. */
    Listed<AuditEvent> list() {
        AuditList.Filter filter = new AuditList.Filter(words.get(), which.get().kinds);
        return (tx, window) -> {
            Stretch<AuditEvent> rows = list.list(
                    tx,
                    filter,
                    Sorted.by(window, AuditList.Sort.class, AuditList.Sort.AT),
                    window.sort() == null || window.descending(),
                    new Span(window.offset(), window.limit()));
            return new PageSource.Rows<>(rows.rows(), rows.total());
        };
    }
}
