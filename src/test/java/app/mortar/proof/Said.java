package app.mortar.proof;

import app.mortar.fulfilment.OrderAnswer;
import app.mortar.recall.RecallDesk;
import app.mortar.reservation.HoldAnswer;
import app.mortar.reservation.ReservationDesk;
import app.mortar.stock.Adjusting;
import app.mortar.stock.GoodsIn;
import app.mortar.stock.SetAside;
import app.mortar.stock.Shortage;
import app.mortar.stock.SupplierReturn;
import java.util.List;
import java.util.stream.Collectors;

/** What the real desks answer, in the words of the {@link Model}. */
final class Said {
    private Said() {}

    private static String shorts(List<Shortage> shortages) {
        return shortages.stream()
                .map(one -> " " + one.sku() + "=" + one.available())
                .sorted()
                .collect(Collectors.joining("", "short", ""));
    }

    static String of(HoldAnswer answer) {
        return switch (answer) {
            case HoldAnswer.Created created -> "created";
            case HoldAnswer.Refreshed refreshed -> "refreshed";
            case HoldAnswer.NotEnough no -> shorts(no.shortages());
            case HoldAnswer.Closed closed -> "closed " + closed.status();
            case HoldAnswer.OverLimit over -> "limit " + over.limit();
            case HoldAnswer.UnknownHold unknown -> "unknown hold";
            case HoldAnswer.UnknownProducts unknown -> "unknown " + unknown.names();
        };
    }

    static String of(ReservationDesk.Release release) {
        return switch (release) {
            case ReservationDesk.Release.Released released -> "released";
            case ReservationDesk.Release.Closed closed -> "closed " + closed.status();
            case ReservationDesk.Release.UnknownHold unknown -> "unknown hold";
        };
    }

    static String of(OrderAnswer answer) {
        return switch (answer) {
            case OrderAnswer.Placed placed -> "placed " + placed.order().status();
            case OrderAnswer.Stands stands -> "stands " + stands.order().status();
            case OrderAnswer.HoldClosed closed -> "closed " + closed.status();
            case OrderAnswer.ItemsDiffer differ -> "items differ";
            case OrderAnswer.NotEnough no -> shorts(no.shortages());
            case OrderAnswer.IllegalStep illegal -> "illegal";
            case OrderAnswer.UnknownOrder unknown -> "unknown order";
            case OrderAnswer.UnknownHold unknown -> "unknown hold";
            case OrderAnswer.UnknownProducts unknown -> "unknown " + unknown.names();
        };
    }

    static String of(GoodsIn.Outcome outcome) {
        return switch (outcome) {
            case GoodsIn.Outcome.Booked booked -> "booked";
            case GoodsIn.Outcome.LineRefused no -> no.why().name();
            case GoodsIn.Outcome other -> other.toString();
        };
    }

    static String of(SetAside.Outcome outcome) {
        return switch (outcome) {
            case SetAside.Outcome.Done done -> "done";
            case SetAside.Outcome.UnknownBatch unknown -> "unknown batch";
            case SetAside.Outcome.NotThere no -> "not there " + no.shortage().available();
            case SetAside.Outcome.UnitsHeld no -> "held " + no.shortage().available();
            case SetAside.Outcome.NotExpired no -> "not expired";
            case SetAside.Outcome other -> other.toString();
        };
    }

    static String of(Adjusting.Outcome outcome) {
        return switch (outcome) {
            case Adjusting.Outcome.Done done -> "done";
            case Adjusting.Outcome.UnknownBatch unknown -> "unknown batch";
            case Adjusting.Outcome.NotThere no -> "not there " + no.shortage().available();
            case Adjusting.Outcome.ReversedBefore before -> "reversed before";
            case Adjusting.Outcome.NotReversible not -> "not reversible";
            case Adjusting.Outcome other -> other.toString();
        };
    }

    static String of(SupplierReturn.Outcome outcome) {
        return switch (outcome) {
            case SupplierReturn.Outcome.Booked booked -> "done";
            case SupplierReturn.Outcome.LineRefused no ->
                switch (no.why()) {
                    case UNKNOWN_BATCH -> "unknown batch";
                    case NOT_THERE -> "not there " + no.available();
                    case UNITS_HELD -> "held " + no.available();
                    case UNKNOWN_PRODUCT, AMBIGUOUS -> no.toString();
                };
            case SupplierReturn.Outcome other -> other.toString();
        };
    }

    static String of(RecallDesk.Outcome outcome) {
        return switch (outcome) {
            case RecallDesk.Outcome.Recalled recalled -> "recalled " + recalled.onShelf();
            case RecallDesk.Outcome.UnknownBatch unknown -> "unknown batch";
            case RecallDesk.Outcome.UnknownProduct unknown -> "unknown product";
        };
    }
}
