package app.mortar.desktop.shell;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.FileAsk;
import app.mortar.desktop.widget.FileDialog;
import app.mortar.desktop.widget.Toast;
import app.mortar.gs1.Gs1Reader;
import app.mortar.gs1.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The window of somebody at work: navigation, top bar, the room they are in, status bar, and what floats over it. */
public final class Frame extends StackPane implements Front {
    private final House house;
    private final Session session;
    private final OpenRooms rooms;
    private final Rail rail;
    private final TopBar top;
    private final StatusBar status;
    private final Banner banner;
    private final Toasts toasts = new Toasts();
    private final Overlay overlay = new Overlay();
    private final BorderPane middle = new BorderPane();
    private final Finder finder;
    private final Gs1Reader reader = new Gs1Reader();
    private final Door door;
    private final FileAsk files;
    private final InvalidationListener back = changed -> backOnline();

    /** What leads out of the window. */
    public interface Door {
        /** The window is locked; the person comes back to where they are. */
        void lock();

        /** Keeps what is known about a mistake of the program and gives its code. */
        String report(Throwable bug);

        /** Asks for files in the system's own way. */
        default FileAsk files() {
            return new FileDialog();
        }

        /** More commands for the palette, such as the choice of the theme; may be empty. */
        default List<Command> commands() {
            return List.of();
        }
    }

    /** Something to do, by its name in the palette. */
    public record Command(String icon, String name, Runnable act) {}

    public Frame(House house, Person person, Memory memory, Door door) {
        this.house = house;
        this.door = door;
        this.files = door.files();
        this.session = new Session(
                person.actor(), house.transactions(), house.work(), house.time(), house.formats(), memory, this);
        this.rooms = new OpenRooms(house.rooms(), session);
        this.finder = new Finder(house.formats());
        this.rail = new Rail(house.pharmacy(), places(), place -> go(place, null), this::keys);
        this.top = new TopBar(person.name(), person.role(), this::find, door::lock);
        this.status = new StatusBar(house);
        this.banner = new Banner(house);
        middle.setTop(new VBox(top, banner));
        BorderPane whole = new BorderPane(middle);
        whole.setLeft(rail);
        whole.setBottom(status);
        StackPane.setAlignment(toasts, Pos.BOTTOM_CENTER);
        getChildren().addAll(whole, overlay, toasts);
        addEventHandler(KeyEvent.KEY_PRESSED, new Keys(this)::press);
        rooms.here().addListener((property, from, to) -> show(to));
        house.pulse().online().addListener(back);
    }

    /**
     * Has every scan in {@code scene} told to {@code scanned}, wherever the cursor is.
     *
     * @param machine whose scanner it is
     * @param awake whether anybody is at work
     */
    public static void hear(Scene scene, Machine machine, BooleanSupplier awake, Consumer<String> scanned) {
        new ScanCapture(machine, System::nanoTime, awake, scanned).install(scene);
    }

    private List<Place> places() {
        return house.rooms().of(session);
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

    /** Goes to the first room there is. */
    public void begin() {
        if (!places().isEmpty()) {
            go(places().getFirst(), null);
        }
        badges();
    }

    /** Closes all rooms; the window stays. */
    public void closeRooms() {
        rooms.close();
    }

    /** Ends the work: all rooms are closed. */
    public void close() {
        rooms.close();
        status.close();
        banner.close();
        house.pulse().online().removeListener(back);
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
    public FileAsk files() {
        return files;
    }

    @Override
    public ReadOnlyBooleanProperty online() {
        return house.pulse().online();
    }

    @Override
    public void lost() {
        house.pulse().lost();
    }

    /** Badges are counted again and the room that is shown is read again. */
    @Override
    public void changed() {
        if (online().get()) {
            badges();
            rooms.room().ifPresent(Room::refresh);
        }
    }

    @Override
    public String report(Throwable bug) {
        return door.report(bug);
    }

    /** A scan was caught: the room may take it, else the product or batch opens. */
    public void scanned(String text) {
        Scanned scan = new Scanned(text, reader.read(text, house.time().today()));
        if (rooms.room().map(room -> room.scanned(scan)).orElse(false)) {
            return;
        }
        switch (scan.read()) {
            case Scan.Refused no -> toast(Toast.warning(Texts.of("scan.unreadable"), no.sentence()));
            case Scan.Read read
            when read.gtin() == null -> toast(Toast.warning(Texts.of("scan.no-product"), Texts.of("scan.no-gtin")));
            case Scan.Read read -> open(read);
        }
    }

    private void open(Scan.Read read) {
        var gtin = Objects.requireNonNull(read.gtin());
        String batch = Objects.requireNonNullElse(read.batchNumber(), "");
        session.read(
                tx -> finder.pack(tx, gtin, batch),
                found -> found.ifPresentOrElse(
                        pack -> go(pack.place(), pack.about()),
                        () -> toast(Toast.warning(
                                Texts.of("scan.no-product"), Texts.of("scan.unknown-gtin", gtin.digits())))),
                trouble -> toast(Toast.warning(Texts.of("scan.not-now"), trouble.sentence())));
    }

    /** Ctrl K. */
    void find() {
        Palette palette = new Palette(new PaletteModel(session, commands(), finder::find), overlay::away);
        overlay.show(palette, palette.field());
    }

    private List<PaletteModel.Line> commands() {
        List<PaletteModel.Line> lines = new ArrayList<>();
        String word = Texts.of("find.command");
        places().forEach(place -> lines.add(new PaletteModel.Line(
                place.icon(),
                word,
                place.title(),
                Objects.requireNonNullElse(place.key(), ""),
                () -> go(place, null))));
        house.rooms()
                .parts(session)
                .forEach(part -> lines.add(new PaletteModel.Line(
                        part.icon(), word, part.title(), "", () -> go(part.place(), part.about()))));
        door.commands()
                .forEach(command ->
                        lines.add(new PaletteModel.Line(command.icon(), word, command.name(), "", command.act())));
        lines.add(new PaletteModel.Line("keyboard", word, Texts.of("shell.all-keys"), "F1", this::keys));
        lines.add(new PaletteModel.Line("lock", word, Texts.of("find.lock"), "Ctrl L", door::lock));
        return lines;
    }

    /** F1. */
    void keys() {
        if (overlay.isOpen()) {
            overlay.away();
        } else {
            KeyMap map = new KeyMap(places(), overlay::away);
            overlay.show(map, map.lookup("#key-map-close"));
        }
    }

    void lock() {
        overlay.away();
        door.lock();
    }

    private void backOnline() {
        if (online().get()) {
            changed();
        }
    }

    private void show(@Nullable Place place) {
        rail.on(place);
        overlay.away();
        if (place == null) {
            middle.setCenter(null);
            return;
        }
        rooms.room().ifPresent(room -> {
            top.show(place, room);
            middle.setCenter(room.node());
            if (isSeen()) {
                // a scroll pane takes its content in at its first layout: until then no cursor can be put there
                middle.applyCss();
                middle.layout();
            }
        });
    }

    private boolean isSeen() {
        return getScene() != null
                && getScene().getWindow() != null
                && getScene().getWindow().isShowing();
    }

    private void badges() {
        for (Place place : places()) {
            var counted = house.rooms().entry(place).map(Rooms.Entry::badge).orElse(null);
            if (counted != null) {
                session.read(counted, badge -> rail.badge(place, badge), trouble -> {});
            }
        }
    }
}
