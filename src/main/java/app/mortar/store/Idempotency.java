package app.mortar.store;

import app.mortar.kernel.Actor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does a request once, however often it is sent. The first answer to a key is stored in the transaction that did the
 * work, so either both are there or neither; whoever comes with the same key, to this process or another, gets it again
 * byte for byte. A second request that comes while the first still runs waits for it on the unique key of the row, for
 * as long as the connection waits for any lock (3 s).
 *
 * <p>Only answers that say what is done (2xx) or decided (409) are kept. After any other the transaction is rolled
 * back, so that nothing stands in the way of a better try with the same key.
 */
public final class Idempotency {
    /** After this time a key counts as new. */
    public static final Duration KEPT = Duration.ofHours(24);

    private final Transactions transactions;
    private final Clock clock;

    /** @param clock of this machine: how old a key is may be judged a little differently by two machines */
    public Idempotency(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What makes a request the same request.
     *
     * @param route method and path as requested
     * @param key what the client chose, 1 to 255 characters
     * @param body compared byte for byte
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
    public record Ticket(String route, String key, byte[] body) {}

    /** An answer as it goes out. */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
    public record Answer(int status, String mediaType, byte[] body) {
        /** Is this an answer that a repeated request gets again? */
        public boolean isKept() {
            return (status >= 200 && status < 300) || status == 409;
        }
    }

    /** What came of a request. */
    public sealed interface Outcome {
        /** It was done (or refused) now. */
        record First(Answer answer) implements Outcome {}

        /** It had been answered before; this is that answer. */
        record Replayed(Answer answer) implements Outcome {}

        /** The key was used before with another body. */
        record Mismatch() implements Outcome {}

        /** The first request with this key has not been answered yet. */
        record InProgress() implements Outcome {}
    }

    /** Runs {@code work} in one transaction, at most once per ticket; without a ticket simply once. */
    public Outcome answer(Actor actor, @Nullable Ticket ticket, Function<Tx, Answer> work) {
        try {
            return transactions.write(actor, tx -> {
                Outcome earlier = ticket == null ? null : claim(tx, ticket);
                if (earlier != null) {
                    return earlier;
                }
                Answer answer = work.apply(tx);
                if (!answer.isKept()) {
                    throw new NotKept(answer);
                }
                if (ticket != null) {
                    keep(tx, ticket, answer);
                }
                return new Outcome.First(answer);
            });
        } catch (NotKept refused) {
            return new Outcome.First(refused.answer);
        } catch (StillRunning e) {
            return new Outcome.InProgress();
        }
    }

    /**
     * Takes the key for this transaction, or says what became of it earlier. The transaction cannot go on after a
     * {@link StillRunning}.
     *
     * @return null when the key is ours: do the work, then {@link #keep}
     */
    @Nullable
    Outcome claim(Tx tx, Ticket ticket) {
        while (!insert(tx, ticket)) {
            Row row = find(tx, ticket);
            if (row == null) {
                continue; // forgotten or rolled back between the two statements
            }
            if (!row.createdAt.isAfter(clock.instant().minus(KEPT))) {
                delete(tx, tx.actor().owner(), ticket, row.createdAt);
                continue;
            }
            return row.bodyHash.equals(sha256(ticket.body)) ? new Outcome.Replayed(row.answer) : new Outcome.Mismatch();
        }
        return null;
    }

    /** Stores the answer beside the work, in the same transaction. */
    void keep(Tx tx, Ticket ticket, Answer answer) {
        tx.session()
                .createNativeMutationQuery("""
                    update idempotency_answer set status = :status, media_type = :mediaType, answer = :answer
                    where owner = :owner and route = :route and idem_key = :key\
                    """)
                .setParameter("status", answer.status)
                .setParameter("mediaType", answer.mediaType)
                .setParameter("answer", answer.body)
                .setParameter("owner", tx.actor().owner())
                .setParameter("route", sha256(ticket.route))
                .setParameter("key", ticket.key)
                .executeUpdate();
    }

    /**
     * One of several requests that are done in one transaction.
     *
     * @param owner whose key it is
     */
    public record Owned(String owner, Ticket ticket) {
        String route() {
            return sha256(ticket.route);
        }
    }

    /** The committed answers among these requests: together with other questions, and without waiting for anybody. */
    public Supplier<Map<Owned, Outcome>> answered(RoundTrip trip, Collection<Owned> requests) {
        if (requests.isEmpty()) {
            return Map::of;
        }
        Instant oldest = clock.instant().minus(KEPT);
        var rows = trip.ask(
                """
                select owner, route, idem_key, body_hash, created_at, status, media_type, answer
                from idempotency_answer where owner = any(?) and route = any(?) and idem_key = any(?)""",
                Stored::read,
                requests.stream().map(Owned::owner).distinct().toList(),
                requests.stream().map(Owned::route).distinct().toList(),
                requests.stream()
                        .map(request -> request.ticket().key)
                        .distinct()
                        .toList());
        return () -> {
            Map<Owned, Outcome> answered = new HashMap<>();
            for (Owned request : requests) {
                rows.get().stream().filter(row -> row.isOf(request)).findFirst().ifPresent(row -> {
                    if (row.createdAt.isAfter(oldest)) {
                        answered.put(request, row.outcome(request));
                    } else {
                        delete(trip.tx(), request.owner(), request.ticket(), row.createdAt);
                    }
                });
            }
            return answered;
        };
    }

    private record Stored(String owner, String route, String key, String bodyHash, Instant createdAt, Answer answer) {
        static Stored read(ResultSet row) throws SQLException {
            return new Stored(
                    Values.text(row, 1),
                    Values.text(row, 2),
                    Values.text(row, 3),
                    Values.text(row, 4),
                    Values.instant(row, 5),
                    new Answer(row.getInt(6), Values.text(row, 7), row.getBytes(8)));
        }

        boolean isOf(Owned request) {
            return owner.equals(request.owner()) && key.equals(request.ticket().key) && route.equals(request.route());
        }

        Outcome outcome(Owned request) {
            return bodyHash.equals(sha256(request.ticket().body))
                    ? new Outcome.Replayed(answer)
                    : new Outcome.Mismatch();
        }
    }

    /**
     * Has these first answers stored with what is written next, in the order of their keys. Should another process have answered one of them
     * meanwhile, its unique key sends the whole transaction back to the start, where {@link #answered} finds it.
     */
    public void keep(Tx tx, Map<Owned, Answer> answers) {
        Instant now = clock.instant();
        answers.keySet().stream()
                .sorted(Comparator.comparing(Owned::owner).thenComparing(request -> request.ticket().key))
                .forEach(request -> {
                    Answer answer = Objects.requireNonNull(answers.get(request));
                    tx.writes()
                            .add(
                                    """
                            insert into idempotency_answer
                              (owner, route, idem_key, body_hash, status, media_type, answer, created_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?)""",
                                    request.owner(),
                                    request.route(),
                                    request.ticket().key,
                                    sha256(request.ticket().body),
                                    answer.status,
                                    answer.mediaType,
                                    answer.body,
                                    now);
                });
    }

    /**
     * Forgets what is older than {@link #KEPT}; nobody asks for it any more. Called now and then.
     *
     * @return how many
     */
    public int forgetOld(Actor actor) {
        return transactions.write(actor, tx -> tx.session()
                .createNativeMutationQuery("delete from idempotency_answer where created_at < :before")
                .setParameter("before", clock.instant().minus(KEPT))
                .executeUpdate());
    }

    /** Waits here for whoever inserted the same key and has not committed yet. */
    private boolean insert(Tx tx, Ticket ticket) {
        try {
            return tx.session()
                            .createNativeMutationQuery("""
                                insert into idempotency_answer (owner, route, idem_key, body_hash, created_at)
                                values (:owner, :route, :key, :bodyHash, :createdAt) on conflict do nothing\
                                """)
                            .setParameter("owner", tx.actor().owner())
                            .setParameter("route", sha256(ticket.route))
                            .setParameter("key", ticket.key)
                            .setParameter("bodyHash", sha256(ticket.body))
                            .setParameter("createdAt", clock.instant())
                            .executeUpdate()
                    == 1;
        } catch (RuntimeException e) {
            if (isLockTimeout(e)) {
                throw new StillRunning();
            }
            throw e;
        }
    }

    private record Row(String bodyHash, Instant createdAt, Answer answer) {}

    private static @Nullable Row find(Tx tx, Ticket ticket) {
        List<Object[]> rows = tx.session()
                .createNativeQuery("""
                        select body_hash, created_at, status, media_type, answer from idempotency_answer
                        where owner = :owner and route = :route and idem_key = :key\
                        """, Object[].class)
                .addScalar("body_hash", String.class)
                .addScalar("created_at", Instant.class)
                .addScalar("status", Integer.class)
                .addScalar("media_type", String.class)
                .addScalar("answer", byte[].class)
                .setParameter("owner", tx.actor().owner())
                .setParameter("route", sha256(ticket.route))
                .setParameter("key", ticket.key)
                .getResultList();
        if (rows.isEmpty()) {
            return null;
        }
        Object[] row = rows.getFirst();
        return new Row(
                (String) row[0], (Instant) row[1], new Answer((Integer) row[2], (String) row[3], (byte[]) row[4]));
    }

    private static void delete(Tx tx, String owner, Ticket ticket, Instant createdAt) {
        tx.session()
                .createNativeMutationQuery("""
                    delete from idempotency_answer
                    where owner = :owner and route = :route and idem_key = :key and created_at = :createdAt\
                    """)
                .setParameter("owner", owner)
                .setParameter("route", sha256(ticket.route))
                .setParameter("key", ticket.key)
                .setParameter("createdAt", createdAt)
                .executeUpdate();
    }

    private static boolean isLockTimeout(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql
                    && List.of("55P03", "HYT00").contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** Carries an answer out of a transaction that must not be committed. */
    private static final class NotKept extends RuntimeException {
        private final transient Answer answer;

        NotKept(Answer answer) {
            super("refused with " + answer.status, null, false, false);
            this.answer = answer;
        }
    }

    /** The key's first request did not finish while we waited. */
    private static final class StillRunning extends RuntimeException {
        StillRunning() {
            super("the first request with this key is still running", null, false, false);
        }
    }
}
