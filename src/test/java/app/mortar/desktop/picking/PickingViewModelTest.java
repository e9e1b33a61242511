package app.mortar.desktop.picking;

import static app.mortar.desktop.Packs.INS;
import static app.mortar.desktop.Packs.PARA;
import static app.mortar.desktop.Packs.code;
import static app.mortar.testing.Pharmacy.request;
import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.AtWork;
import app.mortar.desktop.Packs;
import app.mortar.desktop.work.Work;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.fulfilment.PickList;
import app.mortar.fulfilment.Picking;
import app.mortar.kernel.Permission;
import app.mortar.reservation.Tokens;
import app.mortar.testing.Db;
import app.mortar.testing.Pharmacy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PickingViewModelTest {
    private Pharmacy pharmacy;
    private AtWork work;
    private PickingViewModel picking;

    @BeforeEach
    void open() {
        pharmacy = Pharmacy.open(Db.H2);
        pharmacy.product(Packs.form("PARA", "Paracetamol tabs", PARA, "B2-04"));
        pharmacy.product(Packs.form("INS", "Insulin pen", INS, "Fridge 1"));
        pharmacy.receive("PARA", "A", pharmacy.today().plusDays(25), 6);
        pharmacy.receive("PARA", "B", pharmacy.today().plusDays(300), 4);
        pharmacy.receive("INS", "G", pharmacy.today().plusDays(300), 4);
        pharmacy.order(request("10483", null, true, wanted("PARA", 2), wanted("INS", 1)));
        pharmacy.order(request("10484", null, true, wanted("PARA", 1)));
        sitDown(AtWork.in(pharmacy));
    }

    private void sitDown(AtWork where) {
        work = where;
        picking = new PickingViewModel(where.session, new Picking(new Tokens()));
        picking.refresh();
    }

    @AfterEach
    void close() {
        assertThat(work.bugs).isEmpty();
        pharmacy.close();
    }

    private PickList list() {
        return Objects.requireNonNull(picking.list().get());
    }

    private void scan(String batch, String expiry) {
        picking.scanned(work.scan(code(PARA, batch, expiry)));
    }

    private String doubt() {
        return picking.doubt().get() == null
                ? ""
                : picking.words(picking.doubt().get()).title() + " "
                        + picking.words(picking.doubt().get()).evidence();
    }

    private String says() {
        return picking.says().get() == null ? "" : picking.says().get().title();
    }

    private List<String> lines() {
        return list().lines().stream()
                .map(line -> line.batchNumber() + " " + line.verified() + "/" + line.quantity())
                .toList();
    }

    @Test
    void the_queue_is_there_and_ctrl_down_takes_the_next_order() {
        assertThat(picking.queue().orders()).hasSize(2);
        assertThat(picking.queue().waiting().get()).isEqualTo(2);
        picking.step(1);
        assertThat(list().externalRef()).isEqualTo("10483");
        assertThat(list().status()).isEqualTo(OrderStatus.CONFIRMED);
        picking.step(1);
        assertThat(list().externalRef()).isEqualTo("10484");
        picking.step(1);
        assertThat(list().externalRef()).isEqualTo("10484");
        picking.step(-1);
        assertThat(list().externalRef()).isEqualTo("10483");
    }

    @Test
    void scans_verify_in_the_order_they_come_and_f9_dispatches_when_all_is_there() {
        picking.step(1);
        assertThat(picking.reason()).contains("2 lines");
        picking.finish(OrderStatus.DISPATCHED);
        assertThat(list().status()).isEqualTo(OrderStatus.CONFIRMED);
        picking.typed("2*");
        scan("A", "260404");
        assertThat(lines()).containsExactly("A 2/2", "G 0/1");
        assertThat(picking.next().orElseThrow().batchNumber()).isEqualTo("G");
        picking.typed("g");
        assertThat(picking.isReady()).isTrue();
        picking.finish(OrderStatus.DISPATCHED);
        assertThat(list().status()).isEqualTo(OrderStatus.DISPATCHED);
        assertThat(work.toasts).singleElement().asString().contains("10483", "3 packs", "Stock updated");
        picking.refresh();
        assertThat(picking.queue().orders()).hasSize(1);
    }

    @Test
    void f9_pressed_twice_fast_dispatches_once() {
        picking.step(1);
        picking.typed("2*A");
        picking.typed("G");
        Deque<Runnable> later = new ArrayDeque<>();
        long order = list().order();
        sitDown(AtWork.in(pharmacy, new Work(later::add, Runnable::run)));
        picking.open(order);
        drain(later);
        picking.finish(OrderStatus.DISPATCHED);
        picking.finish(OrderStatus.DISPATCHED);
        assertThat(later).hasSize(1);
        drain(later);
        picking.finish(OrderStatus.DISPATCHED);
        drain(later);
        assertThat(pharmacy.rows("select count(*) from inventory_movement where type = 'OUT'"))
                .containsExactly("2");
        assertThat(work.toasts).hasSize(1);
    }

    private static void drain(Deque<Runnable> later) {
        for (Runnable task = later.poll(); task != null; task = later.poll()) {
            task.run();
        }
    }

    @Test
    void a_later_batch_is_to_be_put_back_and_the_words_say_which_goes_first_and_where() {
        picking.step(1);
        scan("B", "270104");
        assertThat(doubt())
                .contains("Put this one back. Another batch must go first.")
                .contains("You scanned B (4 Jan 2027).")
                .contains("A goes first: it expires 4 Apr 2026, 2 packs, shelf B2-04.");
        scan("A", "260404");
        assertThat(doubt()).isEmpty();
        assertThat(lines()).containsExactly("A 1/2", "G 0/1");
    }

    @Test
    void an_override_takes_the_scanned_batch_for_a_reason_and_only_for_who_may() {
        picking.step(1);
        scan("B", "270104");
        picking.override(" ");
        assertThat(doubt()).isNotEmpty();
        picking.override("long journey");
        assertThat(lines()).containsExactly("A 0/1", "B 1/1", "G 0/1");
        assertThat(pharmacy.rows("select reason from fefo_override")).containsExactly("long journey");
        sitDown(AtWork.in(pharmacy, Set.of(Permission.PICK)));
        assertThat(picking.mayOverride()).isFalse();
        picking.step(2);
        picking.step(1);
        scan("B", "270104");
        picking.override("because");
        assertThat(says()).isNotEmpty();
        assertThat(pharmacy.rows("select count(*) from fefo_override")).containsExactly("1");
    }

    @Test
    void what_is_not_on_the_shelf_is_planned_again_and_is_to_be_counted() {
        picking.step(1);
        picking.notOnShelf(list().lines().getFirst().batch());
        assertThat(lines()).containsExactly("B 0/2", "G 0/1");
        assertThat(says()).contains("2 packs come from the next batch");
        assertThat(pharmacy.rows("select count(*) from count_task")).containsExactly("1");
    }

    @Test
    void a_code_that_says_no_batch_is_compared_by_eye() {
        picking.step(1);
        picking.typed(PARA.digits());
        assertThat(doubt()).contains("batch A, expiry 4 Apr 2026");
        picking.byEye();
        assertThat(lines()).containsExactly("A 1/2", "G 0/1");
        assertThat(doubt()).isEmpty();
    }

    @Test
    void a_wrong_product_and_a_pack_too_many_are_explained() {
        picking.step(2);
        picking.step(1);
        picking.scanned(work.scan(code(INS, "G", "270104")));
        assertThat(doubt()).contains("not in this order").contains("Insulin pen");
        picking.typed("2*A");
        assertThat(doubt()).contains("Put 1 back");
        picking.clearDoubt();
        assertThat(doubt()).isEmpty();
    }

    @Test
    void an_order_that_the_shop_dispatched_meanwhile_says_so() {
        picking.step(1);
        pharmacy.move(list().order(), OrderStatus.CANCELLED);
        scan("A", "260404");
        assertThat(says()).contains("cancelled");
    }

    @Test
    void the_list_on_paper_has_a_box_for_every_batch() {
        picking.step(1);
        List<String> printed = new java.util.ArrayList<>();
        picking.onPaper(paper -> printed.add(paper.text()));
        assertThat(printed).singleElement().asString().contains("10483", "B2-04", "[ ] ", "4 Apr 2026");
    }
}
