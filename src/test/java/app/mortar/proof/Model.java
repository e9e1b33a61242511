package app.mortar.proof;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The desks, told a second time on plain maps; each act answers in the words of {@link Said}. */
final class Model extends ModelShelves {
    private static final Duration TTL = Duration.ofMinutes(15);
    private static final Duration LIFETIME = Duration.ofHours(2);
    private static final List<String> FORWARD =
            List.of("PENDING", "CONFIRMED", "PICKING", "PACKED", "DISPATCHED", "DELIVERED");

    // ---- goods in, set aside, recall ----

    String receive(String sku, String number, @Nullable LocalDate expiry, int units) {
        return act(List.of(sku), () -> {
            ModelState.Batch known = state.batch(sku, number);
            if (expiry != null && !expiry.isAfter(today)) {
                return "EXPIRED_ON_ARRIVAL";
            }
            if (known != null && known.recalled) {
                return "RECALLED";
            }
            if (known != null && !java.util.Objects.equals(known.expiry, expiry)) {
                return "OTHER_EXPIRY";
            }
            ModelState.Batch batch = known;
            if (batch == null) {
                batch = new ModelState.Batch(sku, number, expiry, state.batches.size());
                state.batches.add(batch);
            }
            batch.quantity += units;
            return "booked";
        });
    }

    String writeOff(String sku, String number, int units, boolean asExpired) {
        return act(List.of(sku), () -> {
            ModelState.Batch batch = state.batch(sku, number);
            if (batch == null) {
                return "unknown batch";
            }
            if (asExpired && (batch.expiry == null || batch.expiry.isAfter(today))) {
                return "not expired";
            }
            if (units > batch.quantity) {
                return "not there " + batch.quantity;
            }
            int free = batch.quantity - state.reserved(batch);
            if (units > free) {
                return "held " + free;
            }
            batch.quarantined -= Math.min(units, batch.quarantined);
            batch.quantity -= units;
            return "done";
        });
    }

    String sendBack(String sku, String number, int units) {
        return writeOff(sku, number, units, false);
    }

    /** The shelf has so many units more than the books, or less. */
    String adjust(String sku, String number, int difference) {
        return act(List.of(sku), () -> {
            ModelState.Batch batch = state.batch(sku, number);
            if (batch == null) {
                return "unknown batch";
            }
            if (-difference > batch.quantity) {
                return "not there " + batch.quantity;
            }
            if (difference > 0) {
                batch.quantity += difference;
            } else {
                miss(batch, -difference);
            }
            return "done";
        });
    }

    String quarantine(String sku, String number, int units, boolean hold) {
        return act(List.of(sku), () -> {
            ModelState.Batch batch = state.batch(sku, number);
            if (batch == null) {
                return "unknown batch";
            }
            int there = hold ? batch.quantity - batch.quarantined : batch.quarantined;
            if (units > there) {
                return "not there " + there;
            }
            if (hold && units > there - state.reserved(batch)) {
                return "held " + (there - state.reserved(batch));
            }
            batch.quarantined += hold ? units : -units;
            return "done";
        });
    }

    String recall(String sku, String number) {
        return act(List.of(sku), () -> {
            ModelState.Batch batch = state.batch(sku, number);
            if (batch == null) {
                return "unknown batch";
            }
            batch.recalled = true;
            planAgain(sku);
            return "recalled " + batch.quantity;
        });
    }

    // ---- holds ----

    private ModelState.@Nullable Hold ofCart(String cart) {
        return state.holds.values().stream()
                .filter(hold -> cart.equals(hold.liveCart))
                .findFirst()
                .orElse(null);
    }

    private boolean cartHasAnother(ModelState.Hold hold, String cart) {
        ModelState.Hold other = ofCart(cart);
        return other != null && other != hold;
    }

    private Collection<String> productsOf(ModelState.@Nullable Hold hold) {
        return hold == null ? List.of() : List.copyOf(hold.lines.keySet());
    }

    private static Collection<String> together(Collection<String> some, Collection<String> more) {
        TreeSet<String> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    String reserve(
            @Nullable String cart,
            @Nullable String token,
            @Nullable String ref,
            Map<String, Integer> wanted,
            @Nullable String newToken) {
        ModelState.Hold earlier = token != null ? state.holds.get(token) : cart == null ? null : ofCart(cart);
        if (token != null && cart != null) {
            boolean otherName = earlier.cart != null && !earlier.cart.equals(cart);
            if (otherName || cartHasAnother(earlier, cart)) {
                return "invalid";
            }
        }
        String known = earlier == null ? null : earlier.token;
        return act(together(wanted.keySet(), productsOf(earlier)), () -> {
            ModelState.Hold hold = known == null ? null : whole(known);
            if (hold != null && (token != null || hold.liveAt(now))) {
                return refresh(hold, cart, ref, wanted);
            }
            if (hold != null) {
                close(hold);
            }
            if (wanted.isEmpty()) {
                throw new Invalid();
            }
            String shorts = shortOf(wanted, null);
            if (!shorts.isEmpty()) {
                return "short" + shorts;
            }
            ModelState.Hold made = new ModelState.Hold(String.valueOf(newToken), now, now.plus(TTL));
            made.cart = cart;
            made.liveCart = cart;
            made.ref = ref;
            keep(made, wanted, "ACTIVE");
            state.holds.put(made.token, made);
            return "created";
        });
    }

    private String refresh(
            ModelState.Hold hold, @Nullable String cart, @Nullable String ref, Map<String, Integer> wanted) {
        String status = hold.statusAt(now);
        if (!status.equals("ACTIVE") && !status.equals("EXPIRED")) {
            return "closed " + status;
        }
        if (now.isAfter(hold.created.plus(LIFETIME))) {
            return "limit LIFETIME";
        }
        if (!wanted.isEmpty() || status.equals("EXPIRED")) {
            Map<String, Integer> lines = wanted.isEmpty() ? hold.asked() : wanted;
            String shorts = shortOf(lines, hold);
            if (!shorts.isEmpty()) {
                return "short" + shorts;
            }
            keep(hold, lines, "ACTIVE");
        }
        String name = cart != null ? cart : hold.cart;
        if (name != null && !cartHasAnother(hold, name)) {
            hold.cart = name;
            hold.liveCart = name;
        }
        hold.ref = ref != null ? ref : hold.ref;
        hold.status = "ACTIVE";
        hold.expires = now.plus(TTL);
        return "refreshed";
    }

    private static void close(ModelState.Hold hold) {
        if (hold.status.equals("ACTIVE")) {
            letGo(hold, "EXPIRED");
        }
    }

    String release(String token) {
        return act(productsOf(state.holds.get(token)), () -> {
            ModelState.Hold hold = whole(token);
            switch (hold.statusAt(now)) {
                case "ACTIVE" -> letGo(hold, "RELEASED");
                case "EXPIRED" -> close(hold);
                case "COMMITTED", "FULFILLED" -> {
                    return "closed " + hold.status;
                }
                default -> {}
            }
            return "released";
        });
    }

    String sweep() {
        List<String> lapsed = state.holds.values().stream()
                .filter(hold -> hold.status.equals("ACTIVE") && !hold.expires.isAfter(now))
                .map(hold -> hold.token)
                .toList();
        TreeSet<String> skus = new TreeSet<>();
        lapsed.forEach(token -> skus.addAll(productsOf(state.holds.get(token))));
        act(skus, () -> {
            lapsed.forEach(token -> {
                if (whole(token).statusAt(now).equals("EXPIRED")) {
                    close(whole(token));
                }
            });
            return "";
        });
        return "swept " + lapsed.size();
    }

    // ---- orders ----

    private ModelState.@Nullable Hold forRef(String ref) {
        List<ModelState.Hold> candidates = state.holds.values().stream()
                .filter(hold -> ref.equals(hold.ref) && hold.order == null)
                .filter(hold -> hold.status.equals("ACTIVE") || hold.status.equals("EXPIRED"))
                .sorted(Comparator.comparing((ModelState.Hold hold) -> hold.created)
                        .reversed())
                .toList();
        return candidates.stream()
                .filter(hold -> hold.liveAt(now))
                .findFirst()
                .orElse(candidates.isEmpty() ? null : candidates.getFirst());
    }

    String place(
            String ref, @Nullable String token, Map<String, Integer> items, boolean confirm, @Nullable String used) {
        if (state.orders.containsKey(ref)) {
            return "stands " + state.orders.get(ref).status;
        }
        ModelState.Hold found = token != null ? state.holds.get(token) : forRef(ref);
        String known = found == null ? null : found.token;
        return act(together(items.keySet(), productsOf(found)), () -> {
            ModelState.Hold hold = known == null ? null : whole(known);
            if (hold != null) {
                String status = hold.statusAt(now);
                boolean free = hold.order == null && (status.equals("ACTIVE") || status.equals("EXPIRED"));
                if (!free && token != null) {
                    return "closed " + status;
                }
                boolean lapsed = token == null && !items.isEmpty() && status.equals("EXPIRED");
                hold = free && !lapsed ? hold : null;
            }
            if (hold == null && items.isEmpty()) {
                throw new Invalid();
            }
            if (hold != null && !items.isEmpty() && !items.equals(hold.asked())) {
                return "items differ";
            }
            ModelState.Order order = new ModelState.Order(ref, hold == null ? items : hold.asked());
            if (confirm) {
                String shorts = shortOf(order.lines, hold);
                if (!shorts.isEmpty()) {
                    return "short" + shorts;
                }
                commit(order, hold, used);
                order.status = "CONFIRMED";
            } else if (hold != null) {
                hold.order = ref;
                order.token = hold.token;
            }
            state.orders.put(ref, order);
            return "placed " + order.status;
        });
    }

    private void commit(ModelState.Order order, ModelState.@Nullable Hold hold, @Nullable String newToken) {
        ModelState.Hold used = hold;
        if (used == null) {
            used = new ModelState.Hold(String.valueOf(newToken), now, now);
            used.ref = order.ref;
            state.holds.put(used.token, used);
        }
        Map<String, Integer> kept = new TreeMap<>();
        used.lines.forEach((sku, line) -> {
            if (line.open()) {
                kept.put(sku, line.quantity);
            }
        });
        if (!kept.equals(order.lines)) {
            keep(used, order.lines, "COMMITTED");
        }
        used.lines.values().stream().filter(ModelState.Line::open).forEach(line -> line.status = "COMMITTED");
        used.status = "COMMITTED";
        used.order = order.ref;
        used.liveCart = null;
        order.token = used.token;
    }

    String move(String ref, String next, @Nullable String used) {
        ModelState.Order now0 = state.orders.get(ref);
        if (now0.status.equals(next)) {
            return "stands " + next;
        }
        if (!lawful(now0.status, next)) {
            return "illegal";
        }
        String token = holdOf(now0);
        return act(together(now0.lines.keySet(), productsOf(token == null ? null : state.holds.get(token))), () -> {
            ModelState.Order order = state.orders.get(ref);
            ModelState.Hold hold = token == null ? null : whole(token);
            if (next.equals("CANCELLED")) {
                if (hold != null && (hold.status.equals("ACTIVE") || hold.status.equals("COMMITTED"))) {
                    letGo(hold, hold.statusAt(now).equals("EXPIRED") ? "EXPIRED" : "RELEASED");
                }
            } else if (next.equals("RETURNED")) {
                hold.lines.forEach((sku, line) -> line.plan.forEach((number, units) -> {
                    state.batch(sku, number).quantity += units;
                    state.batch(sku, number).quarantined += units;
                }));
            } else if (!order.left) {
                String shorts = forward(order, hold, next, used);
                if (!shorts.isEmpty()) {
                    return "short" + shorts;
                }
            }
            order.status = next;
            return "stands " + next;
        });
    }

    private static boolean lawful(String from, String to) {
        boolean gone = from.equals("DISPATCHED") || from.equals("DELIVERED");
        if (to.equals("RETURNED")) {
            return gone;
        }
        if (to.equals("CANCELLED")) {
            return FORWARD.contains(from) && !gone;
        }
        return FORWARD.contains(from) && FORWARD.indexOf(to) > FORWARD.indexOf(from);
    }

    private @Nullable String holdOf(ModelState.Order order) {
        boolean live = order.token != null && state.holds.get(order.token).liveAt(now);
        if (!order.status.equals("PENDING") || live) {
            return order.token;
        }
        ModelState.Hold found = forRef(order.ref);
        return found != null && found.liveAt(now) ? found.token : order.token;
    }

    private String forward(
            ModelState.Order order, ModelState.@Nullable Hold hold, String next, @Nullable String newToken) {
        if (order.status.equals("PENDING")) {
            ModelState.Hold usable = hold == null || hold.status.equals("RELEASED") ? null : hold;
            String shorts = shortOf(order.lines, usable);
            if (!shorts.isEmpty()) {
                return shorts;
            }
            commit(order, usable, newToken);
        }
        ModelState.Hold used = whole(order.token);
        String stillShort = fillUp(order, used);
        boolean leaves = next.equals("DISPATCHED") || next.equals("DELIVERED");
        if (!leaves || !stillShort.isEmpty()) {
            return leaves ? stillShort : "";
        }
        used.lines.forEach((sku, line) -> {
            if (line.open()) {
                line.plan.forEach((number, units) -> state.batch(sku, number).quantity -= units);
                line.status = "FULFILLED";
            }
        });
        used.status = "FULFILLED";
        order.left = true;
        for (ModelState.Hold other : List.copyOf(state.holds.values())) {
            boolean ours = order.ref.equals(other.order) || (other.order == null && order.ref.equals(other.ref));
            if (other != used && ours && other.liveAt(now)) {
                letGo(whole(other.token), "RELEASED");
            }
        }
        return "";
    }

    private String fillUp(ModelState.Order order, ModelState.Hold hold) {
        StringBuilder shorts = new StringBuilder();
        order.lines.forEach((sku, units) -> {
            ModelState.Line line = hold.lines.get(sku);
            int kept = line != null && line.open() ? line.quantity : 0;
            int free = free(sku, Map.of());
            if (units > kept && free < units - kept) {
                shorts.append(" ").append(sku).append("=").append(kept + free);
            } else if (units > kept) {
                ModelState.Line filled = hold.lines.computeIfAbsent(sku, unknown -> newLine());
                pick(sku, units - kept, Map.of())
                        .forEach((number, more) -> filled.plan.merge(number, more, Integer::sum));
                filled.quantity = units;
                filled.status = "COMMITTED";
            }
        });
        return shorts.toString();
    }

    void activate(String sku, boolean active) {
        state.products.get(sku).active = active;
    }
}
