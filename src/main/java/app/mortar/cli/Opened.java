package app.mortar.cli;

import app.mortar.kernel.Actor;

/**
 * What a command works with, for as long as it works.
 *
 * @param desk the desk that does the work
 * @param actor who asks
 * @param whenDone closes whatever was opened for it
 */
public record Opened<T>(T desk, Actor actor, Runnable whenDone) implements AutoCloseable {
    @Override
    public void close() {
        whenDone.run();
    }
}
