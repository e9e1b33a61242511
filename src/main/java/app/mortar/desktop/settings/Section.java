package app.mortar.desktop.settings;

import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Place;
import app.mortar.desktop.shell.Rooms;
import app.mortar.kernel.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The parts of the room, from top to bottom; who may not do what a part is for does not see it. */
public enum Section {
    ACCOUNT("person-circle", Permission.SEE_STOCK),
    APPEARANCE("palette", Permission.SEE_STOCK),
    PHARMACY("shop", Permission.CHANGE_SETTINGS),
    ALERTS("bell", Permission.CHANGE_SETTINGS),
    CHANNELS("chat-left-text", Permission.CHANGE_SETTINGS),
    STAFF("people", Permission.MANAGE_STAFF),
    KEYS("key", Permission.MANAGE_KEYS),
    AUDIT("journal-check", Permission.MANAGE_STAFF),
    DATABASE("hdd-network", Permission.MANAGE_DATABASE),
    SCANNER("upc-scan", Permission.SEE_STOCK),
    ABOUT("info-circle", Permission.SEE_STOCK);

    private final String icon;
    private final Permission permission;

    Section(String icon, Permission permission) {
        this.icon = icon;
        this.permission = permission;
    }

    /** Its test id, and its name in {@code texts.properties}. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return Texts.of("settings.section." + id());
    }

    String icon() {
        return icon;
    }

    Permission permission() {
        return permission;
    }

    /** The parts as the palette finds them. */
    public static List<Rooms.Part> all() {
        return Arrays.stream(values())
                .map(section -> new Rooms.Part(
                        Place.SETTINGS,
                        section.icon,
                        Texts.of("settings.find", section.title()),
                        section,
                        section.permission))
                .toList();
    }
}
