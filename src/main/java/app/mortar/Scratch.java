package app.mortar;

import app.mortar.store.Kind;
import app.mortar.store.Link;
import app.mortar.store.Schema;
import app.mortar.store.Sessions;
import app.mortar.store.StoreClock;
import app.mortar.store.Transactions;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.ZoneId;
import java.util.UUID;
import org.hibernate.SessionFactory;

/** A database in memory that is gone when it is closed; the same engine as the embedded one. */
final class Scratch implements AutoCloseable {
    private static final int CONNECTIONS = 16;

    private final HikariDataSource pool;
    private final SessionFactory sessions;

    private Scratch(HikariDataSource pool) {
        this.pool = pool;
        this.sessions = Sessions.open(pool, Entities.ALL, false);
    }

    static Scratch open() {
        Link link = new Link(
                "jdbc:h2:mem:" + UUID.randomUUID()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=3000",
                "sa",
                "");
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(link.url());
        config.setUsername(link.user());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setAutoCommit(false);
        config.setConnectionTimeout(30_000);
        HikariDataSource pool = new HikariDataSource(config);
        new Schema(pool, Kind.H2).migrate();
        return new Scratch(pool);
    }

    Transactions transactions() {
        return new Transactions(sessions, StoreClock.ofThisMachine(), ZoneId::systemDefault);
    }

    @Override
    public void close() {
        sessions.close();
        pool.close();
    }
}
