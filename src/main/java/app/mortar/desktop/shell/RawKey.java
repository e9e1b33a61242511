package app.mortar.desktop.shell;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A key as it arrived, before anything was made of it.
 *
 * @param sort what kind of key
 * @param shown as a person reads it: {@code A}, {@code 1D}, {@code Ctrl+]}, {@code Enter}
 * @param since how long after the key before
 */
public record RawKey(Sort sort, String shown, Duration since) {
    /** Kinds of keys. */
    public enum Sort {
        CHARACTER,
        /** The separator, in one of the two ways that keyboards have for it. */
        SEPARATOR,
        /** Enter or Tab, which ends a scan. */
        END,
        OTHER
    }

    /** What an event says; empty for one that another event of the same key says better. */
    static Optional<RawKey> of(KeyEvent event, Duration since) {
        if (event.getEventType() == KeyEvent.KEY_TYPED) {
            return typed(event, since);
        }
        if (event.getEventType() != KeyEvent.KEY_PRESSED) {
            return Optional.empty();
        }
        KeyCode code = event.getCode();
        if (code == KeyCode.ENTER || code == KeyCode.TAB) {
            return Optional.of(new RawKey(Sort.END, code.getName(), since));
        }
        if (code == KeyCode.CLOSE_BRACKET && event.isControlDown()) {
            return Optional.of(new RawKey(Sort.SEPARATOR, "Ctrl+]", since));
        }
        boolean silent = code.isFunctionKey() || code.isArrowKey() || code.isNavigationKey() || code == KeyCode.ESCAPE;
        return silent || (event.isControlDown() && !code.isModifierKey())
                ? Optional.of(new RawKey(Sort.OTHER, (event.isControlDown() ? "Ctrl+" : "") + code.getName(), since))
                : Optional.empty();
    }

    private static Optional<RawKey> typed(KeyEvent event, Duration since) {
        String text = event.getCharacter();
        if (text.isEmpty() || event.isControlDown() || "\r\n\t".contains(text)) {
            return Optional.empty();
        }
        char c = text.charAt(0);
        if (c == 0x1D) {
            return Optional.of(new RawKey(Sort.SEPARATOR, "1D", since));
        }
        return Character.isISOControl(c)
                ? Optional.of(new RawKey(Sort.OTHER, String.format(Locale.ROOT, "%02X", (int) c), since))
                : Optional.of(new RawKey(Sort.CHARACTER, text, since));
    }
}
