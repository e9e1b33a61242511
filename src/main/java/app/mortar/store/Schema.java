package app.mortar.store;

import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

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

    /**
     * How a database stands to what this version knows.
     *
     * @param version the newest version applied, for messages; "none" in an empty database
     * @param pending how many migrations are still to run
     * @param newer whether it was brought up by a version that knows more than this one
     */
    public record Standing(String version, int pending, boolean newer) {}

    /** Looks, and changes nothing. */
    public Standing standing() {
        MigrationInfoService info = flyway.info();
        MigrationInfo current = info.current();
        return new Standing(
                current == null ? "none" : String.valueOf(current.getVersion()),
                info.pending().length,
                Arrays.stream(info.all())
                        .anyMatch(step -> step.getState().name().startsWith("FUTURE")));
    }
}
