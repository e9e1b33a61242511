package app.mortar.desktop;

import static org.awaitility.Awaitility.await;

import app.mortar.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.testfx.api.FxRobot;

/**
 * The whole program {@code mortar} with its windows, in a process of its own, worked by somebody who says over standard
 * input what to do, a line each, and hears a line that begins with {@code =} when it is done. See
 * {@link DesktopProcess}, its other end.
 */
public final class DrivenDesktop {
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final FxRobot robot = new FxRobot();

    private DrivenDesktop() {}

    /** Opens the desktop, then does as it is told until its window is closed. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException {
        Thread.ofPlatform().name("mortar").start(() -> Main.main(args));
        await().atMost(PATIENCE).until(() -> !Window.getWindows().isEmpty());
        DrivenDesktop driven = new DrivenDesktop();
        System.out.println("= open");
        try (BufferedReader told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = told.readLine(); line != null; line = told.readLine()) {
                List<String> words = Arrays.asList(line.split(" ", 2));
                System.out.println("= " + driven.answer(words.getFirst(), words.size() == 2 ? words.get(1) : ""));
            }
        }
    }

    /** What came of it; "no" and what is seen instead, when it could not be done. */
    private String answer(String act, String about) {
        try {
            return switch (act) {
                case "click" -> clicked(about);
                case "write" -> done(() -> robot.write(about));
                case "press" -> done(() -> press(about));
                case "scan" -> done(() -> WedgeScanner.scan(stage(), about.replace("{GS}", "\u001D")));
                case "sees" ->
                    done(() -> await().atMost(PATIENCE)
                            .pollInterval(Duration.ofMillis(5))
                            .until(() -> sees(about)));
                case "misses" ->
                    done(() -> await().atMost(PATIENCE)
                            .pollInterval(Duration.ofMillis(5))
                            .until(() -> !sees(about)));
                case "text" -> text(about);
                case "close" ->
                    done(() -> Toolkit.run(
                            () -> stage().fireEvent(new WindowEvent(stage(), WindowEvent.WINDOW_CLOSE_REQUEST))));
                default -> "no such act: " + act;
            };
        } catch (RuntimeException | Error e) {
            return "no: " + e.toString().replace('\n', ' ') + "; seen: " + Toolkit.call(this::everything);
        }
    }

    private static String done(Runnable act) {
        act.run();
        return "done";
    }

    private String clicked(String selector) {
        await().atMost(PATIENCE)
                .until(() -> Toolkit.call(
                        () -> robot.lookup(selector).queryAll().stream().anyMatch(DrivenDesktop::isShown)));
        robot.clickOn(selector);
        return "done";
    }

    private void press(String keys) {
        KeyCode[] codes = Arrays.stream(keys.split("\\+")).map(KeyCode::valueOf).toArray(KeyCode[]::new);
        robot.press(codes).release(codes);
    }

    private String text(String selector) {
        return Toolkit.call(() -> robot.lookup(selector).queryAll().stream()
                .map(DrivenDesktop::words)
                .findFirst()
                .orElse(""));
    }

    private static Stage stage() {
        return (Stage) Window.getWindows().getFirst();
    }

    private boolean sees(String words) {
        return Toolkit.call(() -> everything().contains(words));
    }

    /** All that can be read in the window. */
    private String everything() {
        StringBuilder all = new StringBuilder();
        Window.getWindows().forEach(window -> read(window.getScene().getRoot(), all));
        return all.toString();
    }

    private static void read(Node node, StringBuilder all) {
        if (node.isVisible() && node instanceof Text text) {
            all.append(text.getText()).append(" | ");
        } else if (node.isVisible() && node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> read(child, all));
        }
    }

    private static String words(Node node) {
        return switch (node) {
            case Labeled labeled -> Objects.toString(labeled.getText(), "");
            case TextInputControl field -> Objects.toString(field.getText(), "");
            default -> "";
        };
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return !node.isDisabled();
    }
}
