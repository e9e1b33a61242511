package app.mortar.settings;

import java.util.Optional;

/**
 * Where the books are.
 *
 * @param url the shared PostgreSQL's JDBC address; empty for the embedded database in the home folder
 * @param user the login; empty: as the address says, else the driver's default
 * @param password empty when none is set
 * @param migrate whether a start may bring the schema up to date
 * @param owner the login for migrations, where it is another one
 */
public record DatabaseSettings(
        Optional<String> url,
        Optional<String> user,
        Optional<String> password,
        boolean migrate,
        Optional<Owner> owner) {

    /** The login that owns the tables; used for migrations only. */
    public record Owner(String user, String password) {
        /** Never shows the password. */
        @Override
        public String toString() {
            return user;
        }
    }

    public boolean embedded() {
        return url.isEmpty();
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return url.orElse("embedded");
    }
}
