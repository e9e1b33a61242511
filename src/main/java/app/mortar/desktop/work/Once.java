package app.mortar.desktop.work;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/**
 * An act that books something, and so is not begun again while it runs: a double click or a second Enter does nothing.
 * Call it on the user interface's thread; what posts should also carry a key of its own, for repeats after a failure.
 */
public final class Once {
    private final Work work;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();

    public Once(Work work) {
        this.work = work;
    }

    /** It runs now; disable the button by it. */
    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /**
     * As {@link Work#run}, if it is not running.
     *
     * @return whether it was begun
     */
    public <T extends @Nullable Object> boolean run(Supplier<T> task, Consumer<T> done, Consumer<Throwable> failed) {
        if (running.get()) {
            return false;
        }
        running.set(true);
        work.run(
                task,
                answer -> {
                    running.set(false);
                    done.accept(answer);
                },
                failure -> {
                    running.set(false);
                    failed.accept(failure);
                });
        return true;
    }
}
