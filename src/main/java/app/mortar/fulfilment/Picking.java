package app.mortar.fulfilment;

import app.mortar.kernel.BatchId;
import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.Page;
import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.reservation.Tokens;
import app.mortar.stock.CartHold;
import app.mortar.stock.CountTask;
import app.mortar.stock.HoldLine;
import app.mortar.stock.HoldStatus;
import app.mortar.stock.Shelves;
import app.mortar.stock.Substitution;
import app.mortar.stock.Substitution.Exchange;
import app.mortar.store.Tx;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The picking desk: confirmed orders are taken from the shelves, every pack checked against the batch that was
 * planned for it. Whoever may pick, picks any order: whose it is does not matter here.
 */
public final class Picking {
    private static final int LONGEST_REASON = 200;

    private final Tokens tokens;

    public Picking(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Orders to pick: promised first, then placed first. */
    public Page<ToPick> queue(Tx tx, int limit, @Nullable String after) {
        tx.actor().must(Permission.PICK);
        return PickQueue.page(tx, limit, after);
    }

    /** How many orders wait. */
    public long waiting(Tx tx) {
        tx.actor().must(Permission.PICK);
        return PickQueue.size(tx);
    }

    /** What is to be taken for an order, and what was checked; null when there is no such order. */
    public @Nullable PickList list(Tx tx, long order) {
        tx.actor().must(Permission.PICK);
        SalesOrder found = tx.session().get(SalesOrder.class, order);
        return found == null ? null : PickLists.of(tx, found);
    }

    /** Begins: the order is PICKING, and has got the units that it was short of, as far as there are any now. */
    public PickAnswer start(Tx tx, long id) {
        tx.actor().must(Permission.PICK);
        return picked(tx, id, order -> new PickAnswer.Stands(PickLists.of(tx, order)));
    }

    /** Runs {@code act} on the locked order, which is PICKING by then. */
    private PickAnswer picked(Tx tx, long id, Function<SalesOrder, PickAnswer> act) {
        SalesOrder order = Orders.lockedForPicking(tx, id);
        if (order == null) {
            return new PickAnswer.UnknownOrder();
        }
        if (order.status() == OrderStatus.CONFIRMED) {
            new Moving(tx, order, tokens).to(OrderStatus.PICKING);
        }
        return order.status() == OrderStatus.PICKING ? act.apply(order) : new PickAnswer.NotToPick(order.status());
    }

    /**
     * Checks a pack against the list and notes it when it is right. A batch that goes even before the planned one,
     * because it came in since, is taken in its place without a word.
     */
    public PickAnswer verify(Tx tx, long id, Pack pack) {
        tx.actor().must(Permission.PICK);
        return picked(tx, id, order -> {
            PickList list = PickLists.of(tx, order);
            return switch (list.judge(pack)) {
                case PickList.Verdict.Right right -> note(tx, order, right.line(), pack.units());
                case PickList.Verdict.OtherBatch other -> otherBatch(tx, order, list, other.line(), pack);
                case PickList.Verdict.NotInOrder not ->
                    new PickAnswer.WrongProduct(list, Batches.productName(tx, pack));
                case PickList.Verdict doubt -> new PickAnswer.Doubt(list, doubt);
            };
        });
    }

    /** Somebody has compared product, batch and expiry on the pack with the line by eye. */
    public PickAnswer verifyByEye(Tx tx, long id, BatchId batch, int units) {
        tx.actor().must(Permission.PICK);
        return picked(tx, id, order -> {
            PickList list = PickLists.of(tx, order);
            return line(list, batch)
                    .filter(line -> units > 0 && units <= line.missing())
                    .map(line -> note(tx, order, line, units))
                    .orElseGet(() -> new PickAnswer.Stands(list));
        });
    }

    private static Optional<PickList.Line> line(PickList list, BatchId batch) {
        return list.lines().stream().filter(line -> line.batch().equals(batch)).findFirst();
    }

    private static PickAnswer note(Tx tx, SalesOrder order, PickList.Line line, int units) {
        PickLists.checked(tx, order.id(), line.batch(), line.verified() + units);
        PickList after = PickLists.of(tx, order);
        return line(after, line.batch())
                .<PickAnswer>map(noted -> new PickAnswer.Verified(after, noted))
                // a recall or the day's change has just planned another batch
                .orElseGet(() -> new PickAnswer.Stands(after));
    }

    private PickAnswer otherBatch(Tx tx, SalesOrder order, PickList list, PickList.Line line, Pack pack) {
        String number = Objects.requireNonNull(pack.batchNumber());
        Optional<Batches.Known> known = Batches.named(tx, line.product(), number, pack.expiryDate());
        if (known.isEmpty()) {
            return new PickAnswer.WrongBatch(
                    list, line, new PickAnswer.Taken(null, number, pack.expiryDate(), PickAnswer.Why.UNKNOWN));
        }
        return exchange(tx, order, line, known.get(), pack.units(), null);
    }

    /**
     * Takes another batch than the rule names, because {@code reason}. Never one that may not be sold.
     *
     * @param planned the batch of the list whose place is taken
     * @param taken what lies in the hand; its units count as checked
     */
    public PickAnswer override(Tx tx, long id, BatchId planned, BatchId taken, int units, String reason) {
        tx.actor().must(Permission.PICK);
        tx.actor().must(Permission.OVERRIDE_FEFO);
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw new InvalidInput("reason", "is needed, in up to " + LONGEST_REASON + " characters");
        }
        return picked(tx, id, order -> {
            PickList list = PickLists.of(tx, order);
            Optional<PickList.Line> line = line(list, planned).filter(l -> units > 0 && units <= l.missing());
            Optional<Batches.Known> known = Batches.of(tx, taken);
            return line.isEmpty()
                            || known.isEmpty()
                            || !known.get().product().equals(line.get().product())
                    ? new PickAnswer.Stands(list)
                    : exchange(tx, order, line.get(), known.get(), units, reason.strip());
        });
    }

    private PickAnswer exchange(
            Tx tx, SalesOrder order, PickList.Line line, Batches.Known taken, int units, @Nullable String reason) {
        if (units > line.missing()) {
            return new PickAnswer.Doubt(
                    PickLists.of(tx, order), new PickList.Verdict.TooMany(line, units - line.missing()));
        }
        Exchange exchange = onLine(
                tx,
                order,
                line.product(),
                (shelves, kept) -> kept.unitsOf(line.batch()) < units
                        ? new Exchange.NotNext() // planned again this very moment
                        : new Substitution(shelves).exchange(kept, line.batch(), taken.batch(), units, reason != null));
        if (exchange instanceof Exchange.Done done) {
            if (reason != null && done.mark() == app.mortar.stock.FefoMark.OVERRIDE) {
                FefoOverride.note(tx, order.id(), line.batch(), taken.batch(), units, reason);
            }
            PickLists.checked(tx, order.id(), taken.batch(), units + checkedOf(tx, order, taken.batch()));
            PickList after = PickLists.of(tx, order);
            return new PickAnswer.Verified(after, line(after, taken.batch()).orElseThrow());
        }
        return new PickAnswer.WrongBatch(
                PickLists.of(tx, order),
                line,
                new PickAnswer.Taken(taken.batch(), taken.number(), taken.expiryDate(), why(tx, exchange, taken)));
    }

    private static int checkedOf(Tx tx, SalesOrder order, BatchId batch) {
        return line(PickLists.of(tx, order), batch).map(PickList.Line::verified).orElse(0);
    }

    private static PickAnswer.Why why(Tx tx, Exchange no, Batches.Known taken) {
        return switch (no) {
            case Exchange.NotForSale not ->
                taken.recalled()
                        ? PickAnswer.Why.RECALLED
                        : taken.isGoodOn(tx.today()) ? PickAnswer.Why.SET_ASIDE : PickAnswer.Why.EXPIRED;
            case Exchange.NotFree not -> PickAnswer.Why.PROMISED;
            case Exchange.NotNext not -> PickAnswer.Why.GOES_LATER;
            case Exchange.Done done -> throw new IllegalStateException("Nothing is wrong with " + taken);
        };
    }

    /** The unchecked units of a batch are not where they should be: others are planned, and the batch is to be counted. */
    public PickAnswer notOnShelf(Tx tx, long id, BatchId batch) {
        tx.actor().must(Permission.PICK);
        return picked(tx, id, order -> {
            PickList list = PickLists.of(tx, order);
            Optional<PickList.Line> found = line(list, batch).filter(line -> !line.isVerified());
            if (found.isEmpty()) {
                return new PickAnswer.Stands(list);
            }
            PickList.Line line = found.get();
            Substitution.Missed missed = onLine(tx, order, line.product(), (shelves, kept) -> {
                int gone = Math.min(line.missing(), kept.unitsOf(batch));
                if (gone == 0) {
                    return new Substitution.Missed(0, 0, 0);
                }
                Substitution.Missed missing = new Substitution(shelves)
                        .notFound(kept, batch, gone, "Not on the shelf for order " + order.externalRef());
                CountTask.ask(
                        tx, line.product(), batch, gone, missing.setAside(), CountTask.Reason.NOT_ON_SHELF, order.id());
                return missing;
            });
            return new PickAnswer.Missed(PickLists.of(tx, order), missed.replanned(), missed.stillMissing());
        });
    }

    /** Acts on what the order keeps of a product, under the lock of its shelf. */
    private static <T> T onLine(Tx tx, SalesOrder order, ProductId product, BiFunction<Shelves, HoldLine, T> act) {
        List<ProductId> products =
                Orders.linesOf(tx, order).stream().map(OrderLine::product).toList();
        return Shelves.change(tx, products, shelves -> {
            CartHold hold = shelves.promises()
                    .hold(Objects.requireNonNull(order.token()))
                    .orElseThrow();
            HoldLine kept = shelves.promises().linesOf(hold).stream()
                    .filter(line -> line.product().equals(product))
                    .findFirst()
                    .orElseThrow();
            return act.apply(shelves, kept);
        });
    }

    /**
     * Packed, or gone: possible when every unit that the order has is checked and none is short. To say it again
     * changes nothing.
     */
    public PickAnswer finish(Tx tx, long id, OrderStatus next) {
        tx.actor().must(Permission.PICK);
        if (next != OrderStatus.PACKED && next != OrderStatus.DISPATCHED) {
            throw new IllegalArgumentException("Picking ends with PACKED or DISPATCHED, not with " + next);
        }
        SalesOrder order = Orders.lockedForPicking(tx, id);
        if (order == null) {
            return new PickAnswer.UnknownOrder();
        }
        if (order.status() == next || (order.status().hasLeft() && next == OrderStatus.PACKED)) {
            return new PickAnswer.Stands(PickLists.of(tx, order));
        }
        if (!order.status().isPromised()) {
            return new PickAnswer.NotToPick(order.status());
        }
        fillUp(tx, order);
        PickList list = PickLists.of(tx, order);
        if (!list.shortages().isEmpty()) {
            return new PickAnswer.NotEnough(list, list.shortages());
        }
        if (!list.isReady()) {
            return new PickAnswer.NotReady(list);
        }
        return switch (new Moving(tx, order, tokens).to(next)) {
            case OrderAnswer.NotEnough no -> new PickAnswer.NotEnough(list, no.shortages());
            case OrderAnswer any -> new PickAnswer.Stands(PickLists.of(tx, order));
        };
    }

    /** Plans again what may not be sold any more, and gives the order what it is short of: under locks that stay. */
    private void fillUp(Tx tx, SalesOrder order) {
        List<OrderLine> lines = Orders.linesOf(tx, order);
        Shelves.change(tx, lines.stream().map(OrderLine::product).toList(), shelves -> {
            CartHold hold = shelves.promises()
                    .hold(Objects.requireNonNull(order.token()))
                    .orElseThrow();
            return hold.status() == HoldStatus.COMMITTED
                    ? new Commitment(shelves, tokens).topUp(hold, lines)
                    : List.of();
        });
    }
}
