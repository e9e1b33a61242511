package app.mortar.http;

import app.mortar.stock.HoldStatus;
import app.mortar.stock.Shortage;
import java.util.List;
import java.util.Map;

/** The problems that have to do with stock, worded in one place. */
final class StockProblems {
    private StockProblems() {}

    /** A short line as the API shows it. */
    record ShortLine(String productId, String sku, long requested, int available) {
        static List<ShortLine> of(List<Shortage> shortages) {
            return shortages.stream()
                    .map(no -> new ShortLine(no.product().toString(), no.sku(), no.requested(), no.available()))
                    .toList();
        }
    }

    static Problem insufficient(List<Shortage> shortages) {
        Shortage first = shortages.getFirst();
        String others = shortages.size() == 1 ? "" : " " + (shortages.size() - 1) + " more lines are short, too.";
        return new Problem(
                409,
                "insufficient-stock",
                "There is not enough stock",
                first.sku() + ": " + first.requested() + " asked for, " + first.available() + " available." + others
                        + " Nothing was taken.",
                Map.of("shortages", ShortLine.of(shortages)));
    }

    static Problem unitsHeld(Shortage no) {
        return new Problem(
                409,
                "units-held",
                "Some of these units are promised to carts or orders",
                no.sku() + ": " + no.requested() + " units to be taken, only " + no.available()
                        + " are not promised. Nothing was changed; wait for the holds or release them first.",
                Map.of("shortages", ShortLine.of(List.of(no))));
    }

    static Problem unknownProducts(List<String> names) {
        return new Problem(
                404,
                "unknown-product",
                "There is no such product",
                "Not known: " + String.join(", ", names) + ".",
                Map.of("unknown", names));
    }

    static Problem unknownReservation() {
        return new Problem(
                404, "unknown-reservation", "There is no such reservation", "This key has no reservation of that id.");
    }

    static Problem closed(HoldStatus status) {
        String why =
                switch (status) {
                    case RELEASED -> "It was released; take a new one.";
                    case COMMITTED -> "A confirmed order has taken it over.";
                    case FULFILLED -> "Its order has been dispatched.";
                    default -> "It belongs to another order.";
                };
        return new Problem(409, "reservation-closed", "This reservation is closed", why);
    }

    static Problem conflict(String detail) {
        return new Problem(409, "conflict", "This does not fit what is there", detail);
    }

    static Problem duplicate(String detail, String field) {
        return new Problem(409, "duplicate", "This is taken already", detail, Map.of("field", field));
    }

    static Problem unknownBatch(String sku, String number) {
        return new Problem(
                404,
                "not-found",
                "There is no such batch",
                sku + " has no batch " + number + " with that expiry date.");
    }
}
