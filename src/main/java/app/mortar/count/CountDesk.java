package app.mortar.count;

import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.stock.Batch;
import app.mortar.stock.BatchName;
import app.mortar.stock.ProductNames;
import app.mortar.stock.ProductRef;
import app.mortar.stock.Shelves;
import app.mortar.store.Tx;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The desk where counts are entered: blind, several people at once, while selling goes on. What the books expect is
 * taken under the product's lock at the moment of each entry. What was not entered is not counted; zero is a count.
 */
public final class CountDesk {
    private static final int MOST = 10_000_000;

    private final CountRules rules;

    public CountDesk(CountRules rules) {
        this.rules = rules;
    }

    /** Whether a round could begin. */
    public sealed interface Begun {
        /** It is open, with so many products. */
        record Open(CountRound round, int products) implements Begun {}

        /** No product is on that shelf or in that category, or has units. */
        record NothingToCount() implements Begun {}

        record UnknownProducts(List<String> skus) implements Begun {}
    }

    /**
     * What somebody found.
     *
     * @param again it was counted before in this round, and this is right
     * @param unknown the books may not have this batch
     */
    public record Entry(long round, BatchName batch, int counted, boolean again, boolean unknown) {
        public Entry {
            if (counted < 0 || counted > MOST) {
                throw new InvalidInput("counted", "must be a whole number of units from 0 to " + MOST);
            }
        }

        /** A first count of a batch that the books have. */
        public static Entry of(long round, BatchName batch, int counted) {
            return new Entry(round, batch, counted, false, false);
        }
    }

    /** What became of an entry. It never says what was expected. */
    public sealed interface Entered {
        record Counted() implements Entered {}

        /** Noted; somebody should count this batch a second time, without knowing why. */
        record CountAgain() implements Entered {}

        /** Somebody has counted this batch in this round; say {@code again} to put it right. */
        record CountedBefore(String by) implements Entered {}

        /** The approver has decided already. */
        record Decided() implements Entered {}

        record NotInRound() implements Entered {}

        record RoundNotOpen() implements Entered {}

        record UnknownProduct() implements Entered {}

        record UnknownBatch() implements Entered {}

        /** A batch that the books do not know needs an expiry date if the product expires, and has none if not. */
        record ExpiryMissing() implements Entered {}

        /** Several batches have this number; the expiry date must say which. */
        record Ambiguous() implements Entered {}
    }

    /** Begins a round. */
    public Begun begin(Tx tx, String title, Scope scope) {
        tx.actor().must(Permission.APPROVE_COUNTS);
        if (title.isBlank() || title.length() > 200) {
            throw new InvalidInput("title", "must have from 1 to 200 characters");
        }
        RoundRows rows = new RoundRows(tx);
        List<RoundRows.Chosen> chosen;
        switch (scope) {
            case Scope.OfShelf(String shelf) -> chosen = rows.onShelf(shelf);
            case Scope.OfCategory(String category) -> chosen = rows.inCategory(category);
            case Scope.MostAtRisk(int howMany) ->
                chosen = RiskList.most(tx, howMany).stream()
                        .map(scored -> new RoundRows.Chosen(scored.facts().product(), scored.why()))
                        .toList();
            case Scope.OfProducts(List<String> skus) -> {
                List<ProductRef> refs = skus.stream()
                        .distinct()
                        .<ProductRef>map(ProductRef.BySku::new)
                        .toList();
                ProductNames names = ProductNames.of(tx, refs);
                List<String> unknown = names.unknown(refs);
                if (!unknown.isEmpty()) {
                    return new Begun.UnknownProducts(unknown);
                }
                chosen = refs.stream()
                        .map(ref -> new RoundRows.Chosen(names.id(ref), null))
                        .toList();
            }
        }
        if (chosen.isEmpty()) {
            return new Begun.NothingToCount();
        }
        CountRound round = CountRound.begun(tx, title.strip(), kind(scope));
        rows.insert(round, chosen);
        return new Begun.Open(round, chosen.size());
    }

    private static CountRound.Kind kind(Scope scope) {
        return switch (scope) {
            case Scope.OfShelf shelf -> CountRound.Kind.SHELF;
            case Scope.OfCategory category -> CountRound.Kind.CATEGORY;
            case Scope.OfProducts products -> CountRound.Kind.PRODUCTS;
            case Scope.MostAtRisk risk -> CountRound.Kind.RISK;
        };
    }

    /** Takes down what somebody found of one batch. */
    public Entered enter(Tx tx, Entry entry) {
        tx.actor().must(Permission.COUNT);
        ProductRef ref = new ProductRef.BySku(entry.batch().sku());
        ProductId product = ProductNames.of(tx, List.of(ref)).find(ref);
        if (product == null) {
            return new Entered.UnknownProduct();
        }
        return Shelves.change(tx, List.of(product), shelves -> enter(shelves, product, entry));
    }

    private Entered enter(Shelves shelves, ProductId product, Entry entry) {
        RoundRows rows = new RoundRows(shelves.tx());
        CountRound round = rows.round(entry.round());
        if (round == null || !round.isOpen()) {
            return new Entered.RoundNotOpen();
        }
        if (!rows.has(round, product)) {
            return new Entered.NotInRound();
        }
        List<Batch> sameNumber =
                shelves.batchesNamed(shelves.of(product), entry.batch().batchNumber());
        return switch (entry.batch().among(sameNumber)) {
            case BatchName.Meant.One one -> enter(rows, round, product, known(one.batch()), entry);
            case BatchName.Meant.Several several -> new Entered.Ambiguous();
            case BatchName.Meant.None none when !entry.unknown() -> new Entered.UnknownBatch();
            case BatchName.Meant.None none
            when isDated(shelves, product) != (entry.batch().expiryDate() != null) -> new Entered.ExpiryMissing();
            case BatchName.Meant.None none -> enter(rows, round, product, unknown(entry.batch()), entry);
        };
    }

    private static CountLine.Known known(Batch batch) {
        return new CountLine.Known(
                batch.id().value(), batch.number(), batch.expiryDate(), batch.quantity(), batch.unitCost());
    }

    private static boolean isDated(Shelves shelves, ProductId product) {
        return shelves.of(product).product().expires();
    }

    private static CountLine.Known unknown(BatchName name) {
        return new CountLine.Known(null, name.batchNumber(), name.expiryDate(), 0, null);
    }

    private Entered enter(RoundRows rows, CountRound round, ProductId product, CountLine.Known batch, Entry entry) {
        Optional<CountLine> last = rows.latest(round, product, batch);
        Entered no = last.map(line -> refusal(line, entry.again())).orElse(null);
        if (no != null) {
            return no;
        }
        boolean first = last.isEmpty() || last.get().status() == CountLine.Status.REJECTED;
        boolean doubtful = first && rules.asksForRecount(batch.quantity(), entry.counted());
        last.filter(line -> line.status() != CountLine.Status.REJECTED).ifPresent(rows::replace);
        rows.insert(CountLine.of(
                rows.tx(),
                round.id(),
                product,
                batch,
                entry.counted(),
                last.map(CountLine::attempt).orElse(0) + 1,
                doubtful ? CountLine.Status.RECOUNT : CountLine.Status.COUNTED));
        return doubtful ? new Entered.CountAgain() : new Entered.Counted();
    }

    private static @Nullable Entered refusal(CountLine last, boolean again) {
        return switch (last.status()) {
            case COUNTED -> again ? null : new Entered.CountedBefore(last.countedBy());
            case APPROVED -> new Entered.Decided();
            case RECOUNT, REJECTED, REPLACED -> null;
        };
    }

    /** How a round can end. */
    public sealed interface Ended {
        /** It is over; so many batches of it were not counted, which says nothing about them. */
        record Done(int notCounted) implements Ended {}

        /** So many lines wait for a second count or for approval. */
        record Undecided(int lines) implements Ended {}

        /** Differences are booked, so it cannot be called off any more. */
        record Booked() implements Ended {}

        record RoundNotOpen() implements Ended {}
    }

    /** Ends a round whose lines are all decided. */
    public Ended close(Tx tx, long id) {
        return end(tx, id, CountRound.Status.CLOSED);
    }

    /** Calls a round off: nothing of it counts. */
    public Ended cancel(Tx tx, long id) {
        return end(tx, id, CountRound.Status.CANCELLED);
    }

    private static Ended end(Tx tx, long id, CountRound.Status how) {
        tx.actor().must(Permission.APPROVE_COUNTS);
        return Shelves.change(tx, new RoundRows(tx).products(id), shelves -> {
            RoundRows rows = new RoundRows(tx);
            CountRound round = rows.round(id);
            if (round == null || !round.isOpen()) {
                return new Ended.RoundNotOpen();
            }
            if (how == CountRound.Status.CANCELLED) {
                if (rows.withStatus(round, CountLine.Status.APPROVED) > 0) {
                    return new Ended.Booked();
                }
            } else {
                int waiting = rows.withStatus(round, CountLine.Status.COUNTED)
                        + rows.withStatus(round, CountLine.Status.RECOUNT);
                if (waiting > 0) {
                    return new Ended.Undecided(waiting);
                }
            }
            int notCounted = rows.notCounted(round);
            round.end(tx, how);
            tx.session().update(round);
            return new Ended.Done(notCounted);
        });
    }
}
