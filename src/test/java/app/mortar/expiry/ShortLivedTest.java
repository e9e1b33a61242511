package app.mortar.expiry;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.catalogue.ProductForm;
import app.mortar.kernel.ExpiryStage;
import app.mortar.kernel.NotPermitted;
import app.mortar.stock.GoodsIn;
import app.mortar.stock.SetAside;
import app.mortar.testing.DeskTest;
import app.mortar.testing.Seed;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShortLivedTest extends DeskTest {
    private final ShortLived shortLived = new ShortLived();

    private List<ShortLived.Row> rows(ShortLived.Which which) {
        return pharmacy.transactions.read(pharmacy.staff, tx -> shortLived.rows(tx, which, 0, 1_000));
    }

    private List<String> batches(ShortLived.Which which) {
        return rows(which).stream().map(ShortLived.Row::batchNumber).toList();
    }

    private ShortLived.Sum sum(ShortLived.Which which) {
        return pharmacy.transactions.read(pharmacy.staff, tx -> shortLived.sum(tx, which));
    }

    private void receive(String sku, String batch, LocalDate expiry, int units, @Nullable String cost) {
        pharmacy.receive(new GoodsIn.Receipt(
                "GRN-" + sku + batch,
                null,
                List.of(new GoodsIn.Line(sku, batch, expiry, units, cost == null ? null : new BigDecimal(cost)))));
    }

    @Test
    void every_day_belongs_to_one_list_and_what_lives_longer_to_none() {
        pharmacy.product("PARA");
        for (int days : new int[] {1, 2, 7, 8, 9, 30, 31, 32, 90, 91, 92}) {
            stock("PARA", "D" + days, days, 1);
        }
        pharmacy.clock.pass(Duration.ofDays(1));
        assertThat(batches(ShortLived.Which.EXPIRED))
                .as("its last day has come")
                .containsExactly("D1");
        assertThat(batches(ShortLived.Which.D7)).containsExactly("D2", "D7", "D8");
        assertThat(batches(ShortLived.Which.D30)).containsExactly("D9", "D30", "D31");
        assertThat(batches(ShortLived.Which.D90)).containsExactly("D32", "D90", "D91");
    }

    @Test
    void the_day_changes_at_the_pharmacys_midnight() {
        pharmacy.product("PARA");
        stock("PARA", "A", 1, 1);
        pharmacy.clock.set(Instant.parse("2026-03-10T22:59:59Z"));
        assertThat(batches(ShortLived.Which.D7)).containsExactly("A");
        pharmacy.clock.set(Instant.parse("2026-03-10T23:00:00Z"));
        assertThat(batches(ShortLived.Which.D7)).isEmpty();
        assertThat(batches(ShortLived.Which.EXPIRED)).containsExactly("A");
    }

    @Test
    void a_row_says_what_is_promised_recalled_and_worth_and_what_is_gone_or_undated_is_not_there() {
        pharmacy.product("PARA");
        pharmacy.product(new ProductForm(
                "SYRINGE", "Syringe", null, null, null, null, null, null, null, null, 0, null, null, null, false, false,
                true));
        receive("PARA", "A", pharmacy.today().plusDays(5), 10, "2.5");
        receive("PARA", "B", pharmacy.today().plusDays(6), 4, null);
        receive("PARA", "GONE", pharmacy.today().plusDays(6), 1, "9");
        receive("SYRINGE", "S", null, 7, "1");
        pharmacy.writeOff("PARA", "GONE", 1, SetAside.Reason.DAMAGED);
        pharmacy.hold(wanted("PARA", 3));
        pharmacy.recall("PARA", "B");
        assertThat(rows(ShortLived.Which.D7))
                .extracting(
                        row -> row.batchNumber() + " " + row.units() + " " + row.reserved() + " " + row.recalled() + " "
                                + (row.worth() == null
                                        ? "?"
                                        : row.worth().stripTrailingZeros().toPlainString()))
                .containsExactly("A 10 3 false 25", "B 4 0 true ?");
        ShortLived.Sum sum = sum(ShortLived.Which.D7);
        assertThat(sum.batches()).isEqualTo(2);
        assertThat(sum.units()).isEqualTo(14);
        assertThat(sum.worth()).as("as far as it is known").isEqualByComparingTo("25");
        assertThat(sum(ShortLived.Which.EXPIRED))
                .isEqualTo(
                        new ShortLived.Sum(0, 0, sum(ShortLived.Which.EXPIRED).worth()));
    }

    private static LongStream seeds() {
        return Seed.some(ShortLivedTest.class, 2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void windows_follow_each_other_and_sums_are_those_of_the_rows(long seed) {
        Random random = new Random(seed);
        for (int product = 0; product < 6; product++) {
            pharmacy.product("P" + product);
            for (int batch = 0; batch < 8; batch++) {
                LocalDate expiry = pharmacy.today().plusDays(1 + random.nextInt(120));
                receive(
                        "P" + product,
                        "B" + batch,
                        expiry,
                        1 + random.nextInt(9),
                        random.nextBoolean() ? "1.25" : null);
            }
        }
        pharmacy.clock.pass(Duration.ofDays(20));
        int seen = 0;
        for (ShortLived.Which which : ShortLived.Which.values()) {
            List<ShortLived.Row> all = rows(which);
            List<ShortLived.Row> windows = new ArrayList<>();
            for (int from = 0; from < all.size(); from += 3) {
                int offset = from;
                windows.addAll(pharmacy.transactions.read(pharmacy.staff, tx -> shortLived.rows(tx, which, offset, 3)));
            }
            assertThat(windows).isEqualTo(all);
            assertThat(all).isSortedAccordingTo((a, b) -> a.expiryDate().compareTo(b.expiryDate()));
            assertThat(sum(which).units())
                    .isEqualTo(all.stream().mapToInt(ShortLived.Row::units).sum());
            assertThat(all)
                    .allMatch(row -> (row.stage() == ExpiryStage.EXPIRED) == (which == ShortLived.Which.EXPIRED));
            seen += all.size();
        }
        assertThat(seen)
                .isEqualTo(pharmacy.rows("select id from inventory_batch where expiry_date <= date '"
                                + pharmacy.today().plusDays(90) + "'")
                        .size());
    }

    @Test
    void who_may_not_see_stock_sees_none() {
        assertThatThrownBy(
                        () -> pharmacy.transactions.read(pharmacy.shop, tx -> shortLived.sum(tx, ShortLived.Which.D7)))
                .isInstanceOf(NotPermitted.class);
    }
}
