package app.mortar.desktop.widget;

import javafx.scene.control.Label;

/** A status: icon, word and colour, always all three. */
public final class Chip extends Label {
    /** A chip; prefer the named ones of {@link Status}, so that one thing looks the same everywhere. */
    public Chip(Tone tone, String icon, String word) {
        super(word, Icon.of(icon, 12));
        getStyleClass().addAll("chip", tone.style());
        setAccessibleText(word);
        setMinWidth(USE_PREF_SIZE);
    }
}
