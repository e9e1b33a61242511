package app.mortar.stock;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.fulfilment.OrderAnswer;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.testing.DeskTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OversellIncidentTest extends DeskTest {
    @BeforeEach
    void goods() {
        pharmacy.product("PARA");
        stock("PARA", "A", 1, 10);
    }

    private List<String> incidents() {
        return pharmacy.rows("select cause, units, detail from oversell_incident order by id");
    }

    @Test
    void stock_that_is_simply_short_is_no_incident() {
        pharmacy.reserve(wanted("PARA", 11));
        pharmacy.order(app.mortar.testing.Pharmacy.request("R", null, true, wanted("PARA", 11)));
        assertThat(incidents()).isEmpty();
    }

    @Test
    void a_hold_broken_by_a_recall() {
        var hold = pharmacy.hold(wanted("PARA", 3));
        pharmacy.recall("PARA", "A");
        assertThat(incidents()).containsExactly("RECALL 3 Batch A was recalled and no other units are free.");
        assertThat(pharmacy.rows("select token from oversell_incident")).containsExactly(hold.token());
    }

    @Test
    void a_hold_that_could_be_planned_again_is_none() {
        stock("PARA", "B", 90, 10);
        pharmacy.hold(wanted("PARA", 3));
        pharmacy.recall("PARA", "A");
        assertThat(incidents()).isEmpty();
    }

    @Test
    void a_hold_broken_by_the_day() {
        pharmacy.clock.set(MORNING.plus(Duration.ofHours(13).plusMinutes(55)));
        pharmacy.hold(wanted("PARA", 3));
        pharmacy.clock.pass(Duration.ofMinutes(10));
        new DayChange(pharmacy.transactions).replan(pharmacy.staff);
        assertThat(incidents()).containsExactly("EXPIRY 3 Batch A has expired and no other units are free.");
    }

    @Test
    void a_confirmed_order_that_cannot_be_dispatched_counts_once_however_often_it_is_tried() {
        var order = confirmed("R", wanted("PARA", 3));
        pharmacy.recall("PARA", "A");
        assertThat(incidents()).isEmpty();
        assertThat(pharmacy.move(order.id(), OrderStatus.DISPATCHED)).isInstanceOf(OrderAnswer.NotEnough.class);
        assertThat(pharmacy.move(order.id(), OrderStatus.DELIVERED)).isInstanceOf(OrderAnswer.NotEnough.class);
        assertThat(incidents()).containsExactly("DISPATCH 3 PARA: 0 of 3");
        assertThat(pharmacy.rows("select order_id from oversell_incident")).containsExactly("" + order.id());
    }

    @Test
    void an_order_that_was_never_confirmed_was_promised_nothing() {
        var order = pending("R", null, wanted("PARA", 30));
        assertThat(pharmacy.move(order.id(), OrderStatus.DISPATCHED)).isInstanceOf(OrderAnswer.NotEnough.class);
        assertThat(incidents()).isEmpty();
    }

    /** The database is told to know better than the desk: that is what it would look like if a lock were missed. */
    @Test
    void what_a_constraint_refuses_is_noted_though_the_act_is_rolled_back() {
        alter("alter table inventory_batch add constraint three_are_gone check (reserved_quantity <= quantity - 3)");
        try {
            assertThatThrownBy(() -> pharmacy.reserve(wanted("PARA", 8))).isInstanceOf(RuntimeException.class);
        } finally {
            alter("alter table inventory_batch drop constraint three_are_gone");
        }
        assertThat(pharmacy.rows("select count(*) from cart_hold")).containsExactly("0");
        assertThat(pharmacy.rows("select cause from oversell_incident")).containsExactly("CONCURRENCY");
        assertThat(pharmacy.rows("select lower(detail) from oversell_incident").getFirst())
                .contains("three_are_gone");
    }

    private void alter(String sql) {
        pharmacy.transactions.run(
                pharmacy.staff,
                tx -> tx.session().createNativeMutationQuery(sql).executeUpdate());
    }
}
