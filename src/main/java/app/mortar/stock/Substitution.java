package app.mortar.stock;

import app.mortar.fefo.Allocation;
import app.mortar.fefo.Fefo;
import app.mortar.fefo.Lot;
import app.mortar.fefo.Pick;
import app.mortar.kernel.BatchId;
import java.util.ArrayList;
import java.util.List;

/**
 * Units that a confirmed order was promised of one batch come from another, because of what somebody saw at the
 * shelf. Works on locked shelves; what the order has of other batches stays as it is.
 */
public final class Substitution {
    private final Shelves shelves;

    public Substitution(Shelves shelves) {
        this.shelves = shelves;
    }

    /**
     * What became of units that are not where the books say.
     *
     * @param replanned units that come from other batches now
     * @param stillMissing units for which there is no other batch: the order is short of them
     * @param setAside units of the missing batch that nobody may sell until it is counted
     */
    public record Missed(int replanned, int stillMissing, int setAside) {}

    /**
     * {@code units} of {@code batch} are not on the shelf. Whatever else the books have of that batch and nobody was
     * promised is set aside as well: it is just as likely not to be there.
     */
    public Missed notFound(HoldLine line, BatchId batch, int units, String note) {
        Shelf shelf = shelves.of(line.product());
        Batch missing = shelves.batch(shelf, batch);
        List<Slice> rest = without(line, batch, units);
        becomes(line, rest);
        int setAside = missing.unpromised();
        missing.quarantine(setAside);
        BatchEvent.note(shelves.tx(), BatchEvent.Kind.HOLD, missing, setAside, note);
        int found = Math.min(units, Fefo.free(shelf.lots(), shelves.today()));
        if (found > 0 && Fefo.allocate(found, shelf.lots(), shelves.today()) instanceof Allocation.Filled filled) {
            filled.picks().forEach(pick -> Slice.merge(rest, Slice.of(pick)));
            becomes(line, rest);
        }
        return new Missed(found, units - found, setAside);
    }

    /** May another batch be taken? */
    public sealed interface Exchange {
        /** Done. {@code mark} says whether the rule would have named that batch itself by now. */
        record Done(FefoMark mark) implements Exchange {}

        /** The batch is expired, recalled or set aside as a whole: never, whoever asks. */
        record NotForSale() implements Exchange {}

        /** So many units of it are promised to nobody. */
        record NotFree(int free) implements Exchange {}

        /** It is not the one that goes first, and nobody has said why it should. */
        record NotNext() implements Exchange {}
    }

    /**
     * Takes {@code units} of {@code wanted} in place of {@code planned}.
     *
     * @param overriding whether somebody who may has said that the rule should not count here
     */
    public Exchange exchange(HoldLine line, BatchId planned, BatchId wanted, int units, boolean overriding) {
        Shelf shelf = shelves.of(line.product());
        Lot lot = shelves.batch(shelf, wanted).asLot();
        if (lot.goodUnits(shelves.today()) == 0) {
            return new Exchange.NotForSale();
        }
        int free = lot.freeUnits(shelves.today());
        if (free < units) {
            return new Exchange.NotFree(free);
        }
        boolean next = isNext(shelf, planned, wanted, units);
        if (!next && !overriding) {
            return new Exchange.NotNext();
        }
        FefoMark mark = next ? FefoMark.YES : FefoMark.OVERRIDE;
        List<Slice> plan = without(line, planned, units);
        Slice.merge(plan, new Slice(wanted, units, mark));
        becomes(line, plan);
        return new Exchange.Done(mark);
    }

    /** Would the rule name just this batch, were the planned units free again? */
    private boolean isNext(Shelf shelf, BatchId planned, BatchId wanted, int units) {
        List<Lot> lots = shelf.lotsFor(List.of(new Slice(planned, units, FefoMark.YES)));
        return Fefo.allocate(units, lots, shelves.today()) instanceof Allocation.Filled filled
                && filled.picks().equals(List.of(new Pick(wanted, units)));
    }

    private static List<Slice> without(HoldLine line, BatchId batch, int units) {
        List<Slice> rest = new ArrayList<>();
        for (Slice slice : line.slices()) {
            int kept = slice.batch().equals(batch) ? slice.quantity() - units : slice.quantity();
            if (kept > 0) {
                rest.add(new Slice(slice.batch(), kept, slice.fefo()));
            }
        }
        return rest;
    }

    /** A line that keeps nothing is let go, as at a recall: its quantity goes on saying what it was. */
    private void becomes(HoldLine line, List<Slice> plan) {
        shelves.promises().giveBack(line);
        if (plan.isEmpty()) {
            line.letGo(HoldStatus.RELEASED);
        } else {
            shelves.promises().keep(line, plan, HoldStatus.COMMITTED);
        }
    }
}
