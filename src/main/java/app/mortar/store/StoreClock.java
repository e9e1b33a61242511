package app.mortar.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * The clock that all machines of a pharmacy agree on: the shared database's own, or, for an embedded database, the
 * one of the machine it lives on. Moments are cut to microseconds, which is what both databases keep.
 */
@FunctionalInterface
public interface StoreClock {
    /** The moment now, asked for after the locks of the transaction are had. */
    Instant now(StatelessSession session);

    /** The query that asks the database for its clock, where it is the database's. */
    default @Nullable String sql() {
        return null;
    }

    /** PostgreSQL's clock. Not its {@code now()}, which stands still from the start of the transaction. */
    static StoreClock ofPostgres() {
        return new StoreClock() {
            private static final String SQL = "select clock_timestamp()";

            @Override
            public Instant now(StatelessSession session) {
                return session.createNativeQuery(SQL, Instant.class)
                        .getSingleResult()
                        .truncatedTo(ChronoUnit.MICROS);
            }

            @Override
            public String sql() {
                return SQL;
            }
        };
    }

    /** A clock in this process: for the embedded database, and for tests that stand still or jump. */
    static StoreClock of(Clock clock) {
        return session -> clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static StoreClock ofThisMachine() {
        return of(Clock.tick(Clock.system(ZoneOffset.UTC), java.time.Duration.ofNanos(1000)));
    }
}
