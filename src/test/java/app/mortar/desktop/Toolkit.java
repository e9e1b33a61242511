package app.mortar.desktop;

import app.mortar.desktop.theme.Theme;
import app.mortar.desktop.theme.Typeface;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Application;
import javafx.application.Platform;

/** JavaFX, started once for this JVM: on its headless platform, unless a display is asked for. */
public final class Toolkit {
    /** All tests with a window take this lock: there is one keyboard and one mouse. */
    public static final String LOCK = "toolkit";

    private Toolkit() {}

    /** Starts it if it is not running. */
    public static void start() {
        Started.NOW.join();
    }

    private static final class Started {
        static final CompletableFuture<Void> NOW = new CompletableFuture<>();

        static {
            try {
                Platform.startup(() -> {
                    Platform.setImplicitExit(false);
                    Typeface.load();
                    Application.setUserAgentStylesheet(Theme.LIGHT.sheet());
                    NOW.complete(null);
                });
            } catch (IllegalStateException running) {
                // the program itself has started it in this JVM
                NOW.complete(null);
            }
        }
    }

    /** Runs on the user interface's thread and waits for it. */
    public static void run(Runnable act) {
        call(() -> {
            act.run();
            return null;
        });
    }

    /** Asks on the user interface's thread. */
    public static <T> T call(Callable<T> question) {
        start();
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(question.call());
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException known -> throw known;
                case Error error -> throw error;
                default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
