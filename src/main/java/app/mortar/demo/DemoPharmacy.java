package app.mortar.demo;

import app.mortar.kernel.Actor;
import app.mortar.store.StoreClock;
import app.mortar.store.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;

/**
 * Fills an empty database with a pharmacy that has been open for three months. Everything goes over the real desks at
 * the moment it happened, so the ledger is in order and the books add up; the dice always fall the same way, so it is
 * the same pharmacy every time, counted from today.
 */
public final class DemoPharmacy {
    private static final int DAYS = 90;
    private static final long SEED = 952;

    private final Transactions transactions;
    private final ZoneId zone;
    private final Clock clock;

    /**
     * Prepares the filling.
     *
     * @param transactions to a database with the schema of today and no products
     * @param zone the pharmacy's, as the transactions know it
     * @param clock ends the history
     */
    public DemoPharmacy(Transactions transactions, ZoneId zone, Clock clock) {
        this.transactions = transactions;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Lives through the three months.
     *
     * @param shop whom the orders and carts of the web shop belong to; needs the permissions to reserve and to order
     * @throws IllegalStateException when the database was not empty
     */
    public void fill(Actor shop) {
        Instant now = clock.instant();
        PastClock past = new PastClock(Instant.EPOCH);
        Diary diary = new Diary(past, now, zone);
        Desks desks = new Desks(transactions.by(StoreClock.of(past)));
        Formulary formulary = Formulary.read();
        Random chance = new Random(SEED);
        Baskets baskets = new Baskets(formulary, chance);
        Deliveries deliveries = new Deliveries(desks, diary, formulary, chance);
        Trade trade = new Trade(desks, diary, baskets, chance, shop);

        diary.note(DAYS + 1, LocalTime.of(8, 0), () -> Staff.hire(transactions.by(StoreClock.of(past))));
        diary.note(DAYS + 1, LocalTime.of(9, 0), () -> desks.list(formulary.all()));
        diary.note(DAYS + 1, LocalTime.of(17, 0), deliveries::openingStock);
        new Losses(desks, diary, formulary).expect();
        for (int day = DAYS; day > 0; day--) {
            int daysAgo = day;
            diary.note(daysAgo, LocalTime.of(8, 0), () -> {
                Round round = desks.round();
                deliveries.ofTheDay(daysAgo, round);
                trade.ofTheDay(daysAgo, round);
            });
        }
        new Stocktaking(desks, diary).expect();
        new JustNow(desks, diary, baskets, shop).expect();
        diary.live();
    }
}
