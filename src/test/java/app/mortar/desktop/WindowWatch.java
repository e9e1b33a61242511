package app.mortar.desktop;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;

/**
 * Watches the user interface's thread: how long the program kept it waiting for something, and how long the window was
 * not drawn for whatever reason.
 */
final class WindowWatch implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(5);

    private final Thread thread = Toolkit.call(Thread::currentThread);
    private final AnimationTimer timer;
    private volatile boolean over;
    private volatile long longestWait;
    private volatile String waited = "";
    private volatile long longestGap;

    WindowWatch() {
        timer = new AnimationTimer() {
            private long last;

            @Override
            public void handle(long now) {
                if (last != 0 && now - last > longestGap) {
                    longestGap = now - last;
                }
                last = now;
            }
        };
        Toolkit.run(timer::start);
        Thread.ofPlatform().daemon().name("window watch").start(this::watch);
    }

    /** The longest that the program itself waited for something on that thread. */
    Duration longestWait() {
        return Duration.ofNanos(longestWait);
    }

    /** Where it was waiting then. */
    String waited() {
        return waited;
    }

    /** The longest time between two drawings of the window. */
    Duration longestGap() {
        return Duration.ofNanos(longestGap);
    }

    private void watch() {
        long since = 0;
        while (!over) {
            StackTraceElement[] stack = thread.getStackTrace();
            if (!waits(thread.getState(), stack)) {
                since = 0;
            } else if (since == 0) {
                since = System.nanoTime();
            } else if (System.nanoTime() - since > longestWait) {
                longestWait = System.nanoTime() - since;
                waited = Arrays.toString(stack);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private static boolean waits(Thread.State state, StackTraceElement[] stack) {
        boolean ours =
                Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith("app.mortar."));
        boolean reads =
                Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith("sun.nio.ch."));
        return ours && (reads || state != Thread.State.RUNNABLE);
    }

    @Override
    public void close() {
        over = true;
        Toolkit.run(timer::stop);
    }
}
