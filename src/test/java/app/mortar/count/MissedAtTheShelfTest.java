package app.mortar.count;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.fulfilment.OrderView;
import app.mortar.fulfilment.PickList;
import app.mortar.fulfilment.Picking;
import app.mortar.reservation.Tokens;
import app.mortar.stock.BatchName;
import app.mortar.stock.SetAside;
import app.mortar.testing.DeskTest;
import app.mortar.testing.Pharmacy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Units that a picker misses are set aside until somebody has counted the batch. */
class MissedAtTheShelfTest extends DeskTest {
    private static final CountRules RULES = new CountRules(20, 100, 20, BigDecimal.valueOf(1000));

    private final CountDesk desk = new CountDesk(RULES);
    private final CountApproval approval = new CountApproval(RULES);
    private final Rounds rounds = new Rounds(RULES);
    private final Picking picking = new Picking(new Tokens());
    private long round;

    @BeforeEach
    void a_batch_and_a_round() {
        pharmacy.product(Pharmacy.form("IBU"));
        stock("IBU", "I1", 90, 10);
        round = switch (pharmacy.transactions.write(
                pharmacy.staff, tx -> desk.begin(tx, "Round 7", new Scope.OfProducts(List.of("IBU"))))) {
            case CountDesk.Begun.Open open -> open.round().id();
            case CountDesk.Begun other -> throw new AssertionError(other);
        };
    }

    private void missed(int units) {
        OrderView order = confirmed("O-" + pharmacy.clock.instant(), wanted("IBU", units));
        PickList list = pharmacy.transactions.read(pharmacy.staff, tx -> picking.list(tx, order.id()));
        pharmacy.transactions.run(
                pharmacy.staff,
                tx -> picking.notOnShelf(tx, order.id(), list.lines().getFirst().batch()));
        pharmacy.clock.pass(Duration.ofMinutes(1));
    }

    private void counted(int units) {
        CountDesk.Entered entered = pharmacy.transactions.write(
                pharmacy.staff,
                tx -> desk.enter(tx, CountDesk.Entry.of(round, new BatchName("IBU", "I1", null), units)));
        assertThat(entered).isInstanceOf(CountDesk.Entered.Counted.class);
        pharmacy.clock.pass(Duration.ofMinutes(1));
    }

    private CountApproval.Decided approve() {
        List<Long> ids = pharmacy.transactions.read(pharmacy.staff, tx -> rounds.toDecide(tx, round)).stream()
                .map(line -> line.line().id())
                .toList();
        assertThat(ids).hasSize(1);
        return pharmacy.transactions.write(pharmacy.staff, tx -> approval.approve(tx, round, ids, "Stocktaking"));
    }

    private void the_books_have(int onShelf, int setAside) {
        assertThat(pharmacy.rows(
                        "select quantity, quarantined_quantity from inventory_batch where batch_number = 'I1'"))
                .containsExactly(onShelf + " " + setAside);
    }

    private void open(int tasks) {
        assertThat(pharmacy.rows("select count(*) from count_task where done_at is null"))
                .containsExactly(String.valueOf(tasks));
    }

    @Test
    void they_may_be_sold_again_when_they_were_there_after_all() {
        missed(3);
        the_books_have(10, 10);
        counted(10);
        the_books_have(10, 10);
        assertThat(approve().exact()).isEqualTo(1);
        the_books_have(10, 0);
        open(0);
        assertThat(pharmacy.rows("select kind, quantity, note from batch_event where kind = 'RELEASE'"))
                .containsExactly("RELEASE 10 Counted: Round 7");
    }

    @Test
    void what_is_really_gone_is_booked_out_and_the_rest_may_be_sold() {
        missed(3);
        counted(7);
        assertThat(approve().booked()).isEqualTo(1);
        the_books_have(7, 0);
        open(0);
    }

    @Test
    void what_a_pharmacist_had_set_aside_stays_so() {
        pharmacy.quarantine("IBU", "I1", 4, SetAside.Action.HOLD);
        missed(3);
        the_books_have(10, 10);
        counted(8);
        approve();
        the_books_have(8, 4);
    }

    @Test
    void what_was_given_free_by_hand_is_not_given_free_twice() {
        pharmacy.quarantine("IBU", "I1", 4, SetAside.Action.HOLD);
        missed(3);
        pharmacy.quarantine("IBU", "I1", 5, SetAside.Action.RELEASE);
        the_books_have(10, 5);
        counted(10);
        approve();
        the_books_have(10, 4);
    }

    @Test
    void what_was_written_off_meanwhile_is_not_looked_for_among_the_others() {
        pharmacy.quarantine("IBU", "I1", 4, SetAside.Action.HOLD);
        missed(3);
        pharmacy.writeOff("IBU", "I1", 6, SetAside.Reason.DAMAGED);
        the_books_have(4, 4);
        counted(4);
        approve();
        the_books_have(4, 4);
    }

    @Test
    void a_count_answers_only_what_was_asked_before_it() {
        counted(10);
        missed(3);
        assertThat(approve().exact()).isEqualTo(1);
        the_books_have(10, 10);
        open(1);
    }
}
