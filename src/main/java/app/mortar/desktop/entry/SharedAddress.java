package app.mortar.desktop.entry;

import app.mortar.desktop.Texts;
import java.util.Optional;

/**
 * Where the pharmacy's shared database is, as somebody typed it.
 *
 * @param host a machine's name or number
 * @param port as typed
 * @param database its name there
 */
public record SharedAddress(String host, String port, String database, String user, String password) {
    public SharedAddress {
        host = host.strip();
        port = port.strip();
        database = database.strip();
        user = user.strip();
    }

    /** What cannot be meant, as a sentence; empty when it can be tried. */
    public Optional<String> mistake() {
        if (host.isEmpty() || database.isEmpty() || user.isEmpty()) {
            return Optional.of(Texts.of("shared.missing"));
        }
        if (!host.matches("[A-Za-z0-9._:\\[\\]-]+")) {
            return Optional.of(Texts.of("shared.bad-host"));
        }
        if (!database.matches("[A-Za-z0-9_$-]+")) {
            return Optional.of(Texts.of("shared.bad-database"));
        }
        boolean number = port.matches("\\d{1,5}");
        return number && Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= 65_535
                ? Optional.empty()
                : Optional.of(Texts.of("shared.bad-port"));
    }

    public String url() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return user + " at " + url();
    }
}
