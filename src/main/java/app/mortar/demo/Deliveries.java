package app.mortar.demo;

import app.mortar.stock.GoodsIn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What comes in: the opening stock, then each supplier once a week with whatever is running low. */
final class Deliveries {
    /** Slow movers, bought long ago: part of the opening stock. Days count from today, so 0 expires today. */
    private record Old(String sku, int expiresInDays, int units) {}

    private static final List<Old> SLOW_MOVERS = List.of(
            // found expired by the weekly look and written off
            new Old("TROPI-EYE", -52, 7),
            new Old("GRIS-500", -38, 8),
            new Old("LATA-EYE", -17, 9),
            new Old("QUIN-300", -11, 14),
            // expired since the last look, still there
            new Old("PROG-100", -3, 14),
            new Old("OXYT-10", -2, 9),
            new Old("ACIC-400", -1, 16),
            new Old("WARF-5", 0, 15),
            // soon: 7 days, 30 days, 90 days
            new Old("GTN-SPR", 1, 12),
            new Old("TERB-CRM", 4, 26),
            new Old("NYST-SUSP", 7, 24),
            new Old("DIGO-250", 8, 18),
            new Old("GENT-80", 16, 26),
            new Old("SITA-100", 24, 18),
            new Old("SALB-NEB", 30, 22),
            new Old("BECL-INH", 31, 28),
            new Old("FLUOX-20", 45, 24),
            new Old("LACT-SYR", 60, 24),
            new Old("TIMO-EYE", 90, 24));

    /** Products whose maker cannot deliver, and since how many days. */
    private static final Map<String, Integer> NOT_DELIVERED_SINCE = Map.of(
            "COAMOX-228", 90,
            "OXYT-10", 90,
            "CEFTR-1G", 60,
            "AL-80-480", 24,
            "SALB-INH", 40,
            "ZINC-20", 30,
            "INS-SOL", 60,
            "ATOR-20", 45);

    private static final LocalTime IN_THE_MORNING = LocalTime.of(8, 40);

    private final Desks desks;
    private final Diary diary;
    private final Formulary formulary;
    private final Random chance;
    private int notes;

    Deliveries(Desks desks, Diary diary, Formulary formulary, Random chance) {
        this.desks = desks;
        this.diary = diary;
        this.formulary = formulary;
        this.chance = chance;
    }

    /** What lay on the shelves on the day the books were opened. */
    void openingStock() {
        List<GoodsIn.Line> lines = new ArrayList<>();
        for (Old old : SLOW_MOVERS) {
            lines.add(line(formulary.medicine(old.sku()), diary.today().plusDays(old.expiresInDays()), old.units()));
        }
        for (Medicine medicine : formulary.all()) {
            if (SLOW_MOVERS.stream().noneMatch(old -> old.sku().equals(medicine.sku()))) {
                int units = medicine.minimum() * 5 / 4 + chance.nextInt(medicine.minimum());
                lines.add(fresh(medicine, 91, units / 3 + 1));
                lines.add(fresh(medicine, 91, units * 2 / 3 + 1));
            }
        }
        desks.receive(new GoodsIn.Receipt("OPENING-STOCK", null, lines));
    }

    /** Every supplier has its day of the week; who sees on the round that little is left has ordered there. */
    void ofTheDay(int daysAgo, Round round) {
        int turn = daysAgo % 7;
        List<String> suppliers = formulary.suppliers();
        if (turn < suppliers.size()) {
            String supplier = suppliers.get(turn);
            List<GoodsIn.Line> lines = formulary.from(supplier).stream()
                    .filter(medicine -> round.free(medicine) < 2 * medicine.minimum())
                    .filter(medicine -> daysAgo > NOT_DELIVERED_SINCE.getOrDefault(medicine.sku(), 0))
                    .map(medicine -> fresh(medicine, daysAgo, medicine.reorder()))
                    .toList();
            if (!lines.isEmpty()) {
                String reference = initials(supplier) + "-" + (4001 + notes++);
                diary.note(
                        daysAgo, IN_THE_MORNING, () -> desks.receive(new GoodsIn.Receipt(reference, supplier, lines)));
            }
        }
    }

    private static String initials(String supplier) {
        return supplier.replaceAll("[^A-Z]", "");
    }

    /** A batch with a good part of its life before it, that came so many days ago. */
    private GoodsIn.Line fresh(Medicine medicine, int daysAgo, int units) {
        int life = medicine.shelfLife() * 5 / 4 + chance.nextInt(medicine.shelfLife() * 2 + 1);
        return line(medicine, diary.today().minusDays(daysAgo).plusDays(life), units);
    }

    private GoodsIn.Line line(Medicine medicine, LocalDate expiry, int units) {
        return new GoodsIn.Line(
                medicine.sku(), batchNumber(), medicine.expires() ? expiry : null, units, cost(medicine));
    }

    private String batchNumber() {
        return "" + (char) ('A' + chance.nextInt(26)) + (char) ('A' + chance.nextInt(26))
                + (1000 + chance.nextInt(9000));
    }

    /** Two thirds of the price or a little more. */
    private BigDecimal cost(Medicine medicine) {
        return medicine.price()
                .multiply(BigDecimal.valueOf(66 + chance.nextInt(10), 2))
                .setScale(2, RoundingMode.HALF_UP);
    }
}
