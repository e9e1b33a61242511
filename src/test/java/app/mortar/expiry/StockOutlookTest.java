package app.mortar.expiry;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.catalogue.ProductForm;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.kernel.Actor;
import app.mortar.kernel.NotPermitted;
import app.mortar.kernel.Span;
import app.mortar.kernel.Stretch;
import app.mortar.stock.GoodsIn;
import app.mortar.stock.SetAside;
import app.mortar.stock.StockList;
import app.mortar.testing.DeskTest;
import app.mortar.testing.Seed;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StockOutlookTest extends DeskTest {
    private static final Span ALL = new Span(0, 1000);

    private final StockOutlook outlook = new StockOutlook();

    private void product(String sku, int minimum, @Nullable Integer reorder, String category, String supplier) {
        pharmacy.product(new ProductForm(
                sku,
                "Name of " + sku,
                null,
                null,
                null,
                null,
                null,
                category,
                supplier,
                "A1",
                minimum,
                reorder,
                null,
                null,
                false,
                true,
                true));
    }

    private Stretch<Outlook> list(OutlookFilter filter, OutlookSort sort, boolean descending, Span span) {
        return pharmacy.transactions.read(pharmacy.staff, tx -> outlook.list(tx, filter, sort, descending, span));
    }

    private List<String> skus(OutlookFilter filter, OutlookSort sort) {
        return list(filter, sort, false, ALL).rows().stream().map(Outlook::sku).toList();
    }

    private StockOutlook.Counts counts(OutlookFilter filter) {
        return pharmacy.transactions.read(pharmacy.staff, tx -> outlook.counts(tx, filter));
    }

    /** Twenty days of history in which two a day were sold, and so many units left. */
    private void selling(String sku, int left) {
        pharmacy.clock.set(MORNING.minus(Duration.ofDays(20)));
        stock(sku, "A", 500, left + 40);
        pharmacy.clock.set(MORNING.minus(Duration.ofDays(1)));
        moved(confirmed(sku, wanted(sku, 40)), OrderStatus.DELIVERED);
        pharmacy.clock.set(MORNING);
    }

    private void shelves() {
        product("OUT", 10, 25, "Pain", "Calabash");
        product("HALF", 10, null, "Pain", "Harmattan");
        product("SOON", 6, null, "Heart", "Harmattan");
        product("LOW", 10, 30, "Heart", "Calabash");
        product("ENOUGH", 10, null, "Pain", "Calabash");
        product("NO-MINIMUM", 0, null, "Pain", "Calabash");
        stock("OUT", "A", 1, 7);
        pharmacy.clock.pass(Duration.ofDays(-3));
        stock("HALF", "A", 200, 4);
        selling("SOON", 5);
        stock("LOW", "A", 200, 8);
        stock("ENOUGH", "A", 200, 10);
        pharmacy.clock.set(MORNING.plus(Duration.ofDays(1)));
    }

    @Test
    void tells_out_from_critical_from_low_and_puts_the_worst_first() {
        shelves();
        assertThat(list(OutlookFilter.LOW, OutlookSort.SEVERITY, false, ALL).rows())
                .extracting(Outlook::sku, Outlook::severity)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("OUT", Severity.OUT),
                        org.assertj.core.groups.Tuple.tuple("HALF", Severity.CRITICAL),
                        org.assertj.core.groups.Tuple.tuple("SOON", Severity.CRITICAL),
                        org.assertj.core.groups.Tuple.tuple("LOW", Severity.LOW));
        assertThat(counts(OutlookFilter.ALL)).isEqualTo(new StockOutlook.Counts(1, 2, 1));
        assertThat(counts(OutlookFilter.ALL.supplier("Calabash"))).isEqualTo(new StockOutlook.Counts(1, 0, 1));
    }

    @Test
    void filters_by_words_category_supplier_and_severity() {
        shelves();
        assertThat(skus(OutlookFilter.LOW.category("Heart"), OutlookSort.SKU)).containsExactly("LOW", "SOON");
        assertThat(skus(OutlookFilter.LOW.supplier("Harmattan"), OutlookSort.SKU))
                .containsExactly("HALF", "SOON");
        assertThat(skus(OutlookFilter.LOW.severities(Set.of(Severity.CRITICAL)), OutlookSort.SKU))
                .containsExactly("HALF", "SOON");
        assertThat(skus(OutlookFilter.LOW.words("name LO"), OutlookSort.SKU)).containsExactly("LOW");
        assertThat(skus(OutlookFilter.LOW.words("100%"), OutlookSort.SKU)).isEmpty();
        assertThat(skus(OutlookFilter.ALL.severities(Set.of(Severity.ENOUGH, Severity.UNWATCHED)), OutlookSort.SKU))
                .containsExactly("ENOUGH", "NO-MINIMUM");
        for (int from : new int[] {0, 1, 5}) {
            assertThat(list(
                                    OutlookFilter.ALL.severities(Set.of(Severity.ENOUGH, Severity.UNWATCHED)),
                                    OutlookSort.SKU,
                                    false,
                                    new Span(from, 1))
                            .total())
                    .as("of a page from %s", from)
                    .isEqualTo(2);
        }
        assertThat(skus(OutlookFilter.ALL, OutlookSort.ON_HAND))
                .containsExactly("NO-MINIMUM", "HALF", "SOON", "OUT", "LOW", "ENOUGH");
    }

    @Test
    void says_how_long_it_lasts_and_what_to_order() {
        shelves();
        Map<String, Outlook> rows = list(OutlookFilter.ALL, OutlookSort.NAME, false, ALL).rows().stream()
                .collect(java.util.stream.Collectors.toMap(Outlook::sku, Function.identity()));
        // 40 sold on the 21 days of which the last is yesterday
        assertThat(rows.get("SOON").use()).isEqualTo(new Use(40, 21));
        assertThat(rows.get("SOON").cover().orElseThrow()).isBetween(2.6, 2.7);
        assertThat(rows.get("SOON").runsOut(pharmacy.today()))
                .isEqualTo(pharmacy.today().plusDays(2));
        assertThat(rows.get("SOON").suggestedOrder()).isEqualTo(54 - 5);
        assertThat(rows.get("LOW").cover()).isEmpty();
        assertThat(rows.get("LOW").suggestedOrder()).isEqualTo(30);
        assertThat(rows.get("OUT").runsOut(pharmacy.today())).isEqualTo(pharmacy.today());
        assertThat(rows.get("OUT").suggestedOrder()).isEqualTo(25);
        assertThat(rows.get("NO-MINIMUM").suggestedOrder()).isZero();
    }

    @Test
    void worth_is_that_of_all_units_at_cost_and_unknown_without_one() {
        pharmacy.product("PARA");
        pharmacy.product("IBU");
        pharmacy.receive(new GoodsIn.Receipt(
                "N-1",
                null,
                List.of(
                        new GoodsIn.Line("PARA", "A", pharmacy.today().plusDays(9), 10, new BigDecimal("2.50")),
                        new GoodsIn.Line("PARA", "B", pharmacy.today().plusDays(99), 4, new BigDecimal("3")),
                        new GoodsIn.Line("IBU", "A", pharmacy.today().plusDays(9), 4, null))));
        assertThat(list(OutlookFilter.ALL, OutlookSort.WORTH, true, ALL).rows())
                .extracting(Outlook::sku)
                .containsExactly("PARA", "IBU");
        List<Outlook> rows =
                list(OutlookFilter.ALL, OutlookSort.WORTH, false, ALL).rows();
        assertThat(rows.getFirst().worth()).isEqualByComparingTo("37");
        assertThat(rows.getLast().worth()).isNull();
    }

    @Test
    void inactive_products_are_listed_on_request_only_and_are_never_short() {
        pharmacy.product(new ProductForm(
                "OLD", "Old", null, null, null, null, null, null, null, null, 5, null, null, null, false, true, false));
        assertThat(skus(OutlookFilter.ALL, OutlookSort.NAME)).isEmpty();
        assertThat(list(OutlookFilter.ALL.inactive(true), OutlookSort.NAME, false, ALL)
                        .rows())
                .extracting(Outlook::severity)
                .containsExactly(Severity.UNWATCHED);
        assertThat(counts(OutlookFilter.ALL.inactive(true)).all()).isZero();
    }

    @Test
    void is_for_those_who_may_see_stock() {
        Actor nobody = new Actor("x", "x", "x", Set.of());
        assertThatThrownBy(() -> pharmacy.transactions.read(nobody, tx -> outlook.counts(tx, OutlookFilter.ALL)))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> pharmacy.transactions.read(
                        nobody, tx -> outlook.list(tx, OutlookFilter.ALL, OutlookSort.NAME, false, ALL)))
                .isInstanceOf(NotPermitted.class);
    }

    static LongStream seeds() {
        return Seed.some(StockOutlookTest.class, 2);
    }

    /** Some forty products with all kinds of stock, history and promises. */
    private void chance(Random random) {
        for (int i = 0; i < 40; i++) {
            String sku = "P" + i;
            product(
                    sku,
                    random.nextInt(12),
                    random.nextBoolean() ? 1 + random.nextInt(20) : null,
                    "C" + random.nextInt(3),
                    "S" + random.nextInt(2));
            if (random.nextInt(3) == 0) {
                selling(sku, random.nextInt(9) + 1);
            }
            for (int batch = random.nextInt(3); batch > 0; batch--) {
                stock(sku, "B" + batch, 1 + random.nextInt(4), 1 + random.nextInt(6));
                switch (random.nextInt(6)) {
                    case 0 -> pharmacy.recall(sku, "B" + batch);
                    case 1 -> pharmacy.quarantine(sku, "B" + batch, 1, SetAside.Action.HOLD);
                    default -> {}
                }
            }
            pharmacy.reserve(wanted(sku, 1 + random.nextInt(3)));
        }
        pharmacy.clock.pass(Duration.ofDays(2));
        for (int i = 0; i < 40; i += 3) {
            pharmacy.reserve(wanted("P" + i, 1));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void says_the_same_whether_the_database_or_the_record_decides_and_whatever_way_it_is_read(long seed) {
        chance(new Random(seed));
        List<Outlook> all = list(OutlookFilter.ALL, OutlookSort.SKU, false, ALL).rows();
        assertThat(all).hasSize(40);
        // units agree with what carts can really have
        pharmacy.transactions.run(pharmacy.staff, tx -> {
            var available =
                    StockList.available(tx, all.stream().map(Outlook::id).toList());
            all.forEach(row -> assertThat(row.usable())
                    .as("seed %d %s", seed, row.sku())
                    .isEqualTo(available.getOrDefault(row.id(), 0)));
        });
        // the database's severity is the record's
        for (Severity severity : Severity.values()) {
            assertThat(list(OutlookFilter.ALL.severities(Set.of(severity)), OutlookSort.SKU, false, ALL)
                            .rows())
                    .as("seed %d %s", seed, severity)
                    .containsExactlyElementsOf(all.stream()
                            .filter(row -> row.severity() == severity)
                            .toList());
        }
        StockOutlook.Counts counts = counts(OutlookFilter.ALL);
        assertThat(List.of(counts.out(), counts.critical(), counts.low()))
                .isEqualTo(EnumSet.range(Severity.OUT, Severity.LOW).stream()
                        .map(severity -> (int) all.stream()
                                .filter(row -> row.severity() == severity)
                                .count())
                        .toList());
        // and so are its cover and its suggestion
        assertThat(list(OutlookFilter.ALL, OutlookSort.SUGGESTED, false, ALL).rows())
                .isSortedAccordingTo(Comparator.comparingInt(Outlook::suggestedOrder));
        assertThat(list(OutlookFilter.ALL, OutlookSort.COVER, true, ALL).rows())
                .isSortedAccordingTo(
                        Comparator.comparingDouble((Outlook row) -> row.cover().orElse(-1))
                                .reversed());
        // page by page is the whole, by every column, both ways round
        for (OutlookSort sort : OutlookSort.values()) {
            for (boolean descending : new boolean[] {false, true}) {
                List<Outlook> pages = new ArrayList<>();
                for (int from = 0; from < 40; from += 7) {
                    Stretch<Outlook> page = list(OutlookFilter.ALL, sort, descending, new Span(from, 7));
                    assertThat(page.total()).isEqualTo(40);
                    pages.addAll(page.rows());
                }
                assertThat(pages).as("seed %d %s", seed, sort).containsExactlyInAnyOrderElementsOf(all);
                assertThat(pages)
                        .isEqualTo(
                                list(OutlookFilter.ALL, sort, descending, ALL).rows());
            }
        }
    }
}
