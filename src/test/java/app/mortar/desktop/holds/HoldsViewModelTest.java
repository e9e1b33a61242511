package app.mortar.desktop.holds;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.Here;
import app.mortar.desktop.widget.HoldRing;
import app.mortar.kernel.Actor;
import app.mortar.kernel.Permission;
import app.mortar.reservation.HoldBoard;
import app.mortar.reservation.HoldView;
import app.mortar.testing.DeskTest;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HoldsViewModelTest extends DeskTest {
    private Here here;
    private HoldsViewModel model;

    @BeforeEach
    void board() {
        pharmacy.product("PARA");
        stock("PARA", "A", 100, 30);
        here = Here.at(pharmacy, pharmacy.staff);
        model = new HoldsViewModel(here.session, pharmacy.reservations);
    }

    private List<HoldBoard.Row> rows() {
        model.refresh();
        return model.rows().get();
    }

    @Test
    void counts_down_by_the_clock_of_the_database_though_this_machines_is_twenty_minutes_off() {
        pharmacy.hold(wanted("PARA", 2));
        for (Duration wrong : List.of(Duration.ofMinutes(20), Duration.ofMinutes(-20))) {
            Here off = Here.wrongBy(pharmacy, pharmacy.staff, wrong);
            HoldsViewModel there = new HoldsViewModel(off.session, pharmacy.reservations);
            there.refresh();
            off.time.told(pharmacy.clock.instant(), Duration.ZERO);
            assertThat(there.left(there.rows().get().getFirst())).isEqualTo(Duration.ofMinutes(15));
        }
        HoldBoard.Row row = rows().getFirst();
        pharmacy.clock.pass(Duration.ofMinutes(10));
        assertThat(HoldRing.Stage.of(model.left(row))).isEqualTo(HoldRing.Stage.CALM);
        pharmacy.clock.pass(Duration.ofSeconds(1));
        assertThat(HoldRing.Stage.of(model.left(row))).isEqualTo(HoldRing.Stage.WARNING);
        pharmacy.clock.pass(Duration.ofMinutes(4));
        assertThat(HoldRing.Stage.of(model.left(row))).isEqualTo(HoldRing.Stage.DANGER);
        pharmacy.clock.pass(Duration.ofMinutes(4));
        assertThat(model.left(row)).isZero();
        assertThat(rows()).isEmpty();
    }

    @Test
    void is_released_for_a_reason_only_and_once() {
        HoldView hold = pharmacy.hold(wanted("PARA", 2));
        model.chosen().set(rows().getFirst());
        assertThat(model.mayRelease().get()).isFalse();
        model.release();
        assertThat(rows()).hasSize(1);
        model.reason().set("   ");
        assertThat(model.mayRelease().get()).isFalse();
        model.reason().set("Customer called");
        assertThat(model.mayRelease().get()).isTrue();
        here.online.set(false);
        assertThat(model.mayRelease().get()).isFalse();
        here.online.set(true);
        model.release();
        assertThat(pharmacy.show(hold.token()).releasedReason()).isEqualTo("Customer called");
        assertThat(pharmacy.available("PARA")).isEqualTo(30);
        assertThat(model.rows().get()).isEmpty();
        assertThat(model.chosen().get()).isNull();
        assertThat(here.toasts).hasSize(1);
        assertThat(here.changed).isEqualTo(1);
        model.release();
        assertThat(here.toasts).hasSize(1);
    }

    @Test
    void a_reason_that_is_a_whole_letter_is_refused_in_words_and_a_reason_is_of_one_cart() {
        pharmacy.hold(wanted("PARA", 2));
        pharmacy.hold(wanted("PARA", 3));
        model.chosen().set(rows().getFirst());
        model.reason().set("x".repeat(201));
        model.release();
        assertThat(model.refused().get()).isEqualTo("reason: must have at most 200 characters");
        assertThat(here.bugs).isEmpty();
        assertThat(pharmacy.available("PARA")).isEqualTo(25);
        model.chosen().set(rows().getLast());
        assertThat(model.reason().get()).isEmpty();
        assertThat(model.refused().get()).isEmpty();
        model.reason().set("x".repeat(200));
        model.release();
        assertThat(rows()).hasSize(1);
    }

    @Test
    void who_may_not_act_for_others_looks_but_does_not_release() {
        pharmacy.hold(wanted("PARA", 2));
        Here kemi = Here.at(
                pharmacy,
                new Actor(
                        "kemi",
                        "staff",
                        "till-2",
                        EnumSet.of(Permission.SEE_STOCK, Permission.RESERVE, Permission.PICK)));
        HoldsViewModel hers = new HoldsViewModel(kemi.session, pharmacy.reservations);
        hers.refresh();
        hers.chosen().set(hers.rows().get().getFirst());
        hers.reason().set("because");
        assertThat(hers.mayRelease().get()).isFalse();
        hers.release();
        assertThat(pharmacy.available("PARA")).isEqualTo(28);
    }

    @Test
    void a_hold_that_became_an_order_meanwhile_is_not_released_and_that_is_said() {
        HoldView hold = pharmacy.hold(wanted("PARA", 2));
        model.chosen().set(rows().getFirst());
        model.reason().set("Customer called");
        pharmacy.order(app.mortar.testing.Pharmacy.request("WEB-1", hold.token(), true));
        model.release();
        assertThat(here.toasts).hasSize(1);
        assertThat(here.toasts.getFirst().tone()).isEqualTo(app.mortar.desktop.widget.Tone.WARNING);
        assertThat(model.rows().get()).isEmpty();
        assertThat(pharmacy.available("PARA")).isEqualTo(28);
    }
}
