package app.mortar.stock;

import static app.mortar.testing.Pharmacy.request;
import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.catalogue.ProductForm;
import app.mortar.fefo.Fefo;
import app.mortar.fefo.Lot;
import app.mortar.fulfilment.OrderAnswer;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.reservation.HoldAnswer;
import app.mortar.testing.DeskTest;
import app.mortar.testing.Seed;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AvailabilityTest extends DeskTest {
    private static ProductForm form(String sku, int minimum, boolean expires, boolean active) {
        return new ProductForm(
                sku, sku, null, null, null, null, null, null, null, null, minimum, null, null, null, false, expires,
                active);
    }

    private int listed(String sku) {
        return pharmacy.transactions.read(pharmacy.staff, tx -> StockList.row(tx, pharmacy.products.find(tx, sku))
                .available());
    }

    private List<String> low() {
        return pharmacy.transactions.read(
                pharmacy.staff, tx -> pharmacy.stockList.list(tx, null, true, 100, null).items().stream()
                        .map(row -> row.product().sku())
                        .sorted()
                        .toList());
    }

    @Test
    void every_unit_on_the_shelf_is_counted_in_one_term() {
        pharmacy.product("PARA");
        stock("PARA", "recalled", 30, 7);
        stock("PARA", "expired", 1, 5);
        stock("PARA", "good", 60, 20);
        pharmacy.quarantine("PARA", "recalled", 2, SetAside.Action.HOLD);
        pharmacy.quarantine("PARA", "expired", 5, SetAside.Action.HOLD);
        pharmacy.recall("PARA", "recalled");
        pharmacy.clock.pass(Duration.ofDays(1));
        pharmacy.quarantine("PARA", "good", 3, SetAside.Action.HOLD);
        confirmed("O-1", wanted("PARA", 4));
        pharmacy.hold(wanted("PARA", 1));
        pharmacy.clock.pass(Duration.ofMinutes(14));
        pharmacy.hold(wanted("PARA", 2));
        assertThat(pharmacy.why("PARA"))
                .isEqualTo(new WhyThisNumber.Terms(
                        10, 32, 7, 5, 3, 3, 4, pharmacy.clock.instant().plus(Duration.ofMinutes(1))));
        pharmacy.clock.pass(Duration.ofMinutes(1));
        assertThat(pharmacy.why("PARA"))
                .isEqualTo(new WhyThisNumber.Terms(
                        11, 32, 7, 5, 3, 2, 4, pharmacy.clock.instant().plus(Duration.ofMinutes(14))));
        assertThat(listed("PARA")).isEqualTo(11);
        assertThat(pharmacy.rows("select reserved_quantity from product")).containsExactly("7");
        pharmacy.clock.pass(Duration.ofMinutes(14));
        assertThat(pharmacy.why("PARA").nextReleaseAt()).isNull();
    }

    @Test
    void only_expired_recalled_or_quarantined_units_left_is_low_and_holds_alone_never_are() {
        for (String sku : List.of("EXPIRED", "RECALLED", "SET-ASIDE", "HELD", "EXACT", "BELOW", "NONE", "NO-MINIMUM")) {
            pharmacy.product(form(sku, sku.equals("NO-MINIMUM") ? 0 : 5, true, true));
        }
        pharmacy.product(form("INACTIVE", 5, true, false));
        stock("EXPIRED", "A", 1, 9);
        stock("RECALLED", "A", 30, 9);
        stock("SET-ASIDE", "A", 30, 9);
        stock("HELD", "A", 30, 9);
        stock("EXACT", "A", 30, 5);
        stock("BELOW", "A", 30, 4);
        pharmacy.clock.pass(Duration.ofDays(1));
        pharmacy.recall("RECALLED", "A");
        pharmacy.quarantine("SET-ASIDE", "A", 5, SetAside.Action.HOLD);
        pharmacy.hold(wanted("HELD", 9));
        assertThat(low()).containsExactly("BELOW", "EXPIRED", "NONE", "RECALLED", "SET-ASIDE");
    }

    @Test
    void batches_are_listed_in_the_order_in_which_they_go_with_their_stage() {
        pharmacy.product("PARA");
        for (int days : List.of(91, 90, 31, 30, 8, 7, 1)) {
            stock("PARA", "in " + days, days, 1);
        }
        List<String> batches = pharmacy.transactions.read(
                pharmacy.staff,
                tx -> pharmacy.why.batches(tx, pharmacy.products.find(tx, "PARA"), 100, null).items().stream()
                        .map(batch -> batch.batchNumber() + " " + batch.stage())
                        .toList());
        assertThat(batches)
                .containsExactly("in 1 D7", "in 7 D7", "in 8 D30", "in 30 D30", "in 31 D90", "in 90 D90", "in 91 NONE");
    }

    static LongStream seeds() {
        return Seed.some(AvailabilityTest.class, 2);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_lists_say_is_what_can_really_be_had_to_the_last_unit(long seed) {
        Random random = new Random(seed);
        List<String> skus = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            skus.add("P" + i);
            pharmacy.product(form("P" + i, 0, i % 4 != 3, true));
        }
        skus.forEach(sku -> fill(sku, random));
        pharmacy.clock.pass(Duration.ofDays(2));
        skus.forEach(sku -> promise(sku, random));
        pharmacy.clock.pass(Duration.ofMinutes(8));
        deactivate(skus.getLast());
        for (String sku : skus) {
            String story = "seed " + seed + " " + sku;
            boolean active = !sku.equals(skus.getLast());
            int available = listed(sku);
            WhyThisNumber.Terms terms = pharmacy.why(sku);
            assertThat(terms.available())
                    .as(story)
                    .isNotNegative()
                    .isEqualTo(terms.onShelf()
                            - terms.recalled()
                            - terms.expired()
                            - terms.quarantined()
                            - terms.inCarts()
                            - terms.committed());
            assertThat(available).as(story).isEqualTo(active ? terms.available() : 0);
            assertThat(pharmacy.reserve(wanted(sku, available + 1)))
                    .as(story)
                    .isInstanceOfSatisfying(HoldAnswer.NotEnough.class, no -> assertThat(
                                    no.shortages().getFirst().available())
                            .isEqualTo(available));
            if (available > 0) {
                assertThat(pharmacy.reserve(wanted(sku, available))).as(story).isInstanceOf(HoldAnswer.Created.class);
                assertThat(listed(sku)).as(story).isZero();
                assertThat(pharmacy.available(sku)).as(story).isZero();
            }
        }
    }

    /** Batches that are good, expired by the day after tomorrow, recalled, set aside in part, or empty. */
    private void fill(String sku, Random random) {
        boolean expires = Integer.parseInt(sku.substring(1)) % 4 != 3;
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            String batch = "B" + i;
            int units = 1 + random.nextInt(9);
            pharmacy.receive(sku, batch, expires ? pharmacy.today().plusDays(1 + random.nextInt(4)) : null, units);
            switch (random.nextInt(5)) {
                case 0 -> pharmacy.recall(sku, batch);
                case 1 -> pharmacy.quarantine(sku, batch, 1 + random.nextInt(units), SetAside.Action.HOLD);
                case 2 -> pharmacy.writeOff(sku, batch, 1 + random.nextInt(units), SetAside.Reason.DAMAGED);
                default -> {}
            }
        }
    }

    /** Carts that live, carts that will have run out, orders waiting and orders gone. */
    private void promise(String sku, Random random) {
        for (int i = 0; i < 6; i++) {
            int units = 1 + random.nextInt(4);
            if (random.nextBoolean()) {
                pharmacy.reserve(wanted(sku, units));
            } else if (pharmacy.order(request(sku + i, null, true, wanted(sku, units)))
                            instanceof OrderAnswer.Placed placed
                    && random.nextBoolean()) {
                pharmacy.move(placed.order().id(), OrderStatus.DISPATCHED);
            }
            pharmacy.clock.pass(Duration.ofMinutes(1 + random.nextInt(3)));
        }
    }

    private void deactivate(String sku) {
        boolean expires = Integer.parseInt(sku.substring(1)) % 4 != 3;
        pharmacy.transactions.run(
                pharmacy.staff, tx -> pharmacy.products.replace(tx, sku, form(sku, 0, expires, false)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_rule_of_good_and_the_order_are_the_same_in_sql_and_in_memory(long seed) {
        Random random = new Random(seed);
        pharmacy.product(form("PARA", 0, true, true));
        pharmacy.product(form("BAND", 0, false, true));
        for (int i = 0; i < 40; i++) {
            pharmacy.clock.pass(Duration.ofMillis(random.nextInt(2)));
            boolean dated = random.nextInt(4) > 0;
            String sku = dated ? "PARA" : "BAND";
            pharmacy.receive(
                    sku,
                    "B" + i,
                    dated ? pharmacy.today().plusDays(1 + random.nextInt(6)) : null,
                    1 + random.nextInt(5));
            if (random.nextInt(5) == 0) {
                pharmacy.recall(sku, "B" + i);
            }
        }
        for (int day = -1; day < 8; day++) {
            LocalDate today = pharmacy.today().plusDays(day);
            pharmacy.transactions.run(pharmacy.staff, tx -> {
                List<Batch> all = tx.session()
                        .createSelectionQuery("from Batch b", Batch.class)
                        .getResultList();
                List<String> inMemory = all.stream()
                        .map(Batch::asLot)
                        .filter(lot -> lot.isGoodOn(today))
                        .sorted(Fefo.ORDER)
                        .map(Lot::toString)
                        .toList();
                List<String> inSql = tx
                        .session()
                        .createNativeQuery(
                                "select b.* from inventory_batch b where " + Fefo.GOOD_BATCH_SQL + " order by "
                                        + Fefo.ORDER_SQL,
                                Batch.class)
                        .setParameter("today", today)
                        .getResultList()
                        .stream()
                        .map(batch -> batch.asLot().toString())
                        .toList();
                assertThat(inSql).as("seed %d on %s", seed, today).containsExactlyElementsOf(inMemory);
            });
        }
    }

    @Test
    void good_units_of_a_list_are_those_of_the_lots() {
        pharmacy.product(form("PARA", 0, true, true));
        stock("PARA", "A", 1, 5);
        stock("PARA", "B", 2, 7);
        pharmacy.quarantine("PARA", "B", 3, SetAside.Action.HOLD);
        for (int day = 0; day < 4; day++) {
            LocalDate today = pharmacy.today().plusDays(day);
            pharmacy.transactions.run(pharmacy.staff, tx -> {
                Number inSql = (Number) tx.session()
                        .createNativeQuery("select " + StockList.GOOD_UNITS_SQL + " from product p", Object.class)
                        .setParameter("today", today)
                        .getSingleResult();
                int inMemory = tx.session().createSelectionQuery("from Batch b", Batch.class).getResultList().stream()
                        .mapToInt(batch -> batch.asLot().goodUnits(today))
                        .sum();
                assertThat(inSql.intValue()).isEqualTo(inMemory);
            });
        }
    }
}
