package app.mortar.reservation;

import app.mortar.kernel.Actor;
import app.mortar.stock.CartHold;
import app.mortar.stock.ProductRef;
import app.mortar.stock.Wanted;
import app.mortar.store.Idempotency.Answer;
import app.mortar.store.Idempotency.Outcome;
import app.mortar.store.Idempotency.Owned;
import app.mortar.store.Idempotency.Ticket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Requests that wait to be decided, in the order of their arrival. A group is made of those that may be decided
 * together and that touch nothing which another group is working on.
 */
final class CheckoutQueue {
    private static final int LARGEST_GROUP = 64;

    /** What a waiting request is told: its outcome, or that it must go through alone. */
    sealed interface Verdict {
        record Done(Outcome outcome) implements Verdict {}

        record GoAlone() implements Verdict {}
    }

    /** One request, from its arrival to its verdict. */
    static final class Waiting {
        private final Asked asked;
        private final @Nullable Owned ticket;
        private final Function<HoldAnswer, Answer> wording;
        private final CompletableFuture<Verdict> verdict = new CompletableFuture<>();

        Waiting(Actor actor, HoldRequest request, @Nullable Ticket ticket, Function<HoldAnswer, Answer> wording) {
            this.asked = new Asked(actor, request);
            this.ticket = ticket == null ? null : new Owned(actor.owner(), ticket);
            this.wording = wording;
        }

        Asked asked() {
            return asked;
        }

        @Nullable
        Owned ticket() {
            return ticket;
        }

        Answer worded(HoldAnswer answer) {
            return wording.apply(answer);
        }

        CompletableFuture<Verdict> verdict() {
            return verdict;
        }

        /** Nobody else may be working on these, not even in the same group. */
        private List<String> ownThings() {
            List<String> things = new ArrayList<>();
            HoldRequest request = asked.request();
            if (request.token() != null) {
                things.add("hold " + request.token());
            }
            if (request.cartId() != null) {
                things.add("cart " + CartHold.liveCart(asked.actor().owner(), request.cartId()));
            }
            if (ticket != null) {
                things.add(ticketName(ticket));
            }
            return things;
        }

        private static String ticketName(Owned ticket) {
            return "ticket " + ticket.owner() + " " + ticket.ticket().route() + " "
                    + ticket.ticket().key();
        }

        /** Another group may not be working on these. */
        private List<ProductRef> products() {
            return asked.request().items().stream().map(Wanted::product).toList();
        }
    }

    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private final Set<Object> inWork = new HashSet<>();
    private boolean closed;

    synchronized boolean add(Waiting request) {
        if (closed) {
            return false;
        }
        waiting.add(request);
        notifyAll();
        return true;
    }

    /** Takes out one that nobody has begun with. */
    synchronized boolean withdraw(Waiting request) {
        return waiting.remove(request);
    }

    /** Takes out all that nobody has begun with. */
    synchronized List<Waiting> takeAll() {
        List<Waiting> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }

    /** Is an earlier request with the same key still being decided? */
    synchronized boolean isTicketInWork(Waiting request) {
        Owned ticket = request.ticket();
        return ticket != null && inWork.contains(Waiting.ticketName(ticket));
    }

    /** Waits for work; an empty group means that the queue is closed and done with. */
    synchronized List<Waiting> nextGroup() throws InterruptedException {
        while (true) {
            List<Waiting> group = group();
            if (!group.isEmpty() || (closed && waiting.isEmpty())) {
                return group;
            }
            wait();
        }
    }

    private List<Waiting> group() {
        List<Waiting> group = new ArrayList<>();
        Set<Object> busyElsewhere = new HashSet<>(inWork);
        for (var candidates = waiting.iterator(); candidates.hasNext() && group.size() < LARGEST_GROUP; ) {
            Waiting candidate = candidates.next();
            boolean free = candidate.products().stream().noneMatch(busyElsewhere::contains)
                    && candidate.ownThings().stream().noneMatch(inWork::contains);
            if (free) {
                candidates.remove();
                group.add(candidate);
                inWork.addAll(candidate.products());
                inWork.addAll(candidate.ownThings());
            }
        }
        return group;
    }

    /** The group has its verdicts; what it worked on is free. */
    synchronized void done(List<Waiting> group) {
        for (Waiting request : group) {
            inWork.removeAll(request.ownThings());
            request.products().forEach(inWork::remove);
        }
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
