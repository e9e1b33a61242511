package app.mortar.http;

/** The server cannot start where or how it was told to; the message says why, in words for the person who starts it. */
public final class CannotListen extends RuntimeException {
    CannotListen(String message, Throwable cause) {
        super(message, cause);
    }
}
