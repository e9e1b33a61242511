package app.mortar.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.shell.Place;
import app.mortar.desktop.widget.Toast;
import app.mortar.kernel.ProductId;
import app.mortar.testing.Pharmacy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;

/** What was done is said where it is in nobody's way. */
@ResourceLock(Toolkit.LOCK)
class ToastPlaceTest extends FxRobot {
    private Pharmacy pharmacy;
    private Workstation station;

    @BeforeEach
    void open() {
        pharmacy = Shots.demo();
        station = Workstation.open(pharmacy);
    }

    private void size(double width, double height) {
        Toolkit.run(() -> {
            station.stage.setWidth(width);
            station.stage.setHeight(height);
        });
        station.settle();
    }

    @AfterEach
    void close() {
        station.close();
        pharmacy.close();
    }

    private void visit(Place place, @Nullable Object about, List<String> covered) {
        station.go(place, about);
        Toolkit.run(() -> {
            ((Pane) station.frame.lookup("#toasts")).getChildren().clear();
            station.frame.toast(
                    Toast.done("Received GRN 0732: 184 packs, 6 lines", "Stock updated 09:16, and one word more."));
            station.frame.applyCss();
            station.frame.layout();
            collect(station.frame, area(station.frame.lookup(".toast")), place, covered);
        });
    }

    private static Bounds area(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }

    /**
     * What one can press or write into, unless it is part of a row that one can scroll, or a tile: they are larger than a
     * toast, and tell before they lead anywhere.
     */
    private static void collect(Node node, Bounds toast, Place place, List<String> covered) {
        if (!node.isVisible() || node.getStyleClass().contains("toast") || node instanceof VirtualFlow) {
            return;
        }
        boolean act = (node instanceof ButtonBase && !node.getStyleClass().contains("tile"))
                || node instanceof TextInputControl
                || node instanceof ComboBoxBase;
        if (act && area(node).intersects(toast)) {
            covered.add(place + " " + node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, toast, place, covered));
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, 800", "1440, 900"})
    void covers_no_button_and_no_field_of_any_room(double width, double height) {
        size(width, height);
        List<String> covered = new ArrayList<>();
        for (Place place : Workstation.rooms(pharmacy).of(station.session())) {
            visit(place, null, covered);
        }
        visit(
                Place.STOCK,
                new ProductId(Long.parseLong(
                        pharmacy.rows("select min(id) from product").getFirst())),
                covered);
        assertThat(covered).isEmpty();
    }

    @Test
    void the_newest_stands_lowest_there_are_three_at_most_and_a_click_puts_one_away() {
        for (String title : List.of("one", "two", "three", "four")) {
            Toolkit.run(() -> station.frame.toast(Toast.done(title, "")));
        }
        station.settle();
        assertThat(titles()).containsExactly("two", "three", "four");

        Node second = lookup("three").query();
        clickOn(second);
        station.settle();
        assertThat(titles()).containsExactly("two", "four");
    }

    private List<String> titles() {
        return Toolkit.call(() -> station.frame.lookupAll(".toast-title").stream()
                .sorted(Comparator.comparingDouble(title -> area(title).getMinY()))
                .map(title -> ((Label) title).getText())
                .toList());
    }
}
