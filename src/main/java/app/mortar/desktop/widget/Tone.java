package app.mortar.desktop.widget;

import java.util.Locale;

/** How loud something is. The colour of a tone always comes with an icon and a word. */
public enum Tone {
    /** White on red: the end of a scale. */
    SOLID,
    DANGER,
    WARNING,
    SUCCESS,
    ACCENT,
    NEUTRAL,
    /** No background. */
    PLAIN;

    /** The class in the style sheet. */
    public String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
