package app.mortar.fulfilment;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.kernel.Actor;
import app.mortar.kernel.NotPermitted;
import app.mortar.kernel.Permission;
import app.mortar.kernel.Span;
import app.mortar.testing.DeskTest;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderBoardTest extends DeskTest {
    private final OrderBoard board = new OrderBoard();
    private final Actor picker =
            new Actor("tunde", "staff", "till-2", EnumSet.of(Permission.SEE_STOCK, Permission.ORDER, Permission.PICK));

    private List<String> refs(OrderBoard.Filter filter, OrderBoard.Sort sort, boolean descending) {
        return pharmacy.transactions.read(
                picker, tx -> board.list(tx, filter, sort, descending, new Span(0, 50)).rows().stream()
                        .map(OrderBoard.Row::externalRef)
                        .toList());
    }

    private static OrderBoard.Filter filter(@Nullable String words, OrderStatus... statuses) {
        return new OrderBoard.Filter(words, Set.of(statuses), null);
    }

    private void threeOrders() {
        pharmacy.product("PARA");
        pharmacy.product("IBU");
        stock("PARA", "A", 100, 50);
        stock("IBU", "A", 100, 50);
        confirmed("WEB-1", wanted("PARA", 2), wanted("IBU", 3));
        pharmacy.clock.pass(Duration.ofMinutes(1));
        moved(confirmed("WEB-2", wanted("PARA", 4)), OrderStatus.DISPATCHED);
        pharmacy.clock.pass(Duration.ofMinutes(1));
        pending("CLINIC_1", null, wanted("PARA", 1));
    }

    @Test
    void lists_the_orders_of_all_channels_filtered_sorted_and_page_by_page() {
        threeOrders();
        assertThat(refs(filter(null), OrderBoard.Sort.CREATED, true)).containsExactly("CLINIC_1", "WEB-2", "WEB-1");
        assertThat(refs(filter(null), OrderBoard.Sort.REFERENCE, false)).containsExactly("CLINIC_1", "WEB-1", "WEB-2");
        assertThat(refs(filter("web"), OrderBoard.Sort.CREATED, false)).containsExactly("WEB-1", "WEB-2");
        assertThat(refs(filter("c_"), OrderBoard.Sort.CREATED, false)).containsExactly("CLINIC_1");
        assertThat(refs(filter(null, OrderStatus.PENDING, OrderStatus.CONFIRMED), OrderBoard.Sort.CREATED, true))
                .containsExactly("CLINIC_1", "WEB-1");
        var page = pharmacy.transactions.read(
                picker, tx -> board.list(tx, filter(null), OrderBoard.Sort.CREATED, false, new Span(1, 1)));
        assertThat(page.total()).isEqualTo(3);
        assertThat(page.rows()).extracting(OrderBoard.Row::externalRef).containsExactly("WEB-2");
        assertThat(page.rows().getFirst().stockUpdatedAt()).isEqualTo(MORNING.plus(Duration.ofMinutes(1)));
        var first = pharmacy.transactions.read(
                picker, tx -> board.list(tx, filter("web-1"), OrderBoard.Sort.CREATED, false, new Span(0, 1)));
        assertThat(first.rows())
                .extracting(OrderBoard.Row::lines, OrderBoard.Row::units)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(2, 5));
    }

    @Test
    void counts_what_is_to_pick_and_what_left_today() {
        threeOrders();
        assertThat(pharmacy.transactions.read(picker, board::counts)).isEqualTo(new OrderBoard.Counts(1, null, 1, 4));
        pharmacy.clock.pass(Duration.ofDays(1));
        assertThat(pharmacy.transactions.read(picker, board::counts).dispatched())
                .isZero();
    }

    @Test
    void shows_every_step_with_who_took_it_and_offers_what_the_actor_may_do_next() {
        threeOrders();
        long id = pharmacy.transactions.read(
                picker, tx -> board.list(tx, filter("web-1"), OrderBoard.Sort.CREATED, false, new Span(0, 1))
                        .rows()
                        .getFirst()
                        .id());
        pharmacy.clock.pass(Duration.ofMinutes(5));
        pharmacy.move(id, OrderStatus.PICKING);
        OrderBoard.Detail forPicker = pharmacy.transactions.read(picker, tx -> board.detail(tx, id));
        assertThat(forPicker.steps())
                .containsExactly(
                        new OrderBoard.Step(OrderStatus.CONFIRMED, MORNING, "shop"),
                        new OrderBoard.Step(OrderStatus.PICKING, pharmacy.clock.instant(), "shop"));
        assertThat(forPicker.names()).containsValues("Product PARA", "Product IBU");
        assertThat(forPicker.next()).containsExactly(OrderStatus.PACKED, OrderStatus.DISPATCHED, OrderStatus.DELIVERED);
        assertThat(pharmacy.transactions
                        .read(pharmacy.staff, tx -> board.detail(tx, id))
                        .next())
                .contains(OrderStatus.CANCELLED);
    }

    @Test
    void who_neither_picks_nor_acts_for_others_sees_only_their_own() {
        threeOrders();
        Actor other = new Actor("x", "key:2", "api", EnumSet.of(Permission.ORDER));
        assertThat(pharmacy.transactions
                        .read(other, tx -> board.list(tx, filter(null), OrderBoard.Sort.CREATED, false, new Span(0, 5)))
                        .rows())
                .isEmpty();
        long id = pharmacy.transactions.read(
                pharmacy.shop, tx -> board.list(tx, filter("web-1"), OrderBoard.Sort.CREATED, false, new Span(0, 1))
                        .rows()
                        .getFirst()
                        .id());
        assertThat(pharmacy.transactions.<OrderBoard.@Nullable Detail>read(other, tx -> board.detail(tx, id)))
                .isNull();
        Actor nobody = new Actor("x", "x", "x", Set.of());
        assertThatThrownBy(() -> pharmacy.transactions.read(nobody, board::counts))
                .isInstanceOf(NotPermitted.class);
    }
}
