package app.mortar.stock;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.fulfilment.OrderView;
import app.mortar.kernel.NotPermitted;
import app.mortar.reservation.HoldView;
import app.mortar.testing.DeskTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SetAsideTest extends DeskTest {
    @BeforeEach
    void two_batches() {
        pharmacy.product("PARA");
        stock("PARA", "A", 30, 10);
        stock("PARA", "B", 60, 5);
    }

    private SetAside.Outcome noted(String reference, int units, @Nullable String note) {
        return pharmacy.transactions.write(
                pharmacy.staff,
                tx -> pharmacy.setAside.writeOff(
                        tx,
                        new SetAside.WriteOff(
                                new BatchName("PARA", "A", null), units, SetAside.Reason.DAMAGED, note, reference)));
    }

    private static SetAside.After after(SetAside.Outcome outcome) {
        return done(outcome).after();
    }

    private static SetAside.Outcome.Done done(SetAside.Outcome outcome) {
        assertThat(outcome).isInstanceOf(SetAside.Outcome.Done.class);
        return (SetAside.Outcome.Done) outcome;
    }

    private static int held(SetAside.Outcome outcome) {
        assertThat(outcome).isInstanceOf(SetAside.Outcome.UnitsHeld.class);
        return ((SetAside.Outcome.UnitsHeld) outcome).shortage().available();
    }

    private static int there(SetAside.Outcome outcome) {
        assertThat(outcome).isInstanceOf(SetAside.Outcome.NotThere.class);
        return ((SetAside.Outcome.NotThere) outcome).shortage().available();
    }

    @Test
    void a_write_off_takes_units_from_shelf_and_stock_and_says_why_in_the_ledger() {
        noted("W-1", 4, "dropped");
        assertThat(pharmacy.rows("select stock_quantity from product")).containsExactly("11");
        assertThat(pharmacy.rows("""
                        select type, quantity, batch_number, expiry_date, reason, note, reference
                        from inventory_movement where quantity < 0""")).containsExactly("WASTE -4 A 2026-04-09 DAMAGED dropped W-1");
    }

    @Test
    void the_same_note_is_booked_once() {
        noted("W-1", 4, "dropped");
        assertThat(noted("W-1", 4, "dropped"))
                .isInstanceOfSatisfying(
                        SetAside.Outcome.DoneBefore.class,
                        before -> assertThat(before.after().onShelf()).isEqualTo(6));
        assertThat(noted("W-1", 5, "dropped")).isInstanceOf(SetAside.Outcome.ReferenceTaken.class);
        assertThat(noted("W-1", 4, "lost")).isInstanceOf(SetAside.Outcome.ReferenceTaken.class);
        assertThat(pharmacy.rows("select quantity from inventory_batch where batch_number = 'A'"))
                .containsExactly("6");
    }

    @Test
    void promised_good_units_are_never_written_off_or_set_aside() {
        HoldView hold = pharmacy.hold(wanted("PARA", 7));
        assertThat(held(pharmacy.writeOff("PARA", "A", 4, SetAside.Reason.LOST)))
                .isEqualTo(3);
        assertThat(held(pharmacy.quarantine("PARA", "A", 4, SetAside.Action.HOLD)))
                .isEqualTo(3);
        done(pharmacy.writeOff("PARA", "A", 3, SetAside.Reason.LOST));
        assertThat(held(pharmacy.writeOff("PARA", "A", 1, SetAside.Reason.LOST)))
                .isZero();
        assertThat(batchesOf(hold)).isEqualTo(Map.of("A", 7));
    }

    @Test
    void a_hold_that_ran_out_protects_nothing() {
        pharmacy.hold(wanted("PARA", 7));
        pharmacy.clock.pass(Duration.ofMinutes(15));
        done(pharmacy.writeOff("PARA", "A", 10, SetAside.Reason.LOST));
    }

    @Test
    void units_in_quarantine_are_written_off_first() {
        pharmacy.quarantine("PARA", "A", 3, SetAside.Action.HOLD);
        pharmacy.hold(wanted("PARA", 7));
        assertThat(after(pharmacy.writeOff("PARA", "A", 2, SetAside.Reason.DAMAGED))
                        .quarantined())
                .isEqualTo(1);
        assertThat(held(pharmacy.writeOff("PARA", "A", 2, SetAside.Reason.DAMAGED)))
                .isEqualTo(1);
        assertThat(after(pharmacy.writeOff("PARA", "A", 1, SetAside.Reason.DAMAGED))
                        .onShelf())
                .isEqualTo(7);
    }

    @Test
    void more_than_there_is_cannot_be_written_off_or_set_aside_or_given_free() {
        assertThat(there(pharmacy.writeOff("PARA", "A", 11, SetAside.Reason.LOST)))
                .isEqualTo(10);
        assertThat(there(pharmacy.quarantine("PARA", "A", 11, SetAside.Action.HOLD)))
                .isEqualTo(10);
        pharmacy.quarantine("PARA", "A", 4, SetAside.Action.HOLD);
        assertThat(there(pharmacy.quarantine("PARA", "A", 7, SetAside.Action.HOLD)))
                .isEqualTo(6);
        assertThat(there(pharmacy.quarantine("PARA", "A", 5, SetAside.Action.RELEASE)))
                .isEqualTo(4);
    }

    @Test
    void expired_is_a_reason_from_the_expiry_date_on_and_not_before() {
        pharmacy.clock.set(MORNING.plus(Duration.ofDays(29)));
        assertThat(pharmacy.writeOff("PARA", "A", 1, SetAside.Reason.EXPIRED))
                .isEqualTo(new SetAside.Outcome.NotExpired(LocalDate.parse("2026-04-09")));
        pharmacy.clock.pass(Duration.ofDays(1));
        done(pharmacy.writeOff("PARA", "A", 1, SetAside.Reason.EXPIRED));
    }

    @Test
    void promises_on_expired_units_are_moved_and_named_and_never_block_the_write_off() {
        OrderView order = confirmed("O-1", wanted("PARA", 6));
        pharmacy.clock.set(MORNING.plus(Duration.ofDays(30)));
        SetAside.Outcome.Done done = done(pharmacy.writeOff("PARA", "A", 10, SetAside.Reason.EXPIRED));
        assertThat(done.affected())
                .extracting(moved -> moved.orderId() + " " + moved.quantity() + " " + moved.outcome())
                .containsExactlyInAnyOrder(order.id() + " 5 REPLANNED", order.id() + " 1 BROKEN");
        assertThat(batchesOf(now(order))).isEqualTo(Map.of("B", 5));
        assertThat(pharmacy.rows("select stock_quantity, reserved_quantity from product"))
                .containsExactly("5 5");
    }

    @Test
    void a_cart_on_expired_units_is_broken_by_the_quarantine_of_them_and_named() {
        HoldView hold = pharmacy.hold(wanted("PARA", 6));
        pharmacy.clock.set(hold.expiresAt().minusSeconds(1));
        pharmacy.recall("PARA", "B");
        stock("PARA", "C", 60, 2);
        pharmacy.recall("PARA", "A");
        assertThat(statusOf(hold)).isEqualTo(HoldStatus.RELEASED);
        assertThat(pharmacy.show(hold.token()).releasedReason()).contains("A");
        assertThat(after(pharmacy.quarantine("PARA", "A", 10, SetAside.Action.HOLD))
                        .quarantined())
                .isEqualTo(10);
    }

    @Test
    void recalled_and_quarantined_units_can_be_written_off() {
        pharmacy.recall("PARA", "A");
        pharmacy.quarantine("PARA", "A", 5, SetAside.Action.HOLD);
        assertThat(after(pharmacy.writeOff("PARA", "A", 10, SetAside.Reason.RECALLED))
                        .onShelf())
                .isZero();
    }

    @Test
    void quarantine_hides_units_from_sale_and_gives_them_back() {
        pharmacy.quarantine("PARA", "A", 8, SetAside.Action.HOLD);
        assertThat(pharmacy.available("PARA")).isEqualTo(7);
        assertThat(batchesOf(pharmacy.hold(wanted("PARA", 4)))).isEqualTo(Map.of("A", 2, "B", 2));
        pharmacy.quarantine("PARA", "A", 8, SetAside.Action.RELEASE);
        assertThat(pharmacy.available("PARA")).isEqualTo(11);
        assertThat(pharmacy.rows("select kind, quantity, actor, workstation from batch_event order by id"))
                .containsExactly("HOLD 8 ada till-1", "RELEASE 8 ada till-1");
        assertThat(pharmacy.rows("select distinct type from inventory_movement"))
                .containsExactly("IN");
    }

    @Test
    void a_name_that_means_no_batch_or_several_is_said_so() {
        assertThat(pharmacy.writeOff("NO", "A", 1, SetAside.Reason.LOST))
                .isInstanceOf(SetAside.Outcome.UnknownProduct.class);
        assertThat(pharmacy.writeOff("PARA", "Z", 1, SetAside.Reason.LOST))
                .isInstanceOf(SetAside.Outcome.UnknownBatch.class);
        LocalDate other = pharmacy.today().plusDays(90);
        secondBatchOfTheSameNumber(other);
        assertThat(pharmacy.writeOff("PARA", "A", 1, SetAside.Reason.LOST))
                .isInstanceOf(SetAside.Outcome.Ambiguous.class);
        assertThat(pharmacy.quarantine("PARA", "A", 1, SetAside.Action.HOLD))
                .isInstanceOf(SetAside.Outcome.Ambiguous.class);
        SetAside.Outcome named = pharmacy.transactions.write(
                pharmacy.staff,
                tx -> pharmacy.setAside.writeOff(
                        tx,
                        new SetAside.WriteOff(new BatchName("PARA", "A", other), 1, SetAside.Reason.LOST, null, null)));
        assertThat(after(named).onShelf()).isEqualTo(3);
    }

    private void secondBatchOfTheSameNumber(LocalDate expiry) {
        pharmacy.transactions.run(pharmacy.staff, tx -> {
            ProductRef para = new ProductRef.BySku("PARA");
            var id = ProductNames.of(tx, List.of(para)).id(para);
            Shelves.change(tx, List.of(id), shelves -> {
                Shelf shelf = shelves.of(id);
                Batch batch = shelves.open(shelf, "A", expiry);
                batch.receive(4, null);
                shelf.product().addStock(4);
                shelves.record(shelf, batch, 4, null, Movement.Cause.of(MovementType.IN, null, null));
                return batch;
            });
        });
    }

    @Test
    void a_key_without_the_permission_can_do_neither() {
        assertThatThrownBy(() -> pharmacy.transactions.write(
                        pharmacy.shop,
                        tx -> pharmacy.setAside.quarantine(
                                tx,
                                new SetAside.Quarantine(
                                        new BatchName("PARA", "A", null), 1, SetAside.Action.HOLD, null))))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> pharmacy.transactions.write(
                        pharmacy.shop,
                        tx -> pharmacy.setAside.writeOff(
                                tx,
                                new SetAside.WriteOff(
                                        new BatchName("PARA", "A", null), 1, SetAside.Reason.LOST, null, null))))
                .isInstanceOf(NotPermitted.class);
    }
}
