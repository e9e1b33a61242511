package app.mortar.count;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.catalogue.ProductForm;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.fulfilment.OrderView;
import app.mortar.fulfilment.PickList;
import app.mortar.fulfilment.Picking;
import app.mortar.kernel.Actor;
import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.NotPermitted;
import app.mortar.kernel.Permission;
import app.mortar.reservation.HoldAnswer;
import app.mortar.reservation.HoldView;
import app.mortar.reservation.Tokens;
import app.mortar.stock.BatchName;
import app.mortar.stock.HoldStatus;
import app.mortar.stock.SetAside;
import app.mortar.testing.DeskTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountDeskTest extends DeskTest {
    private static final CountRules RULES = new CountRules(2, 10, 20, BigDecimal.valueOf(1000));

    private final CountDesk desk = new CountDesk(RULES);
    private final CountApproval approval = new CountApproval(RULES);
    private final Rounds rounds = new Rounds(RULES);
    private final Actor bola = new Actor("bola", "staff:2", "till-2", EnumSet.of(Permission.COUNT));
    private final Actor chidi = new Actor("chidi", "staff:3", "till-3", EnumSet.of(Permission.COUNT));

    @BeforeEach
    void a_shelf() {
        pharmacy.product(form("PARA", "A1", false));
        pharmacy.product(form("IBU", "A1", false));
        pharmacy.product(form("MORPH", "SAFE", true));
        stock("PARA", "P1", 30, 50);
        stock("PARA", "P2", 60, 20);
        stock("IBU", "I1", 90, 10);
        stock("MORPH", "M1", 90, 5);
    }

    private static ProductForm form(String sku, String shelf, boolean controlled) {
        return new ProductForm(
                sku,
                sku,
                null,
                null,
                null,
                null,
                null,
                "Pain",
                null,
                shelf,
                0,
                null,
                null,
                null,
                controlled,
                true,
                true);
    }

    private long begin(Scope scope) {
        return switch (pharmacy.transactions.write(pharmacy.staff, tx -> desk.begin(tx, "Round", scope))) {
            case CountDesk.Begun.Open open -> open.round().id();
            case CountDesk.Begun other -> throw new AssertionError(other);
        };
    }

    private CountDesk.Entered enter(Actor who, CountDesk.Entry entry) {
        return pharmacy.transactions.write(who, tx -> desk.enter(tx, entry));
    }

    private CountDesk.Entered count(Actor who, long round, String sku, String batch, int units) {
        return enter(who, CountDesk.Entry.of(round, new BatchName(sku, batch, null), units));
    }

    private CountDesk.Entered again(Actor who, long round, String sku, String batch, int units) {
        return enter(who, new CountDesk.Entry(round, new BatchName(sku, batch, null), units, true, false));
    }

    private List<Rounds.ToCount> sheet(long round, int from, int limit) {
        return pharmacy.transactions.read(bola, tx -> rounds.sheet(tx, round, from, limit));
    }

    private List<Rounds.Holder> holders(long round) {
        return pharmacy.transactions.read(pharmacy.staff, tx -> rounds.holders(tx, round));
    }

    private CountDesk.Ended cancel(long round) {
        return pharmacy.transactions.write(pharmacy.staff, tx -> desk.cancel(tx, round));
    }

    private List<Risk.Scored> mostAtRisk() {
        return pharmacy.transactions.read(pharmacy.staff, tx -> RiskList.most(tx, 10));
    }

    private List<Rounds.ToDecide> waiting(long round) {
        return pharmacy.transactions.read(pharmacy.staff, tx -> rounds.toDecide(tx, round));
    }

    private CountApproval.Decided approveAll(long round) {
        List<Long> ids = waiting(round).stream().map(line -> line.line().id()).toList();
        return pharmacy.transactions.write(pharmacy.staff, tx -> approval.approve(tx, round, ids, "Stocktaking"));
    }

    private void reject(long round) {
        List<Long> ids = waiting(round).stream().map(line -> line.line().id()).toList();
        pharmacy.transactions.run(pharmacy.staff, tx -> approval.reject(tx, round, ids, null));
    }

    private CountDesk.Ended close(long round) {
        return pharmacy.transactions.write(pharmacy.staff, tx -> desk.close(tx, round));
    }

    private Accuracy accuracy() {
        return pharmacy.transactions.read(
                pharmacy.staff,
                tx -> Accuracy.between(tx, Instant.EPOCH, tx.now().plusSeconds(1)));
    }

    private static @Nullable String plain(@Nullable BigDecimal rate) {
        return rate == null ? null : rate.stripTrailingZeros().toPlainString();
    }

    private String quantity(String batch) {
        return pharmacy.rows("select quantity from inventory_batch where batch_number = '" + batch + "'")
                .getFirst();
    }

    @Test
    void a_round_of_a_shelf_lists_its_batches_first_expiry_first_and_tells_no_quantity() {
        long round = begin(new Scope.OfShelf("A1"));
        List<Rounds.ToCount> sheet = sheet(round, 0, 100);
        assertThat(sheet).extracting(Rounds.ToCount::batchNumber).containsExactly("I1", "P1", "P2");
        assertThat(List.of(Rounds.ToCount.class.getRecordComponents()))
                .extracting(part -> part.getType().getName())
                .doesNotContain("int", "long");
        assertThat(sheet(round, 1, 1)).extracting(Rounds.ToCount::batchNumber).containsExactly("P1");
    }

    @Test
    void zero_is_a_count_and_what_was_not_entered_is_none() {
        long round = begin(new Scope.OfShelf("A1"));
        assertThat(count(bola, round, "IBU", "I1", 0)).isInstanceOf(CountDesk.Entered.CountAgain.class);
        assertThat(count(bola, round, "IBU", "I1", 0)).isInstanceOf(CountDesk.Entered.Counted.class);
        CountApproval.Decided decided = approveAll(round);
        assertThat(decided.booked()).isEqualTo(1);
        assertThat(quantity("I1")).isEqualTo("0");
        assertThat(quantity("P1")).isEqualTo("50");
        assertThat(close(round)).isEqualTo(new CountDesk.Ended.Done(2));
        assertThat(accuracy()).isEqualTo(new Accuracy(1, 0, 10, 10));
        assertThat(plain(accuracy().ofUnits())).isEqualTo("0");
    }

    @Test
    void nothing_is_netted() {
        long round = begin(new Scope.OfShelf("A1"));
        count(bola, round, "PARA", "P1", 52);
        count(bola, round, "PARA", "P2", 18);
        count(bola, round, "IBU", "I1", 10);
        assertThat(accuracy()).isEqualTo(new Accuracy(3, 1, 80, 4));
        assertThat(plain(accuracy().ofUnits())).isEqualTo("0.95");
        assertThat(plain(accuracy().ofLines())).isEqualTo("0.333333");
        approveAll(round);
        assertThat(accuracy()).as("the same once it is booked").isEqualTo(new Accuracy(3, 1, 80, 4));
    }

    @Test
    void a_rate_with_nothing_to_divide_by_is_none_and_it_is_never_below_zero() {
        assertThat(accuracy()).isEqualTo(Accuracy.NOTHING);
        assertThat(accuracy().ofUnits()).isNull();
        assertThat(accuracy().ofLines()).isNull();
        assertThat(plain(Accuracy.NOTHING.and(2, 10).ofUnits())).isEqualTo("0");
        assertThat(Accuracy.NOTHING.and(0, 3).ofUnits()).isNull();
        assertThat(plain(Accuracy.NOTHING.and(0, 3).ofLines())).isEqualTo("0");
    }

    @Test
    void what_is_expected_is_taken_at_the_moment_of_counting_and_selling_goes_on() {
        long round = begin(new Scope.OfShelf("A1"));
        moved(confirmed("O-1", wanted("PARA", 10)), OrderStatus.DISPATCHED);
        count(bola, round, "PARA", "P1", 39);
        moved(confirmed("O-2", wanted("PARA", 5)), OrderStatus.DISPATCHED);
        assertThat(waiting(round).getFirst().line().expected()).isEqualTo(40);
        assertThat(approveAll(round).booked()).isEqualTo(1);
        assertThat(quantity("P1")).isEqualTo("34");
        assertThat(pharmacy.rows("""
                        select type, quantity, reason, note, reference from inventory_movement
                        where type = 'ADJUSTMENT'""")).containsExactly("ADJUSTMENT -1 COUNT Stocktaking Round");
    }

    @Test
    void a_count_that_is_far_off_is_made_a_second_time_and_the_second_one_stands() {
        long round = begin(new Scope.OfShelf("A1"));
        assertThat(count(bola, round, "PARA", "P1", 52)).as("2 of 50").isInstanceOf(CountDesk.Entered.Counted.class);
        assertThat(count(bola, round, "PARA", "P2", 30)).isInstanceOf(CountDesk.Entered.CountAgain.class);
        assertThat(close(round)).isEqualTo(new CountDesk.Ended.Undecided(2));
        assertThat(count(chidi, round, "PARA", "P2", 21)).isInstanceOf(CountDesk.Entered.Counted.class);
        assertThat(waiting(round)).extracting(line -> line.line().counted()).containsExactly(52, 21);
        assertThat(accuracy()).isEqualTo(new Accuracy(2, 0, 70, 3));
    }

    @Test
    void a_batch_that_somebody_else_has_counted_is_not_counted_over_by_mistake() {
        long round = begin(new Scope.OfShelf("A1"));
        count(bola, round, "PARA", "P1", 50);
        assertThat(count(chidi, round, "PARA", "P1", 49)).isEqualTo(new CountDesk.Entered.CountedBefore("bola"));
        assertThat(again(chidi, round, "PARA", "P1", 49)).isInstanceOf(CountDesk.Entered.Counted.class);
        approveAll(round);
        assertThat(again(chidi, round, "PARA", "P1", 50)).isInstanceOf(CountDesk.Entered.Decided.class);
        assertThat(quantity("P1")).isEqualTo("49");
    }

    @Test
    void fewer_than_are_held_names_who_is_affected_before_and_moves_them_after() {
        HoldView hold = pharmacy.hold(wanted("PARA", 68));
        long round = begin(new Scope.OfShelf("A1"));
        count(bola, round, "PARA", "P1", 48);
        count(bola, round, "PARA", "P2", 19);
        assertThat(waiting(round))
                .extracting(Rounds.ToDecide::promisedAndMissing)
                .containsExactly(2, 0);
        assertThat(holders(round)).containsExactly(new Rounds.Holder("PARA", "P1", "cart " + hold.token(), 50));
        CountApproval.Decided decided = approveAll(round);
        assertThat(decided.affected()).extracting(moved -> moved.token()).contains(hold.token());
        assertThat(statusOf(hold)).isEqualTo(HoldStatus.RELEASED);
        assertThat(pharmacy.available("PARA")).isEqualTo(67);
    }

    @Test
    void somebody_else_approves_what_is_controlled_or_large() {
        long round = begin(new Scope.OfProducts(List.of("MORPH", "PARA")));
        Actor manager = pharmacy.staff;
        count(manager, round, "MORPH", "M1", 4);
        count(manager, round, "PARA", "P1", 20);
        count(manager, round, "PARA", "P1", 20);
        count(manager, round, "PARA", "P2", 19);
        CountApproval.Decided own = approveAll(round);
        assertThat(own.booked()).isEqualTo(1);
        assertThat(own.refused())
                .extracting(CountApproval.Refused::why)
                .containsOnly(CountApproval.Why.SOMEBODY_ELSE_MUST_APPROVE)
                .hasSize(2);
        assertThat(quantity("M1")).isEqualTo("5");
        Actor other = new Actor("dayo", "staff:9", "office", EnumSet.allOf(Permission.class));
        List<Long> rest = waiting(round).stream().map(line -> line.line().id()).toList();
        assertThat(pharmacy.transactions
                        .write(other, tx -> approval.approve(tx, round, rest, null))
                        .booked())
                .isEqualTo(2);
        assertThat(quantity("M1")).isEqualTo("4");
        assertThat(close(round)).isEqualTo(new CountDesk.Ended.Done(0));
    }

    @Test
    void a_difference_that_cannot_be_true_any_more_is_sent_back() {
        long round = begin(new Scope.OfShelf("A1"));
        count(bola, round, "IBU", "I1", 2);
        count(bola, round, "IBU", "I1", 2);
        moved(confirmed("O-1", wanted("IBU", 9)), OrderStatus.DISPATCHED);
        CountApproval.Decided decided = approveAll(round);
        assertThat(decided.refused())
                .extracting(CountApproval.Refused::why)
                .containsExactly(CountApproval.Why.DOES_NOT_FIT_ANY_MORE);
        assertThat(quantity("I1")).isEqualTo("1");
        assertThat(accuracy()).isEqualTo(Accuracy.NOTHING);
        assertThat(count(bola, round, "IBU", "I1", 1)).isInstanceOf(CountDesk.Entered.Counted.class);
    }

    @Test
    void a_batch_that_the_books_never_saw_is_opened_when_it_is_approved() {
        long round = begin(new Scope.OfShelf("A1"));
        BatchName found = new BatchName("PARA", "NEW", pharmacy.today().plusDays(200));
        assertThat(enter(bola, CountDesk.Entry.of(round, found, 3))).isInstanceOf(CountDesk.Entered.UnknownBatch.class);
        CountDesk.Entry sure = new CountDesk.Entry(round, found, 3, false, true);
        assertThat(enter(bola, sure)).isInstanceOf(CountDesk.Entered.CountAgain.class);
        assertThat(sheet(round, 0, 100))
                .filteredOn(row -> row.batchNumber().equals("NEW"))
                .as("on the sheet once, to be counted again")
                .extracting(Rounds.ToCount::again)
                .containsExactly(true);
        assertThat(enter(bola, sure)).isInstanceOf(CountDesk.Entered.Counted.class);
        assertThat(sheet(round, 0, 100)).hasSize(4);
        approveAll(round);
        assertThat(quantity("NEW")).isEqualTo("3");
        assertThat(sheet(round, 0, 100)).as("once").hasSize(4);
        BatchName undated = new BatchName("PARA", "UNDATED", null);
        assertThat(enter(bola, new CountDesk.Entry(round, undated, 3, false, true)))
                .isInstanceOf(CountDesk.Entered.ExpiryMissing.class);
        assertThat(accuracy()).isEqualTo(new Accuracy(1, 0, 0, 3));
    }

    @Test
    void expired_recalled_and_quarantined_units_are_counted_like_all_others() {
        pharmacy.recall("PARA", "P1");
        pharmacy.quarantine("PARA", "P2", 5, SetAside.Action.HOLD);
        pharmacy.clock.pass(Duration.ofDays(61));
        long round = begin(new Scope.OfShelf("A1"));
        count(bola, round, "PARA", "P1", 49);
        count(bola, round, "PARA", "P2", 19);
        assertThat(approveAll(round).booked()).isEqualTo(2);
        assertThat(quantity("P1") + " " + quantity("P2")).isEqualTo("49 19");
    }

    @Test
    void a_round_that_is_over_takes_nothing_more_and_one_called_off_says_nothing() {
        long off = begin(new Scope.OfShelf("A1"));
        count(bola, off, "PARA", "P1", 49);
        assertThat(cancel(off)).isInstanceOf(CountDesk.Ended.Done.class);
        assertThat(accuracy()).isEqualTo(Accuracy.NOTHING);
        assertThat(count(bola, off, "PARA", "P2", 20)).isInstanceOf(CountDesk.Entered.RoundNotOpen.class);
        long round = begin(new Scope.OfShelf("A1"));
        count(bola, round, "PARA", "P1", 49);
        approveAll(round);
        assertThat(cancel(round)).isInstanceOf(CountDesk.Ended.Booked.class);
        assertThat(count(bola, round, "MORPH", "M1", 5)).isInstanceOf(CountDesk.Entered.NotInRound.class);
    }

    @Test
    void todays_ten_puts_first_what_is_most_worth_counting() {
        long round = begin(Scope.TODAYS_TEN);
        List<Rounds.ToCount> sheet = sheet(round, 0, 100);
        assertThat(sheet).extracting(Rounds.ToCount::sku).startsWith("MORPH", "PARA", "PARA");
        for (String sku : List.of("PARA", "MORPH")) {
            String batch = sku.equals("PARA") ? "P1" : "M1";
            count(bola, round, sku, batch, Integer.parseInt(quantity(batch)));
        }
        approveAll(round);
        assertThat(mostAtRisk())
                .as("what was counted today is not on today's list")
                .extracting(scored -> scored.facts().sku())
                .containsExactly("IBU");
    }

    private void missedAtTheShelf(String sku, int units) {
        Picking picking = new Picking(new Tokens());
        OrderView order = confirmed("O-" + sku, wanted(sku, units));
        pharmacy.transactions.run(pharmacy.staff, tx -> picking.start(tx, order.id()));
        PickList list = pharmacy.transactions.read(pharmacy.staff, tx -> picking.list(tx, order.id()));
        var batch = list.lines().getFirst().batch();
        pharmacy.transactions.run(pharmacy.staff, tx -> picking.notOnShelf(tx, order.id(), batch));
    }

    @Test
    void what_was_not_on_the_shelf_comes_before_all_others_until_it_is_counted() {
        missedAtTheShelf("IBU", 2);
        assertThat(mostAtRisk())
                .extracting(scored -> scored.facts().sku())
                .startsWith("IBU")
                .hasSize(3);
        assertThat(mostAtRisk().getFirst().why()).startsWith("2 not on the shelf");
        long round = begin(new Scope.MostAtRisk(1));
        assertThat(sheet(round, 0, 9)).extracting(Rounds.ToCount::batchNumber).containsExactly("I1");
        count(bola, round, "IBU", "I1", 8);
        assertThat(mostAtRisk())
                .as("counted, but not decided")
                .extracting(scored -> scored.facts().sku())
                .doesNotContain("IBU");
        reject(round);
        assertThat(mostAtRisk().getFirst().facts().sku()).as("sent back").isEqualTo("IBU");
        count(bola, round, "IBU", "I1", 8);
        pharmacy.clock.pass(Duration.ofDays(40));
        approveAll(round);
        assertThat(pharmacy.rows("select count(*) from count_task where done_at is null"))
                .containsExactly("0");
        assertThat(mostAtRisk().getFirst().facts().sku()).isEqualTo("MORPH");
        assertThat(quantity("I1")).isEqualTo("8");
    }

    @Test
    void a_product_that_was_counted_this_morning_is_back_when_its_units_are_missed_at_noon() {
        long round = begin(new Scope.OfShelf("A1"));
        count(bola, round, "IBU", "I1", 10);
        approveAll(round);
        pharmacy.clock.pass(Duration.ofHours(3));
        missedAtTheShelf("IBU", 1);
        assertThat(mostAtRisk().getFirst().facts().sku()).isEqualTo("IBU");
        long again = begin(new Scope.MostAtRisk(1));
        count(bola, again, "IBU", "I1", 10);
        approveAll(again);
        assertThat(pharmacy.rows("select count(*) from count_task where done_at is null"))
                .as("they were there after all")
                .containsExactly("0");
    }

    @Test
    void rounds_are_listed_newest_first_with_their_accuracy() {
        long first = begin(new Scope.OfShelf("A1"));
        count(bola, first, "PARA", "P1", 49);
        long second = begin(new Scope.OfCategory("Pain"));
        var page = pharmacy.transactions.read(bola, tx -> rounds.list(tx, 10, null));
        assertThat(page.items()).extracting(one -> one.round().id()).containsExactly(second, first);
        assertThat(page.items().getLast().accuracy()).isEqualTo(new Accuracy(1, 0, 50, 1));
        assertThat(page.items().getLast().waiting()).isEqualTo(1);
    }

    @Test
    void many_counters_and_a_busy_shop_at_once_leave_books_that_add_up() throws Exception {
        long round = begin(new Scope.OfShelf("A1"));
        List<Callable<Object>> acts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int number = i;
            acts.add(() -> count(number % 2 == 0 ? bola : chidi, round, "PARA", "P1", 50 - number));
            acts.add(() -> pharmacy.reserve(wanted("PARA", 3)));
            acts.add(() -> moved(confirmed("O-" + number, wanted("PARA", 2)), OrderStatus.DISPATCHED));
        }
        List<Object> answers = allAtOnce(acts);
        long believed = answers.stream()
                .filter(answer ->
                        answer instanceof CountDesk.Entered.Counted || answer instanceof CountDesk.Entered.CountAgain)
                .count();
        assertThat(believed).as("one first count, and at most one second count").isBetween(1L, 2L);
        assertThat(answers).filteredOn(HoldAnswer.Created.class::isInstance).hasSize(8);
        int difference = waiting(round).stream()
                .mapToInt(line -> line.line().difference())
                .sum();
        approveAll(round);
        assertThat(units("PARA")).as("what was sold, and what the count found").isEqualTo(70 - 8 * 2 + difference);
    }

    @Test
    void a_difference_is_booked_as_it_was_measured_while_the_shop_sells_and_holds() throws Exception {
        long round = begin(new Scope.OfShelf("A1"));
        moved(confirmed("O-before", wanted("PARA", 4)), OrderStatus.DISPATCHED);
        count(bola, round, "PARA", "P1", 44);
        count(chidi, round, "PARA", "P2", 22);
        List<Callable<Object>> acts = new ArrayList<>();
        acts.add(() -> approveAll(round));
        for (int i = 0; i < 8; i++) {
            int number = i;
            acts.add(() -> pharmacy.reserve(wanted("PARA", 3)));
            acts.add(() -> moved(confirmed("O-" + number, wanted("PARA", 2)), OrderStatus.DISPATCHED));
        }
        List<Object> answers = allAtOnce(acts);
        assertThat(answers).filteredOn(HoldAnswer.Created.class::isInstance).hasSize(8);
        assertThat(answers.getFirst()).isInstanceOfSatisfying(CountApproval.Decided.class, decided -> {
            assertThat(decided.booked()).isEqualTo(2);
            assertThat(decided.affected()).isEmpty();
        });
        assertThat(units("PARA")).isEqualTo(70 - 4 - 2 + 2 - 8 * 2);
        assertThat(pharmacy.available("PARA")).isEqualTo(50 - 8 * 3);
        assertThat(accuracy()).isEqualTo(new Accuracy(2, 0, 66, 4));
    }

    private int units(String sku) {
        return Integer.parseInt(pharmacy.rows("select stock_quantity from product where sku = '" + sku + "'")
                .getFirst());
    }

    /** Begins all of them in the same moment; their answers in the same order. */
    private static List<Object> allAtOnce(List<Callable<Object>> acts) throws Exception {
        CyclicBarrier together = new CyclicBarrier(acts.size());
        List<Object> answers = new ArrayList<>();
        try (ExecutorService crowd = Executors.newFixedThreadPool(acts.size())) {
            List<Future<Object>> running = acts.stream()
                    .map(act -> crowd.submit(() -> {
                        together.await();
                        return act.call();
                    }))
                    .toList();
            for (Future<Object> answer : running) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    @Test
    void impossible_numbers_and_people_without_the_right_are_refused() {
        long round = begin(new Scope.OfShelf("A1"));
        assertThatThrownBy(() -> count(bola, round, "PARA", "P1", -1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> count(pharmacy.shop, round, "PARA", "P1", 1)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> pharmacy.transactions.write(bola, tx -> desk.begin(tx, "x", Scope.TODAYS_TEN)))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> pharmacy.transactions.write(bola, tx -> approval.approve(tx, round, List.of(), null)))
                .isInstanceOf(NotPermitted.class);
        CountDesk.Begun nowhere =
                pharmacy.transactions.write(pharmacy.staff, tx -> desk.begin(tx, "x", new Scope.OfShelf("nowhere")));
        assertThat(nowhere).isInstanceOf(CountDesk.Begun.NothingToCount.class);
    }
}
