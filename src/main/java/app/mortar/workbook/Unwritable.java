package app.mortar.workbook;

import org.jspecify.annotations.Nullable;

/** A workbook that could not be written. What stood at its place before is untouched. */
public final class Unwritable extends RuntimeException {
    public Unwritable(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
