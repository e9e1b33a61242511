package app.mortar.store;

import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** The schema, by Flyway from {@code db/migration}: what both databases share, then what one of them needs alone. */
public final class Schema {
    private final Flyway flyway;

    public Schema(DataSource source, Kind kind) {
        this.flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + kind.folder())
                .sqlMigrationSeparator("__")
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .loggers("slf4j")
                .load();
    }

    /**
     * Brings the schema up to date; two programs at once migrate once, the second waits.
     *
     * @return how many migrations ran
     */
    public int migrate() {
        return flyway.migrate().migrationsExecuted;
    }

    /** Is nothing left to migrate? */
    public boolean isCurrent() {
        return flyway.info().pending().length == 0;
    }

    /** The newest version applied, for messages. */
    public String version() {
        MigrationInfo current = flyway.info().current();
        return current == null ? "none" : String.valueOf(current.getVersion());
    }

    /** How many migrations are still to run. */
    public int pending() {
        return (int) Arrays.stream(flyway.info().pending()).count();
    }
}
