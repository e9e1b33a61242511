package app.mortar.proof;

import app.mortar.testing.Books;
import app.mortar.testing.Crowd;
import app.mortar.testing.Pharmacy;
import java.util.ArrayList;
import java.util.List;

/** Far more buyers than units, all at the same moment. The same race for the real desk and for naive ones. */
final class LastUnits {
    static final String SKU = "LAST";
    static final int UNITS = 30;

    /** Somebody who sells. */
    interface Desk {
        /** Keeps so many units, or says no. */
        boolean keep(int units);
    }

    private LastUnits() {}

    /** Three batches with the last units between them. */
    static void stock(Pharmacy pharmacy) {
        pharmacy.product(SKU);
        pharmacy.receive(SKU, "B", pharmacy.today().plusDays(60), 11);
        pharmacy.receive(SKU, "A", pharmacy.today().plusDays(30), 7);
        pharmacy.receive(SKU, "C", pharmacy.today().plusDays(90), 12);
    }

    /** Everybody buys, several at first and single units then, until there are none; answers the units sold. */
    static int race(int buyers, Desk desk) {
        return Crowd.of(buyers, me -> buy(desk, 1 + me % 3)).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static int buy(Desk desk, int units) {
        int bought = desk.keep(units) ? units : 0;
        int rounds = 0;
        while (rounds++ < 3 && desk.keep(1)) {
            bought++;
        }
        return bought;
    }

    /** Everything that is wrong after the race; empty when exactly the stock was sold and the books add up. */
    static List<String> wrong(Pharmacy pharmacy, int sold) {
        List<String> wrong = new ArrayList<>();
        if (sold != UNITS) {
            wrong.add("sold " + sold + " of " + UNITS);
        }
        try (Books books = new Books(pharmacy.link)) {
            wrong.addAll(books.violations(pharmacy.clock.instant()));
        }
        return wrong;
    }
}
