package app.mortar.desktop.widget;

import javafx.scene.control.Label;

/** A key of the keyboard, drawn as a cap; keys are written as words: {@code Ctrl K}, {@code Enter}. */
public final class KeyCap extends Label {
    public KeyCap(String key) {
        super(key);
        getStyleClass().add("keycap");
        setMinWidth(USE_PREF_SIZE);
    }
}
