package app.mortar.proof;

import app.mortar.catalogue.ProductForm;
import app.mortar.fulfilment.OrderAnswer;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.kernel.InvalidInput;
import app.mortar.reservation.HoldAnswer;
import app.mortar.reservation.HoldRequest;
import app.mortar.stock.BatchName;
import app.mortar.stock.SetAside;
import app.mortar.stock.SupplierReturn;
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
    private static final List<OrderStatus> STATES = List.of(OrderStatus.values());
    private static final String UNDATED = "P4";

    private final Pharmacy pharmacy;
    private final Random random;
    final Model model = new Model();
    private final Map<String, Long> orderIds = new HashMap<>();
    private int returns;

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
                sku,
                sku,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                false,
                !sku.equals(UNDATED),
                active);
    }

    private void time() {
        model.now = pharmacy.clock.instant();
        model.today = pharmacy.today();
    }

    Step step() {
        pharmacy.clock.pass(Duration.ofMillis(1 + random.nextInt(10_000)));
        time();
        int dice = random.nextInt(112);
        if (dice < 15) {
            return receive();
        } else if (dice < 34) {
            return reserve(null, chance(3) ? "c" + random.nextInt(4) : null);
        } else if (dice < 44) {
            return reserve(someHold(), chance(5) ? "c" + random.nextInt(4) : null);
        } else if (dice < 47) {
            return release();
        } else if (dice < 50) {
            return new Step("sweep", "swept " + pharmacy.sweep(), model.sweep());
        } else if (dice < 58) {
            return wait(random.nextInt(100));
        } else if (dice < 70) {
            return place();
        } else if (dice < 87) {
            return move();
        } else if (dice < 89) {
            return writeOff();
        } else if (dice < 94) {
            return quarantine();
        } else if (dice < 96) {
            return recall();
        }
        return dice < 100 ? activate() : dice < 106 ? adjust() : dice < 109 ? sendBack() : reverse();
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private String sku() {
        return SKUS.get(random.nextInt(SKUS.size()));
    }

    /** Mostly one that has units; now and then an empty one, or one that was never there. */
    private String batch(String sku) {
        List<String> numbers = model.state.batchesOf(sku).stream()
                .filter(batch -> batch.quantity > 0 || chance(6))
                .map(batch -> batch.number)
                .toList();
        return numbers.isEmpty() || chance(20) ? "B99" : numbers.get(random.nextInt(numbers.size()));
    }

    private @Nullable String someHold() {
        List<String> tokens = new ArrayList<>(model.state.holds.keySet());
        int newest = Math.min(tokens.size(), 8);
        return tokens.isEmpty() ? null : tokens.get(tokens.size() - 1 - random.nextInt(newest));
    }

    private Wanted[] items(int most) {
        Wanted[] items = new Wanted[random.nextInt(most + 1)];
        for (int i = 0; i < items.length; i++) {
            items[i] = Pharmacy.wanted(sku(), 1 + random.nextInt(3));
        }
        return items;
    }

    /** What the hold has, so that an order may name it. */
    private Wanted[] of(@Nullable String token) {
        return token == null
                ? items(3)
                : model.state.holds.get(token).asked().entrySet().stream()
                        .map(line -> Pharmacy.wanted(line.getKey(), line.getValue()))
                        .toArray(Wanted[]::new);
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
        String batch = chance(3) ? batch(sku) : "B" + model.state.batchesOf(sku).size();
        ModelState.Batch known = model.state.batch(sku, batch);
        LocalDate expiry = known != null && !chance(8)
                ? known.expiry
                : sku.equals(UNDATED) ? null : model.today.plusDays(random.nextInt(9));
        int units = 2 + random.nextInt(9);
        return new Step(
                "receive " + units + " of " + sku + " " + batch + " " + expiry,
                Said.of(pharmacy.receive(sku, batch, expiry, units)),
                model.receive(sku, batch, expiry, units));
    }

    private Step reserve(@Nullable String token, @Nullable String cart) {
        Wanted[] items = items(chance(3) ? 4 : 2);
        if (items.length == 0 && token == null && !chance(6)) {
            items = new Wanted[] {Pharmacy.wanted(sku(), 1)};
        }
        Wanted[] asked = items;
        String ref = chance(3) ? ref() : null;
        HoldAnswer answer = orInvalid(() -> pharmacy.reserve(new HoldRequest(cart, token, ref, List.of(asked))));
        String made =
                answer instanceof HoldAnswer.Created created ? created.hold().token() : null;
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
        Duration time = dice < 75
                ? Duration.ofMinutes(1 + random.nextInt(9))
                : dice < 88 ? untilMidnight().minusSeconds(90) : dice < 97 ? untilMidnight() : Duration.ofHours(30);
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
        return "R" + Math.max(0, model.state.orders.size() + random.nextInt(2) - (chance(6) ? 2 : 0));
    }

    private Step place() {
        String ref = ref();
        String token = chance(2) ? someHold() : null;
        Wanted[] items = chance(8) ? items(2) : chance(2) ? of(token) : items(0);
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
        List<String> refs = model.state.orders.values().stream()
                .filter(order -> !order.status.equals("CANCELLED") || chance(6))
                .map(order -> order.ref)
                .toList();
        if (refs.isEmpty()) {
            return place();
        }
        String ref = refs.get(random.nextInt(refs.size()));
        OrderStatus next = next(ref);
        OrderAnswer answer = pharmacy.move(orderIds.get(ref), next);
        String used =
                answer instanceof OrderAnswer.Stands stands ? stands.order().reservationId() : null;
        return new Step("move " + ref + " to " + next, Said.of(answer), model.move(ref, next.name(), used));
    }

    /** Mostly a lawful step forward, so that orders get somewhere. */
    private OrderStatus next(String ref) {
        OrderStatus now = OrderStatus.valueOf(model.state.orders.get(ref).status);
        boolean onItsWay = now.compareTo(OrderStatus.DELIVERED) < 0;
        List<OrderStatus> from =
                onItsWay && !chance(4) ? STATES.subList(STATES.indexOf(now) + 1, STATES.indexOf(now) + 3) : STATES;
        return from.get(random.nextInt(from.size()));
    }

    private Step writeOff() {
        String sku = sku();
        String batch = batch(sku);
        int units = 1 + random.nextInt(5);
        boolean expired = chance(3);
        return new Step(
                "write off " + units + " of " + sku + " " + batch + (expired ? " as expired" : ""),
                Said.of(pharmacy.writeOff(
                        sku, batch, units, expired ? SetAside.Reason.EXPIRED : SetAside.Reason.DAMAGED)),
                model.writeOff(sku, batch, units, expired));
    }

    private Step adjust() {
        String sku = sku();
        String batch = batch(sku);
        int difference = random.nextInt(12) - 8;
        int units = difference == 0 ? 1 : difference;
        return new Step(
                "adjust " + sku + " " + batch + " by " + units,
                Said.of(pharmacy.adjust(sku, batch, units)),
                model.adjust(sku, batch, units));
    }

    private Step sendBack() {
        String sku = sku();
        String batch = batch(sku);
        int units = 1 + random.nextInt(5);
        return new Step(
                "send back " + units + " of " + sku + " " + batch,
                Said.of(pharmacy.sendBack(
                        "S" + returns++, new SupplierReturn.Line(new BatchName(sku, batch, null), units, null))),
                model.sendBack(sku, batch, units));
    }

    /** Some row of the ledger is taken back; whether it may be, and what that does, the model is told. */
    private Step reverse() {
        List<String> rows = pharmacy.rows("""
                select m.id, p.sku, m.batch_number, m.quantity, m.type, case when m.reverses is null then 0 else 1 end,
                  (select count(*) from inventory_movement o where o.reverses = m.id)
                from inventory_movement m join product p on p.id = m.product_id order by m.id""");
        if (rows.isEmpty()) {
            return receive();
        }
        String[] row = rows.get(rows.size() - 1 - random.nextInt(Math.min(rows.size(), 12)))
                .split(" ");
        boolean ofAnOrder = row[4].equals("OUT") || row[4].equals("RETURN");
        String real = Said.of(pharmacy.reverse(Long.parseLong(row[0])));
        String expected = ofAnOrder || row[5].equals("1")
                ? "not reversible"
                : row[6].equals("1")
                        ? model.act(List.of(row[1]), () -> "reversed before")
                        : model.adjust(row[1], row[2], -Integer.parseInt(row[3]));
        return new Step("take back row " + String.join(" ", row), real, expected);
    }

    private Step quarantine() {
        String sku = sku();
        String batch = batch(sku);
        int units = 1 + random.nextInt(4);
        boolean hold = chance(2);
        return new Step(
                (hold ? "set aside " : "give free ") + units + " of " + sku + " " + batch,
                Said.of(pharmacy.quarantine(sku, batch, units, hold ? SetAside.Action.HOLD : SetAside.Action.RELEASE)),
                model.quarantine(sku, batch, units, hold));
    }

    private Step recall() {
        String sku = sku();
        String batch = batch(sku);
        return new Step("recall " + sku + " " + batch, Said.of(pharmacy.recall(sku, batch)), model.recall(sku, batch));
    }

    private Step activate() {
        String sku = sku();
        boolean active = !model.state.products.get(sku).active || chance(2);
        pharmacy.transactions.run(pharmacy.staff, tx -> pharmacy.products.replace(tx, sku, form(sku, active)));
        model.activate(sku, active);
        return new Step((active ? "activate " : "deactivate ") + sku, "", "");
    }
}
