package app.mortar.store;

import app.mortar.kernel.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.h2.engine.Constants;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * The only way to the database: {@code write} and {@code read}. A write that loses against another (a deadlock, a
 * serialization failure, a unique key taken meanwhile, {@link TryAgain}) is rolled back and run again, so nothing
 * outside the database may happen inside one.
 */
public final class Transactions {
    private static final int TRIES = 12;

    private final SessionFactory sessions;
    private final StoreClock clock;
    private final Supplier<ZoneId> zone;
    private final Map<Class<?>, Object> attending;
    private final Around around;
    private final ThreadLocal<Boolean> open;

    /** What is run before each transaction, and after each write once it is committed. */
    private record Around(Runnable before, Runnable written) {
        static final Around NOTHING = new Around(() -> {}, () -> {});
    }

    public Transactions(SessionFactory sessions, StoreClock clock, Supplier<ZoneId> zone) {
        this(sessions, clock, zone, Map.of(), Around.NOTHING, ThreadLocal.withInitial(() -> false));
    }

    private Transactions(
            SessionFactory sessions,
            StoreClock clock,
            Supplier<ZoneId> zone,
            Map<Class<?>, Object> attending,
            Around around,
            ThreadLocal<Boolean> open) {
        this.sessions = sessions;
        this.clock = clock;
        this.zone = zone;
        this.attending = attending;
        this.around = around;
        this.open = open;
    }

    /** The same database by another clock: for a history that is booked at the moments it happened. */
    public Transactions by(StoreClock other) {
        return new Transactions(sessions, other, zone, attending, around, open);
    }

    /**
     * The same with somebody who attends to every transaction: a lower room declares the role and asks the {@link Tx}
     * for it, a higher one plays it.
     */
    public <T> Transactions attending(Class<T> role, T player) {
        Map<Class<?>, Object> all = new HashMap<>(attending);
        all.put(role, player);
        return new Transactions(sessions, clock, zone, Map.copyOf(all), around, open);
    }

    /** The same, and {@code before} is run before each transaction: it throws where there must be none. */
    public Transactions guardedBy(Runnable before) {
        return new Transactions(sessions, clock, zone, attending, new Around(before, around.written), open);
    }

    /** The same, and {@code changes} is told of every write, once it is committed. */
    Transactions telling(Changes changes) {
        return new Transactions(sessions, clock, zone, attending, new Around(around.before, changes::committed), open);
    }

    /** Runs {@code work} in one transaction and commits it. */
    public <T extends @Nullable Object> T write(Actor actor, Function<Tx, T> work) {
        return untilItWins(actor, work, false);
    }

    /** As {@link #write}, locks and all, but nothing of it stays: what would come of it? */
    public <T extends @Nullable Object> T rehearse(Actor actor, Function<Tx, T> work) {
        return untilItWins(actor, work, true);
    }

    private <T extends @Nullable Object> T untilItWins(Actor actor, Function<Tx, T> work, boolean rollback) {
        TreeSet<Long> alsoLock = new TreeSet<>();
        for (int tries = 1; ; tries++) {
            try {
                T answer = once(actor, work, alsoLock, rollback);
                if (!rollback) {
                    around.written.run();
                }
                return answer;
            } catch (TryAgain again) {
                alsoLock.addAll(again.alsoLock());
                if (tries == TRIES) {
                    throw new StoreUnavailable(
                            StoreUnavailable.Reason.LOCKED, "Too many others wanted the same rows.", again);
                }
            } catch (RuntimeException e) {
                SqlTrouble trouble = SqlTrouble.of(e);
                if (!trouble.worthAnotherTry() || tries == TRIES) {
                    throw trouble.asSeenOutside(e);
                }
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(2_000_000L * tries));
        }
    }

    /** The same for work that answers nothing. */
    public void run(Actor actor, Consumer<Tx> work) {
        this.<@Nullable Void>write(actor, tx -> {
            work.accept(tx);
            return null;
        });
    }

    /** Runs {@code work} in one transaction that changes nothing. */
    public <T extends @Nullable Object> T read(Actor actor, Function<Tx, T> work) {
        try {
            return once(actor, work, Set.of(), true);
        } catch (RuntimeException e) {
            throw SqlTrouble.of(e).asSeenOutside(e);
        }
    }

    /**
     * Asks one question outside of any transaction: it sees what is committed now, and the answer is all that travels.
     *
     * @param values as {@link Values} binds them
     */
    public <R> List<R> glance(String sql, RoundTrip.Reading<R> reading, Object... values) {
        around.before.run();
        try (StatelessSession session = sessions.openStatelessSession()) {
            return session.doReturningWork(connection -> {
                connection.setAutoCommit(true);
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    Values.bind(statement, 1, List.of(values));
                    try (ResultSet rows = statement.executeQuery()) {
                        return RoundTrip.all(rows, reading);
                    }
                } finally {
                    connection.setAutoCommit(false);
                }
            });
        } catch (RuntimeException e) {
            throw SqlTrouble.of(e).asSeenOutside(e);
        }
    }

    /** As {@link #read}, and every statement in it sees the same moment, however many run beside it. */
    public <T extends @Nullable Object> T snapshot(Actor actor, Function<Tx, T> work) {
        return read(actor, tx -> {
            tx.session().doWork(Transactions::seeOneMoment);
            return work.apply(tx);
        });
    }

    private static void seeOneMoment(Connection connection) throws SQLException {
        // the pool puts the level back; H2 calls this one SNAPSHOT, PostgreSQL gives it under the name below
        boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
        connection.setTransactionIsolation(
                h2 ? Constants.TRANSACTION_SNAPSHOT : Connection.TRANSACTION_REPEATABLE_READ);
    }

    private <T extends @Nullable Object> T once(
            Actor actor, Function<Tx, T> work, Set<Long> alsoLock, boolean rollback) {
        Afterwards afterwards = new Afterwards();
        T answer;
        try {
            answer = inside(actor, work, alsoLock, rollback, afterwards);
        } catch (RuntimeException e) {
            afterwards.rolledBack(this);
            throw e;
        }
        afterwards.committed();
        return answer;
    }

    private <T extends @Nullable Object> T inside(
            Actor actor, Function<Tx, T> work, Set<Long> alsoLock, boolean rollback, Afterwards afterwards) {
        around.before.run();
        if (open.get()) {
            throw new IllegalStateException("A transaction is open on this thread already; hand its Tx on instead.");
        }
        open.set(true);
        try (StatelessSession session = sessions.openStatelessSession()) {
            var transaction = session.beginTransaction();
            try {
                Tx tx = new Tx(session, actor, clock, zone.get(), alsoLock, attending, afterwards);
                T answer = work.apply(tx);
                if (rollback) {
                    transaction.rollback();
                } else {
                    tx.beforeCommit();
                    transaction.commit();
                }
                return answer;
            } catch (Throwable e) {
                rollBack(transaction, e);
                throw e;
            }
        } finally {
            open.remove();
        }
    }

    private static void rollBack(org.hibernate.Transaction transaction, Throwable because) {
        try {
            if (transaction.isActive()) {
                transaction.rollback();
            }
        } catch (RuntimeException alsoBroken) {
            because.addSuppressed(alsoBroken);
        }
    }

    /** Does the database answer? For health checks; throws {@link StoreUnavailable} when it does not. */
    public void ping(Actor actor) {
        read(
                actor,
                tx -> tx.session().createNativeQuery("select 1", Integer.class).getSingleResult());
    }

    /** What an exception from the database means, by its SQLSTATE. */
    record SqlTrouble(@Nullable SQLException sql, boolean poolEmpty) {
        static SqlTrouble of(Throwable e) {
            for (Throwable t = e; t != null; t = t.getCause()) {
                if (t instanceof java.sql.SQLTransientConnectionException transientTrouble) {
                    return new SqlTrouble(transientTrouble, true);
                }
                if (t instanceof SQLException sql) {
                    return new SqlTrouble(sql, false);
                }
            }
            return new SqlTrouble(null, false);
        }

        private String state() {
            return sql == null || sql.getSQLState() == null ? "" : sql.getSQLState();
        }

        /** Deadlock, serialization failure, or a unique key that somebody else took first. */
        boolean worthAnotherTry() {
            return state().equals("40001") || state().equals("40P01") || state().equals("23505");
        }

        private boolean lockNotHad() {
            return state().equals("55P03") || state().equals("HYT00") || state().equals("57014");
        }

        /** A broken or refused connection, a server that shuts down, or a closed embedded database. */
        private boolean away() {
            return poolEmpty
                    || state().startsWith("08")
                    || state().startsWith("57P")
                    || state().startsWith("53")
                    || state().equals("90067")
                    || state().equals("90098")
                    || state().equals("90121")
                    || state().equals("90007");
        }

        RuntimeException asSeenOutside(RuntimeException e) {
            if (e instanceof StoreUnavailable) {
                return e;
            }
            if (lockNotHad()) {
                return new StoreUnavailable(
                        StoreUnavailable.Reason.LOCKED, "Somebody else is working on the same rows.", e);
            }
            if (worthAnotherTry() && !state().equals("23505")) {
                return new StoreUnavailable(StoreUnavailable.Reason.LOCKED, "Too many others wanted the same rows.", e);
            }
            if (away()) {
                return new StoreUnavailable(StoreUnavailable.Reason.AWAY, "The database does not answer.", e);
            }
            return e;
        }
    }
}
