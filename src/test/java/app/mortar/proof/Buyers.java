package app.mortar.proof;

import app.mortar.reservation.HoldAnswer;
import app.mortar.store.Link;
import app.mortar.testing.Pharmacy;
import java.io.IOException;

/** A process of its own full of buyers: {@code Buyers URL USER PASSWORD HOW_MANY}, ready when it says so. */
public final class Buyers {
    private Buyers() {}

    /** Says {@code ready}, waits for a line, buys, says how many units it got, or what went wrong. */
    public static void main(String[] arguments) throws IOException {
        Link link = new Link(arguments[0], arguments[1], arguments[2]);
        try (Pharmacy pharmacy = Pharmacy.on(link)) {
            pharmacy.available(LastUnits.SKU);
            System.out.println("ready");
            if (System.in.read() < 0) {
                return;
            }
            int sold = LastUnits.race(
                    Integer.parseInt(arguments[3]),
                    units -> pharmacy.reserve(Pharmacy.wanted(LastUnits.SKU, units)) instanceof HoldAnswer.Created);
            System.out.println("sold " + sold);
        }
    }
}
