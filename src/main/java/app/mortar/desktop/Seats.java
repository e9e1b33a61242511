package app.mortar.desktop;

import app.mortar.desktop.shell.Frame;
import app.mortar.desktop.shell.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who is at work at this workstation. When somebody else takes over, the work of the one before waits as it is; a few
 * at a time, the one who was away longest is signed out for the next.
 */
final class Seats {
    private static final int MOST = 3;

    private record Seat(Person person, Frame frame) {}

    private final List<Seat> seats = new ArrayList<>();

    /** The window of {@code person}: as they left it, if they may still do the same; else a new one. */
    Frame sit(Person person, Function<Person, Frame> open) {
        Seat before = seats.stream()
                .filter(seat -> seat.person.actor().name().equals(person.actor().name()))
                .findFirst()
                .orElse(null);
        if (before != null && before.person.equals(person)) {
            seats.remove(before);
            seats.addFirst(before);
            return before.frame;
        }
        if (before != null) {
            leave(before);
        }
        if (seats.size() == MOST) {
            leave(seats.getLast());
        }
        Frame frame = open.apply(person);
        seats.addFirst(new Seat(person, frame));
        return frame;
    }

    /** Who was at work last; null for nobody. */
    @Nullable
    Person last() {
        return seats.isEmpty() ? null : seats.getFirst().person;
    }

    /** The window of who was at work last; null for nobody. */
    @Nullable
    Frame frame() {
        return seats.isEmpty() ? null : seats.getFirst().frame;
    }

    /** This one goes, if they have a seat. */
    void leave(Person person) {
        List.copyOf(seats).stream().filter(seat -> seat.person.equals(person)).forEach(this::leave);
    }

    /** Everybody goes. */
    void close() {
        List.copyOf(seats).forEach(this::leave);
    }

    private void leave(Seat seat) {
        seats.remove(seat);
        seat.frame.close();
    }
}
