package app.mortar.recall;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.fulfilment.OrderStatus;
import app.mortar.fulfilment.OrderView;
import app.mortar.kernel.NotPermitted;
import app.mortar.reservation.HoldAnswer;
import app.mortar.reservation.HoldView;
import app.mortar.stock.Affected;
import app.mortar.stock.GoodsIn;
import app.mortar.stock.HoldStatus;
import app.mortar.testing.DeskTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecallDeskTest extends DeskTest {
    @BeforeEach
    void two_batches() {
        pharmacy.product("PARA");
        pharmacy.product("IBU");
        stock("PARA", "A", 30, 6);
        stock("PARA", "B", 60, 4);
        stock("IBU", "I", 60, 9);
    }

    private RecallDesk.Outcome.Recalled recall(String batch) {
        RecallDesk.Outcome outcome = pharmacy.recall("PARA", batch);
        assertThat(outcome).isInstanceOf(RecallDesk.Outcome.Recalled.class);
        return (RecallDesk.Outcome.Recalled) outcome;
    }

    private static List<String> said(List<Affected> affected) {
        return affected.stream()
                .map(one -> (one.orderId() == null ? one.token() : one.orderId()) + " " + one.quantity() + " "
                        + one.outcome())
                .toList();
    }

    @Test
    void a_recalled_batch_is_out_of_sale_at_once_and_stays_on_the_shelf() {
        RecallDesk.Outcome.Recalled recalled = recall("A");
        assertThat(recalled.onShelf()).isEqualTo(6);
        assertThat(recalled.affected()).isEmpty();
        assertThat(pharmacy.why("PARA")).satisfies(terms -> {
            assertThat(terms.available()).isEqualTo(4);
            assertThat(terms.onShelf()).isEqualTo(10);
            assertThat(terms.recalled()).isEqualTo(6);
        });
        assertThat(pharmacy.reserve(wanted("PARA", 5))).isInstanceOf(HoldAnswer.NotEnough.class);
        assertThat(pharmacy.rows("select kind, quantity, actor from batch_event"))
                .containsExactly("RECALL 6 ada");
    }

    @Test
    void again_it_answers_the_same_and_moves_nothing() {
        pharmacy.hold(wanted("PARA", 2));
        recall("A");
        RecallDesk.Outcome.Recalled again = recall("A");
        assertThat(again.before()).isTrue();
        assertThat(again.onShelf()).isEqualTo(6);
        assertThat(again.affected()).isEmpty();
        assertThat(pharmacy.rows("select count(*) from batch_event")).containsExactly("1");
    }

    @Test
    void every_batch_of_the_number_is_recalled_whatever_its_date() {
        var second = new GoodsIn.Line("PARA", "A", pharmacy.today().plusDays(90), 5, null, true, null);
        assertThat(pharmacy.receive(new GoodsIn.Receipt("N-2", null, List.of(second))))
                .isInstanceOf(GoodsIn.Outcome.Booked.class);
        RecallDesk.Outcome.Recalled both = recall("A");
        assertThat(both.before()).isFalse();
        assertThat(both.onShelf()).isEqualTo(11);
        assertThat(pharmacy.available("PARA")).isEqualTo(4);
        assertThat(recall("A").before()).isTrue();
        assertThat(pharmacy.rows("select quantity from batch_event order by id"))
                .as("each batch is written down once")
                .containsExactly("6", "5");
    }

    @Test
    void what_the_letter_says_is_kept_with_the_batch() {
        pharmacy.transactions.run(pharmacy.staff, tx -> pharmacy.recalls.recall(tx, "PARA", "A", "Letter of 9 March"));
        assertThat(pharmacy.rows("select note from batch_event")).containsExactly("Letter of 9 March");
    }

    @Test
    void orders_are_planned_again_before_carts_and_the_older_cart_before_the_younger() {
        HoldView older = pharmacy.hold(wanted("PARA", 1));
        HoldView younger = pharmacy.hold(wanted("PARA", 2));
        OrderView order = confirmed("O-1", wanted("PARA", 3));
        assertThat(said(recall("A").affected()))
                .containsExactly(
                        order.id() + " 3 REPLANNED", older.token() + " 1 REPLANNED", younger.token() + " 2 BROKEN");
        assertThat(batchesOf(now(order))).isEqualTo(Map.of("B", 3));
        assertThat(batchesOf(older)).isEqualTo(Map.of("B", 1));
        assertThat(statusOf(younger)).isEqualTo(HoldStatus.RELEASED);
        assertThat(pharmacy.show(younger.token()).releasedReason())
                .contains("A")
                .contains("recalled");
    }

    @Test
    void a_cart_is_broken_as_a_whole_and_its_other_products_are_free_again() {
        HoldView hold = pharmacy.hold(wanted("PARA", 5), wanted("IBU", 9));
        recall("A");
        assertThat(statusOf(hold)).isEqualTo(HoldStatus.RELEASED);
        assertThat(pharmacy.available("IBU")).isEqualTo(9);
        assertThat(pharmacy.available("PARA")).isEqualTo(4);
    }

    @Test
    void a_confirmed_order_keeps_its_status_and_what_it_has_and_says_what_is_short() {
        OrderView order = confirmed("O-1", wanted("PARA", 8), wanted("IBU", 1));
        assertThat(batchesOf(order)).isEqualTo(Map.of("A", 6, "B", 2));
        assertThat(said(recall("A").affected()))
                .containsExactlyInAnyOrder(order.id() + " 2 REPLANNED", order.id() + " 4 BROKEN");
        OrderView now = now(order);
        assertThat(now.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(batchesOf(now)).isEqualTo(Map.of("B", 4));
        assertThat(now.shortages()).singleElement().satisfies(shortage -> {
            assertThat(shortage.sku()).isEqualTo("PARA");
            assertThat(shortage.requested()).isEqualTo(8);
            assertThat(shortage.available()).isEqualTo(4);
        });
    }

    @Test
    void an_order_that_lost_everything_is_still_an_order() {
        OrderView order = confirmed("O-1", wanted("PARA", 6));
        pharmacy.hold(wanted("PARA", 4));
        assertThat(said(recall("A").affected())).containsExactly(order.id() + " 6 BROKEN");
        assertThat(now(order).shortages()).singleElement().satisfies(s -> assertThat(s.available())
                .isZero());
        assertThat(pharmacy.available("PARA")).isZero();
    }

    @Test
    void a_hold_that_ran_out_is_not_named() {
        pharmacy.hold(wanted("PARA", 6));
        pharmacy.clock.pass(Duration.ofMinutes(15));
        assertThat(recall("A").affected()).isEmpty();
    }

    @Test
    void who_was_served_from_it_is_named_and_who_brought_it_back_is_not() {
        OrderView kept = confirmed("O-kept", wanted("PARA", 2));
        OrderView returned = confirmed("O-returned", wanted("PARA", 3));
        OrderView waiting = confirmed("O-waiting", wanted("PARA", 1));
        moved(kept, OrderStatus.DISPATCHED);
        moved(moved(returned, OrderStatus.DELIVERED), OrderStatus.RETURNED);
        RecallDesk.Outcome.Recalled recalled = recall("A");
        assertThat(recalled.served()).containsExactly(new RecallDesk.Served(kept.id(), "O-kept", 2));
        assertThat(recalled.onShelf()).isEqualTo(4);
        assertThat(said(recalled.affected())).containsExactly(waiting.id() + " 1 REPLANNED");
    }

    @Test
    void a_batch_that_is_sold_out_is_recalled_for_those_who_have_it() {
        OrderView order = confirmed("O-1", wanted("PARA", 5));
        OrderView later = confirmed("O-2", wanted("PARA", 1));
        moved(later, OrderStatus.DELIVERED);
        moved(order, OrderStatus.DELIVERED);
        RecallDesk.Outcome.Recalled recalled = recall("A");
        assertThat(recalled.onShelf()).isZero();
        assertThat(recalled.served())
                .as("in the order of the orders")
                .containsExactly(
                        new RecallDesk.Served(order.id(), "O-1", 5), new RecallDesk.Served(later.id(), "O-2", 1));
    }

    @Test
    void an_unknown_product_or_batch_is_said_so() {
        assertThat(pharmacy.recall("NO", "A")).isInstanceOf(RecallDesk.Outcome.UnknownProduct.class);
        assertThat(pharmacy.recall("PARA", "I")).isInstanceOf(RecallDesk.Outcome.UnknownBatch.class);
    }

    @Test
    void the_same_number_of_another_product_is_not_touched() {
        stock("IBU", "A", 60, 3);
        recall("A");
        assertThat(pharmacy.available("IBU")).isEqualTo(12);
    }

    @Test
    void only_who_may_recall_can() {
        assertThatThrownBy(() -> pharmacy.transactions.write(
                        pharmacy.shop, tx -> pharmacy.recalls.recall(tx, "PARA", "A", null)))
                .isInstanceOf(NotPermitted.class);
        assertThat(pharmacy.available("PARA")).isEqualTo(10);
    }
}
