package app.mortar.desktop.shell;

import app.mortar.desktop.Texts;
import app.mortar.kernel.Permission;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where one can go. Which of these exist in this program is said where rooms are registered; which of those somebody
 * sees, by the permission.
 */
public enum Place {
    DASHBOARD(Group.FIRST, "speedometer2", null, Permission.SEE_STOCK),
    COUNTER(Group.COUNTER, "basket", "F6", Permission.ORDER),
    RECEIVE(Group.COUNTER, "box-arrow-in-down", "F2", Permission.RECEIVE),
    PICK(Group.COUNTER, "check2-square", "F3", Permission.PICK),
    COUNTS(Group.COUNTER, "ui-checks", "F4", Permission.COUNT),
    STOCK(Group.STOCK, "box-seam", null, Permission.SEE_STOCK),
    EXPIRY(Group.STOCK, "calendar-x", null, Permission.SEE_STOCK),
    HOLDS(Group.STOCK, "hourglass-split", null, Permission.RESERVE),
    ORDERS(Group.STOCK, "journal-text", null, Permission.ORDER),
    RECALL(Group.STOCK, "shield-exclamation", null, Permission.RECALL),
    ALERTS(Group.OFFICE, "bell", null, Permission.HANDLE_ALERTS),
    REPORTS(Group.OFFICE, "bar-chart", null, Permission.SEE_REPORTS),
    SETTINGS(Group.OFFICE, "gear", null, Permission.SEE_STOCK);

    /** The groups of the navigation, from top to bottom. */
    public enum Group {
        FIRST,
        COUNTER,
        STOCK,
        OFFICE
    }

    private final Group group;
    private final String icon;
    private final @Nullable String key;
    private final Permission permission;

    Place(Group group, String icon, @Nullable String key, Permission permission) {
        this.group = group;
        this.icon = icon;
        this.key = key;
        this.permission = permission;
    }

    /** Its test id, and its name in {@code texts.properties} and in what is remembered. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As the navigation calls it. */
    public String title() {
        return Texts.of("place." + id());
    }

    public Group group() {
        return group;
    }

    public String icon() {
        return icon;
    }

    /** The key that goes there from everywhere; null for none. */
    public @Nullable String key() {
        return key;
    }

    /** Who may not do this does not see it. */
    public Permission permission() {
        return permission;
    }
}
