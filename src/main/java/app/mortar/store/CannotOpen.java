package app.mortar.store;

import org.jspecify.annotations.Nullable;

/**
 * The database cannot be opened, and a person has to do something about it. The message is one sentence or two in
 * words for that person; nothing was changed.
 */
public final class CannotOpen extends RuntimeException {
    public CannotOpen(String message) {
        this(message, null);
    }

    public CannotOpen(String message, @Nullable Throwable cause) {
        super(message.replaceAll("\\s*[\\r\\n]+\\s*", " "), cause);
    }
}
