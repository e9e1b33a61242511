package app.mortar.desktop.counter;

import app.mortar.desktop.Texts;
import app.mortar.desktop.goods.Says;
import app.mortar.desktop.widget.Formats;
import app.mortar.fulfilment.CounterAnswer;
import app.mortar.fulfilment.OrderAnswer;
import app.mortar.reservation.HoldAnswer;
import app.mortar.stock.Shortage;
import java.util.List;
import java.util.stream.Collectors;

/** Why a sale cannot go on, as it is said to the person at the counter. */
final class Refusals {
    private Refusals() {}

    static Says of(CounterAnswer answer, List<CartLine> cart, Formats formats) {
        return switch (answer) {
            case CounterAnswer.NotHeld no -> ofHold(no.why(), cart, formats);
            case CounterAnswer.NotSold no
            when no.why() instanceof OrderAnswer.NotEnough few -> tooFew(few.shortages(), cart, formats);
            case CounterAnswer.UnknownSale gone -> Says.warning(Texts.of("counter.gone"), Texts.of("counter.gone-why"));
            case CounterAnswer other -> Says.stop(Texts.of("counter.not-sold"), Texts.of("counter.not-sold-why"));
        };
    }

    private static Says ofHold(HoldAnswer why, List<CartLine> cart, Formats formats) {
        return switch (why) {
            case HoldAnswer.NotEnough few -> tooFew(few.shortages(), cart, formats);
            case HoldAnswer.OverLimit limit -> Says.warning(Texts.of("counter.limit"), limit.message());
            case HoldAnswer other -> Says.warning(Texts.of("counter.gone"), Texts.of("counter.gone-why"));
        };
    }

    private static Says tooFew(List<Shortage> shortages, List<CartLine> cart, Formats formats) {
        return Says.warning(
                Texts.of("counter.too-few"),
                shortages.stream()
                        .map(shortage -> Texts.of(
                                "counter.too-few-of",
                                name(shortage, cart),
                                formats.number(shortage.requested()),
                                formats.number(shortage.available())))
                        .collect(Collectors.joining(" ")));
    }

    private static String name(Shortage shortage, List<CartLine> cart) {
        return cart.stream()
                .filter(line -> line.goods().id().equals(shortage.product()))
                .map(line -> line.goods().name())
                .findFirst()
                .orElse(shortage.sku());
    }
}
