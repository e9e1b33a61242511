package app.mortar.settings;

import java.util.List;

/** Settings that cannot be meant. Every mistake that was found is named at once; nothing was started. */
public final class BadSettings extends RuntimeException {
    private final List<String> mistakes;

    public BadSettings(List<String> mistakes) {
        super(String.join("; ", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** Each names the key, the value, where it stands and what would be right. */
    public List<String> mistakes() {
        return mistakes;
    }
}
