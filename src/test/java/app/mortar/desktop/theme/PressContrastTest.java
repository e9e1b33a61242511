package app.mortar.desktop.theme;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.Toolkit;
import app.mortar.desktop.widget.Press;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words on a button can be read as it is really drawn, also while it may not be pressed. */
@ResourceLock(Toolkit.LOCK)
class PressContrastTest {
    @AfterEach
    void the_usual_theme() {
        Toolkit.run(() -> Application.setUserAgentStylesheet(Theme.LIGHT.sheet()));
    }

    private static List<Press> presses() {
        return List.of(
                Press.primary("primary", "Post", "F9", () -> {}),
                Press.danger("danger", "Write off", "F9", () -> {}),
                Press.secondary("secondary", "Save", "check2", () -> {}),
                Press.quiet("quiet", "Later", "x", () -> {}));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void the_words_can_be_read_before_while_and_after_it_may_not_be_pressed(Theme theme) {
        Toolkit.start();
        List<Press> presses = Toolkit.call(PressContrastTest::presses);
        Stage stage = Toolkit.call(() -> {
            Application.setUserAgentStylesheet(theme.sheet());
            VBox card = new VBox(8);
            card.getChildren().setAll(presses);
            card.getStyleClass().addAll("mortar", "card");
            Stage window = new Stage();
            window.setScene(new Scene(card, 400, 300));
            window.show();
            // what sets a window's main button apart must not outlive its turn
            presses.getFirst().setDefaultButton(true);
            presses.getFirst().requestFocus();
            return window;
        });
        for (boolean disabled : List.of(false, true, false, true)) {
            Toolkit.run(() -> presses.forEach(press -> press.setDisable(disabled)));
            Toolkit.run(() -> {
                stage.getScene().getRoot().applyCss();
                presses.forEach(press -> {
                    String as = press.getId() + (disabled ? ", disabled, " : ", ") + theme;
                    Color ground = ground(press, (Region) stage.getScene().getRoot());
                    press.lookupAll(".label").forEach(node -> {
                        Label label = (Label) node;
                        Color on = label.getStyleClass().contains("keycap") ? ground(label, press) : ground;
                        assertThat(contrast((Color) label.getTextFill(), on))
                                .as("%s: \"%s\" %s on %s", as, label.getText(), label.getTextFill(), on)
                                .isGreaterThanOrEqualTo(4.5);
                    });
                });
            });
        }
        Toolkit.run(stage::hide);
    }

    /** The topmost layer that is not transparent, or that of what it stands on. */
    private static Color ground(Region region, Region under) {
        if (region.getBackground() != null) {
            for (var fill : region.getBackground().getFills().reversed()) {
                if (fill.getFill() instanceof Color colour && colour.getOpacity() == 1) {
                    return colour;
                }
            }
        }
        return under.equals(region) ? Color.WHITE : ground(under, under);
    }

    private static double contrast(Color text, Color ground) {
        double a = luminance(text);
        double b = luminance(ground);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
