package app.mortar.desktop;

import app.mortar.desktop.entry.Doorkeeper;
import app.mortar.desktop.shell.House;
import app.mortar.desktop.shell.Machine;
import app.mortar.desktop.shell.Person;
import app.mortar.desktop.shell.Pulse;
import app.mortar.desktop.shell.Services;
import app.mortar.desktop.shell.Time;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.work.Work;
import app.mortar.store.Transactions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;

/** An open database, set up for windows: nobody may ask it on the user interface's thread. */
final class Site {
    private final Ground ground;
    private final Path home;
    private final House house;
    private boolean closed;
    private Runnable deaf = () -> {};

    Site(Ground ground, Work work, Path home, Machine machine) {
        this.ground = ground;
        this.home = home;
        Transactions transactions = ground.transactions().guardedBy(Site::mustNotWait);
        Time time = new Time(
                Clock.systemUTC().instant(), () -> ground.settings().pharmacy().zone(), System::nanoTime);
        var pharmacy = ground.settings().pharmacy();
        this.house = new House(
                transactions,
                work,
                time,
                new Formats(pharmacy.zone(), pharmacy.currency(), Locale.getDefault(Locale.Category.FORMAT)),
                new Pulse(transactions, ground.workstation(), work, time, System::nanoTime),
                new Services(transactions, ground.workstation(), work, ground.alone(), ground.api()),
                DesktopWiring.rooms(ground.desks(), machine),
                home,
                pharmacy.name(),
                ground.database());
    }

    /** The guard of every transaction. */
    static void mustNotWait() {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("The database was asked on the user interface's thread; the window waits.");
        }
    }

    House house() {
        return house;
    }

    Doorkeeper door() {
        return ground.door();
    }

    String pharmacy() {
        return ground.settings().pharmacy().name();
    }

    /** A window that nobody has touched for so long is locked; zero: never. */
    Duration idleLock() {
        return ground.settings().pharmacy().idleLock();
    }

    List<String> remarks() {
        return ground.remarks();
    }

    /** Has {@code changed} called whenever the books have changed, here or elsewhere. */
    void listen(Runnable changed) {
        deaf = ground.changes().listen(changed);
    }

    /** A second has passed. */
    void tick() {
        house.time().tick();
        house.pulse().tick();
        house.services().tick();
    }

    /** What this workstation keeps for {@code person}, under a name that any file system takes. */
    Path folderOf(Person person) {
        byte[] name = person.actor().name().getBytes(StandardCharsets.UTF_8);
        return home.resolve("desktop").resolve(HexFormat.of().formatHex(name));
    }

    /** Lets the database go, in order; once, and of two who ask, the window and the program's end, both wait for it. */
    synchronized void close() {
        if (!closed) {
            closed = true;
            deaf.run();
            ground.close();
        }
    }
}
