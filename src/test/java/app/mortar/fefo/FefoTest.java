package app.mortar.fefo;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.kernel.BatchId;
import app.mortar.testing.Seed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FefoTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final Instant RECEIVED = Instant.parse("2026-01-01T08:00:00Z");

    private static Lot lot(long id, String expiry, int quantity) {
        return lot(id, expiry, RECEIVED, quantity);
    }

    private static Lot lot(long id, String expiry, Instant received, int quantity) {
        return new Lot(
                new BatchId(id), expiry == null ? null : LocalDate.parse(expiry), received, quantity, 0, 0, false);
    }

    private static String picks(long wanted, Lot... lots) {
        return switch (Fefo.allocate(wanted, List.of(lots), TODAY)) {
            case Allocation.Filled filled -> said(filled.picks());
            case Allocation.Shortfall no -> "only " + no.available();
        };
    }

    private static String said(List<Pick> picks) {
        return String.join(
                " ",
                picks.stream().map(pick -> pick.batch() + "x" + pick.quantity()).toList());
    }

    @ParameterizedTest(name = "{0} units of three batches: {1}")
    @CsvSource({
        "1,1x1",
        "3,1x3",
        "4,1x3 2x1",
        "7,1x3 2x4",
        "8,1x3 2x4 3x1",
        "12,1x3 2x4 3x5",
        "13,only 12",
        "3000000000,only 12"
    })
    void takes_from_three_batches_in_the_order_of_their_expiry(long wanted, String expected) {
        assertThat(picks(wanted, lot(3, "2026-06-08", 5), lot(1, "2026-04-09", 3), lot(2, "2026-05-09", 4)))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "a lot that expires on {0} is good on {1}: {2}")
    @CsvSource({
        "2026-03-09,2026-03-10,false",
        "2026-03-10,2026-03-10,false",
        "2026-03-11,2026-03-10,true",
        "2028-02-29,2028-02-28,true",
        "2028-02-29,2028-02-29,false",
        "2028-02-29,2028-03-01,false",
        "2027-02-28,2027-02-28,false",
        "2027-03-01,2027-02-28,true",
        "2026-12-31,2026-12-31,false",
        "2027-01-01,2026-12-31,true"
    })
    void never_touches_a_lot_on_or_after_its_expiry_date(LocalDate expiry, LocalDate today, boolean good) {
        Lot lot = lot(1, expiry.toString(), 5);
        assertThat(lot.isGoodOn(today)).isEqualTo(good);
        assertThat(lot.goodUnits(today)).isEqualTo(good ? 5 : 0);
        assertThat(Fefo.free(List.of(lot), today)).isEqualTo(good ? 5 : 0);
        assertThat(Fefo.allocate(1, List.of(lot), today))
                .isEqualTo(
                        good ? new Allocation.Filled(List.of(new Pick(lot.batch(), 1))) : new Allocation.Shortfall(0));
    }

    @Test
    void an_undated_lot_goes_last_but_always_may() {
        assertThat(picks(3, lot(1, null, 5), lot(2, "2099-01-01", 2))).isEqualTo("2x2 1x1");
    }

    @Test
    void of_equal_expiry_the_one_received_first_goes_first_and_then_the_lowest_id() {
        Instant later = RECEIVED.plusNanos(1000);
        assertThat(picks(
                        4,
                        lot(1, "2026-05-01", later, 1),
                        lot(4, "2026-05-01", RECEIVED, 1),
                        lot(3, "2026-05-01", RECEIVED, 1),
                        lot(2, null, RECEIVED, 1)))
                .isEqualTo("3x1 4x1 1x1 2x1");
    }

    @Test
    void reserved_quarantined_and_recalled_units_are_not_free() {
        LocalDate expiry = LocalDate.parse("2026-05-01");
        Lot partly = new Lot(new BatchId(1), expiry, RECEIVED, 10, 3, 4, false);
        Lot recalled = new Lot(new BatchId(2), expiry.minusDays(9), RECEIVED, 10, 0, 0, true);
        assertThat(partly.freeUnits(TODAY)).isEqualTo(3);
        assertThat(partly.goodUnits(TODAY)).isEqualTo(6);
        assertThat(picks(3, partly, recalled)).isEqualTo("1x3");
        assertThat(picks(4, partly, recalled)).isEqualTo("only 3");
    }

    static LongStream seeds() {
        return Seed.some(FefoTest.class, 4);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void allocates_as_somebody_who_takes_one_unit_after_the_other_from_the_best_lot(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            List<Lot> lots = lots(random);
            int wanted = 1 + random.nextInt(20);
            assertThat(Fefo.allocate(wanted, lots, TODAY))
                    .as("seed %d round %d: %d of %s", seed, round, wanted, lots)
                    .isEqualTo(oneByOne(wanted, lots));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_order_is_total(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<Lot> lots = new ArrayList<>(lots(random));
            List<Lot> sorted = lots.stream().sorted(Fefo.ORDER).toList();
            Collections.shuffle(lots, random);
            assertThat(lots.stream().sorted(Fefo.ORDER)).containsExactlyElementsOf(sorted);
            for (int i = 1; i < sorted.size(); i++) {
                assertThat(Fefo.ORDER.compare(sorted.get(i - 1), sorted.get(i))).isNegative();
                assertThat(Fefo.ORDER.compare(sorted.get(i), sorted.get(i - 1))).isPositive();
            }
        }
    }

    private static List<Lot> lots(Random random) {
        return IntStream.range(0, random.nextInt(7))
                .mapToObj(id -> {
                    int quantity = random.nextInt(7);
                    int reserved = random.nextInt(quantity + 1);
                    int quarantined = random.nextInt(quantity - reserved + 1);
                    LocalDate expiry = random.nextInt(6) == 0 ? null : TODAY.plusDays(random.nextInt(5) - 1);
                    return new Lot(
                            new BatchId(100 - id),
                            expiry,
                            RECEIVED.plusSeconds(random.nextInt(2)),
                            quantity,
                            reserved,
                            quarantined,
                            random.nextInt(8) == 0);
                })
                .toList();
    }

    /** The rule as a person would follow it: look at all lots, take one unit of the best, look again. */
    private static Allocation oneByOne(int wanted, List<Lot> lots) {
        int[] left = new int[lots.size()];
        for (int i = 0; i < left.length; i++) {
            Lot lot = lots.get(i);
            boolean sellable = !lot.recalled() && (lot.expiry() == null || TODAY.isBefore(lot.expiry()));
            left[i] = sellable ? lot.quantity() - lot.reserved() - lot.quarantined() : 0;
        }
        int all = IntStream.of(left).sum();
        if (all < wanted) {
            return new Allocation.Shortfall(all);
        }
        List<Pick> picks = new ArrayList<>();
        for (int unit = 0; unit < wanted; unit++) {
            int best = -1;
            for (int i = 0; i < left.length; i++) {
                if (left[i] > 0 && (best < 0 || goesBefore(lots.get(i), lots.get(best)))) {
                    best = i;
                }
            }
            left[best]--;
            BatchId taken = lots.get(best).batch();
            if (!picks.isEmpty() && picks.getLast().batch().equals(taken)) {
                picks.set(picks.size() - 1, new Pick(taken, picks.getLast().quantity() + 1));
            } else {
                picks.add(new Pick(taken, 1));
            }
        }
        return new Allocation.Filled(picks);
    }

    private static boolean goesBefore(Lot a, Lot b) {
        long expiryA = a.expiry() == null ? Long.MAX_VALUE : a.expiry().toEpochDay();
        long expiryB = b.expiry() == null ? Long.MAX_VALUE : b.expiry().toEpochDay();
        if (expiryA != expiryB) {
            return expiryA < expiryB;
        }
        if (!a.receivedAt().equals(b.receivedAt())) {
            return a.receivedAt().isBefore(b.receivedAt());
        }
        return a.batch().value() < b.batch().value();
    }
}
