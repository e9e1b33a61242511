package app.mortar.desktop.settings;

import app.mortar.desktop.shell.RawKey;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The keys of the last burst, as they arrived: what each was and how long after the one before. */
final class RawKeys {
    /** After a pause of so long something new begins. */
    private static final Duration NEW = Duration.ofMillis(800);

    private static final int MOST = 400;
    private static final int SHORTEST_CODE = 5;
    private static final int FEWEST_DIGITS = 4;

    private final ObservableList<RawKey> keys = FXCollections.observableArrayList();

    ObservableList<RawKey> keys() {
        return keys;
    }

    void add(RawKey key) {
        if (key.since().compareTo(NEW) > 0 || keys.size() >= MOST) {
            keys.clear();
        }
        keys.add(key);
    }

    /** Whether they look like a code, and not like somebody who tries the keyboard. */
    boolean isCode() {
        List<RawKey> characters =
                keys.stream().filter(key -> key.sort() == RawKey.Sort.CHARACTER).toList();
        return characters.size() >= SHORTEST_CODE
                && characters.stream()
                                .filter(key -> Character.isDigit(key.shown().charAt(0)))
                                .count()
                        >= FEWEST_DIGITS;
    }

    /** The characters in a row, the others by their names. */
    String text() {
        return keys.stream()
                .map(key -> key.sort() == RawKey.Sort.CHARACTER ? key.shown() : " [" + key.shown() + "] ")
                .collect(Collectors.joining())
                .strip();
    }

    /** The longest pause between two of them; what came before the first does not count. */
    Duration longestGap() {
        return keys.stream().skip(1).map(RawKey::since).max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
