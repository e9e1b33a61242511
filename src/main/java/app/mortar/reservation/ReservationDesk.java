package app.mortar.reservation;

import app.mortar.kernel.Actor;
import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.NotPermitted;
import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.stock.CartHold;
import app.mortar.stock.HoldLine;
import app.mortar.stock.HoldStatus;
import app.mortar.stock.Shelves;
import app.mortar.stock.Supply;
import app.mortar.store.Transactions;
import app.mortar.store.TryAgain;
import app.mortar.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The reservation desk: keeps units for carts, all lines or none, and gives them back. */
public final class ReservationDesk {
    /** The name of the sweep in its mark. */
    public static final String JOB = "sweep";

    private static final int SWEEP_AT_ONCE = 50;
    private static final int LONGEST_REASON = 200;

    private static final Duration SOON = Duration.ofMillis(100);

    private final Supplier<Limits> limits;
    private final Tokens tokens;
    private final Verdicts verdicts;
    private final OpenHolds openHolds = new OpenHolds();

    /** A desk whose verdicts nobody counts. */
    public ReservationDesk(Supplier<Limits> limits, Tokens tokens) {
        this(limits, tokens, Verdicts.UNCOUNTED);
    }

    public ReservationDesk(Supplier<Limits> limits, Tokens tokens, Verdicts verdicts) {
        this.limits = limits;
        this.tokens = tokens;
        this.verdicts = verdicts;
    }

    /** How long a cart's units are kept. */
    public Duration ttl() {
        return limits.get().ttl();
    }

    /**
     * How long a hold was given for, the last time that it was: from its beginning to its end, or where that is longer
     * because it was refreshed, as long as holds are given for now.
     */
    public Duration length(Instant createdAt, Instant expiresAt) {
        Duration whole = Duration.between(createdAt, expiresAt);
        Duration now = ttl();
        return whole.compareTo(now) > 0 ? now : whole;
    }

    /** Takes a new hold or refreshes one. */
    public HoldAnswer reserve(Tx tx, HoldRequest request) {
        List<Wish> wishes = Wishes.asked(tx.roundTrip(), List.of(new Asked(tx.actor(), request)))
                .get();
        return switch (reserve(tx, wishes, Locks.WAITED_FOR, decided -> {}).getFirst()) {
            case Decided.Said said -> {
                count(tx, List.of(new Verdict(request, said.answer())));
                yield said.answer();
            }
            case Decided.Wrong wrong -> throw wrong.mistake();
            case Decided.Alone alone -> throw new TryAgain("The hold has changed meanwhile.");
        };
    }

    /**
     * Decides wishes in the order of their arrival, in one transaction: each sees what those before it were given.
     *
     * @param beforeWriting is told what was decided, and may add to what is written
     */
    List<Decided> reserve(Tx tx, List<Wish> wishes, Locks locks, Consumer<List<Decided>> beforeWriting) {
        Function<Shelves, List<Decided>> decide = shelves -> {
            shelves.promises()
                    .lookAt(wishes.stream()
                            .flatMap(Wish::earlierToken)
                            .distinct()
                            .toList());
            List<Decided> decided =
                    wishes.stream().map(wish -> decide(shelves, wish)).toList();
            beforeWriting.accept(decided);
            return decided;
        };
        List<ProductId> products =
                wishes.stream().flatMap(wish -> wish.products().stream()).toList();
        return switch (locks) {
            case WAITED_FOR -> Shelves.change(tx, products, decide);
            case HAD_SOON -> Shelves.changeWhatIsFree(tx, products, SOON, decide);
        };
    }

    /** What was said to a request, for good. */
    record Verdict(HoldRequest request, HoldAnswer answer) {}

    /** Has verdicts counted once they are committed. */
    void count(Tx tx, List<Verdict> given) {
        List<Verdict> withItems = given.stream()
                .filter(verdict -> !verdict.request().items().isEmpty())
                .toList();
        int refused = (int) withItems.stream()
                .filter(verdict -> verdict.answer() instanceof HoldAnswer.NotEnough)
                .count();
        int granted = (int) withItems.stream()
                .filter(verdict -> verdict.answer() instanceof HoldAnswer.Created
                        || verdict.answer() instanceof HoldAnswer.Refreshed)
                .count();
        if (granted > 0 || refused > 0) {
            Instant at = tx.now();
            tx.afterCommit(() -> verdicts.decided(at, granted, refused));
        }
    }

    private Decided decide(Shelves shelves, Wish wish) {
        if (!shelves.has(wish.products())) {
            return new Decided.Alone();
        }
        try {
            return new Decided.Said(answer(shelves, wish));
        } catch (InvalidInput | NotPermitted mistake) {
            return new Decided.Wrong(mistake);
        } catch (TryAgain changedMeanwhile) {
            return new Decided.Alone();
        }
    }

    private HoldAnswer answer(Shelves shelves, Wish wish) {
        wish.asked().actor().must(Permission.RESERVE);
        if (!wish.unknown().isEmpty()) {
            return new HoldAnswer.UnknownProducts(wish.unknown());
        }
        HoldRequest request = wish.request();
        CartHold earlier = wish.earlier();
        if (earlier == null && request.token() != null) {
            return new HoldAnswer.UnknownHold();
        }
        if (request.token() != null && earlier != null) {
            mustBeOneHold(shelves.tx(), request, earlier);
        }
        int most = limits.get().maxQuantityPerCart();
        if (most > 0 && wish.units() > most) {
            return new HoldAnswer.OverLimit(
                    HoldAnswer.Limit.QUANTITY,
                    "A cart may hold " + most + " units; this one asks for " + wish.units() + ".");
        }
        CartHold hold = earlier == null
                ? null
                : shelves.promises().hold(earlier.token()).orElse(null);
        if (hold != null && (request.token() != null || hold.isLiveAt(shelves.now()))) {
            return refresh(shelves, hold, request, wish.wanted());
        }
        if (wish.wanted().isEmpty()) {
            throw new InvalidInput("items", "is needed: this cart has no live hold whose lines could be kept");
        }
        if (hold != null) {
            close(shelves, hold);
        }
        return create(shelves, wish);
    }

    private static void mustBeOneHold(Tx tx, HoldRequest request, CartHold named) {
        String cartId = request.cartId();
        if (cartId != null) {
            String knownAs = named.cartId();
            if ((knownAs != null && !knownAs.equals(cartId)) || Holds.cartHasAnother(tx, named, cartId)) {
                throw new InvalidInput("cartId", "is of another hold than the token; send one of them");
            }
        }
    }

    private HoldAnswer create(Shelves shelves, Wish wish) {
        HoldRequest request = wish.request();
        Actor actor = wish.asked().actor();
        int most = limits.get().maxOpenPerKey();
        if (!openHolds.mayHaveOneMore(shelves.tx(), actor.owner(), most)) {
            return new HoldAnswer.OverLimit(
                    HoldAnswer.Limit.OPEN_HOLDS, "This key has " + most + " live holds; release some or wait.");
        }
        return switch (Supply.decide(shelves, wish.wanted(), null)) {
            case Supply.TooLittle no -> new HoldAnswer.NotEnough(no.shortages());
            case Supply.Full full -> {
                CartHold hold = CartHold.forCart(
                        tokens.next(),
                        actor.owner(),
                        request.cartId(),
                        request.orderRef(),
                        shelves.now(),
                        limits.get().ttl());
                shelves.promises().add(hold);
                shelves.promises().keep(hold, full.plan(), HoldStatus.ACTIVE);
                openHolds.granted(actor.owner());
                yield new HoldAnswer.Created(HoldViews.of(shelves, hold));
            }
        };
    }

    private HoldAnswer refresh(Shelves shelves, CartHold hold, HoldRequest request, Map<ProductId, Long> wanted) {
        HoldStatus status = hold.statusAt(shelves.now());
        if (status != HoldStatus.ACTIVE && status != HoldStatus.EXPIRED) {
            return new HoldAnswer.Closed(status);
        }
        var lifetime = limits.get().maxLifetime();
        if (!lifetime.isZero() && shelves.now().isAfter(hold.createdAt().plus(lifetime))) {
            return new HoldAnswer.OverLimit(
                    HoldAnswer.Limit.LIFETIME,
                    "This hold was taken at " + hold.createdAt() + " and can be refreshed for " + lifetime.toMinutes()
                            + " minutes only; take a new one.");
        }
        boolean sameLines = wanted.isEmpty() && status == HoldStatus.ACTIVE;
        if (!sameLines) {
            Map<ProductId, Long> lines = wanted.isEmpty() ? linesOf(shelves, hold) : wanted;
            switch (Supply.decide(shelves, lines, hold)) {
                case Supply.TooLittle no -> {
                    return new HoldAnswer.NotEnough(no.shortages());
                }
                case Supply.Full full -> shelves.promises().keep(hold, full.plan(), HoldStatus.ACTIVE);
            }
        }
        String cart = request.cartId() != null ? request.cartId() : hold.cartId();
        if (cart != null && !Holds.cartHasAnother(shelves.tx(), hold, cart)) {
            hold.nameCart(cart);
        }
        hold.nameOrderRef(request.orderRef());
        hold.extend(shelves.now(), limits.get().ttl());
        shelves.promises().changed(hold);
        return new HoldAnswer.Refreshed(HoldViews.of(shelves, hold));
    }

    private static Map<ProductId, Long> linesOf(Shelves shelves, CartHold hold) {
        Map<ProductId, Long> lines = new TreeMap<>();
        for (HoldLine line : shelves.promises().linesOf(hold)) {
            lines.put(line.product(), (long) line.quantity());
        }
        return lines;
    }

    /** What the desk says to a release. */
    public sealed interface Release {
        /** The units are free, now or since earlier. */
        record Released() implements Release {}

        /** No such hold, or somebody else's. */
        record UnknownHold() implements Release {}

        /** An order has taken it over. */
        record Closed(HoldStatus status) implements Release {}
    }

    /** Gives the units back, once; to say it again changes nothing. */
    public Release release(Tx tx, String token) {
        return release(tx, token, null);
    }

    /** The same for a reason, which is told to whoever asks for the hold; at most 200 characters. */
    public Release release(Tx tx, String token, @Nullable String reason) {
        tx.actor().must(Permission.RESERVE);
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new InvalidInput("reason", "must have at most " + LONGEST_REASON + " characters");
        }
        if (Holds.find(tx, token).isEmpty()) {
            return new Release.UnknownHold();
        }
        return Shelves.change(tx, Holds.productsOf(tx, token), shelves -> {
            CartHold hold = shelves.promises().hold(token).orElseThrow();
            return switch (hold.statusAt(shelves.now())) {
                case ACTIVE -> {
                    hold.release(shelves.now(), reason);
                    shelves.promises().letGo(hold, HoldStatus.RELEASED);
                    yield new Release.Released();
                }
                case EXPIRED -> {
                    close(shelves, hold);
                    yield new Release.Released();
                }
                case RELEASED -> new Release.Released();
                case COMMITTED, FULFILLED -> new Release.Closed(hold.status());
            };
        });
    }

    /** The hold ran out: what nobody has taken from it yet goes back. */
    private static void close(Shelves shelves, CartHold hold) {
        if (hold.status() == HoldStatus.ACTIVE) {
            hold.expire(shelves.now());
            shelves.promises().letGo(hold, HoldStatus.EXPIRED);
        }
    }

    /** Shows a hold to its owner. */
    public @Nullable HoldView show(Tx tx, String token) {
        tx.actor().must(Permission.RESERVE);
        return Holds.find(tx, token).map(hold -> Holds.view(tx, hold)).orElse(null);
    }

    /**
     * Releases every hold that has run out, a few carts to a transaction so that nobody waits long.
     *
     * @return how many were closed
     */
    public int sweep(Transactions transactions, Actor actor) {
        actor.must(Permission.RUN_JOBS);
        int swept = 0;
        for (int some = SWEEP_AT_ONCE; some == SWEEP_AT_ONCE; swept += some) {
            some = transactions.write(actor, ReservationDesk::sweepSome);
        }
        return swept;
    }

    private static int sweepSome(Tx tx) {
        List<String> lapsed = tx.session()
                .createSelectionQuery(
                        "select h.token from CartHold h where h.status = ACTIVE and h.expiresAt <= :now order by h.expiresAt",
                        String.class)
                .setParameter("now", tx.now())
                .setMaxResults(SWEEP_AT_ONCE)
                .getResultList();
        if (lapsed.isEmpty()) {
            return 0;
        }
        List<ProductId> products = tx
                .session()
                .createNativeQuery(
                        "select distinct product_id from stock_reservation where token in (:tokens)", Long.class)
                .setParameterList("tokens", lapsed)
                .getResultList()
                .stream()
                .map(ProductId::new)
                .toList();
        return Shelves.change(tx, products, shelves -> {
            lapsed.forEach(token -> shelves.promises()
                    .hold(token)
                    .filter(hold -> hold.statusAt(shelves.now()) == HoldStatus.EXPIRED)
                    .ifPresent(hold -> close(shelves, hold)));
            return lapsed.size();
        });
    }
}
