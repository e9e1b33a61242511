package app.mortar.desktop.shell;

import app.mortar.desktop.theme.Appearance;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to this workstation, whoever is at work: its colours, its scanner, and who listens to raw keys. On the
 * user interface's thread.
 */
public final class Machine {
    private final String version;
    private final ObjectProperty<Appearance.Choice> looks;
    private final ObjectProperty<Scanner> scanner;
    private @Nullable Consumer<RawKey> ear;

    /**
     * A workstation.
     *
     * @param version of this program
     * @param looks the choice of colours; changing it changes them
     */
    public Machine(String version, ObjectProperty<Appearance.Choice> looks, Scanner scanner) {
        this.version = version;
        this.looks = looks;
        this.scanner = new SimpleObjectProperty<>(scanner);
    }

    /** A workstation with nothing chosen yet. */
    public Machine(String version) {
        this(version, new SimpleObjectProperty<>(Appearance.Choice.SYSTEM), Scanner.USUAL);
    }

    public String version() {
        return version;
    }

    public ObjectProperty<Appearance.Choice> looks() {
        return looks;
    }

    public ObjectProperty<Scanner> scanner() {
        return scanner;
    }

    /** Has {@code ear} told every key from now on, and nobody else. Only for the eyes of whoever types. */
    public void listen(Consumer<RawKey> ear) {
        this.ear = ear;
    }

    /** {@code ear} is told nothing any more; whoever has come after it still is. */
    public void ignore(Consumer<RawKey> ear) {
        if (ear.equals(this.ear)) {
            this.ear = null;
        }
    }

    boolean isHeard() {
        return ear != null;
    }

    void heard(RawKey key) {
        if (ear != null) {
            ear.accept(key);
        }
    }
}
