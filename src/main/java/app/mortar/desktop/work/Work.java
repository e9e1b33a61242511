package app.mortar.desktop.work;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The two places where a view model's work is done: whatever asks the database, a file or the network in the
 * background, whatever changes a property on the user interface's thread.
 *
 * @param background runs what may take time
 * @param ui runs what touches properties that a window shows
 */
public record Work(Executor background, Executor ui) {
    /** Everything at once on the calling thread: for tests of view models. */
    public static Work here() {
        return new Work(Runnable::run, Runnable::run);
    }

    /**
     * Runs {@code task} in the background, then one of the two others on the user interface's thread.
     *
     * @param failed is told what the task threw
     */
    public <T extends @Nullable Object> void run(Supplier<T> task, Consumer<T> done, Consumer<Throwable> failed) {
        background.execute(() -> {
            T answer;
            try {
                answer = task.get();
            } catch (RuntimeException | Error e) {
                ui.execute(() -> failed.accept(e));
                return;
            }
            ui.execute(() -> done.accept(answer));
        });
    }
}
