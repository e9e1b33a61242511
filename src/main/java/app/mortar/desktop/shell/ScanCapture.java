package app.mortar.desktop.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.animation.PauseTransition;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Catches scans at the scene, wherever the cursor is, and leaves what people type alone. The keys of a scan never reach
 * a field: all but the first are kept back, the first is taken out again. A fast typist's keys are kept back for a
 * twentieth of a second and then let through in order.
 */
final class ScanCapture {
    private final Machine machine;
    private final LongSupplier nanos;
    private final BooleanSupplier awake;
    private final Consumer<String> scanned;
    private final List<KeyEvent> keptBack = new ArrayList<>();
    private final PauseTransition pause = new PauseTransition();
    private Scanner scanner;
    private ScanBurst burst;
    private @Nullable Before before;
    private long lastHeard;
    private boolean replaying;
    /** A scan has just ended: what its last key still says is nobody's business. */
    private boolean swallowRest;

    /** A field as it was before a burst began. */
    private record Before(TextInputControl field, String text, int anchor, int caret) {
        static @Nullable Before of(@Nullable EventTarget target) {
            return target instanceof TextInputControl field && field.isEditable()
                    ? new Before(
                            field,
                            field.getText() == null ? "" : field.getText(),
                            field.getAnchor(),
                            field.getCaretPosition())
                    : null;
        }

        void restore() {
            String now = field.getText() == null ? "" : field.getText();
            if (!now.equals(text)) {
                field.setText(text);
                field.selectRange(anchor, caret);
            }
        }
    }

    /**
     * A catcher; {@link #install} it.
     *
     * @param machine whose scanner it is
     * @param awake whether anybody wants scans now; while not, no key is looked at
     */
    ScanCapture(Machine machine, LongSupplier nanos, BooleanSupplier awake, Consumer<String> scanned) {
        this.machine = machine;
        this.nanos = nanos;
        this.awake = awake;
        this.scanned = scanned;
        this.scanner = machine.scanner().get();
        this.burst = fit(scanner);
        pause.setOnFinished(event -> mayBeOver());
    }

    /** Somebody may have said meanwhile that this scanner sends otherwise. */
    private void fit() {
        Scanner now = machine.scanner().get();
        if (!now.equals(scanner)) {
            scanner = now;
            burst = fit(now);
        }
    }

    private ScanBurst fit(Scanner scanner) {
        pause.setDuration(Duration.millis(scanner.gapMillis() + 5.0));
        return new ScanBurst(java.time.Duration.ofMillis(scanner.gapMillis()), scanner.separators());
    }

    void install(Scene scene) {
        scene.addEventFilter(KeyEvent.ANY, this::hear);
    }

    private void hear(KeyEvent event) {
        if (replaying || !awake.getAsBoolean()) {
            return;
        }
        fit();
        if (machine.isHeard()) {
            tell(event);
        }
        if (event.getEventType() == KeyEvent.KEY_TYPED) {
            typed(event);
        } else if (event.getEventType() == KeyEvent.KEY_PRESSED) {
            pressed(event);
        } else {
            released(event);
        }
    }

    private void tell(KeyEvent event) {
        long now = nanos.getAsLong();
        RawKey.of(event, java.time.Duration.ofNanos(now - lastHeard)).ifPresent(key -> {
            lastHeard = now;
            machine.heard(key);
        });
    }

    private void pressed(KeyEvent event) {
        swallowRest = false;
        KeyCode code = event.getCode();
        if (code == KeyCode.ENTER || code == KeyCode.TAB) {
            end(event);
        } else if (code == KeyCode.CLOSE_BRACKET && event.isControlDown()) {
            burst.separator(nanos.getAsLong());
            keep(event);
        } else if (!burst.isOver(nanos.getAsLong())) {
            if (isMovement(code)) {
                // no scanner does this
                burst.forget();
                letGo();
            } else {
                keep(event);
            }
        } else if (isCharacter(event)) {
            letGo();
            before = Before.of(event.getTarget());
            if (before == null) {
                // a digit may be the answer to a question: nobody is told before it is clear who sent it
                keep(event);
            }
        }
    }

    private void typed(KeyEvent event) {
        String text = event.getCharacter();
        char c = text.length() == 1 ? text.charAt(0) : 0;
        if (c == '\r' || c == '\n' || c == '\t') {
            if (swallowRest) {
                event.consume();
            }
        } else if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            // what a separator's bracket types was heard when the bracket was pressed
            if (!keptBack.isEmpty()) {
                event.consume();
            }
        } else if (c == 0x1D || c >= ' ') {
            if (burst.typed(c, nanos.getAsLong()) == ScanBurst.Verdict.HOLD || !keptBack.isEmpty()) {
                keep(event);
            }
        }
    }

    private void released(KeyEvent event) {
        if (swallowRest) {
            event.consume();
        } else if (!keptBack.isEmpty()) {
            keptBack.add(event);
            event.consume();
        }
    }

    private static boolean isCharacter(KeyEvent event) {
        KeyCode code = event.getCode();
        return !event.isControlDown()
                && !event.isAltDown()
                && !event.isMetaDown()
                && code != KeyCode.SPACE
                && !code.isModifierKey()
                && !code.isFunctionKey()
                && !isMovement(code);
    }

    private static boolean isMovement(KeyCode code) {
        return code.isNavigationKey()
                || code.isArrowKey()
                || code.isFunctionKey()
                || code == KeyCode.BACK_SPACE
                || code == KeyCode.DELETE
                || code == KeyCode.CONTEXT_MENU
                || code == KeyCode.ESCAPE;
    }

    private void keep(KeyEvent event) {
        keptBack.add(event);
        event.consume();
        pause.playFromStart();
    }

    private void mayBeOver() {
        if (burst.isOver(nanos.getAsLong())) {
            letGo();
        } else {
            pause.playFromStart();
        }
    }

    private void end(KeyEvent event) {
        if (burst.end(nanos.getAsLong()) != ScanBurst.Verdict.SCAN) {
            letGo();
            return;
        }
        pause.stop();
        keptBack.clear();
        if (before != null) {
            before.restore();
        }
        before = null;
        swallowRest = true;
        event.consume();
        scanned.accept(burst.take());
    }

    /** What was kept back was typed by a person, and goes where it should have gone. */
    private void letGo() {
        pause.stop();
        if (keptBack.isEmpty()) {
            return;
        }
        List<KeyEvent> events = List.copyOf(keptBack);
        keptBack.clear();
        replaying = true;
        try {
            for (KeyEvent event : events) {
                Event.fireEvent(event.getTarget(), event.copyFor(event.getSource(), event.getTarget()));
            }
        } finally {
            replaying = false;
        }
    }
}
