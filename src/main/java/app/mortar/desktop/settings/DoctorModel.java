package app.mortar.desktop.settings;

import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.RawKey;
import app.mortar.desktop.shell.Scanned;
import app.mortar.desktop.shell.Scanner;
import app.mortar.desktop.work.Work;
import app.mortar.gs1.Scan;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Says what is wrong with a scanner. The usual trouble: it does not send the separator that ends a batch number, so
 * that batch and serial melt into one.
 */
final class DoctorModel {
    private static final char SEPARATOR = '\u001D';

    /** What was found out. */
    enum Finding {
        /** Nothing was scanned yet. */
        WAITING,
        /** The separator arrives: all is well. */
        GOOD,
        /** Read, but this code has no separator, so nothing is known about it. */
        UNKNOWN,
        /** A pack's code that holds more than it can without a separator: the scanner most likely does not send it. */
        NO_SEPARATOR,
        /** The keys of a code came, but too slowly to be told from somebody who types. */
        TOO_SLOW,
        /** Not readable for another reason: the code itself, or letters that come as others. */
        UNREADABLE
    }

    private final ObjectProperty<Scanner> scanner;
    private final RawKeys keys = new RawKeys();
    private final Acts acts;
    private final StringProperty gap = new SimpleStringProperty("");
    private final StringProperty substitutes = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Finding> finding = new ReadOnlyObjectWrapper<>(Finding.WAITING);
    private final ReadOnlyStringWrapper raw = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");

    /**
     * The doctor of a workstation.
     *
     * @param scanner how its scanner sends; changed when somebody says so
     */
    DoctorModel(ObjectProperty<Scanner> scanner) {
        this.scanner = scanner;
        this.acts = new Acts(Work.here(), String::valueOf);
        show(scanner.get());
    }

    /** The keys as they arrived. */
    RawKeys keys() {
        return keys;
    }

    /** The longest pause between two keys of a scan, in milliseconds, being written. */
    StringProperty gap() {
        return gap;
    }

    /** What this scanner sends for the separator, separated by blanks, being written. */
    StringProperty substitutes() {
        return substitutes;
    }

    /** Why what was written does not do. */
    ReadOnlyStringProperty no() {
        return acts.no();
    }

    /** Keeps what was written, for this workstation; false when it does not do. */
    boolean keep() {
        acts.forget();
        try {
            List<String> words = Stream.of(substitutes.get().strip().split("\\s+"))
                    .filter(word -> !word.isEmpty())
                    .toList();
            scanner.set(new Scanner(Integer.parseInt(gap.get().strip()), words));
            show(scanner.get());
            return true;
        } catch (NumberFormatException e) {
            acts.refuse("settings.doctor.no-number", Scanner.SHORTEST_GAP, Scanner.LONGEST_GAP);
        } catch (IllegalArgumentException e) {
            acts.say(String.valueOf(e.getMessage()));
        }
        return false;
    }

    private void show(Scanner now) {
        gap.set(Integer.toString(now.gapMillis()));
        substitutes.set(String.join(" ", now.substitutes()));
    }

    /** A key arrived. Should its scan be taken, {@link #scanned} is told next. */
    void heard(RawKey key) {
        keys.add(key);
        if (key.sort() == RawKey.Sort.END && keys.isCode()) {
            raw.set(keys.text());
            said.set(Texts.of(
                    "settings.doctor.gaps",
                    keys.longestGap().toMillis(),
                    scanner.get().gapMillis()));
            finding.set(Finding.TOO_SLOW);
        }
    }

    ReadOnlyObjectProperty<Finding> finding() {
        return finding.getReadOnlyProperty();
    }

    /** The characters as they arrived, with the invisible ones made visible. */
    ReadOnlyStringProperty raw() {
        return raw.getReadOnlyProperty();
    }

    /** What Mortar reads in it, or why it cannot. */
    ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    /** What the finding is, and what to do about it, as sentences. */
    static String advice(Finding finding) {
        return Texts.of("settings.doctor."
                + switch (finding) {
                    case WAITING -> "waiting";
                    case GOOD -> "good";
                    case UNKNOWN -> "unknown";
                    case NO_SEPARATOR -> "no-separator";
                    case TOO_SLOW -> "too-slow";
                    case UNREADABLE -> "unreadable";
                });
    }

    /** A pack was scanned. */
    void scanned(Scanned scan) {
        raw.set(visible(scan.text()));
        said.set(
                switch (scan.read()) {
                    case Scan.Read read -> words(read);
                    case Scan.Refused refused -> refused.sentence();
                });
        finding.set(
                switch (scan.read()) {
                    case Scan.Read _ when scan.separated() -> Finding.GOOD;
                    case Scan.Read read when suspectsALoss(read) -> Finding.NO_SEPARATOR;
                    case Scan.Read _ -> Finding.UNKNOWN;
                    case Scan.Refused _ when !scan.separated() && isElementString(scan.text()) -> Finding.NO_SEPARATOR;
                    case Scan.Refused _ -> Finding.UNREADABLE;
                });
    }

    /** Whether it begins like the square code of a medicine pack, which holds more than a GTIN. */
    private static boolean isElementString(String text) {
        return text.matches("(?s)(]d2|]C1|]Q3|]e0)?01[0-9]{14}.+");
    }

    /** The reader says so when a value could have swallowed the ones behind it. */
    private static boolean suspectsALoss(Scan.Read read) {
        return read.warnings().stream().anyMatch(warning -> warning.contains("lost a separator"));
    }

    private static String words(Scan.Read read) {
        String values = Texts.of(
                "settings.doctor.read",
                read.gtin() == null ? "–" : read.gtin().toString(),
                read.batchNumber() == null ? "–" : read.batchNumber(),
                read.expiryDate() == null ? "–" : read.expiryDate().toString(),
                read.serial() == null ? "–" : read.serial());
        return String.join(
                " ",
                Stream.concat(Stream.of(values + "."), read.warnings().stream()).toList());
    }

    private static String visible(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == SEPARATOR) {
                shown.append(" [GS] ");
            } else if (Character.isISOControl(c)) {
                shown.append(" ").append(String.format("%02X", c)).append(" ");
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }
}
