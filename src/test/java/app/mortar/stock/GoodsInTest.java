package app.mortar.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.catalogue.ProductForm;
import app.mortar.kernel.Actor;
import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.NotPermitted;
import app.mortar.kernel.Permission;
import app.mortar.testing.DeskTest;
import app.mortar.testing.Pharmacy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GoodsInTest extends DeskTest {
    @BeforeEach
    void products() {
        pharmacy.product("PARA");
        pharmacy.product("IBU");
        pharmacy.product(undated("BAND"));
    }

    private static ProductForm undated(String sku) {
        ProductForm form = Pharmacy.form(sku);
        return new ProductForm(
                form.sku(),
                form.name(),
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
                false,
                false,
                true);
    }

    private GoodsIn.Line line(String sku, String batch, int days, int units) {
        return new GoodsIn.Line(sku, batch, pharmacy.today().plusDays(days), units, null);
    }

    private static GoodsIn.Line undatedLine(String sku, String batch, int units) {
        return new GoodsIn.Line(sku, batch, null, units, null);
    }

    private GoodsIn.Outcome receive(String reference, GoodsIn.Line... lines) {
        return pharmacy.receive(new GoodsIn.Receipt(reference, "Wholesale Ltd", List.of(lines)));
    }

    private List<String> stock() {
        return pharmacy.rows("select sku, stock_quantity from product where stock_quantity > 0 order by sku");
    }

    private List<String> batchRows() {
        return pharmacy.rows("select batch_number, quantity from inventory_batch order by batch_number");
    }

    private static void refused(GoodsIn.Outcome outcome, int line, String sku, GoodsIn.Why why) {
        assertThat(outcome).isInstanceOfSatisfying(GoodsIn.Outcome.LineRefused.class, no -> {
            assertThat(no.line()).isEqualTo(line);
            assertThat(no.sku()).isEqualTo(sku);
            assertThat(no.why()).isEqualTo(why);
            assertThat(no.message()).isNotBlank();
        });
    }

    @Test
    void books_every_line_into_its_batch_and_writes_a_ledger_row_with_copies_of_number_and_expiry() {
        assertThat(receive("N-1", line("PARA", "A", 30, 3), line("IBU", "B", 60, 4), undatedLine("BAND", "C", 5)))
                .isInstanceOf(GoodsIn.Outcome.Booked.class);
        assertThat(stock()).containsExactly("BAND 5", "IBU 4", "PARA 3");
        assertThat(pharmacy.rows("""
                        select type, quantity, batch_number, expiry_date, seq, actor, workstation, reference
                        from inventory_movement order by batch_number"""))
                .containsExactly(
                        "IN 3 A 2026-04-09 1 ada till-1 N-1",
                        "IN 4 B 2026-05-09 1 ada till-1 N-1",
                        "IN 5 C null 1 ada till-1 N-1");
    }

    @Test
    void the_same_note_again_is_booked_once_and_with_other_lines_refused() {
        receive("N-1", line("PARA", "A", 30, 3));
        pharmacy.clock.pass(Duration.ofDays(1));
        GoodsIn.Line sameLine = line("PARA", "A", 29, 3);
        assertThat(receive("N-1", sameLine))
                .isInstanceOfSatisfying(GoodsIn.Outcome.BookedBefore.class, before -> assertThat(before.at())
                        .isEqualTo(MORNING));
        assertThat(receive("N-1", line("PARA", "A", 29, 4))).isInstanceOf(GoodsIn.Outcome.ReferenceTaken.class);
        assertThat(receive("N-1", sameLine, line("IBU", "B", 9, 1))).isInstanceOf(GoodsIn.Outcome.ReferenceTaken.class);
        assertThat(stock()).containsExactly("PARA 3");
    }

    @Test
    void a_note_that_was_booked_stays_booked_even_when_its_batch_has_expired_or_was_recalled_since() {
        receive("N-1", line("PARA", "A", 1, 3));
        GoodsIn.Line sameLine = line("PARA", "A", 1, 3);
        pharmacy.recall("PARA", "A");
        pharmacy.clock.pass(Duration.ofDays(3));
        assertThat(receive("N-1", sameLine)).isInstanceOf(GoodsIn.Outcome.BookedBefore.class);
    }

    @Test
    void two_keys_may_use_the_same_reference() {
        Actor other = new Actor("wms", "key:9", "api", EnumSet.allOf(Permission.class));
        GoodsIn.Receipt note = new GoodsIn.Receipt("N-1", null, List.of(line("PARA", "A", 30, 3)));
        pharmacy.receive(note);
        GoodsIn.Outcome outcome = pharmacy.transactions.write(other, tx -> pharmacy.goodsIn.receive(tx, note));
        assertThat(outcome).isInstanceOf(GoodsIn.Outcome.Booked.class);
        assertThat(stock()).containsExactly("PARA 6");
    }

    @Test
    void units_that_expire_today_are_refused_on_arrival_with_line_and_sku_and_nothing_of_the_note_is_booked() {
        refused(
                receive("N-1", line("IBU", "B", 1, 4), line("PARA", "A", 0, 3)),
                2,
                "PARA",
                GoodsIn.Why.EXPIRED_ON_ARRIVAL);
        refused(receive("N-1", line("PARA", "A", -1, 3)), 1, "PARA", GoodsIn.Why.EXPIRED_ON_ARRIVAL);
        assertThat(stock()).isEmpty();
        assertThat(pharmacy.rows("select count(*) from inventory_movement")).containsExactly("0");
        assertThat(receive("N-1", line("IBU", "B", 1, 4), line("PARA", "A", 1, 3)))
                .isInstanceOf(GoodsIn.Outcome.Booked.class);
    }

    @Test
    void a_known_batch_number_with_another_expiry_is_refused() {
        receive("N-1", line("PARA", "A", 30, 3));
        refused(receive("N-2", line("PARA", "A", 31, 3)), 1, "PARA", GoodsIn.Why.OTHER_EXPIRY);
        refused(receive("N-3", line("IBU", "X", 30, 1), line("IBU", "X", 31, 1)), 2, "IBU", GoodsIn.Why.OTHER_EXPIRY);
        assertThat(stock()).containsExactly("PARA 3");
        assertThat(receive("N-4", line("IBU", "A", 31, 1))).isInstanceOf(GoodsIn.Outcome.Booked.class);
    }

    @Test
    void two_lines_of_one_batch_go_into_one_batch() {
        receive("N-1", line("PARA", "A", 30, 3), line("PARA", "A", 30, 4), undatedLine("BAND", "N", 1));
        receive("N-2", line("PARA", "A", 30, 5), undatedLine("BAND", "N", 1));
        assertThat(batchRows()).containsExactly("A 12", "N 2");
    }

    @Test
    void a_batch_that_was_sold_out_is_filled_again() {
        stock("PARA", "A", 30, 3);
        pharmacy.writeOff("PARA", "A", 3, SetAside.Reason.DAMAGED);
        stock("PARA", "A", 30, 2);
        assertThat(batchRows()).containsExactly("A 2");
        assertThat(pharmacy.available("PARA")).isEqualTo(2);
    }

    @Test
    void nothing_comes_into_a_recalled_batch() {
        stock("PARA", "A", 30, 3);
        pharmacy.recall("PARA", "A");
        refused(receive("N-2", line("PARA", "A", 30, 3)), 1, "PARA", GoodsIn.Why.RECALLED);
        assertThat(stock()).containsExactly("PARA 3");
    }

    @Test
    void a_date_is_needed_exactly_for_products_that_expire_and_all_such_lines_are_named() {
        assertThatThrownBy(() ->
                        receive("N-1", undatedLine("PARA", "A", 3), line("IBU", "B", 30, 1), line("BAND", "C", 30, 5)))
                .isInstanceOfSatisfying(InvalidInput.class, no -> assertThat(no.mistakes())
                        .extracting(m -> m.field() + " " + m.line() + " " + m.sku())
                        .containsExactly("lines[0].expiryDate 1 PARA", "lines[2].expiryDate 3 BAND"));
        assertThat(stock()).isEmpty();
    }

    @Test
    void all_unknown_products_are_named_once() {
        assertThat(receive(
                        "N-1",
                        line("NO", "A", 9, 1),
                        line("PARA", "A", 9, 1),
                        line("NIX", "A", 9, 1),
                        line("NO", "B", 9, 1)))
                .isEqualTo(new GoodsIn.Outcome.UnknownProducts(List.of("NO", "NIX")));
        assertThat(stock()).isEmpty();
    }

    @Test
    void stock_beyond_what_can_be_counted_is_refused() {
        receive("N-1", line("PARA", "A", 30, Integer.MAX_VALUE - 5));
        assertThatThrownBy(() -> receive("N-2", line("PARA", "A", 30, 4), line("PARA", "B", 30, 2)))
                .isInstanceOfSatisfying(InvalidInput.class, no -> assertThat(no.mistakes())
                        .singleElement()
                        .satisfies(mistake -> assertThat(mistake.line()).isEqualTo(2)));
        assertThat(receive("N-3", line("PARA", "A", 30, 5))).isInstanceOf(GoodsIn.Outcome.Booked.class);
        assertThat(pharmacy.available("PARA")).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void the_cost_of_a_batch_is_the_mean_of_what_came_and_an_unknown_cost_does_not_blur_it() {
        LocalDate expiry = pharmacy.today().plusDays(30);
        receive("N-1", costing(expiry, 3, "10"));
        receive("N-2", costing(expiry, 1, "14.0002"));
        receive("N-3", costing(expiry, 9, null));
        assertThat(pharmacy.rows("select unit_cost from inventory_batch")).containsExactly("11.0001");
    }

    private static GoodsIn.Line costing(LocalDate expiry, int units, @Nullable String cost) {
        return new GoodsIn.Line("PARA", "A", expiry, units, cost == null ? null : new BigDecimal(cost));
    }

    @Test
    void who_may_not_receive_books_nothing() {
        GoodsIn.Receipt note = new GoodsIn.Receipt("N-1", null, List.of(line("PARA", "A", 30, 3)));
        assertThatThrownBy(() -> pharmacy.transactions.write(pharmacy.shop, tx -> pharmacy.goodsIn.receive(tx, note)))
                .isInstanceOf(NotPermitted.class);
        assertThat(stock()).isEmpty();
    }

    @Test
    void a_known_number_with_another_expiry_becomes_a_second_batch_when_somebody_has_looked_at_the_pack() {
        receive("N-1", line("PARA", "A", 30, 3));
        refused(receive("N-2", line("PARA", "A", 60, 4)), 1, "PARA", GoodsIn.Why.OTHER_EXPIRY);
        GoodsIn.Line second = new GoodsIn.Line("PARA", "A", pharmacy.today().plusDays(60), 4, null, true, null);
        assertThat(receive("N-2", second, second)).isInstanceOf(GoodsIn.Outcome.Booked.class);
        assertThat(pharmacy.rows(
                        "select batch_number, expiry_date, quantity from inventory_batch order by expiry_date"))
                .containsExactly("A 2026-04-09 3", "A 2026-05-09 8");
        // both are known now: each date finds its own, and a third one is asked about again
        assertThat(receive("N-3", line("PARA", "A", 30, 1), line("IBU", "B", 60, 4)))
                .isInstanceOf(GoodsIn.Outcome.Booked.class);
        refused(receive("N-4", line("PARA", "A", 90, 4)), 1, "PARA", GoodsIn.Why.OTHER_EXPIRY);
        assertThat(batchRows()).containsExactlyInAnyOrder("A 4", "A 8", "B 4");
    }

    @Test
    void by_hand_units_that_expire_too_soon_for_the_product_need_a_reason_which_the_ledger_keeps() {
        ProductForm form = Pharmacy.form("INS");
        pharmacy.product(new ProductForm(
                form.sku(),
                form.name(),
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
                180,
                null,
                false,
                true,
                true));
        GoodsIn.Line early = line("INS", "A", 179, 3);
        refused(byHand("N-1", line("INS", "C", 180, 1), early), 2, "INS", GoodsIn.Why.SHORT_LIFE);
        assertThat(stock()).isEmpty();
        GoodsIn.Line agreed = new GoodsIn.Line("INS", "A", early.expiryDate(), 3, null, false, "agreed discount");
        assertThat(byHand("N-1", line("INS", "C", 180, 1), agreed)).isInstanceOf(GoodsIn.Outcome.Booked.class);
        assertThat(pharmacy.rows("select batch_number, note from inventory_movement order by batch_number"))
                .containsExactly("A Short shelf life: agreed discount", "C null");
        assertThat(receive("N-2", line("INS", "B", 2, 1))).isInstanceOf(GoodsIn.Outcome.Booked.class);
    }

    private GoodsIn.Outcome byHand(String reference, GoodsIn.Line... lines) {
        return pharmacy.transactions.write(
                pharmacy.staff,
                tx -> pharmacy.goodsIn.receiveByHand(tx, new GoodsIn.Receipt(reference, null, List.of(lines))));
    }

    @Test
    void what_is_known_of_a_batch_number_says_how_much_since_when_and_by_whom() {
        receive("N-1", line("PARA", "A", 30, 3));
        var product = new app.mortar.kernel.ProductId(Long.parseLong(
                pharmacy.rows("select id from product where sku = 'PARA'").getFirst()));
        assertThat(known(product, "A"))
                .containsExactly(new KnownBatches.Known(
                        pharmacy.today().plusDays(30), 3, false, pharmacy.clock.instant(), "ada"));
        assertThat(known(product, "B")).isEmpty();
    }

    private List<KnownBatches.Known> known(app.mortar.kernel.ProductId product, String number) {
        return pharmacy.transactions.read(pharmacy.staff, tx -> KnownBatches.of(tx, product, number));
    }
}
