package app.mortar.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rules about units, told a second time: what lapses, what is planned again, and who gets which unit. */
class ModelShelves {
    /** Products that an act turned out to need as well: it starts again with them. */
    private static final class NeedsMore extends RuntimeException {
        private final transient Collection<String> skus;

        NeedsMore(Collection<String> skus) {
            super(null, null, false, false);
            this.skus = skus;
        }
    }

    /** Input that cannot be meant: nothing of the act stays. */
    protected static final class Invalid extends RuntimeException {
        Invalid() {
            super(null, null, false, false);
        }
    }

    ModelState state = new ModelState();
    Instant now = Instant.EPOCH;
    LocalDate today = LocalDate.EPOCH;
    private TreeSet<String> locked = new TreeSet<>();

    /** Every act on products first lapses what ran out on them and plans again what may not be sold. */
    protected String act(Collection<String> skus, Supplier<String> act) {
        TreeSet<String> wanted = new TreeSet<>(skus);
        while (true) {
            ModelState before = state.copy();
            try {
                locked = wanted;
                lapse();
                locked.forEach(this::planAgain);
                return act.get();
            } catch (NeedsMore more) {
                state = before;
                wanted.addAll(more.skus);
            } catch (Invalid invalid) {
                state = before;
                return "invalid";
            }
        }
    }

    /** A hold whose products are all locked. */
    protected ModelState.Hold whole(String token) {
        ModelState.Hold hold = state.holds.get(token);
        if (!locked.containsAll(hold.lines.keySet())) {
            throw new NeedsMore(List.copyOf(hold.lines.keySet()));
        }
        return hold;
    }

    private void lapse() {
        for (ModelState.Hold hold : state.holds.values()) {
            hold.lines.forEach((sku, line) -> {
                if (locked.contains(sku) && line.status.equals("ACTIVE") && !hold.expires.isAfter(now)) {
                    letGo(line, "EXPIRED");
                }
            });
        }
    }

    protected static void letGo(ModelState.Line line, String status) {
        line.status = status;
        line.plan.clear();
    }

    protected static void letGo(ModelState.Hold hold, String status) {
        hold.status = status;
        hold.liveCart = null;
        hold.lines.values().stream().filter(ModelState.Line::open).forEach(line -> letGo(line, status));
    }

    private record Promise(ModelState.Hold hold, ModelState.Line line) {}

    protected void planAgain(String sku) {
        List<String> bad = state.batchesOf(sku).stream()
                .filter(batch -> !batch.goodOn(today) && state.reserved(batch) > 0)
                .map(batch -> batch.number)
                .toList();
        promisesOn(sku, bad).forEach(promise -> planAgain(sku, promise, bad));
    }

    private static final Comparator<Promise> WHO_GOES_FIRST = Comparator.comparing(
                    (Promise promise) -> !promise.line().status.equals("COMMITTED"))
            .thenComparingLong(promise -> promise.line().age);

    private List<Promise> promisesOn(String sku, List<String> numbers) {
        List<Promise> promises = new ArrayList<>();
        for (ModelState.Hold hold : state.holds.values()) {
            ModelState.Line line = hold.lines.get(sku);
            if (line != null && line.open() && numbers.stream().anyMatch(line.plan::containsKey)) {
                promises.add(new Promise(hold, line));
            }
        }
        promises.sort(WHO_GOES_FIRST);
        return promises;
    }

    /** Units are not there: free ones go first, then those set aside, then the promises made last, carts before orders. */
    protected void miss(ModelState.Batch batch, int units) {
        int left = take(batch, units);
        for (Promise promise : promisesOn(batch.sku, List.of(batch.number)).reversed()) {
            ModelState.Line line = promise.line();
            int lost = line.open() ? Math.min(left, line.plan.getOrDefault(batch.number, 0)) : 0;
            if (lost > 0) {
                lose(batch, promise, lost);
                left = take(batch, left);
            }
        }
    }

    private int take(ModelState.Batch batch, int units) {
        int gone = Math.min(units, batch.quantity - state.reserved(batch));
        int free = batch.quantity - batch.quarantined - state.reserved(batch);
        batch.quarantined -= Math.max(0, gone - free);
        batch.quantity -= gone;
        return units - gone;
    }

    private void lose(ModelState.Batch batch, Promise promise, int lost) {
        ModelState.Line line = promise.line();
        int free = free(batch.sku, Map.of());
        if (free < lost && !line.status.equals("COMMITTED")) {
            letGo(whole(promise.hold().token), "RELEASED");
            return;
        }
        Map<String, Integer> instead = pick(batch.sku, Math.min(lost, free), Map.of());
        line.plan.computeIfPresent(batch.number, (number, kept) -> kept == lost ? null : kept - lost);
        instead.forEach((number, units) -> line.plan.merge(number, units, Integer::sum));
        if (line.plan.isEmpty()) {
            line.status = "RELEASED";
        } else {
            line.quantity =
                    line.plan.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private void planAgain(String sku, Promise promise, List<String> bad) {
        ModelState.Line line = promise.line();
        int lost = bad.stream()
                .mapToInt(number -> line.plan.getOrDefault(number, 0))
                .sum();
        int free = free(sku, Map.of());
        boolean ordered = line.status.equals("COMMITTED");
        if (free < lost && !ordered) {
            letGo(whole(promise.hold().token), "RELEASED");
            return;
        }
        Map<String, Integer> instead = pick(sku, Math.min(lost, free), Map.of());
        line.plan.keySet().removeAll(bad);
        instead.forEach((number, units) -> line.plan.merge(number, units, Integer::sum));
        if (line.plan.isEmpty()) {
            line.status = "RELEASED";
        } else {
            line.quantity =
                    line.plan.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private int free(ModelState.Batch batch, Map<String, Integer> own) {
        return batch.goodOn(today)
                ? batch.quantity - batch.quarantined - state.reserved(batch) + own.getOrDefault(batch.number, 0)
                : 0;
    }

    protected int free(String sku, Map<String, Integer> own) {
        return state.batchesOf(sku).stream().mapToInt(batch -> free(batch, own)).sum();
    }

    /** One unit after the other from the batch that expires first, then came first. */
    protected Map<String, Integer> pick(String sku, int units, Map<String, Integer> own) {
        Map<String, Integer> picks = new TreeMap<>();
        for (int unit = 0; unit < units; unit++) {
            ModelState.Batch best = null;
            for (ModelState.Batch batch : state.batchesOf(sku)) {
                boolean left = free(batch, own) > picks.getOrDefault(batch.number, 0);
                if (left && (best == null || before(batch, best))) {
                    best = batch;
                }
            }
            picks.merge(best.number, 1, Integer::sum);
        }
        return picks;
    }

    private static boolean before(ModelState.Batch one, ModelState.Batch other) {
        LocalDate expiry = one.expiry == null ? LocalDate.MAX : one.expiry;
        LocalDate otherExpiry = other.expiry == null ? LocalDate.MAX : other.expiry;
        return expiry.isBefore(otherExpiry) || (expiry.equals(otherExpiry) && one.arrival < other.arrival);
    }

    /** Which products are short of what is asked for, with the units there are; empty when all can be had. */
    protected String shortOf(Map<String, Integer> wanted, ModelState.@Nullable Hold own) {
        StringBuilder shorts = new StringBuilder();
        wanted.forEach((sku, units) -> {
            int free = state.products.get(sku).active ? free(sku, keptBy(own, sku)) : 0;
            if (free < units) {
                shorts.append(" ").append(sku).append("=").append(free);
            }
        });
        return shorts.toString();
    }

    private static Map<String, Integer> keptBy(ModelState.@Nullable Hold own, String sku) {
        ModelState.Line line = own == null ? null : own.lines.get(sku);
        return line != null && line.open() ? line.plan : Map.of();
    }

    /** The hold keeps exactly this, picked anew with its own units free. */
    protected void keep(ModelState.Hold hold, Map<String, Integer> wanted, String status) {
        Map<String, Map<String, Integer>> plans = new TreeMap<>();
        wanted.forEach((sku, units) -> plans.put(sku, pick(sku, units, keptBy(hold, sku))));
        hold.lines.keySet().retainAll(wanted.keySet());
        wanted.forEach((sku, units) -> {
            ModelState.Line line = hold.lines.computeIfAbsent(sku, unknown -> newLine());
            line.quantity = units;
            line.status = status;
            line.plan = new TreeMap<>(plans.get(sku));
        });
    }

    protected ModelState.Line newLine() {
        ModelState.Line line = new ModelState.Line();
        line.age = state.ages++;
        return line;
    }
}
