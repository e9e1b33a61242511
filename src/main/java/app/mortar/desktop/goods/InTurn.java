package app.mortar.desktop.goods;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Scans that come faster than the database answers are done one after the other, in the order in which they came. On
 * the user interface's thread.
 */
public final class InTurn {
    private final Deque<Consumer<Runnable>> waiting = new ArrayDeque<>();
    private boolean busy;

    /** Does {@code act} when its turn has come; it must run what it is given when its answer is there, however it went. */
    public void run(Consumer<Runnable> act) {
        waiting.add(act);
        if (!busy) {
            next();
        }
    }

    private void next() {
        @Nullable Consumer<Runnable> act = waiting.poll();
        busy = act != null;
        if (act != null) {
            act.accept(this::next);
        }
    }

    /** Is anything under way? */
    public boolean isBusy() {
        return busy;
    }
}
