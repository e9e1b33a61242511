package app.mortar.bench;

import app.mortar.Main;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.stage.Window;

/**
 * How long the desktop takes from the start of its process to its first window, to the sign-in, and from there to the
 * dashboard with its figures: prints the three, in milliseconds, and ends. On whatever display there is; in a new home
 * it makes the first admin, so its second run there is the one to note. {@code MORTAR_HOME} names the home.
 */
public final class StartTimes {
    private static final String NAME = "Ada Obi";
    private static final String PASSWORD = "a long enough password";

    private StartTimes() {}

    public static void main(String[] args) {
        Instant began = ProcessHandle.current().info().startInstant().orElseThrow();
        Thread.ofPlatform().name("mortar").start(() -> Main.main(new String[0]));
        until(() -> Window.getWindows().stream().anyMatch(Window::isShowing));
        long window = since(began);
        until(() -> seen("#first-run-here") || seen("#sign-in-name"));
        if (seen("#first-run-here")) {
            onScreen(() -> ((Button) node("#first-run-here")).fire());
            until(() -> seen("#first-admin-name"));
            type("#first-admin-name", NAME);
            type("#first-admin-password", PASSWORD);
            type("#first-admin-again", PASSWORD);
            onScreen(() -> ((Button) node("#first-admin-make")).fire());
        } else {
            long signIn = since(began);
            type("#sign-in-name", NAME);
            type("#sign-in-secret", PASSWORD);
            Instant entered = Instant.now();
            onScreen(() -> ((Button) node("#sign-in-enter")).fire());
            until(StartTimes::figuresAreThere);
            System.out.println(window + "\t" + signIn + "\t" + since(entered));
        }
        until(StartTimes::figuresAreThere);
        onScreen(() -> {
            Window first = Window.getWindows().getFirst();
            first.fireEvent(new javafx.stage.WindowEvent(first, javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST));
        });
    }

    private static boolean figuresAreThere() {
        return seen("#tile-out") && !"–".equals(((Label) Objects.requireNonNull(node("#tile-out").lookup(".figure"))).getText());
    }

    private static long since(Instant moment) {
        return Duration.between(moment, Instant.now()).toMillis();
    }

    private static void type(String field, String text) {
        onScreen(() -> ((TextInputControl) node(field)).setText(text));
    }

    private static boolean seen(String id) {
        return Window.getWindows().stream().anyMatch(window -> lookup(window, id) != null);
    }

    private static Node node(String id) {
        return Objects.requireNonNull(lookup(Window.getWindows().getFirst(), id));
    }

    private static Node lookup(Window window, String id) {
        Parent root = window.getScene() == null ? null : window.getScene().getRoot();
        return root == null ? null : root.lookup(id);
    }

    private static void onScreen(Runnable act) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            act.run();
            done.complete(null);
        });
        done.join();
    }

    /** Asks every few milliseconds, on the user interface's thread as soon as there is one. */
    private static void until(BooleanSupplier there) {
        while (true) {
            boolean[] answer = {false};
            if (!Window.getWindows().isEmpty()) {
                onScreen(() -> answer[0] = there.getAsBoolean());
            }
            if (answer[0]) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
