package app.mortar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mortar.desktop.shell.Frame;
import app.mortar.desktop.shell.House;
import app.mortar.desktop.shell.Machine;
import app.mortar.desktop.shell.Memory;
import app.mortar.desktop.shell.Person;
import app.mortar.desktop.shell.Place;
import app.mortar.desktop.shell.Pulse;
import app.mortar.desktop.shell.Rooms;
import app.mortar.desktop.shell.Services;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.shell.Time;
import app.mortar.desktop.widget.FileAsk;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.work.Work;
import app.mortar.kernel.Actor;
import app.mortar.kernel.Permission;
import app.mortar.report.ClaimSheet;
import app.mortar.testing.Pharmacy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A workstation of a {@link Pharmacy}: somebody is signed in, the real window with the real rooms is open, and work is
 * done on real threads. {@link #settle} waits until nothing is under way.
 */
public final class Workstation implements AutoCloseable {
    public final Frame frame;
    public final Stage stage;
    public final Path home;
    public final Time time;
    /** Mistakes of the program that were reported. */
    public final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    /** How often somebody locked. */
    public final AtomicInteger locked = new AtomicInteger();

    /** What belongs to it, whoever is at work. */
    public static final Machine MACHINE = new Machine("0.1.0");

    private final Supplier<Frame> windows;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger underWay = new AtomicInteger();

    private Workstation(Pharmacy pharmacy, Rooms rooms, Person person, Path home, int width, int height) {
        Toolkit.start();
        this.home = home;
        Work work = new Work(this::inBackground, this::onScreen);
        Formats formats = new Formats(Pharmacy.LAGOS, Currency.getInstance("NGN"), Locale.of("en", "NG"));
        time = new Time(pharmacy.clock.instant(), () -> Pharmacy.LAGOS, pharmacyNanos(pharmacy));
        Pulse pulse = new Pulse(pharmacy.transactions, person.actor(), work, time, System::nanoTime);
        House house = new House(
                pharmacy.transactions.guardedBy(Site::mustNotWait),
                work,
                time,
                formats,
                pulse,
                new Services(pharmacy.transactions, person.actor(), work, true, Optional.empty()),
                rooms,
                home,
                "Unity Pharmacy, Ikeja",
                pharmacy.link.kind() == app.mortar.store.Kind.H2 ? "H2" : "PostgreSQL");
        Memory memory = new Memory(home.resolve("ada"), work);
        windows = () -> new Frame(house, person, memory, new Door());
        frame = Toolkit.call(windows::get);
        stage = Toolkit.call(() -> {
            Stage window = new Stage();
            window.setScene(new Scene(frame, width, height));
            Frame.hear(window.getScene(), MACHINE, () -> true, frame::scanned);
            frame.getScene().getRoot().getStyleClass().add("mortar");
            window.show();
            return window;
        });
        Toolkit.run(pulse::ask);
        Toolkit.run(frame::begin);
        settle();
    }

    /** Somebody who may do everything, in a window of 1440 by 900, with all rooms of this version. */
    public static Workstation open(Pharmacy pharmacy) {
        return open(pharmacy, rooms(pharmacy));
    }

    /** All rooms of this version, on that pharmacy. */
    public static Rooms rooms(Pharmacy pharmacy) {
        return DesktopWiring.rooms(
                new Desks(
                        pharmacy.reservations,
                        pharmacy.orders,
                        pharmacy.reports,
                        new ClaimSheet(Pharmacy::settings),
                        Pharmacy.WORKBOOKS,
                        Offices.of(pharmacy)),
                MACHINE);
    }

    /** The same with other rooms. */
    public static Workstation open(Pharmacy pharmacy, Rooms rooms) {
        return open(pharmacy, rooms, EnumSet.allOf(Permission.class));
    }

    /** The same for somebody with only these permissions. */
    public static Workstation open(Pharmacy pharmacy, Rooms rooms, Set<Permission> may) {
        Actor actor = new Actor("Adaeze Okoro", "staff:adaeze", "till-1", may);
        return new Workstation(pharmacy, rooms, new Person(actor, "Adaeze Okoro", "Pharmacist"), folder(), 1440, 900);
    }

    /** The same workstation later: what was remembered in its folder is there. */
    public static Workstation open(Pharmacy pharmacy, Path home) {
        Actor actor = new Actor("Adaeze Okoro", "staff:adaeze", "till-1", EnumSet.allOf(Permission.class));
        return new Workstation(
                pharmacy, rooms(pharmacy), new Person(actor, "Adaeze Okoro", "Pharmacist"), home, 1440, 900);
    }

    /** One more window on the same house, not shown. */
    public Frame another() {
        return windows.get();
    }

    public Session session() {
        return frame.session();
    }

    /** Goes to a room and waits until it shows what it has. */
    public void go(Place place, @Nullable Object about) {
        Toolkit.run(() -> frame.go(place, about));
        settle();
    }

    /** Waits until nothing is done in the background and the window shows the result. */
    public void settle() {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(10))
                .until(this::quiet);
    }

    /** Whether nothing is done in the background just now. */
    public boolean idle() {
        return underWay.get() == 0;
    }

    private boolean quiet() {
        if (underWay.get() > 0) {
            return false;
        }
        // whatever the last answers set off is on the queue before this; lists make their cells when the window is
        // drawn
        Toolkit.run(() -> {});
        awaitPulse();
        return underWay.get() == 0;
    }

    private void awaitPulse() {
        CountDownLatch drawn = new CountDownLatch(1);
        Toolkit.run(() -> {
            if (!stage.isShowing()) {
                drawn.countDown();
                return;
            }
            Scene scene = stage.getScene();
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    drawn.countDown();
                }
            });
            Platform.requestNextPulse();
        });
        try {
            assertThat(drawn.await(1, TimeUnit.MINUTES))
                    .as("the window is drawn")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void inBackground(Runnable task) {
        underWay.incrementAndGet();
        threads.execute(() -> {
            try {
                task.run();
            } finally {
                underWay.decrementAndGet();
            }
        });
    }

    private void onScreen(Runnable task) {
        underWay.incrementAndGet();
        Platform.runLater(() -> {
            try {
                task.run();
            } finally {
                underWay.decrementAndGet();
            }
        });
    }

    @Override
    public void close() {
        Toolkit.run(() -> {
            frame.close();
            stage.hide();
        });
        settle();
        threads.close();
    }

    /** Running time by the pharmacy's clock, which stands still until it is moved. */
    private static java.util.function.LongSupplier pharmacyNanos(Pharmacy pharmacy) {
        var start = pharmacy.clock.instant();
        return () -> Duration.between(start, pharmacy.clock.instant()).toNanos();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("mortar-workstation-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Door implements Frame.Door {
        @Override
        public void lock() {
            locked.incrementAndGet();
        }

        @Override
        public FileAsk files() {
            return new Answers(() -> home);
        }

        @Override
        public String report(Throwable bug) {
            bugs.add(bug);
            return "TEST";
        }
    }
}
