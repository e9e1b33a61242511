package app.mortar.desktop;

import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A scanner that types: the keys of a code without a pause, the separator as Ctrl and a bracket, Enter at the end. */
public final class Wedge {
    private Wedge() {}

    /** Scans into the window, wherever its focus is, and waits; write the separator as {@code {GS}}. */
    public static void scan(Workstation station, String code) {
        Toolkit.run(() -> {
            Scene scene = station.stage.getScene();
            for (char c : code.replace("{GS}", "\u001D").toCharArray()) {
                if (c == 0x1D) {
                    key(scene, "]", KeyCode.CLOSE_BRACKET, true);
                } else {
                    key(scene, String.valueOf(c), KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(c))), false);
                }
            }
            key(scene, "\r", KeyCode.ENTER, false);
        });
        station.settle();
    }

    private static void key(Scene scene, String text, KeyCode code, boolean control) {
        KeyCode known = code == null ? KeyCode.UNDEFINED : code;
        fire(scene, KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, text, known, control);
        fire(scene, KeyEvent.KEY_TYPED, text, text, KeyCode.UNDEFINED, control);
        fire(scene, KeyEvent.KEY_RELEASED, KeyEvent.CHAR_UNDEFINED, text, known, control);
    }

    private static void fire(
            Scene scene, EventType<KeyEvent> type, String typed, String text, KeyCode code, boolean control) {
        Node focus = scene.getFocusOwner();
        EventTarget target = focus == null ? scene : focus;
        Event.fireEvent(target, new KeyEvent(type, typed, text, code, false, control, false, false));
    }
}
