package app.mortar.desktop.shell;

import app.mortar.kernel.Permission;
import app.mortar.store.Tx;
import java.util.ArrayList;
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

    /**
     * A part of a room that is found by its own name.
     *
     * @param about what the room is opened with
     * @param permission who may not do this does not see it
     */
    public record Part(Place place, String icon, String title, Object about, Permission permission) {}

    private final List<Part> parts = new ArrayList<>();
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

    /** Has a part of a room found by its own name. */
    public Rooms part(Part part) {
        parts.add(part);
        return this;
    }

    /** The parts of rooms that {@code session} may see. */
    List<Part> parts(Session session) {
        return parts.stream().filter(part -> session.may(part.permission())).toList();
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
