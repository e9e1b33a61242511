package app.mortar.settings;

import java.nio.file.Path;
import java.util.List;

/**
 * All settings as they hold on this machine: what the machine says, over what the pharmacy keeps in its database, over
 * what Mortar takes when nobody says anything.
 *
 * @param home the folder with everything that belongs to this machine
 * @param warnings what a person should look at, as sentences
 */
public record Settings(
        Path home,
        DatabaseSettings db,
        HttpSettings http,
        PharmacySettings pharmacy,
        ReservationSettings reservation,
        AlertSettings alerts,
        List<String> warnings) {
    public Settings {
        warnings = List.copyOf(warnings);
    }
}
