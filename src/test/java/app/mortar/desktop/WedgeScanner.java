package app.mortar.desktop;

import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/**
 * A barcode scanner that types: each character pressed, typed and let go without a pause, the separator as Ctrl and a
 * closing bracket, Enter at the end. The events arrive where a keyboard's do, at whatever has the focus.
 */
public final class WedgeScanner {
    private WedgeScanner() {}

    /** Scans {@code code}, in which 0x1D is the separator, into the window. */
    public static void scan(Stage stage, String code) {
        Toolkit.run(() -> {
            for (int i = 0; i < code.length(); i++) {
                char c = code.charAt(i);
                if (c == 0x1D) {
                    key(stage, KeyEvent.KEY_PRESSED, "", KeyCode.CONTROL, true);
                    key(stage, KeyEvent.KEY_PRESSED, "]", KeyCode.CLOSE_BRACKET, true);
                    key(stage, KeyEvent.KEY_TYPED, "]", KeyCode.UNDEFINED, true);
                    key(stage, KeyEvent.KEY_RELEASED, "]", KeyCode.CLOSE_BRACKET, true);
                    key(stage, KeyEvent.KEY_RELEASED, "", KeyCode.CONTROL, false);
                } else {
                    KeyCode code1 = KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(c)));
                    KeyCode known = code1 == null ? KeyCode.UNDEFINED : code1;
                    key(stage, KeyEvent.KEY_PRESSED, String.valueOf(c), known, false);
                    key(stage, KeyEvent.KEY_TYPED, String.valueOf(c), KeyCode.UNDEFINED, false);
                    key(stage, KeyEvent.KEY_RELEASED, String.valueOf(c), known, false);
                }
            }
            key(stage, KeyEvent.KEY_PRESSED, "\r", KeyCode.ENTER, false);
            key(stage, KeyEvent.KEY_TYPED, "\r", KeyCode.UNDEFINED, false);
            key(stage, KeyEvent.KEY_RELEASED, "\r", KeyCode.ENTER, false);
        });
    }

    private static void key(
            Stage stage, javafx.event.EventType<KeyEvent> type, String text, KeyCode code, boolean control) {
        Scene scene = stage.getScene();
        Node focus = scene.getFocusOwner();
        EventTarget target = focus == null ? scene : focus;
        String typed = type == KeyEvent.KEY_TYPED ? text : KeyEvent.CHAR_UNDEFINED;
        Event.fireEvent(target, new KeyEvent(type, typed, text, code, false, control, false, false));
    }
}
