package app.mortar.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a pharmacy is, in plain maps and lists. */
final class ModelState {
    static final class Product {
        boolean active = true;
    }

    static final class Batch {
        final String sku;
        final String number;
        final @Nullable LocalDate expiry;
        final int arrival;
        int quantity;
        int quarantined;
        boolean recalled;

        Batch(String sku, String number, @Nullable LocalDate expiry, int arrival) {
            this.sku = sku;
            this.number = number;
            this.expiry = expiry;
            this.arrival = arrival;
        }

        boolean goodOn(LocalDate today) {
            return !recalled && (expiry == null || today.isBefore(expiry));
        }
    }

    /** Units of one product in a hold: which batch number gives how many. */
    static final class Line {
        int age;
        int quantity;
        String status = "RELEASED";
        Map<String, Integer> plan = new TreeMap<>();

        boolean open() {
            return status.equals("ACTIVE") || status.equals("COMMITTED");
        }
    }

    static final class Hold {
        final String token;
        final Instant created;
        Instant expires;
        String status = "ACTIVE";

        @Nullable
        String cart;

        @Nullable
        String liveCart;

        @Nullable
        String ref;

        @Nullable
        String order;

        Map<String, Line> lines = new TreeMap<>();

        Hold(String token, Instant created, Instant expires) {
            this.token = token;
            this.created = created;
            this.expires = expires;
        }

        String statusAt(Instant now) {
            return status.equals("ACTIVE") && !expires.isAfter(now) ? "EXPIRED" : status;
        }

        boolean liveAt(Instant now) {
            return statusAt(now).equals("ACTIVE");
        }

        Map<String, Integer> asked() {
            Map<String, Integer> asked = new TreeMap<>();
            lines.forEach((sku, line) -> asked.put(sku, line.quantity));
            return asked;
        }
    }

    static final class Order {
        final String ref;
        final Map<String, Integer> lines;
        String status = "PENDING";

        @Nullable
        String token;

        boolean left;

        Order(String ref, Map<String, Integer> lines) {
            this.ref = ref;
            this.lines = new TreeMap<>(lines);
        }
    }

    final Map<String, Product> products = new TreeMap<>();
    final List<Batch> batches = new ArrayList<>();
    final Map<String, Hold> holds = new LinkedHashMap<>();
    final Map<String, Order> orders = new LinkedHashMap<>();
    int ages;

    ModelState copy() {
        ModelState copy = new ModelState();
        copy.ages = ages;
        products.forEach((sku, product) -> {
            Product same = new Product();
            same.active = product.active;
            copy.products.put(sku, same);
        });
        for (Batch batch : batches) {
            Batch same = new Batch(batch.sku, batch.number, batch.expiry, batch.arrival);
            same.quantity = batch.quantity;
            same.quarantined = batch.quarantined;
            same.recalled = batch.recalled;
            copy.batches.add(same);
        }
        holds.forEach((token, hold) -> copy.holds.put(token, copy(hold)));
        for (Order order : orders.values()) {
            Order same = new Order(order.ref, order.lines);
            same.status = order.status;
            same.token = order.token;
            same.left = order.left;
            copy.orders.put(same.ref, same);
        }
        return copy;
    }

    private static Hold copy(Hold hold) {
        Hold same = new Hold(hold.token, hold.created, hold.expires);
        same.status = hold.status;
        same.cart = hold.cart;
        same.liveCart = hold.liveCart;
        same.ref = hold.ref;
        same.order = hold.order;
        hold.lines.forEach((sku, line) -> {
            Line sameLine = new Line();
            sameLine.age = line.age;
            sameLine.quantity = line.quantity;
            sameLine.status = line.status;
            sameLine.plan = new TreeMap<>(line.plan);
            same.lines.put(sku, sameLine);
        });
        return same;
    }

    List<Batch> batchesOf(String sku) {
        return batches.stream().filter(batch -> batch.sku.equals(sku)).toList();
    }

    @Nullable
    Batch batch(String sku, String number) {
        return batchesOf(sku).stream()
                .filter(batch -> batch.number.equals(number))
                .findFirst()
                .orElse(null);
    }

    int reserved(Batch batch) {
        return holds.values().stream()
                .map(hold -> hold.lines.get(batch.sku))
                .filter(line -> line != null && line.open())
                .mapToInt(line -> line.plan.getOrDefault(batch.number, 0))
                .sum();
    }

    /** The same words that {@link StoredState} makes of the database. */
    SortedSet<String> said() {
        TreeSet<String> said = new TreeSet<>();
        products.forEach((sku, product) -> {
            int stock =
                    batchesOf(sku).stream().mapToInt(batch -> batch.quantity).sum();
            int reserved = batchesOf(sku).stream().mapToInt(this::reserved).sum();
            said.add("product " + sku + " stock " + stock + " reserved " + reserved + " active " + product.active);
        });
        batches.forEach(batch -> said.add("batch " + batch.sku + " " + batch.number + " " + batch.expiry + " holds "
                + batch.quantity + " reserved " + reserved(batch) + " quarantined " + batch.quarantined + " recalled "
                + batch.recalled));
        holds.values().forEach(hold -> {
            said.add("hold " + hold.token + " " + hold.status + " until " + hold.expires + " cart " + hold.cart
                    + " live " + hold.liveCart + " ref " + hold.ref + " order " + hold.order);
            hold.lines.forEach((sku, line) -> {
                said.add("line " + hold.token + " " + sku + " " + line.quantity + " " + line.status);
                line.plan.forEach(
                        (number, units) -> said.add("plan " + hold.token + " " + sku + " " + number + " " + units));
            });
        });
        orders.values().forEach(order -> {
            said.add("order " + order.ref + " " + order.status + " hold " + order.token + " left " + order.left);
            order.lines.forEach((sku, units) -> said.add("order line " + order.ref + " " + sku + " " + units));
        });
        return said;
    }
}
