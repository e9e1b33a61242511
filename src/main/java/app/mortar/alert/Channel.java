package app.mortar.alert;

/** Hands messages to a provider: one call for each attempt, never a second one by itself. */
@FunctionalInterface
public interface Channel {
    Sending send(Letter letter);
}
