package app.mortar.store;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes sure that the schema is the one this version knows: brings it up to date, or says who has to. */
final class Preparation {
    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    private final Link owner;
    private final Link user;

    /**
     * Getting ready.
     *
     * @param owner the login that may migrate, or the same as {@code user}
     */
    Preparation(Link owner, Link user) {
        this.owner = owner;
        this.user = user;
    }

    void run(boolean migrate) {
        try {
            Schema.Standing standing = schema(user).standing();
            if (standing.newer()) {
                throw new CannotOpen("The database was made by a newer Mortar (schema " + standing.version()
                        + "); install that version here.");
            }
            if (standing.pending() == 0) {
                return;
            }
            if (!migrate) {
                throw notCurrent("db.migrate=false forbids bringing it up to date");
            }
            int done = schema(owner).migrate();
            if (done > 0) {
                LOG.info("The schema was brought up to date in {} steps", done);
            }
        } catch (FlywayException e) {
            throw explained(e);
        }
    }

    private CannotOpen explained(FlywayException e) {
        String why = e.getMessage();
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                if ("42501".equals(sql.getSQLState())) {
                    return notCurrent("this login may not bring it up to date");
                }
                why = sql.getMessage();
            }
        }
        return new CannotOpen("The schema of the database cannot be brought up to date: " + why, e);
    }

    private static CannotOpen notCurrent(String why) {
        return new CannotOpen("The schema of the database is not current, and " + why
                + "; run `mortar migrate` as the owner of the tables (db.owner-user).");
    }

    private static Schema schema(Link link) {
        return new Schema(link.source(), link.kind());
    }
}
