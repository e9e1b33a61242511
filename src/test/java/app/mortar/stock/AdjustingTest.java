package app.mortar.stock;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.catalogue.ProductForm;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.fulfilment.OrderView;
import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.NotPermitted;
import app.mortar.reservation.HoldView;
import app.mortar.testing.DeskTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdjustingTest extends DeskTest {
    @BeforeEach
    void two_batches() {
        pharmacy.product("PARA");
        stock("PARA", "A", 30, 10);
        stock("PARA", "B", 60, 5);
    }

    private static Adjusting.Outcome.Done done(Adjusting.Outcome outcome) {
        assertThat(outcome).isInstanceOf(Adjusting.Outcome.Done.class);
        return (Adjusting.Outcome.Done) outcome;
    }

    private long row(String type) {
        return Long.parseLong(pharmacy.rows("select max(id) from inventory_movement where type = '" + type + "'")
                .getFirst());
    }

    private String quantity(String batch) {
        return pharmacy.rows("select quantity from inventory_batch where batch_number = '" + batch + "'")
                .getFirst();
    }

    private static List<String> said(List<Affected> affected) {
        return affected.stream()
                .map(moved ->
                        (moved.orderId() == null ? "cart" : "order") + " " + moved.quantity() + " " + moved.outcome())
                .toList();
    }

    @Test
    void a_difference_is_one_row_with_its_reason() {
        assertThat(done(pharmacy.adjust("PARA", "A", 3)).after().onShelf()).isEqualTo(13);
        done(pharmacy.adjust("PARA", "A", -5));
        assertThat(pharmacy.rows("""
                        select type, quantity, reason, note, actor from inventory_movement
                        where type = 'ADJUSTMENT' order by id"""))
                .containsExactly("ADJUSTMENT 3 OTHER Looked again. ada", "ADJUSTMENT -5 OTHER Looked again. ada");
        assertThat(pharmacy.rows("select stock_quantity from product")).containsExactly("13");
    }

    @Test
    void free_units_go_before_those_set_aside_and_those_before_promised_ones() {
        pharmacy.quarantine("PARA", "A", 3, SetAside.Action.HOLD);
        HoldView hold = pharmacy.hold(wanted("PARA", 5));
        done(pharmacy.adjust("PARA", "A", -4));
        assertThat(pharmacy.rows("select quantity, quarantined_quantity from inventory_batch where batch_number = 'A'"))
                .containsExactly("6 1");
        assertThat(batchesOf(hold)).isEqualTo(Map.of("A", 5));
        Adjusting.Outcome.Done last = done(pharmacy.adjust("PARA", "A", -2));
        assertThat(said(last.affected())).containsExactly("cart 1 REPLANNED");
        assertThat(batchesOf(hold)).isEqualTo(Map.of("A", 4, "B", 1));
    }

    @Test
    void who_was_promised_last_loses_first_and_carts_before_orders() {
        OrderView order = confirmed("O-1", wanted("PARA", 4));
        HoldView early = pharmacy.hold(wanted("PARA", 3));
        HoldView late = pharmacy.hold(wanted("PARA", 3));
        HoldView latest = pharmacy.hold(wanted("PARA", 3));
        Adjusting.Outcome.Done gone = done(pharmacy.adjust("PARA", "A", -5));
        assertThat(gone.affected()).extracting(Affected::token).containsExactly(late.token(), early.token());
        assertThat(said(gone.affected())).containsExactly("cart 3 BROKEN", "cart 2 REPLANNED");
        assertThat(statusOf(late)).isEqualTo(HoldStatus.RELEASED);
        assertThat(pharmacy.show(late.token()).releasedReason()).contains("batch A", "missing");
        assertThat(batchesOf(early)).isEqualTo(Map.of("A", 1, "B", 2));
        assertThat(batchesOf(latest)).isEqualTo(Map.of("B", 3));
        assertThat(batchesOf(now(order))).isEqualTo(Map.of("A", 4));
    }

    @Test
    void an_order_that_cannot_be_served_any_more_stays_confirmed_and_short() {
        OrderView order = confirmed("O-1", wanted("PARA", 12));
        Adjusting.Outcome.Done gone = done(pharmacy.adjust("PARA", "A", -10));
        assertThat(said(gone.affected())).containsExactly("order 7 BROKEN", "order 3 REPLANNED");
        assertThat(now(order).status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(batchesOf(now(order))).isEqualTo(Map.of("B", 5));
    }

    @Test
    void a_cart_that_is_broken_gives_its_other_products_back() {
        pharmacy.product("IBU");
        stock("IBU", "I", 30, 2);
        HoldView hold = pharmacy.hold(wanted("PARA", 15), wanted("IBU", 2));
        assertThat(said(done(pharmacy.adjust("PARA", "A", -1)).affected())).containsExactly("cart 1 BROKEN");
        assertThat(statusOf(hold)).isEqualTo(HoldStatus.RELEASED);
        assertThat(pharmacy.available("IBU")).isEqualTo(2);
        assertThat(pharmacy.available("PARA")).isEqualTo(14);
    }

    @Test
    void more_than_there_is_cannot_be_missing() {
        assertThat(pharmacy.adjust("PARA", "A", -11))
                .isInstanceOfSatisfying(
                        Adjusting.Outcome.NotThere.class,
                        no -> assertThat(no.shortage().available()).isEqualTo(10));
        assertThat(pharmacy.adjust("PARA", "Z", 1)).isInstanceOf(Adjusting.Outcome.UnknownBatch.class);
        assertThat(pharmacy.adjust("NO", "A", 1)).isInstanceOf(Adjusting.Outcome.UnknownProduct.class);
        assertThatThrownBy(() -> pharmacy.adjust("PARA", "A", 0)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_write_off_a_receipt_an_adjustment_and_a_supplier_return_are_taken_back_once() {
        pharmacy.writeOff("PARA", "A", 4, SetAside.Reason.DAMAGED);
        done(pharmacy.reverse(row("WASTE")));
        assertThat(quantity("A")).isEqualTo("10");
        assertThat(pharmacy.reverse(
                        Long.parseLong(pharmacy.rows("select min(id) from inventory_movement where type = 'WASTE'")
                                .getFirst())))
                .isInstanceOf(Adjusting.Outcome.ReversedBefore.class);
        assertThat(pharmacy.reverse(row("WASTE")))
                .as("the reversal itself")
                .isInstanceOf(Adjusting.Outcome.NotReversible.class);
        done(pharmacy.adjust("PARA", "B", 2));
        done(pharmacy.reverse(row("ADJUSTMENT")));
        pharmacy.sendBack("S-1", new SupplierReturn.Line(new BatchName("PARA", "B", null), 2, null));
        done(pharmacy.reverse(row("SUPPLIER_RETURN")));
        assertThat(quantity("B")).isEqualTo("5");
        HoldView hold = pharmacy.hold(wanted("PARA", 12));
        assertThat(said(done(pharmacy.reverse(row("IN"))).affected())).containsExactly("cart 2 BROKEN");
        assertThat(quantity("B")).isEqualTo("0");
        assertThat(statusOf(hold)).isEqualTo(HoldStatus.RELEASED);
        assertThat(pharmacy.rows("""
                        select m.type, m.quantity, m.note from inventory_movement m
                        where m.reverses is not null order by m.id"""))
                .containsExactly(
                        "WASTE 4 Was a mistake.",
                        "ADJUSTMENT -2 Was a mistake.",
                        "SUPPLIER_RETURN 2 Was a mistake.",
                        "IN -5 Was a mistake.");
    }

    @Test
    void what_an_order_took_or_was_sold_since_is_not_taken_back_here() {
        moved(confirmed("O-1", wanted("PARA", 4)), OrderStatus.DISPATCHED);
        assertThat(pharmacy.reverse(row("OUT"))).isInstanceOf(Adjusting.Outcome.NotReversible.class);
        long received = Long.parseLong(pharmacy.rows("select min(id) from inventory_movement where type = 'IN'")
                .getFirst());
        assertThat(pharmacy.reverse(received)).isInstanceOf(Adjusting.Outcome.NotThere.class);
        assertThat(pharmacy.reverse(-1)).isInstanceOf(Adjusting.Outcome.UnknownMovement.class);
    }

    @Test
    void sixteen_people_who_take_the_same_row_back_at_once_do_it_once() throws Exception {
        pharmacy.writeOff("PARA", "A", 4, SetAside.Reason.DAMAGED);
        long waste = row("WASTE");
        CyclicBarrier together = new CyclicBarrier(16);
        try (ExecutorService crowd = Executors.newFixedThreadPool(16)) {
            List<Future<Adjusting.Outcome>> answers = IntStream.range(0, 16)
                    .mapToObj(i -> crowd.submit(() -> {
                        together.await();
                        return pharmacy.reverse(waste);
                    }))
                    .toList();
            int times = 0;
            for (Future<Adjusting.Outcome> answer : answers) {
                times += answer.get() instanceof Adjusting.Outcome.Done ? 1 : 0;
            }
            assertThat(times).isEqualTo(1);
        }
        assertThat(quantity("A")).isEqualTo("10");
    }

    @Test
    void units_go_back_to_the_supplier_all_lines_or_none_and_once() {
        SupplierReturn.Line a = new SupplierReturn.Line(new BatchName("PARA", "A", null), 4, "wrong strength");
        SupplierReturn.Line b = new SupplierReturn.Line(new BatchName("PARA", "B", null), 6, null);
        assertThat(pharmacy.sendBack("S-1", a, b))
                .isEqualTo(new SupplierReturn.Outcome.LineRefused(2, "PARA", SupplierReturn.Why.NOT_THERE, 5));
        assertThat(quantity("A")).isEqualTo("10");
        assertThat(pharmacy.sendBack("S-1", a)).isInstanceOf(SupplierReturn.Outcome.Booked.class);
        assertThat(pharmacy.sendBack("S-1", a)).isInstanceOf(SupplierReturn.Outcome.BookedBefore.class);
        assertThat(pharmacy.sendBack("S-1", b)).isInstanceOf(SupplierReturn.Outcome.ReferenceTaken.class);
        assertThat(quantity("A")).isEqualTo("6");
        assertThat(pharmacy.rows("""
                        select quantity, note, reference from inventory_movement where type = 'SUPPLIER_RETURN'""")).containsExactly("-4 wrong strength S-1");
    }

    @Test
    void promised_good_units_do_not_go_back_and_lines_of_one_batch_are_added_up() {
        pharmacy.hold(wanted("PARA", 7));
        SupplierReturn.Line two = new SupplierReturn.Line(new BatchName("PARA", "A", null), 2, null);
        assertThat(pharmacy.sendBack("S-1", two, two))
                .isEqualTo(new SupplierReturn.Outcome.LineRefused(2, "PARA", SupplierReturn.Why.UNITS_HELD, 3));
        pharmacy.recall("PARA", "A");
        assertThat(pharmacy.sendBack("S-1", two, two)).isInstanceOf(SupplierReturn.Outcome.Booked.class);
    }

    @Test
    void a_controlled_product_is_written_off_under_a_second_pair_of_eyes() {
        pharmacy.product(new ProductForm(
                "MORPH",
                "Morphine",
                null,
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
                true,
                true,
                true));
        stock("MORPH", "M", 90, 5);
        SetAside.WriteOff broken =
                new SetAside.WriteOff(new BatchName("MORPH", "M", null), 1, SetAside.Reason.DAMAGED, null, "W-1");
        for (String witness : new String[] {null, " ", "Ada"}) {
            assertThat(watched(broken, witness)).isInstanceOf(SetAside.Outcome.WitnessNeeded.class);
        }
        assertThat(watched(broken, "Bola")).isInstanceOf(SetAside.Outcome.Done.class);
        assertThat(pharmacy.rows("select witness from inventory_movement where type = 'WASTE'"))
                .containsExactly("Bola");
        SetAside.WriteOff free =
                new SetAside.WriteOff(new BatchName("PARA", "A", null), 1, SetAside.Reason.DAMAGED, null, null);
        assertThat(watched(free, null)).isInstanceOf(SetAside.Outcome.Done.class);
    }

    private SetAside.Outcome watched(SetAside.WriteOff request, @org.jspecify.annotations.Nullable String witness) {
        return pharmacy.transactions.write(pharmacy.staff, tx -> pharmacy.setAside.writeOff(tx, request, witness));
    }

    @Test
    void a_key_without_the_permission_can_do_none_of_it() {
        assertThatThrownBy(
                        () -> pharmacy.transactions.write(pharmacy.shop, tx -> pharmacy.adjusting.reverse(tx, 1, "no")))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> pharmacy.transactions.write(
                        pharmacy.shop,
                        tx -> pharmacy.adjusting.adjust(
                                tx,
                                new Adjusting.Adjustment(
                                        new BatchName("PARA", "A", null), 1, Adjusting.Reason.OTHER, "no"))))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> pharmacy.transactions.write(
                        pharmacy.shop,
                        tx -> pharmacy.supplierReturns.send(
                                tx,
                                new SupplierReturn.Note(
                                        "S",
                                        "Emzor",
                                        List.of(new SupplierReturn.Line(new BatchName("PARA", "A", null), 1, null))))))
                .isInstanceOf(NotPermitted.class);
    }
}
