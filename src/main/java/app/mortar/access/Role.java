package app.mortar.access;

import static app.mortar.kernel.Permission.ACT_FOR_OTHERS;
import static app.mortar.kernel.Permission.ADJUST;
import static app.mortar.kernel.Permission.APPROVE_COUNTS;
import static app.mortar.kernel.Permission.CHANGE_SETTINGS;
import static app.mortar.kernel.Permission.COUNT;
import static app.mortar.kernel.Permission.EDIT_PRODUCTS;
import static app.mortar.kernel.Permission.HANDLE_ALERTS;
import static app.mortar.kernel.Permission.IMPORT;
import static app.mortar.kernel.Permission.ORDER;
import static app.mortar.kernel.Permission.OVERRIDE_FEFO;
import static app.mortar.kernel.Permission.PICK;
import static app.mortar.kernel.Permission.QUARANTINE;
import static app.mortar.kernel.Permission.RECALL;
import static app.mortar.kernel.Permission.RECEIVE;
import static app.mortar.kernel.Permission.RESERVE;
import static app.mortar.kernel.Permission.RETURN_TO_SUPPLIER;
import static app.mortar.kernel.Permission.SEE_METRICS;
import static app.mortar.kernel.Permission.SEE_REPORTS;
import static app.mortar.kernel.Permission.SEE_STOCK;
import static app.mortar.kernel.Permission.SET_MINIMUMS;
import static app.mortar.kernel.Permission.WRITE_OFF;

import app.mortar.kernel.Permission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What somebody is in the pharmacy. Each role may do all that the one before it may, and more. */
@SuppressWarnings("ImmutableEnumChecker") // the sets of permissions are copied and never change
public enum Role {
    /** Sells at the counter, picks, receives, enters counts. */
    ASSISTANT(EnumSet.of(SEE_STOCK, RESERVE, ORDER, PICK, RECEIVE, COUNT)),
    /** Decides about medicines: which may not be sold, which leave as waste, and what to do about an alert. */
    PHARMACIST(
            ASSISTANT,
            EnumSet.of(ADJUST, WRITE_OFF, QUARANTINE, RECALL, RETURN_TO_SUPPLIER, OVERRIDE_FEFO, HANDLE_ALERTS)),
    /** Runs the pharmacy; also releases what others hold. */
    MANAGER(
            PHARMACIST,
            EnumSet.of(
                    SEE_REPORTS,
                    SEE_METRICS,
                    CHANGE_SETTINGS,
                    SET_MINIMUMS,
                    EDIT_PRODUCTS,
                    IMPORT,
                    ACT_FOR_OTHERS,
                    APPROVE_COUNTS)),
    /** Everything: also staff, keys and the database. */
    ADMIN(MANAGER, EnumSet.allOf(Permission.class));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = Set.copyOf(permissions);
    }

    Role(Role before, Set<Permission> more) {
        EnumSet<Permission> all = EnumSet.copyOf(before.permissions);
        all.addAll(more);
        this.permissions = Set.copyOf(all);
    }

    /** As it is written on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** The alerts that somebody of this role receives as long as nobody has chosen others. */
    public Set<AlertKind> usualAlerts() {
        return this == MANAGER || this == PHARMACIST ? EnumSet.allOf(AlertKind.class) : Set.of();
    }

    public static Optional<Role> named(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
