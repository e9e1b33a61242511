package app.mortar.desktop.receiving;

import static app.mortar.desktop.Packs.INS;
import static app.mortar.desktop.Packs.NEW;
import static app.mortar.desktop.Packs.PARA;
import static app.mortar.desktop.Packs.code;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.AtWork;
import app.mortar.desktop.Packs;
import app.mortar.desktop.work.Work;
import app.mortar.kernel.Permission;
import app.mortar.testing.Db;
import app.mortar.testing.Pharmacy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceivingViewModelTest {
    private Pharmacy pharmacy;
    private AtWork work;
    private ReceivingViewModel delivery;

    @BeforeEach
    void open() {
        pharmacy = Pharmacy.open(Db.H2);
        pharmacy.product(Packs.form("PARA", "Paracetamol tabs", PARA, "B2-04"));
        pharmacy.product(Packs.form("INS", "Insulin pen", INS, "Fridge 1", 180, false));
        sitDown(AtWork.in(pharmacy));
    }

    private void sitDown(AtWork where) {
        work = where;
        delivery = new ReceivingViewModel(where.session);
        delivery.open();
    }

    @AfterEach
    void close() {
        assertThat(work.bugs).isEmpty();
        pharmacy.close();
    }

    private void scan(String code) {
        delivery.scanned(work.scan(code));
    }

    private ReceiptLine line() {
        return delivery.lines().all().getFirst();
    }

    private @Nullable Question question() {
        return delivery.lines().question(line());
    }

    private String says() {
        return delivery.says().get() == null ? "" : delivery.says().get().title();
    }

    private List<String> batches() {
        return pharmacy.rows(
                "select batch_number, expiry_date, quantity from inventory_batch order by batch_number, expiry_date");
    }

    @Test
    void a_scan_fills_a_line_and_the_same_batch_again_counts_on() {
        scan(code(PARA, "AMX2291", "270630", "S1"));
        scan(code(PARA, "AMX2291", "270630", "S2"));
        delivery.typed("12*");
        scan(code(PARA, "AMX2291", "270630"));
        assertThat(delivery.lines().all()).hasSize(1);
        assertThat(line().goods().name()).isEqualTo("Paracetamol tabs");
        assertThat(line().batch()).isEqualTo("AMX2291");
        assertThat(line().expiry()).isEqualTo(LocalDate.of(2027, 6, 30));
        assertThat(line().units()).isEqualTo(14);
        assertThat(question()).isNull();
        assertThat(delivery.lastScan().get().separated()).isFalse();
    }

    @Test
    void a_multiplier_before_words_that_nobody_knows_is_forgotten_with_them() {
        delivery.typed("6* no such thing");
        scan(code(PARA, "A", "270630"));
        assertThat(line().units()).isEqualTo(1);
    }

    @Test
    void the_very_same_pack_is_not_counted_twice() {
        scan(code(PARA, "A", "270630", "S1"));
        scan(code(PARA, "A", "270630", "S1"));
        assertThat(line().units()).isEqualTo(1);
        assertThat(says()).contains("S1");
    }

    @Test
    void a_code_without_expiry_or_batch_blanks_nothing_and_takes_what_the_books_know() {
        pharmacy.receive("PARA", "A", LocalDate.of(2027, 6, 30), 5);
        scan("]d201" + PARA.digits() + "10A");
        assertThat(line().expiry()).isEqualTo(LocalDate.of(2027, 6, 30));
        delivery.lines().batch(line().key(), "TYPED-1", LocalDate.of(2027, 9, 30));
        scan("]E0" + PARA.digits().substring(1));
        assertThat(delivery.lines().all()).hasSize(1);
        assertThat(line().batch()).isEqualTo("TYPED-1");
        assertThat(line().expiry()).isEqualTo(LocalDate.of(2027, 9, 30));
        assertThat(line().units()).isEqualTo(2);
    }

    @Test
    void a_product_found_by_name_asks_for_its_batch_then_for_its_expiry() {
        delivery.typed("3* paracet");
        assertThat(line().units()).isEqualTo(3);
        assertThat(question()).isInstanceOf(Question.NeedsBatch.class);
        delivery.lines().batch(line().key(), " B7 ", null);
        assertThat(line().batch()).isEqualTo("B7");
        assertThat(question()).isInstanceOf(Question.NeedsExpiry.class);
        delivery.lines().batch(line().key(), "B7", LocalDate.of(2027, 6, 30));
        assertThat(question()).isNull();
    }

    @Test
    void an_expired_pack_cannot_be_received() {
        scan(code(PARA, "OLD", "260310"));
        assertThat(question()).isEqualTo(new Question.Expired(LocalDate.of(2026, 3, 10)));
        assertThat(delivery.posting().reason()).contains("line 1");
    }

    @Test
    void a_short_dated_pack_needs_a_reason_which_the_ledger_keeps() {
        scan(code(INS, "GL1", "260630"));
        assertThat(question()).isEqualTo(new Question.ShortLife(112, 180));
        delivery.document().set("DN-1");
        delivery.posting().post();
        assertThat(batches()).isEmpty();
        delivery.lines().takeShort(line().key(), "agreed discount");
        assertThat(question()).isNull();
        delivery.posting().post();
        assertThat(pharmacy.rows("select note from inventory_movement"))
                .containsExactly("Short shelf life: agreed discount");
    }

    @Test
    void a_known_batch_with_another_expiry_asks_and_either_answer_counts() {
        pharmacy.receive("PARA", "A", LocalDate.of(2027, 4, 30), 14);
        scan(code(PARA, "A", "270630"));
        assertThat(question()).isInstanceOfSatisfying(Question.OtherExpiry.class, other -> {
            assertThat(other.onFile().quantity()).isEqualTo(14);
            assertThat(other.onFile().receivedBy()).isEqualTo("ada");
        });
        delivery.lines().booksAreRight(line().key());
        assertThat(line().expiry()).isEqualTo(LocalDate.of(2027, 4, 30));
        assertThat(question()).isNull();
        scan(code(PARA, "A", "270630"));
        delivery.lines().packIsRight(delivery.lines().all().get(1).key());
        delivery.document().set("DN-1");
        delivery.posting().post();
        assertThat(batches()).containsExactly("A 2027-04-30 15", "A 2027-06-30 1");
    }

    @Test
    void two_dates_for_one_number_in_the_same_delivery_ask_too() {
        scan(code(PARA, "A", "270430"));
        scan(code(PARA, "A", "270630"));
        assertThat(delivery.lines().question(delivery.lines().all().get(1))).isInstanceOf(Question.OtherExpiry.class);
        delivery.lines().booksAreRight(delivery.lines().all().get(1).key());
        assertThat(delivery.lines().all().get(1).expiry()).isEqualTo(LocalDate.of(2027, 4, 30));
    }

    @Test
    void a_recalled_batch_is_refused() {
        pharmacy.receive("PARA", "BAD", LocalDate.of(2027, 4, 30), 14);
        pharmacy.recall("PARA", "BAD");
        scan(code(PARA, "BAD", "270430"));
        assertThat(question()).isInstanceOf(Question.Recalled.class);
    }

    @Test
    void an_unknown_code_is_linked_to_a_product_without_one_and_known_from_then_on() {
        pharmacy.product(Packs.form("ORS", "Oral rehydration salts", null, null));
        scan(code(NEW, "R1", "270630"));
        assertThat(question()).isEqualTo(new Question.UnknownProduct(NEW.digits()));
        delivery.newProduct().look("rehydration");
        delivery.newProduct()
                .link(
                        line().key(),
                        delivery.newProduct().candidates().getFirst().goods());
        assertThat(question()).isNull();
        assertThat(line().batch()).isEqualTo("R1");
        delivery.discard();
        scan(code(NEW, "R2", "270630"));
        assertThat(line().goods().sku()).isEqualTo("ORS");
    }

    @Test
    void an_unknown_code_becomes_a_new_product_on_the_spot_for_who_may() {
        scan(code(NEW, "R1", "270630"));
        scan(code(NEW, "R2", "270630"));
        delivery.newProduct().create(line().key(), new NewProduct.Form("", "", "", "", "", null));
        assertThat(says()).contains("needed");
        delivery.newProduct()
                .create(
                        line().key(),
                        new NewProduct.Form("ORS", "Oral salts", "20 g", "sachet", "C1", new BigDecimal("250.0000")));
        assertThat(delivery.lines().all())
                .allSatisfy(each -> assertThat(each.goods().sku()).isEqualTo("ORS"));
        delivery.newProduct().create(line().key(), new NewProduct.Form("PARA", "Twice", "", "", "", null));
        assertThat(says()).contains("belongs to another product");
        sitDown(AtWork.in(pharmacy, Set.of(Permission.RECEIVE, Permission.SEE_STOCK)));
        assertThat(delivery.newProduct().mayCreate()).isFalse();
        scan(code(Packs.NEW, "R1", "270630"));
        assertThat(line().goods().sku()).isEqualTo("ORS");
    }

    @Test
    void posting_books_all_lines_says_so_and_forgets_the_draft() {
        scan(code(PARA, "A", "270630"));
        scan(code(INS, "G", "280630"));
        delivery.lines().cost(line().key(), new BigDecimal("1150.0000"));
        assertThat(delivery.posting().reason()).contains("number of the delivery note");
        delivery.document().set("DN-88213");
        delivery.supplier().set("Lagoon");
        assertThat(delivery.posting().reason()).isEmpty();
        delivery.posting().post();
        assertThat(batches()).containsExactly("A 2027-06-30 1", "G 2028-06-30 1");
        assertThat(work.toasts).singleElement().asString().contains("DN-88213", "2 packs", "2 lines", "Stock updated");
        assertThat(delivery.lines().all()).isEmpty();
        assertThat(pharmacy.rows("select owner, supplier, reference from stock_document"))
                .containsExactly("staff Lagoon DN-88213");
    }

    @Test
    void f9_pressed_twice_fast_books_once() {
        Deque<Runnable> later = new ArrayDeque<>();
        sitDown(AtWork.in(pharmacy, new Work(later::add, Runnable::run)));
        drain(later);
        scan(code(PARA, "A", "270630"));
        drain(later);
        delivery.document().set("DN-1");
        drain(later);
        delivery.posting().post();
        delivery.posting().post();
        assertThat(later).hasSize(1);
        drain(later);
        delivery.posting().post();
        drain(later);
        assertThat(batches()).containsExactly("A 2027-06-30 1");
    }

    private static void drain(Deque<Runnable> later) {
        for (Runnable task = later.poll(); task != null; task = later.poll()) {
            task.run();
        }
    }

    @Test
    void a_note_whose_answer_got_lost_counts_as_booked_and_one_with_other_lines_is_refused() {
        scan(code(PARA, "A", "270630"));
        delivery.document().set("DN-1");
        delivery.posting().post();
        scan(code(PARA, "A", "270630"));
        delivery.document().set("DN-1");
        delivery.posting().post();
        assertThat(work.toasts.getLast()).contains("before");
        assertThat(batches()).containsExactly("A 2027-06-30 1");
        scan(code(PARA, "B", "270630"));
        delivery.document().set("DN-1");
        delivery.posting().post();
        assertThat(says()).contains("DN-1");
        assertThat(delivery.lines().all()).hasSize(1);
    }

    @Test
    void what_was_typed_is_there_after_a_crash() {
        Path home = AtWork.folder();
        sitDown(AtWork.in(pharmacy, home));
        scan(code(PARA, "A", "270630", "S1"));
        delivery.document().set("DN-7");
        delivery.lines().cost(line().key(), new BigDecimal("10.5000"));
        ReceiptLine before = line();
        sitDown(AtWork.in(pharmacy, home));
        assertThat(delivery.document().get()).isEqualTo("DN-7");
        assertThat(delivery.lines().all()).containsExactly(before);
        scan(code(PARA, "A", "270630", "S2"));
        assertThat(line().units()).isEqualTo(2);
        delivery.discard();
        sitDown(AtWork.in(pharmacy, home));
        assertThat(delivery.lines().all()).isEmpty();
    }
}
