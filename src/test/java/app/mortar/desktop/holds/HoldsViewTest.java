package app.mortar.desktop.holds;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.RoomTest;
import app.mortar.desktop.TabWalk;
import app.mortar.desktop.Toolkit;
import app.mortar.desktop.Workstation;
import app.mortar.desktop.shell.Place;
import app.mortar.kernel.Permission;
import app.mortar.reservation.HoldRequest;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class HoldsViewTest extends RoomTest {
    @Override
    protected void stock() {
        pharmacy.product("PARA");
        pharmacy.receive("PARA", "A", pharmacy.today().plusDays(60), 30);
        pharmacy.reserve(new HoldRequest("cart-1", null, null, List.of(wanted("PARA", 2))));
        pharmacy.clock.pass(Duration.ofMinutes(3));
        pharmacy.reserve(new HoldRequest("cart-2", null, null, List.of(wanted("PARA", 3))));
    }

    /** What the carts of the board have left, from top to bottom. */
    private List<String> times() {
        return Toolkit.call(() -> lookup(".hold-time").<Label>queryAll().stream()
                .filter(Node::isVisible)
                .filter(label -> label.getScene() != null && !label.getText().isEmpty())
                .sorted(Comparator.comparingDouble(
                        label -> label.localToScene(0, 0).getY()))
                .map(Label::getText)
                .toList());
    }

    private ListView<?> list() {
        return lookup("#holds-list").queryAs(ListView.class);
    }

    @Test
    void counts_down_once_a_second_and_says_reserved_for_15_min_to_everybody() {
        station.go(Place.HOLDS, null);
        // whole seconds, rounded down; how long the clock's answer was on its way counts
        assertThat(times().getFirst()).isIn("12:00", "11:59");
        assertThat(times().getLast()).isIn("15:00", "14:59");
        assertThat(lookup(".chip").<Label>queryAll().stream()
                        .filter(chip -> chip.getText().equals("Reserved for 15 min"))
                        .toList())
                .isNotEmpty()
                .allSatisfy(chip -> assertThat(chip.getAccessibleText()).isEqualTo("⏳ Reserved for 15 min"));
        pharmacy.clock.pass(Duration.ofMinutes(8));
        Toolkit.run(station.time::tick);
        assertThat(times().getFirst()).isIn("04:00", "03:59");
        assertThat(lookup(".ring .figure").<Label>query().getText())
                .as("the one that is looked at")
                .isEqualTo(times().getFirst());
        assertThat(lookup("Less than 5 min left").queryAll()).isNotEmpty();
    }

    @Test
    void releases_for_a_reason_by_keys_alone_and_not_twice() {
        station.go(Place.HOLDS, null);
        press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        type(KeyCode.F9);
        station.settle();
        assertThat(Toolkit.call(() -> list().getItems().size())).isEqualTo(2);
        type(KeyCode.TAB);
        for (int i = 0;
                i < 6
                        && !"holds-reason"
                                .equals(Toolkit.call(() ->
                                        station.stage.getScene().getFocusOwner().getId()));
                i++) {
            type(KeyCode.TAB);
        }
        write("Customer called");
        type(KeyCode.F9, 2);
        station.settle();
        assertThat(Toolkit.call(() -> list().getItems().size())).isEqualTo(1);
        assertThat(pharmacy.available("PARA")).isEqualTo(27);
        assertThat(station.bugs).isEmpty();
    }

    @Test
    void a_tab_walk_reaches_every_control() {
        station.go(Place.HOLDS, null);
        assertThat(TabWalk.from(this, station.stage)).contains("holds-list", "holds-reason");
    }

    @Test
    void who_may_not_release_what_others_hold_finds_the_reason_closed() {
        station.close();
        station = Workstation.open(
                pharmacy,
                Workstation.rooms(pharmacy),
                EnumSet.of(Permission.SEE_STOCK, Permission.RESERVE, Permission.PICK));
        station.go(Place.HOLDS, null);
        assertThat(Toolkit.call(() -> list().getItems().size())).isEqualTo(2);
        assertThat(lookup("#holds-reason").query().isDisabled()).isTrue();
        assertThat(lookup("#holds-release").query().isDisabled()).isTrue();
    }
}
