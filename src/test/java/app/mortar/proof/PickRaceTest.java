package app.mortar.proof;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.catalogue.ProductForm;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.fulfilment.OrderView;
import app.mortar.fulfilment.Pack;
import app.mortar.fulfilment.PickAnswer;
import app.mortar.fulfilment.Picking;
import app.mortar.kernel.BatchId;
import app.mortar.kernel.Gtin;
import app.mortar.reservation.HoldView;
import app.mortar.reservation.Tokens;
import app.mortar.testing.Crowd;
import app.mortar.testing.DeskTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Picking beside everything else that moves promises; the books are checked after each race. */
class PickRaceTest extends DeskTest {
    private static final int ROUNDS = 8;
    private static final Gtin PARA = Gtin.of("09520123456788");

    private final Picking picking = new Picking(new Tokens());

    private void shelves() {
        ProductForm form = app.mortar.testing.Pharmacy.form("PARA");
        pharmacy.product(new ProductForm(
                form.sku(),
                form.name(),
                PARA,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                false,
                true,
                true));
        // A round recalls one batch and ships four units of the next: with fewer batches than this, the last rounds
        // could plan, and recall, LATE itself, and nothing would be left for the order.
        for (int i = 0; i < 2 * ROUNDS; i++) {
            stock("PARA", "A" + i, 30 + i, 6);
        }
        stock("PARA", "LATE", 300, 100);
    }

    private BatchId plannedBatch(OrderView order) {
        return pharmacy.transactions
                .read(pharmacy.staff, tx -> picking.list(tx, order.id()))
                .lines()
                .getFirst()
                .batch();
    }

    private String numberOf(BatchId batch) {
        return pharmacy.rows("select batch_number from inventory_batch where id = " + batch)
                .getFirst();
    }

    private PickAnswer act(int me, OrderView order, BatchId planned, BatchId late, String number) {
        return pharmacy.transactions.write(pharmacy.staff, tx -> switch (me % 5) {
            case 0 -> picking.verify(tx, order.id(), new Pack(PARA, number, null, 1));
            case 1 -> picking.notOnShelf(tx, order.id(), planned);
            case 2 -> picking.override(tx, order.id(), planned, late, 1, "asked for");
            case 3 -> picking.finish(tx, order.id(), OrderStatus.DISPATCHED);
            default -> picking.verify(tx, order.id(), new Pack(PARA, "LATE", null, 1));
        });
    }

    @Test
    void pickers_a_recall_a_dispatch_by_the_shop_and_lapsing_carts_leave_the_books_in_order() {
        shelves();
        for (int round = 0; round < ROUNDS; round++) {
            OrderView order = confirmed("O-" + round, wanted("PARA", 4));
            HoldView cart = pharmacy.hold(wanted("PARA", 3));
            BatchId planned = plannedBatch(order);
            BatchId late = new BatchId(
                    Long.parseLong(pharmacy.rows("select id from inventory_batch where batch_number = 'LATE'")
                            .getFirst()));
            String number = numberOf(planned);
            List<Object> answers = Crowd.of(16, me -> switch (me) {
                case 13 -> pharmacy.recall("PARA", number);
                case 14 -> pharmacy.move(order.id(), OrderStatus.DISPATCHED);
                case 15 -> {
                    pharmacy.clock.pass(Duration.ofMinutes(16));
                    yield pharmacy.sweep();
                }
                default -> act(me, order, planned, late, number);
            });
            assertThat(answers).hasSize(16);
            OrderStatus end = now(order).status();
            assertThat(end).isIn(OrderStatus.PICKING, OrderStatus.DISPATCHED);
            the_units_are_all_accounted_for(order);
            assertThat(pharmacy.show(cart.token()).status().isOpen()).isFalse();
        }
    }

    private void the_units_are_all_accounted_for(OrderView order) {
        OrderView now = now(order);
        int kept = now.items().getFirst().allocations().stream()
                .mapToInt(p -> p.quantity())
                .sum();
        assertThat(kept).isEqualTo(4);
    }

    @Test
    void sixteen_scans_of_the_same_two_packs_note_two() {
        shelves();
        OrderView order = confirmed("O", wanted("PARA", 2));
        String number = numberOf(plannedBatch(order));
        List<PickAnswer> answers = Crowd.of(
                16,
                me -> pharmacy.transactions.write(
                        pharmacy.staff, tx -> picking.verify(tx, order.id(), new Pack(PARA, number, null, 1))));
        assertThat(answers)
                .filteredOn(answer -> answer instanceof PickAnswer.Verified)
                .hasSize(2);
        assertThat(answers)
                .filteredOn(answer -> answer instanceof PickAnswer.Doubt)
                .hasSize(14);
    }
}
