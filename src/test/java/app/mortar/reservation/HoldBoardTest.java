package app.mortar.reservation;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.kernel.Actor;
import app.mortar.kernel.Permission;
import app.mortar.testing.DeskTest;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldBoardTest extends DeskTest {
    private final HoldBoard board = new HoldBoard();
    private final Actor assistant =
            new Actor("kemi", "staff", "till-2", EnumSet.of(Permission.SEE_STOCK, Permission.RESERVE, Permission.PICK));

    private List<HoldBoard.Row> rows(Actor actor) {
        return pharmacy.transactions.read(actor, board::list);
    }

    @Test
    void shows_live_carts_with_what_they_keep_the_one_that_ends_first_at_the_top() {
        pharmacy.product("PARA");
        pharmacy.product("IBU");
        stock("PARA", "A", 50, 20);
        stock("IBU", "A", 50, 20);
        pharmacy.reserve(forCart("old", wanted("PARA", 1)));
        pharmacy.clock.pass(Duration.ofMinutes(4));
        pharmacy.reserve(forCart("first", wanted("PARA", 2), wanted("IBU", 1)));
        pharmacy.clock.pass(Duration.ofMinutes(11));
        pharmacy.reserve(forOrder("WEB-9", wanted("IBU", 3)));
        confirmed("O-1", wanted("PARA", 1));
        assertThat(rows(assistant))
                .extracting(HoldBoard.Row::title, HoldBoard.Row::units, HoldBoard.Row::byShop)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("first", 3, true),
                        org.assertj.core.groups.Tuple.tuple("WEB-9", 3, true));
        assertThat(rows(assistant).getFirst().items())
                .extracting(HoldBoard.Item::name)
                .containsExactly("Product IBU", "Product PARA");
        assertThat(rows(assistant)).noneMatch(HoldBoard.Row::mine);
        assertThat(rows(pharmacy.staff)).allMatch(HoldBoard.Row::mine);
        assertThat(pharmacy.transactions.read(assistant, board::counts)).isEqualTo(new HoldBoard.Counts(2, 1));
        Actor otherShop = new Actor("x", "key:2", "api", EnumSet.of(Permission.RESERVE));
        assertThat(rows(otherShop)).isEmpty();
    }

    @Test
    void a_hold_is_ending_below_five_minutes_and_leaves_the_board_with_its_last_moment() {
        pharmacy.product("PARA");
        stock("PARA", "A", 50, 20);
        pharmacy.hold(wanted("PARA", 1));
        pharmacy.clock.pass(Duration.ofMinutes(10));
        assertThat(pharmacy.transactions.read(assistant, board::counts)).isEqualTo(new HoldBoard.Counts(1, 0));
        pharmacy.clock.pass(Duration.ofSeconds(1));
        assertThat(pharmacy.transactions.read(assistant, board::counts)).isEqualTo(new HoldBoard.Counts(1, 1));
        pharmacy.clock.pass(Duration.ofSeconds(298));
        assertThat(rows(assistant)).hasSize(1);
        pharmacy.clock.pass(Duration.ofSeconds(1));
        assertThat(rows(assistant)).as("though nobody has swept").isEmpty();
        assertThat(pharmacy.transactions.read(assistant, board::counts)).isEqualTo(new HoldBoard.Counts(0, 0));
    }

    @Test
    void who_releases_for_a_reason_leaves_it_to_read_and_who_may_not_act_for_others_cannot() {
        pharmacy.product("PARA");
        stock("PARA", "A", 50, 20);
        HoldView hold = pharmacy.hold(wanted("PARA", 5));
        ReservationDesk.Release refused =
                pharmacy.transactions.write(assistant, tx -> pharmacy.reservations.release(tx, hold.token(), "x"));
        assertThat(refused).isInstanceOf(ReservationDesk.Release.UnknownHold.class);
        assertThat(pharmacy.available("PARA")).isEqualTo(15);
        pharmacy.transactions.run(
                pharmacy.staff, tx -> pharmacy.reservations.release(tx, hold.token(), "Customer called it off"));
        assertThat(pharmacy.available("PARA")).isEqualTo(20);
        assertThat(pharmacy.show(hold.token()).releasedReason()).isEqualTo("Customer called it off");
    }
}
