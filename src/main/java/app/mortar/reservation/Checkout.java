package app.mortar.reservation;

import app.mortar.kernel.Actor;
import app.mortar.reservation.CheckoutQueue.Verdict;
import app.mortar.reservation.CheckoutQueue.Waiting;
import app.mortar.store.Idempotency;
import app.mortar.store.Idempotency.Answer;
import app.mortar.store.Idempotency.Outcome;
import app.mortar.store.Idempotency.Owned;
import app.mortar.store.Idempotency.Ticket;
import app.mortar.store.RoundTrip;
import app.mortar.store.StoreUnavailable;
import app.mortar.store.Transactions;
import app.mortar.store.TryAgain;
import app.mortar.store.Tx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to the reservation desk for many at once. Requests that wait together are decided together: one transaction
 * locks all their products, the desk decides each in the order of arrival, everything is written in batches, and after
 * one commit each gets its answer. A request that comes alone waits for nobody: it is a group of one.
 *
 * <p>A group never waits long for a lock, and whatever goes wrong in it goes wrong for nobody: its members then go
 * through alone, each on its own thread. So does one that wants a product which somebody else has locked, and one that
 * a larger group refused for stock, before it is told so.
 */
public final class Checkout implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Checkout.class);
    private static final int WORKERS = 2;

    private final Transactions transactions;
    private final ReservationDesk desk;
    private final Idempotency idempotency;
    private final Actor doorkeeper;
    private final Duration longestWait;
    private final CheckoutQueue queue = new CheckoutQueue();

    /**
     * Opens the queue.
     *
     * @param doorkeeper whose transactions the groups are; each request is decided for its own actor
     * @param longestWait for a request with the same key that is still running
     */
    public Checkout(
            Transactions transactions,
            ReservationDesk desk,
            Idempotency idempotency,
            Actor doorkeeper,
            Duration longestWait) {
        this.transactions = transactions;
        this.desk = desk;
        this.idempotency = idempotency;
        this.doorkeeper = doorkeeper;
        this.longestWait = longestWait;
        for (int i = 1; i <= WORKERS; i++) {
            Thread.ofPlatform().daemon().name("checkout-" + i).start(this::work);
        }
    }

    /**
     * Decides one request, at most once per ticket.
     *
     * @param wording how the desk's answer is put for the one who asked
     */
    public Outcome answer(
            Actor actor, HoldRequest request, @Nullable Ticket ticket, Function<HoldAnswer, Answer> wording) {
        Waiting waiting = new Waiting(actor, request, ticket, wording);
        if (!queue.add(waiting)) {
            return alone(waiting);
        }
        return switch (verdict(waiting)) {
            case Verdict.Done done -> done.outcome();
            case Verdict.GoAlone goAlone -> alone(waiting);
        };
    }

    private Verdict verdict(Waiting waiting) {
        try {
            try {
                return waiting.verdict().get(longestWait.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillQueued) {
                return queue.withdraw(waiting)
                        ? tooLate(waiting)
                        : waiting.verdict().get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException why ? why : new IllegalStateException(failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable(StoreUnavailable.Reason.LOCKED, "The server is stopping.", e);
        }
    }

    private Verdict tooLate(Waiting waiting) {
        if (queue.isTicketInWork(waiting)) {
            return new Verdict.Done(new Outcome.InProgress());
        }
        throw new StoreUnavailable(
                StoreUnavailable.Reason.LOCKED,
                "Too many checkouts wait for the same products.",
                new TimeoutException());
    }

    private Outcome alone(Waiting waiting) {
        return transactions.write(
                doorkeeper,
                tx -> decide(tx, List.of(waiting), Locks.WAITED_FOR).getFirst().orThrow());
    }

    private void work() {
        try {
            for (List<Waiting> group = queue.nextGroup(); !group.isEmpty(); group = queue.nextGroup()) {
                try {
                    decide(group);
                } finally {
                    queue.done(group);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void decide(List<Waiting> group) {
        try {
            List<Result> results = transactions.write(doorkeeper, tx -> decide(tx, group, Locks.HAD_SOON));
            for (int i = 0; i < group.size(); i++) {
                results.get(i).tell(group.get(i), group.size() == 1);
            }
        } catch (StoreUnavailable away) {
            boolean forAll = away.reason() == StoreUnavailable.Reason.AWAY;
            group.forEach(waiting -> leave(waiting, forAll ? away : null));
            if (forAll) {
                queue.takeAll().forEach(waiting -> leave(waiting, away));
            }
        } catch (RuntimeException e) {
            LOG.debug("{} checkouts that came together go through one by one", group.size(), e);
            group.forEach(waiting -> leave(waiting, null));
        }
    }

    private static void leave(Waiting waiting, @Nullable StoreUnavailable away) {
        if (away == null) {
            waiting.verdict().complete(new Verdict.GoAlone());
        } else {
            waiting.verdict().completeExceptionally(away);
        }
    }

    /** What a transaction made of one request; told only once it is committed. */
    private sealed interface Result {
        /** An outcome; {@code refused} when it was for want of stock. */
        record Has(Outcome outcome, boolean refused) implements Result {}

        record Failed(RuntimeException mistake) implements Result {}

        record Alone() implements Result {}

        default void tell(Waiting waiting, boolean wasAlone) {
            switch (this) {
                case Has has
                when wasAlone || !has.refused() -> waiting.verdict().complete(new Verdict.Done(has.outcome()));
                case Failed failed -> waiting.verdict().completeExceptionally(failed.mistake());
                default -> waiting.verdict().complete(new Verdict.GoAlone());
            }
        }

        default Outcome orThrow() {
            return switch (this) {
                case Has has -> has.outcome();
                case Failed failed -> throw failed.mistake();
                case Alone alone -> throw new TryAgain("The hold has changed meanwhile.");
            };
        }
    }

    private List<Result> decide(Tx tx, List<Waiting> group, Locks locks) {
        RoundTrip lookingUp = tx.roundTrip();
        var answered = idempotency.answered(
                lookingUp,
                group.stream().map(Waiting::ticket).filter(Objects::nonNull).toList());
        List<Wish> wishes = Wishes.asked(
                        lookingUp, group.stream().map(Waiting::asked).toList())
                .get();
        Map<Owned, Outcome> before = answered.get();
        Map<Waiting, Wish> open = new LinkedHashMap<>();
        for (int i = 0; i < group.size(); i++) {
            if (earlier(before, group.get(i)) == null) {
                open.put(group.get(i), wishes.get(i));
            }
        }
        Map<Waiting, Result> results = decide(tx, open, locks, group.size() == 1);
        return group.stream()
                .map(waiting -> {
                    Outcome earlier = earlier(before, waiting);
                    return earlier != null
                            ? new Result.Has(earlier, false)
                            : Objects.requireNonNull(results.get(waiting));
                })
                .toList();
    }

    private static @Nullable Outcome earlier(Map<Owned, Outcome> before, Waiting waiting) {
        Owned ticket = waiting.ticket();
        return ticket == null ? null : before.get(ticket);
    }

    private Map<Waiting, Result> decide(Tx tx, Map<Waiting, Wish> open, Locks locks, boolean alone) {
        Map<Waiting, Result> results = new LinkedHashMap<>();
        if (open.isEmpty()) {
            return results;
        }
        List<ReservationDesk.Verdict> forGood = new ArrayList<>();
        desk.reserve(tx, List.copyOf(open.values()), locks, decided -> {
            Map<Owned, Answer> kept = new LinkedHashMap<>();
            int next = 0;
            for (Waiting waiting : open.keySet()) {
                Decided one = decided.get(next++);
                results.put(waiting, result(waiting, one, alone, kept));
                if (one instanceof Decided.Said said && (alone || !isRefusal(said.answer()))) {
                    forGood.add(new ReservationDesk.Verdict(waiting.asked().request(), said.answer()));
                }
            }
            idempotency.keep(tx, kept);
        });
        desk.count(tx, forGood);
        return results;
    }

    private static Result result(Waiting waiting, Decided decided, boolean alone, Map<Owned, Answer> kept) {
        return switch (decided) {
            case Decided.Alone leave -> new Result.Alone();
            case Decided.Wrong wrong -> new Result.Failed(wrong.mistake());
            case Decided.Said said -> {
                Answer answer = waiting.worded(said.answer());
                boolean refused = isRefusal(said.answer());
                Owned ticket = waiting.ticket();
                if (ticket != null && answer.isKept() && (alone || !refused)) {
                    kept.put(ticket, answer);
                }
                yield new Result.Has(new Outcome.First(answer), refused);
            }
        };
    }

    private static boolean isRefusal(HoldAnswer answer) {
        return answer instanceof HoldAnswer.NotEnough;
    }

    /** Lets what waits be decided, then ends. */
    @Override
    public void close() {
        queue.close();
    }
}
