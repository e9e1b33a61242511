package app.mortar.desktop.shell;

import app.mortar.store.Tx;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rooms of this program. A room that is not registered is not on the navigation. */
public final class Rooms {
    /**
     * How a room is made.
     *
     * @param make called when somebody first goes there
     * @param badge counted in the background after every change; null for none
     */
    record Entry(Function<Session, Room> make, @Nullable Function<Tx, Badge> badge) {}

    private final Map<Place, Entry> entries = new EnumMap<>(Place.class);

    /** Registers a room. */
    public Rooms add(Place place, Function<Session, Room> make) {
        return add(place, make, null);
    }

    /** Registers a room with a count beside its name. */
    public Rooms add(Place place, Function<Session, Room> make, @Nullable Function<Tx, Badge> badge) {
        entries.put(place, new Entry(make, badge));
        return this;
    }

    /** Where {@code session} may go, in the order of the navigation. */
    public List<Place> of(Session session) {
        return entries.keySet().stream()
                .filter(place -> session.may(place.permission()))
                .toList();
    }

    Optional<Entry> entry(Place place) {
        return Optional.ofNullable(entries.get(place));
    }
}
