package app.mortar.proof;

import app.mortar.catalogue.ProductForm;
import app.mortar.fulfilment.OrderAnswer;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.kernel.InvalidInput;
import app.mortar.reservation.HoldAnswer;
import app.mortar.reservation.HoldRequest;
import app.mortar.stock.SetAside;
import app.mortar.stock.Wanted;
import app.mortar.testing.Pharmacy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A pharmacy's life at random: each step is done for real and in the model. */
final class Life {
    private static final List<String> SKUS = List.of("P1", "P2", "P3", "P4");
    private static final String UNDATED = "P4";

    private final Pharmacy pharmacy;
    private final Random random;
    final Model model = new Model();
    private final Map<String, Long> orderIds = new HashMap<>();

    /** What was done, and how both answered. */
    record Step(String what, String real, String expected) {}

    Life(Pharmacy pharmacy, Random random) {
        this.pharmacy = pharmacy;
        this.random = random;
        for (String sku : SKUS) {
            pharmacy.product(form(sku, true));
            model.state.products.put(sku, new ModelState.Product());
        }
        time();
    }

    private static ProductForm form(String sku, boolean active) {
        return new ProductForm(
                sku, sku, null, null, null, null, null, null, null, null, 0, null, null, null, false,
                !sku.equals(UNDATED), active);
    }

    private void time() {
        model.now = pharmacy.clock.instant();
        model.today = pharmacy.today();
    }

    Step step() {
        pharmacy.clock.pass(Duration.ofMillis(1 + random.nextInt(30_000)));
        time();
        int dice = random.nextInt(100);
        if (dice < 12) {
            return receive();
        } else if (dice < 32) {
            return reserve(null, chance(3) ? "c" + random.nextInt(4) : null);
        } else if (dice < 42) {
            return reserve(someHold(), chance(5) ? "c" + random.nextInt(4) : null);
        } else if (dice < 46) {
            return release();
        } else if (dice < 49) {
            return new Step("sweep", "swept " + pharmacy.sweep(), model.sweep());
        } else if (dice < 58) {
            return wait(random.nextInt(100));
        } else if (dice < 69) {
            return place();
        } else if (dice < 85) {
            return move();
        } else if (dice < 88) {
            return writeOff();
        } else if (dice < 94) {
            return quarantine();
        } else if (dice < 97) {
            return recall();
        }
        return activate();
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private String sku() {
        return SKUS.get(random.nextInt(SKUS.size()));
    }

    private String batch() {
        return "B" + random.nextInt(6);
    }

    private @Nullable String someHold() {
        List<String> tokens = new ArrayList<>(model.state.holds.keySet());
        int newest = Math.min(tokens.size(), 12);
        return tokens.isEmpty() ? null : tokens.get(tokens.size() - 1 - random.nextInt(newest));
    }

    private Wanted[] items(int most) {
        Wanted[] items = new Wanted[random.nextInt(most + 1)];
        for (int i = 0; i < items.length; i++) {
            items[i] = Pharmacy.wanted(sku(), 1 + random.nextInt(4));
        }
        return items;
    }

    private static Map<String, Integer> summed(Wanted... items) {
        Map<String, Integer> wanted = new TreeMap<>();
        for (Wanted item : items) {
            wanted.merge(item.product().said(), item.quantity(), Integer::sum);
        }
        return wanted;
    }

    private static <T> @Nullable T orInvalid(Supplier<T> act) {
        try {
            return act.get();
        } catch (InvalidInput invalid) {
            return null;
        }
    }

    private Step receive() {
        String sku = sku();
        String batch = batch();
        ModelState.Batch known = model.state.batch(sku, batch);
        LocalDate expiry = known != null && !chance(8)
                ? known.expiry
                : sku.equals(UNDATED) ? null : model.today.plusDays(random.nextInt(6));
        int units = 1 + random.nextInt(9);
        return new Step(
                "receive " + units + " of " + sku + " " + batch + " " + expiry,
                Said.of(pharmacy.receive(sku, batch, expiry, units)),
                model.receive(sku, batch, expiry, units));
    }

    private Step reserve(@Nullable String token, @Nullable String cart) {
        Wanted[] items = items(chance(3) ? 4 : 2);
        String ref = chance(3) ? ref() : null;
        HoldAnswer answer = orInvalid(() -> pharmacy.reserve(new HoldRequest(cart, token, ref, List.of(items))));
        String made = answer instanceof HoldAnswer.Created created ? created.hold().token() : null;
        return new Step(
                "reserve " + summed(items) + " for cart " + cart + " token " + token + " ref " + ref,
                answer == null ? "invalid" : Said.of(answer),
                model.reserve(cart, token, ref, summed(items), made));
    }

    private Step release() {
        String token = someHold();
        return token == null
                ? receive()
                : new Step("release " + token, Said.of(pharmacy.release(token)), model.release(token));
    }

    private Step wait(int dice) {
        Duration time = dice < 60
                ? Duration.ofMinutes(1 + random.nextInt(12))
                : dice < 80 ? untilMidnight().minusSeconds(90) : dice < 90 ? untilMidnight() : Duration.ofHours(30);
        if (!time.isNegative()) {
            pharmacy.clock.pass(time);
        }
        time();
        return new Step("wait " + time, "", "");
    }

    private Duration untilMidnight() {
        return Duration.between(
                model.now, model.today.plusDays(1).atStartOfDay(Pharmacy.LAGOS).toInstant());
    }

    /** Mostly one that was not used yet, so that holds meet the orders they were taken for. */
    private String ref() {
        return "R" + (model.state.orders.size() + random.nextInt(3) - (chance(4) ? 2 : 0));
    }

    private Step place() {
        String ref = ref();
        String token = chance(2) ? someHold() : null;
        Wanted[] items = token == null ? items(3) : chance(4) ? items(2) : new Wanted[0];
        boolean confirm = chance(2);
        OrderAnswer answer = orInvalid(() -> pharmacy.order(Pharmacy.request(ref, token, confirm, items)));
        String used = null;
        if (answer instanceof OrderAnswer.Placed placed) {
            orderIds.put(ref, placed.order().id());
            used = placed.order().reservationId();
        }
        return new Step(
                "order " + ref + " " + summed(items) + " from " + token + (confirm ? " confirmed" : ""),
                answer == null ? "invalid" : Said.of(answer),
                model.place(ref, token, summed(items), confirm, used));
    }

    private Step move() {
        List<String> refs = new ArrayList<>(orderIds.keySet());
        if (refs.isEmpty()) {
            return place();
        }
        refs.sort(null);
        String ref = refs.get(random.nextInt(refs.size()));
        OrderStatus next = OrderStatus.values()[random.nextInt(OrderStatus.values().length)];
        OrderAnswer answer = pharmacy.move(orderIds.get(ref), next);
        String used = answer instanceof OrderAnswer.Stands stands ? stands.order().reservationId() : null;
        return new Step("move " + ref + " to " + next, Said.of(answer), model.move(ref, next.name(), used));
    }

    private Step writeOff() {
        String sku = sku();
        String batch = batch();
        int units = 1 + random.nextInt(5);
        boolean expired = chance(3);
        return new Step(
                "write off " + units + " of " + sku + " " + batch + (expired ? " as expired" : ""),
                Said.of(pharmacy.writeOff(
                        sku, batch, units, expired ? SetAside.Reason.EXPIRED : SetAside.Reason.DAMAGED)),
                model.writeOff(sku, batch, units, expired));
    }

    private Step quarantine() {
        String sku = sku();
        String batch = batch();
        int units = 1 + random.nextInt(4);
        boolean hold = chance(2);
        return new Step(
                (hold ? "set aside " : "give free ") + units + " of " + sku + " " + batch,
                Said.of(pharmacy.quarantine(sku, batch, units, hold ? SetAside.Action.HOLD : SetAside.Action.RELEASE)),
                model.quarantine(sku, batch, units, hold));
    }

    private Step recall() {
        String sku = sku();
        String batch = batch();
        return new Step(
                "recall " + sku + " " + batch, Said.of(pharmacy.recall(sku, batch)), model.recall(sku, batch));
    }

    private Step activate() {
        String sku = sku();
        boolean active = !model.state.products.get(sku).active || chance(2);
        pharmacy.transactions.run(
                pharmacy.staff, tx -> pharmacy.products.replace(tx, sku, form(sku, active)));
        model.activate(sku, active);
        return new Step((active ? "activate " : "deactivate ") + sku, "", "");
    }
}
