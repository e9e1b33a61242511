package app.mortar.stock;

import app.mortar.fefo.Pick;
import app.mortar.kernel.BatchId;
import java.util.List;

/** Units of one batch that are promised to one line, and whether first-expiry-first-out named that batch. */
public record Slice(BatchId batch, int quantity, FefoMark fefo) {
    /** Units that first-expiry-first-out has named. */
    static Slice of(Pick pick) {
        return new Slice(pick.batch(), pick.quantity(), FefoMark.YES);
    }

    /** Adds units of a batch to a plan that may have some of it already. */
    static void merge(List<Slice> plan, Slice more) {
        for (int i = 0; i < plan.size(); i++) {
            Slice slice = plan.get(i);
            if (slice.batch().equals(more.batch())) {
                FefoMark mark = slice.fefo() == more.fefo() ? slice.fefo() : FefoMark.OVERRIDE;
                plan.set(i, new Slice(slice.batch(), slice.quantity() + more.quantity(), mark));
                return;
            }
        }
        plan.add(more);
    }
}
