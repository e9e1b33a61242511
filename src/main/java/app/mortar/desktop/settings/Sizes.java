package app.mortar.desktop.settings;

import java.util.Locale;

/** Bytes as people read them: {@code 12.4 MB}. */
final class Sizes {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

    private Sizes() {}

    static String of(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1000 && unit < UNITS.length - 1) {
            size /= 1000;
            unit++;
        }
        return unit == 0
                ? bytes + "\u00A0B"
                : String.format(Locale.ROOT, size < 100 ? "%.1f" : "%.0f", size) + "\u00A0" + UNITS[unit];
    }
}
