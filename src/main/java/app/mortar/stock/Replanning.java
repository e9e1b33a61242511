package app.mortar.stock;

import app.mortar.fefo.Allocation;
import app.mortar.fefo.Fefo;
import app.mortar.fefo.Pick;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Promises on units that may not be sold any more (the day has changed, the batch was recalled), or that are not there,
 * are planned again on good ones: orders before carts, the older before the younger. Where nothing is left, a cart's hold is released as a
 * whole and says why; a confirmed order keeps what it has and is short.
 */
final class Replanning {
    private static final Comparator<HoldLine> WHO_GOES_FIRST = Comparator.comparing(
                    (HoldLine line) -> line.status() != HoldStatus.COMMITTED)
            .thenComparingLong(HoldLine::id);

    /** What has happened to the units, for whoever loses them and for the count of broken promises. */
    private record Because(OversellIncident.Cause cause, String why) {}

    private final Shelves shelves;

    Replanning(Shelves shelves) {
        this.shelves = shelves;
    }

    void all() {
        shelves.all().forEach(this::plan);
    }

    void plan(Shelf shelf) {
        List<Batch> bad = shelf.brokenPromises(shelves.today());
        if (bad.isEmpty()) {
            return;
        }
        shelves.promises().openLinesOn(bad).stream().sorted(WHO_GOES_FIRST).forEach(line -> leave(shelf, line, bad));
    }

    private void leave(Shelf shelf, HoldLine line, List<Batch> bad) {
        int lost = bad.stream().mapToInt(batch -> line.unitsOf(batch.id())).sum();
        List<Slice> good = line.slices().stream()
                .filter(slice -> bad.stream().noneMatch(batch -> batch.id().equals(slice.batch())))
                .toList();
        Batch batch = bad.getFirst();
        Because because = batch.isRecalled()
                ? new Because(OversellIncident.Cause.RECALL, "Batch " + batch.number() + " was recalled")
                : new Because(OversellIncident.Cause.EXPIRY, "Batch " + batch.number() + " has expired");
        move(shelf, line, lost, good, because);
    }

    /** Units of a batch are not there: who was promised last, carts before orders, loses first. */
    void miss(Shelf shelf, Batch batch, int units) {
        int missing = batch.lose(units);
        if (missing == 0) {
            return;
        }
        Because because =
                new Because(OversellIncident.Cause.COUNT, "Units of batch " + batch.number() + " are missing");
        for (HoldLine line : shelves.promises().openLinesOn(List.of(batch)).stream()
                .sorted(WHO_GOES_FIRST.reversed())
                .toList()) {
            int lost = Math.min(missing, line.unitsOf(batch.id()));
            if (lost > 0) {
                move(shelf, line, lost, without(line, batch, lost), because);
                missing = batch.lose(missing);
            }
        }
        if (missing > 0) {
            throw new IllegalStateException("Batch " + batch.number() + " has promised units that no hold knows.");
        }
    }

    private static List<Slice> without(HoldLine line, Batch batch, int lost) {
        return line.slices().stream()
                .map(slice -> slice.batch().equals(batch.id())
                        ? new Slice(slice.batch(), slice.quantity() - lost, slice.fefo())
                        : slice)
                .filter(slice -> slice.quantity() > 0)
                .toList();
    }

    private void move(Shelf shelf, HoldLine line, int lost, List<Slice> good, Because because) {
        if (!line.status().isOpen()) {
            return; // broken meanwhile, with another line of its cart
        }
        switch (Fefo.allocate(lost, shelf.lots(), shelves.today())) {
            case Allocation.Filled filled -> {
                replace(line, good, filled.picks());
                report(shelf, line, lost, Affected.Outcome.REPLANNED);
            }
            case Allocation.Shortfall shortfall -> {
                if (line.status() == HoldStatus.COMMITTED) {
                    shorten(shelf, line, good, lost, shortfall.available());
                } else {
                    breakHold(shelf, line, lost, because);
                }
            }
        }
    }

    private void replace(HoldLine line, List<Slice> good, List<Pick> picks) {
        List<Slice> plan = new ArrayList<>(good);
        picks.forEach(pick -> Slice.merge(plan, Slice.of(pick)));
        shelves.promises().giveBack(line);
        shelves.promises().keep(line, plan, line.status());
    }

    private void shorten(Shelf shelf, HoldLine line, List<Slice> good, int lost, int available) {
        report(shelf, line, lost - available, Affected.Outcome.BROKEN);
        if (available > 0
                && Fefo.allocate(available, shelf.lots(), shelves.today()) instanceof Allocation.Filled some) {
            report(shelf, line, available, Affected.Outcome.REPLANNED);
            replace(line, good, some.picks());
        } else if (good.isEmpty()) {
            shelves.promises().giveBack(line);
            line.letGo(HoldStatus.RELEASED);
        } else {
            replace(line, good, List.of());
        }
    }

    private void breakHold(Shelf shelf, HoldLine line, int lost, Because because) {
        CartHold hold = shelves.promises().hold(line.token()).orElseThrow();
        report(shelf, line, lost, Affected.Outcome.BROKEN);
        String said = because.why() + " and no other units are free.";
        hold.release(shelves.now(), said);
        shelves.promises().letGo(hold, HoldStatus.RELEASED);
        OversellIncident.holdBroken(shelves.tx(), because.cause(), line.token(), shelf.id(), lost, said);
    }

    private void report(Shelf shelf, HoldLine line, int units, Affected.Outcome outcome) {
        Long order = line.status() == HoldStatus.COMMITTED ? line.orderId() : null;
        shelves.report(
                new Affected(line.token(), order, shelf.id(), shelf.product().sku(), units, outcome));
    }
}
