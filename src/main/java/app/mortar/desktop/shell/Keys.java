package app.mortar.desktop.shell;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The keys that work everywhere, unless what has the cursor took them. */
final class Keys {
    private final Frame frame;

    Keys(Frame frame) {
        this.frame = frame;
    }

    void press(KeyEvent event) {
        Runnable act = event.isShortcutDown() ? withControl(event.getCode()) : plain(event);
        if (act != null) {
            act.run();
            event.consume();
        }
    }

    private @Nullable Runnable withControl(KeyCode code) {
        return switch (code) {
            case K -> frame::find;
            case L -> frame::lock;
            case F -> () -> frame.rooms().room().ifPresent(Room::filter);
            default -> null;
        };
    }

    private @Nullable Runnable plain(KeyEvent event) {
        if (event.isAltDown() || event.isControlDown() || event.isMetaDown()) {
            return null;
        }
        return switch (event.getCode()) {
            case F1 -> frame::keys;
            case F2 -> () -> frame.go(Place.RECEIVE, null);
            case F3 -> () -> frame.go(Place.PICK, null);
            case F4 -> () -> frame.go(Place.COUNTS, null);
            case F5 -> frame::changed;
            case F6 -> () -> frame.go(Place.COUNTER, null);
            case F9 -> () -> frame.rooms().room().ifPresent(Room::post);
            case ESCAPE -> frame.rooms()::back;
            default -> null;
        };
    }
}
