package app.mortar.access;

import java.text.Normalizer;

/**
 * A password or PIN as somebody typed it. It is never shown by {@code toString}, so it cannot slip into a log, an
 * audit row or a message; and it is the same whatever keyboard put its accents together.
 */
public record Secret(String text) {
    public Secret {
        text = Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** Never shows it. */
    @Override
    public String toString() {
        return "(not shown)";
    }
}
