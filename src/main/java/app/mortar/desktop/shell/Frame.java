package app.mortar.desktop.shell;

import app.mortar.desktop.widget.Toast;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The window of somebody at work: navigation, top bar, the room they are in, status bar, and what floats over it. */
public final class Frame extends StackPane implements Front {
    private final House house;
    private final Session session;
    private final OpenRooms rooms;
    private final Rail rail;
    private final TopBar top;
    private final StatusBar status;
    private final Toasts toasts = new Toasts();
    private final BorderPane middle = new BorderPane();
    private final Door door;

    /** What leads out of the window. */
    public interface Door {
        /** The window is locked; the person comes back to where they are. */
        void lock();

        /** Keeps what is known about a mistake of the program and gives its code. */
        String report(Throwable bug);
    }

    public Frame(House house, Person person, Memory memory, Door door) {
        this.house = house;
        this.door = door;
        this.session = new Session(
                person.actor(), house.transactions(), house.work(), house.time(), house.formats(), memory, this);
        this.rooms = new OpenRooms(house.rooms(), session);
        this.rail = new Rail(house.pharmacy(), house.rooms().of(session), place -> go(place, null), this::keys);
        this.top = new TopBar(person.name(), person.role(), this::find, door::lock);
        this.status = new StatusBar(house);
        getStyleClass().add("root-pane");
        BorderPane right = middle;
        right.setTop(top);
        BorderPane whole = new BorderPane(right);
        whole.setLeft(rail);
        whole.setBottom(status);
        StackPane.setAlignment(toasts, Pos.TOP_RIGHT);
        getChildren().addAll(whole, toasts);
        addEventHandler(javafx.scene.input.KeyEvent.KEY_PRESSED, new Keys(this)::press);
        rooms.here().addListener((property, from, to) -> show(to));
    }

    /** Where somebody is. */
    public ReadOnlyObjectProperty<@Nullable Place> here() {
        return rooms.here();
    }

    public Session session() {
        return session;
    }

    OpenRooms rooms() {
        return rooms;
    }

    /** Ends the work: all rooms are closed. */
    public void close() {
        rooms.close();
        status.close();
    }

    @Override
    public void go(Place place, @Nullable Object about) {
        rooms.go(place, about);
    }

    @Override
    public void toast(Toast toast) {
        toasts.show(toast);
    }

    @Override
    public ReadOnlyBooleanProperty online() {
        return house.pulse().online();
    }

    @Override
    public void lost() {
        house.pulse().lost();
    }

    @Override
    public void changed() {
        badges();
        rooms.room().ifPresent(Room::refresh);
    }

    @Override
    public String report(Throwable bug) {
        return door.report(bug);
    }

    void find() {}

    void keys() {}

    void lock() {
        door.lock();
    }

    private void show(@Nullable Place place) {
        rail.on(place);
        rooms.room()
                .ifPresentOrElse(
                        room -> {
                            top.show(java.util.Objects.requireNonNull(place), room);
                            middle.setCenter(room.node());
                        },
                        () -> middle.setCenter(null));
    }

    /** Counts what waits in every room. */
    public void badges() {
        for (Place place : house.rooms().of(session)) {
            var counted = house.rooms().entry(place).map(Rooms.Entry::badge).orElse(null);
            if (counted != null) {
                session.read(counted, badge -> rail.badge(place, badge), trouble -> {});
            }
        }
    }
}
