package app.mortar.desktop.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The rooms that somebody has been in since they signed in, and the one they are in. */
final class OpenRooms {
    private final Rooms rooms;
    private final Session session;
    private final Map<Place, Room> open = new EnumMap<>(Place.class);
    private final Deque<Place> before = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<@Nullable Place> here = new ReadOnlyObjectWrapper<>();

    OpenRooms(Rooms rooms, Session session) {
        this.rooms = rooms;
        this.session = session;
    }

    /** Where somebody is; null before they have gone anywhere. */
    ReadOnlyObjectProperty<@Nullable Place> here() {
        return here.getReadOnlyProperty();
    }

    /** The room that is shown. */
    Optional<Room> room() {
        Place place = here.get();
        return place == null ? Optional.empty() : Optional.ofNullable(open.get(place));
    }

    /** Goes to a room; does nothing when there is none or it may not be seen. */
    void go(Place place, @Nullable Object about) {
        if (!session.may(place.permission()) || rooms.entry(place).isEmpty()) {
            return;
        }
        Place from = here.get();
        if (from != null && from != place) {
            before.remove(place);
            before.push(from);
        }
        enter(place, about);
    }

    /** Goes back one step: inside the room, or else to the room before. */
    void back() {
        if (room().filter(Room::back).isEmpty() && !before.isEmpty()) {
            enter(before.pop(), null);
        }
    }

    /** Closes everything; nobody is anywhere then. */
    void close() {
        // while the room still stands in its window, which it may have to let go of
        room().ifPresent(Room::left);
        here.set(null);
        open.values().forEach(Room::closed);
        open.clear();
        before.clear();
    }

    private void enter(Place place, @Nullable Object about) {
        Place from = here.get();
        if (from != place) {
            room().ifPresent(Room::left);
        }
        Room room = open.computeIfAbsent(
                place, key -> rooms.entry(key).orElseThrow().make().apply(session));
        here.set(place);
        room.opened(about);
    }
}
