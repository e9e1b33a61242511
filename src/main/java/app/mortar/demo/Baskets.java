package app.mortar.demo;

import app.mortar.fulfilment.Channel;
import app.mortar.fulfilment.OrderRequest;
import app.mortar.reservation.HoldRequest;
import app.mortar.reservation.HoldView;
import app.mortar.stock.Wanted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What customers put together: only what is there, and controlled medicines only over the counter. */
final class Baskets {
    private static final List<String> CLINICS =
            List.of("Hope Street Clinic", "Riverside Maternity Home", "Market Road Dispensary", "Hilltop Health Post");

    private final Formulary formulary;
    private final Random chance;
    private final Map<Channel, Integer> numbers = new EnumMap<>(Channel.class);

    Baskets(Formulary formulary, Random chance) {
        this.formulary = formulary;
        this.chance = chance;
    }

    Formulary formulary() {
        return formulary;
    }

    /** One to three things for one household. */
    List<Wanted> ofACustomer(Round round) {
        return some(round, 1 + chance.nextInt(3), 3, medicine -> !medicine.isControlled());
    }

    /** A few common medicines in larger numbers. */
    List<Wanted> ofAClinic(Round round) {
        return some(round, 3 + chance.nextInt(3), 15, medicine -> medicine.minimum() >= 15 && !medicine.isControlled());
    }

    private List<Wanted> some(Round round, int products, int most, Predicate<Medicine> fit) {
        List<Medicine> candidates = new ArrayList<>(formulary.all().stream()
                .filter(fit)
                .filter(medicine -> round.free(medicine) > most)
                .toList());
        Collections.shuffle(candidates, chance);
        return candidates.stream()
                .limit(products)
                .map(medicine -> medicine.units(round.countOn(medicine, 1 + chance.nextInt(most))))
                .toList();
    }

    /** A cart at checkout. */
    static HoldRequest cart(List<Wanted> lines, @Nullable String orderRef) {
        return new HoldRequest(null, null, orderRef, lines);
    }

    /** An order, to be confirmed at once, with the next number of its channel. */
    OrderRequest order(Channel channel, List<Wanted> lines) {
        int number = numbers.merge(channel, 1, Integer::sum);
        return switch (channel) {
            case RETAIL -> order("WEB-" + (1000 + number), channel, lines, null);
            case WHOLESALE -> order("CLINIC-" + (500 + number), channel, lines, CLINICS.get(number % CLINICS.size()));
            case COUNTER -> order("TILL-" + (200 + number), channel, lines, null);
        };
    }

    private static OrderRequest order(
            String reference, Channel channel, List<Wanted> lines, @Nullable String customer) {
        String json = customer == null ? null : "{\"name\":\"" + customer + "\"}";
        return new OrderRequest(reference, channel, null, lines, true, json, null);
    }

    /** The same order, out of the cart that was held for it. */
    static OrderRequest from(OrderRequest order, HoldView hold) {
        return new OrderRequest(
                order.externalRef(),
                order.channel(),
                hold.token(),
                order.items(),
                order.confirm(),
                order.customer(),
                order.promisedAt());
    }

    /** The same order while its payment is awaited. */
    static OrderRequest unpaid(OrderRequest order) {
        return new OrderRequest(
                order.externalRef(), order.channel(), null, order.items(), false, order.customer(), null);
    }
}
