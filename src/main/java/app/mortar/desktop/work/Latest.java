package app.mortar.desktop.work;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Questions of which only the newest counts, such as a search while somebody types: late answers are dropped. */
public final class Latest {
    private final Work work;
    private final AtomicLong turn = new AtomicLong();

    public Latest(Work work) {
        this.work = work;
    }

    /** As {@link Work#run}, unless another question is asked before the answer comes. */
    public <T extends @Nullable Object> void run(Supplier<T> task, Consumer<T> done, Consumer<Throwable> failed) {
        long mine = turn.incrementAndGet();
        work.run(
                task,
                answer -> {
                    if (turn.get() == mine) {
                        done.accept(answer);
                    }
                },
                failure -> {
                    if (turn.get() == mine) {
                        failed.accept(failure);
                    }
                });
    }

    /** Whatever is on its way is dropped. */
    public void forget() {
        turn.incrementAndGet();
    }
}
