package app.mortar.fulfilment;

import static app.mortar.testing.Pharmacy.request;
import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.catalogue.ProductForm;
import app.mortar.kernel.Actor;
import app.mortar.kernel.BatchId;
import app.mortar.kernel.Gtin;
import app.mortar.kernel.NotPermitted;
import app.mortar.kernel.Permission;
import app.mortar.reservation.Tokens;
import app.mortar.stock.SetAside;
import app.mortar.testing.DeskTest;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PickingTest extends DeskTest {
    private static final Gtin PARA = Gtin.of("09520123456788");
    private static final Gtin IBU = Gtin.of("9520000000011");

    /** May pick, but owns nothing of what the shop ordered. */
    private static final Actor ASSISTANT = new Actor("bola", "staff:bola", "till-1", EnumSet.of(Permission.PICK));

    private static final Actor PHARMACIST =
            new Actor("ada", "staff:ada", "till-1", EnumSet.of(Permission.PICK, Permission.OVERRIDE_FEFO));

    private final Picking picking = new Picking(new Tokens());

    @BeforeEach
    void two_shelves() {
        pharmacy.product(form("PARA", PARA, "B10"));
        pharmacy.product(form("IBU", IBU, "B2"));
        stock("PARA", "A", 30, 6);
        stock("PARA", "B", 60, 4);
        stock("IBU", "I", 60, 9);
    }

    private static ProductForm form(String sku, Gtin gtin, @Nullable String shelf) {
        return new ProductForm(
                sku,
                "Product " + sku,
                gtin,
                null,
                null,
                null,
                null,
                null,
                null,
                shelf,
                0,
                null,
                null,
                null,
                false,
                true,
                true);
    }

    private PickAnswer act(Actor actor, Function<app.mortar.store.Tx, PickAnswer> act) {
        return pharmacy.transactions.write(actor, act);
    }

    private PickAnswer scan(OrderView order, Gtin gtin, @Nullable String batch, int units) {
        return act(ASSISTANT, tx -> picking.verify(tx, order.id(), new Pack(gtin, batch, null, units)));
    }

    private PickList list(OrderView order) {
        return java.util.Objects.requireNonNull(
                pharmacy.transactions.read(ASSISTANT, tx -> picking.list(tx, order.id())));
    }

    /** Each line as {@code batch verified/quantity}. */
    private List<String> lines(OrderView order) {
        return list(order).lines().stream()
                .map(line -> line.batchNumber() + " " + line.verified() + "/" + line.quantity())
                .toList();
    }

    private BatchId batch(String number) {
        return new BatchId(
                Long.parseLong(pharmacy.rows("select id from inventory_batch where batch_number = '" + number + "'")
                        .getFirst()));
    }

    private PickAnswer finish(OrderView order, OrderStatus next) {
        return act(ASSISTANT, tx -> picking.finish(tx, order.id(), next));
    }

    private static PickAnswer.Taken wrong(PickAnswer answer) {
        assertThat(answer).isInstanceOf(PickAnswer.WrongBatch.class);
        return ((PickAnswer.WrongBatch) answer).taken();
    }

    private OrderView promised(String ref, @Nullable Instant at) {
        return placed(pharmacy.order(new OrderRequest(
                ref, Channel.RETAIL, null, List.of(wanted("IBU", 1)), true, "{\"name\":\"Mrs Bello\"}", at)));
    }

    @Test
    void the_queue_is_in_the_order_of_promises_then_of_age_and_pages_without_gap_or_repetition() {
        promised("no-promise-1", null);
        promised("late", MORNING.plus(Duration.ofHours(3)));
        pharmacy.clock.pass(Duration.ofMinutes(1));
        promised("no-promise-2", null);
        promised("soon", MORNING.plus(Duration.ofHours(1)));
        promised("late-too", MORNING.plus(Duration.ofHours(3)));
        List<String> seen = new java.util.ArrayList<>();
        String after = null;
        do {
            String from = after;
            var page = pharmacy.transactions.read(ASSISTANT, tx -> picking.queue(tx, 2, from));
            page.items().forEach(row -> seen.add(row.externalRef() + " " + row.customer()));
            after = page.nextCursor();
        } while (after != null);
        assertThat(seen)
                .containsExactly(
                        "soon Mrs Bello",
                        "late Mrs Bello",
                        "late-too Mrs Bello",
                        "no-promise-1 Mrs Bello",
                        "no-promise-2 Mrs Bello");
        assertThat(pharmacy.transactions.read(ASSISTANT, picking::waiting)).isEqualTo(5);
    }

    @Test
    void the_queue_says_how_far_each_order_is_and_what_is_short() {
        OrderView order = confirmed("O-1", wanted("PARA", 8), wanted("IBU", 1));
        scan(order, IBU, "I", 1);
        pharmacy.recall("PARA", "A");
        assertThat(pharmacy.transactions
                        .read(ASSISTANT, tx -> picking.queue(tx, 10, null))
                        .items())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.status()).isEqualTo(OrderStatus.PICKING);
                    assertThat(row.lines()).isEqualTo(2);
                    assertThat(row.verified()).isEqualTo(1);
                    assertThat(row.shortLines()).isEqualTo(1);
                });
    }

    @Test
    void the_list_follows_the_shelves_and_numbers_in_their_names_count_as_numbers() {
        OrderView order = confirmed("O-1", wanted("PARA", 8), wanted("IBU", 1));
        assertThat(list(order).lines().stream().map(PickList.Line::shelf)).containsExactly("B2", "B10", "B10");
        assertThat(lines(order)).containsExactly("I 0/1", "A 0/6", "B 0/2");
    }

    @Test
    void a_right_pack_is_noted_and_begins_the_picking_and_one_too_many_is_not_noted() {
        OrderView order = confirmed("O-1", wanted("PARA", 2));
        assertThat(scan(order, PARA, "a", 1)).isInstanceOf(PickAnswer.Verified.class);
        assertThat(now(order).status()).isEqualTo(OrderStatus.PICKING);
        assertThat(scan(order, PARA, "A", 2))
                .isInstanceOfSatisfying(PickAnswer.Doubt.class, doubt -> assertThat(doubt.verdict())
                        .isInstanceOfSatisfying(PickList.Verdict.TooMany.class, many -> assertThat(many.over())
                                .isEqualTo(1)));
        assertThat(lines(order)).containsExactly("A 1/2");
        scan(order, PARA, "A", 1);
        assertThat(list(order).isReady()).isTrue();
    }

    @Test
    void a_code_without_batch_asks_and_the_eye_may_answer() {
        OrderView order = confirmed("O-1", wanted("PARA", 2));
        assertThat(scan(order, PARA, null, 1))
                .isInstanceOfSatisfying(PickAnswer.Doubt.class, doubt -> assertThat(doubt.verdict())
                        .isInstanceOf(PickList.Verdict.BatchNotSaid.class));
        BatchId a = batch("A");
        act(ASSISTANT, tx -> picking.verifyByEye(tx, order.id(), a, 2));
        assertThat(lines(order)).containsExactly("A 2/2");
        act(ASSISTANT, tx -> picking.verifyByEye(tx, order.id(), a, 1));
        assertThat(lines(order)).containsExactly("A 2/2");
    }

    @Test
    void another_expiry_than_in_the_books_is_not_taken_on_trust() {
        OrderView order = confirmed("O-1", wanted("PARA", 2));
        PickAnswer answer = act(
                ASSISTANT,
                tx -> picking.verify(
                        tx, order.id(), new Pack(PARA, "A", pharmacy.today().plusDays(31), 1)));
        assertThat(answer).isInstanceOfSatisfying(PickAnswer.Doubt.class, doubt -> assertThat(doubt.verdict())
                .isInstanceOf(PickList.Verdict.OtherExpiry.class));
        assertThat(lines(order)).containsExactly("A 0/2");
    }

    @Test
    void a_wrong_product_is_named() {
        OrderView order = confirmed("O-1", wanted("PARA", 2));
        assertThat(scan(order, IBU, "I", 1))
                .isInstanceOfSatisfying(PickAnswer.WrongProduct.class, no -> assertThat(no.name())
                        .isEqualTo("Product IBU"));
        assertThat(scan(order, Gtin.of("09520000000028"), "I", 1))
                .isInstanceOfSatisfying(PickAnswer.WrongProduct.class, no -> assertThat(no.name())
                        .isNull());
    }

    @Test
    void a_batch_that_goes_later_is_refused_and_says_which_goes_first() {
        OrderView order = confirmed("O-1", wanted("PARA", 2));
        PickAnswer answer = scan(order, PARA, "B", 1);
        assertThat(wrong(answer).why()).isEqualTo(PickAnswer.Why.GOES_LATER);
        assertThat(((PickAnswer.WrongBatch) answer).line().batchNumber()).isEqualTo("A");
        assertThat(((PickAnswer.WrongBatch) answer).line().shelf()).isEqualTo("B10");
        assertThat(lines(order)).containsExactly("A 0/2");
    }

    @Test
    void a_batch_that_came_in_since_and_goes_even_earlier_takes_the_place_of_the_planned_one() {
        OrderView order = confirmed("O-1", wanted("PARA", 2));
        stock("PARA", "Z", 10, 1);
        assertThat(scan(order, PARA, "Z", 1)).isInstanceOf(PickAnswer.Verified.class);
        assertThat(lines(order)).containsExactly("Z 1/1", "A 0/1");
        assertThat(pharmacy.rows("select distinct fefo from reservation_allocation"))
                .containsExactly("YES");
        assertThat(pharmacy.rows("select count(*) from fefo_override")).containsExactly("0");
    }

    @Test
    void an_override_needs_the_permission_and_a_reason_and_is_marked_on_the_way_out() {
        OrderView order = confirmed("O-1", wanted("PARA", 2));
        BatchId a = batch("A");
        BatchId b = batch("B");
        assertThatThrownBy(() -> act(ASSISTANT, tx -> picking.override(tx, order.id(), a, b, 1, "asked for")))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> act(PHARMACIST, tx -> picking.override(tx, order.id(), a, b, 1, " ")))
                .hasMessageContaining("reason");
        assertThat(act(PHARMACIST, tx -> picking.override(tx, order.id(), a, b, 1, "Customer travels for months")))
                .isInstanceOf(PickAnswer.Verified.class);
        assertThat(lines(order)).containsExactly("A 0/1", "B 1/1");
        scan(order, PARA, "A", 1);
        assertThat(finish(order, OrderStatus.DISPATCHED)).isInstanceOf(PickAnswer.Stands.class);
        assertThat(
                        pharmacy.rows(
                                "select batch_number, quantity, fefo from inventory_movement where type = 'OUT' order by batch_number"))
                .containsExactly("A -1 YES", "B -1 OVERRIDE");
        assertThat(pharmacy.rows("select quantity, reason, actor from fefo_override"))
                .containsExactly("1 Customer travels for months ada");
    }

    @Test
    void nobody_overrides_to_an_expired_recalled_quarantined_or_promised_batch() {
        stock("PARA", "SHORT", 1, 1);
        stock("PARA", "C", 90, 2);
        stock("PARA", "D", 91, 2);
        pharmacy.quarantine("PARA", "D", 2, SetAside.Action.HOLD);
        pharmacy.recall("PARA", "C");
        pharmacy.clock.pass(Duration.ofDays(1));
        OrderView order = confirmed("O-1", wanted("PARA", 2));
        confirmed("O-2", wanted("PARA", 8));
        BatchId a = batch("A");
        for (String taken : List.of("SHORT EXPIRED", "C RECALLED", "D SET_ASIDE", "B PROMISED")) {
            String[] words = taken.split(" ", -1);
            BatchId other = batch(words[0]);
            assertThat(wrong(act(PHARMACIST, tx -> picking.override(tx, order.id(), a, other, 1, "because")))
                            .why())
                    .as(taken)
                    .isEqualTo(PickAnswer.Why.valueOf(words[1]));
        }
        assertThat(wrong(scan(order, PARA, "NEVER-SEEN", 1)).why()).isEqualTo(PickAnswer.Why.UNKNOWN);
        assertThat(lines(order)).containsExactly("A 0/2");
    }

    @Test
    void what_is_not_on_the_shelf_comes_from_the_next_batch_and_nobody_sells_the_rest_until_it_is_counted() {
        OrderView order = confirmed("O-1", wanted("PARA", 3));
        scan(order, PARA, "A", 1);
        BatchId missing = batch("A");
        assertThat(act(ASSISTANT, tx -> picking.notOnShelf(tx, order.id(), missing)))
                .isInstanceOfSatisfying(PickAnswer.Missed.class, missed -> {
                    assertThat(missed.replanned()).isEqualTo(2);
                    assertThat(missed.stillMissing()).isZero();
                });
        assertThat(lines(order)).containsExactly("A 1/1", "B 0/2");
        assertThat(pharmacy.why("PARA").quarantined()).isEqualTo(5);
        assertThat(pharmacy.available("PARA")).isEqualTo(2);
        assertThat(pharmacy.rows("select quantity, reason, actor, order_id, done_at from count_task"))
                .containsExactly("2 NOT_ON_SHELF bola " + order.id() + " null");
        assertThat(act(ASSISTANT, tx -> picking.notOnShelf(tx, order.id(), missing)))
                .isInstanceOf(PickAnswer.Stands.class);
        scan(order, PARA, "B", 2);
        assertThat(finish(order, OrderStatus.PACKED)).isInstanceOf(PickAnswer.Stands.class);
    }

    @Test
    void without_another_batch_the_order_is_short_and_waits_until_stock_comes() {
        OrderView order = confirmed("O-1", wanted("IBU", 9));
        BatchId missing = batch("I");
        assertThat(act(ASSISTANT, tx -> picking.notOnShelf(tx, order.id(), missing)))
                .isInstanceOfSatisfying(PickAnswer.Missed.class, missed -> assertThat(missed.stillMissing())
                        .isEqualTo(9));
        assertThat(lines(order)).isEmpty();
        assertThat(finish(order, OrderStatus.DISPATCHED)).isInstanceOf(PickAnswer.NotEnough.class);
        stock("IBU", "J", 90, 20);
        assertThat(finish(order, OrderStatus.DISPATCHED)).isInstanceOf(PickAnswer.NotReady.class);
        assertThat(lines(order)).containsExactly("J 0/9");
        scan(order, IBU, "J", 9);
        assertThat(finish(order, OrderStatus.DISPATCHED)).isInstanceOf(PickAnswer.Stands.class);
        assertThat(now(order).stockUpdatedAt()).isNotNull();
    }

    @Test
    void an_order_is_finished_only_when_everything_is_checked_and_once() {
        OrderView order = confirmed("O-1", wanted("PARA", 2));
        assertThat(finish(order, OrderStatus.PACKED)).isInstanceOf(PickAnswer.NotReady.class);
        scan(order, PARA, "A", 2);
        finish(order, OrderStatus.PACKED);
        assertThat(now(order).status()).isEqualTo(OrderStatus.PACKED);
        assertThat(finish(order, OrderStatus.DISPATCHED)).isInstanceOf(PickAnswer.Stands.class);
        assertThat(finish(order, OrderStatus.DISPATCHED)).isInstanceOf(PickAnswer.Stands.class);
        assertThat(finish(order, OrderStatus.PACKED)).isInstanceOf(PickAnswer.Stands.class);
        assertThat(pharmacy.rows("select count(*) from inventory_movement where type = 'OUT'"))
                .containsExactly("1");
        assertThat(scan(order, PARA, "A", 1)).isEqualTo(new PickAnswer.NotToPick(OrderStatus.DISPATCHED));
    }

    @Test
    void a_recall_between_checking_and_finishing_takes_the_check_away_with_the_batch() {
        OrderView order = confirmed("O-1", wanted("PARA", 2));
        scan(order, PARA, "A", 2);
        pharmacy.recall("PARA", "A");
        assertThat(finish(order, OrderStatus.DISPATCHED)).isInstanceOf(PickAnswer.NotReady.class);
        assertThat(lines(order)).containsExactly("B 0/2");
    }

    @Test
    void at_the_change_of_day_an_expired_batch_is_planned_again_before_it_can_leave() {
        stock("PARA", "TODAY", 1, 2);
        OrderView order = confirmed("O-1", wanted("PARA", 2));
        scan(order, PARA, "TODAY", 2);
        pharmacy.clock.pass(Duration.ofDays(1));
        assertThat(finish(order, OrderStatus.DISPATCHED)).isInstanceOf(PickAnswer.NotReady.class);
        assertThat(lines(order)).containsExactly("A 0/2");
    }

    @Test
    void pending_cancelled_and_unknown_orders_are_not_picked_and_everything_needs_the_permission() {
        OrderView pending = pending("O-1", null, wanted("PARA", 1));
        assertThat(scan(pending, PARA, "A", 1)).isEqualTo(new PickAnswer.NotToPick(OrderStatus.PENDING));
        assertThat(finish(pending, OrderStatus.PACKED)).isEqualTo(new PickAnswer.NotToPick(OrderStatus.PENDING));
        assertThat(act(ASSISTANT, tx -> picking.start(tx, 999))).isInstanceOf(PickAnswer.UnknownOrder.class);
        List<Function<app.mortar.store.Tx, @Nullable Object>> acts = List.of(
                tx -> picking.queue(tx, 10, null),
                picking::waiting,
                tx -> picking.list(tx, pending.id()),
                tx -> picking.start(tx, pending.id()),
                tx -> picking.verify(tx, pending.id(), new Pack(PARA, "A", null, 1)),
                tx -> picking.verifyByEye(tx, pending.id(), new BatchId(1), 1),
                tx -> picking.notOnShelf(tx, pending.id(), new BatchId(1)),
                tx -> picking.finish(tx, pending.id(), OrderStatus.PACKED));
        for (Function<app.mortar.store.Tx, @Nullable Object> each : acts) {
            assertThatThrownBy(() -> pharmacy.transactions.write(pharmacy.shop, each))
                    .isInstanceOf(NotPermitted.class);
        }
    }

    @Test
    void a_hold_that_an_order_took_over_is_picked_like_any_other() {
        var hold = pharmacy.hold(wanted("PARA", 2));
        OrderView order = placed(pharmacy.order(request("O-1", hold.token(), true)));
        scan(order, PARA, "A", 2);
        assertThat(finish(order, OrderStatus.DISPATCHED)).isInstanceOf(PickAnswer.Stands.class);
    }
}
