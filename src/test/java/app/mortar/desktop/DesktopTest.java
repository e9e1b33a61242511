package app.mortar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mortar.access.KnownWorkstation;
import app.mortar.access.Role;
import app.mortar.access.Secret;
import app.mortar.access.SignIn;
import app.mortar.access.StaffDesk;
import app.mortar.access.StaffForm;
import app.mortar.access.StaffView;
import app.mortar.desktop.entry.Doorkeeper;
import app.mortar.desktop.entry.SharedAddress;
import app.mortar.desktop.shell.Machine;
import app.mortar.desktop.shell.Memory;
import app.mortar.desktop.shell.Person;
import app.mortar.desktop.shell.Scanner;
import app.mortar.desktop.theme.Appearance;
import app.mortar.desktop.theme.Theme;
import app.mortar.desktop.work.Work;
import app.mortar.kernel.Actor;
import app.mortar.report.ClaimSheet;
import app.mortar.settings.DatabaseSettings;
import app.mortar.settings.PharmacySettings;
import app.mortar.settings.Settings;
import app.mortar.store.Changes;
import app.mortar.store.Database;
import app.mortar.store.Transactions;
import app.mortar.store.Use;
import app.mortar.testing.Db;
import app.mortar.testing.Pharmacy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testfx.api.FxRobot;

/** The window from sign-in to sign-out, with real people at a real door. */
@ResourceLock(Toolkit.LOCK)
class DesktopTest extends FxRobot {
    private static final Actor ADMIN = Actor.commandLine("root", "office");
    private static final String GOOD = "three brown foxes";
    private static final int A_MINUTE = 60;

    @TempDir
    Path home;

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Duration idle = Duration.ofMinutes(5);
    private ExecutorService threads;
    private Pharmacy pharmacy;
    private Database beside;
    private StaffDesk staff;
    private Desktop desktop;

    @BeforeEach
    void open() {
        Toolkit.start();
        threads = Executors.newVirtualThreadPerTaskExecutor();
        pharmacy = Pharmacy.open(Db.H2);
        beside = Database.open(
                new DatabaseSettings(Optional.empty(), Optional.empty(), Optional.empty(), true, Optional.empty()),
                home.resolve("beside"),
                "test",
                Use.COMMAND);
        staff = Offices.of(pharmacy).staff();
        staff.add(ADMIN, "Ada", StaffForm.of(Role.PHARMACIST), new Secret(GOOD));
        staff.add(ADMIN, "Ben", StaffForm.of(Role.ADMIN), new Secret(GOOD));
        Work work = new Work(threads, Platform::runLater);
        desktop = Toolkit.call(() -> {
            Appearance appearance = new Appearance();
            return new Desktop(
                    new Starts(),
                    work,
                    new CrashReports(home, "test", InstantSource.system()),
                    appearance,
                    new Memory(home.resolve("desktop"), work),
                    new Machine("test", appearance.choice(), Scanner.USUAL),
                    ended::countDown);
        });
        Toolkit.run(() -> desktop.show(false));
        shows("#sign-in-name");
    }

    @AfterEach
    void close() throws InterruptedException {
        Toolkit.run(() -> List.copyOf(Window.getWindows()).forEach(window -> window.getOnCloseRequest()
                .handle(new javafx.stage.WindowEvent(window, javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST))));
        assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
        Toolkit.run(() -> Application.setUserAgentStylesheet(Theme.LIGHT.sheet()));
        beside.close();
        pharmacy.close();
        threads.close();
    }

    private void shows(String query) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> lookup(query).tryQuery().isPresent());
    }

    private void signIn(String name) {
        clickOn("#sign-in-name").write(name);
        clickOn("#sign-in-secret").write(GOOD);
        type(KeyCode.ENTER);
        shows("#person");
        assertThat(text("#person")).isEqualTo(name);
    }

    private String text(String query) {
        return Toolkit.call(() -> lookup(query).queryAs(Label.class).getText());
    }

    private void seconds(int count) {
        for (int i = 0; i < count; i++) {
            Toolkit.run(desktop::tick);
        }
    }

    private StaffView person(String name) {
        return staff.list(ADMIN).stream()
                .filter(who -> who.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private boolean says(String words) {
        return Toolkit.call(() -> lookup(".label").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText() != null && label.getText().contains(words)));
    }

    @Test
    void who_was_disabled_is_signed_out_with_the_reason_and_somebody_else_may_come() {
        signIn("Ada");
        seconds(A_MINUTE);
        assertThat(text("#person")).isEqualTo("Ada");
        staff.disable(ADMIN, "Ada");
        seconds(A_MINUTE);
        shows("#sign-in-name");
        assertThat(says("Ada may not work here any more")).isTrue();
        clickOn("#sign-in-name").write("Ada");
        clickOn("#sign-in-secret").write(GOOD);
        type(KeyCode.ENTER);
        await().atMost(Duration.ofMinutes(1)).until(() -> !text("#sign-in-no").isEmpty());
        Toolkit.run(() -> lookup("#sign-in-name")
                .queryAs(javafx.scene.control.TextField.class)
                .clear());
        signIn("Ben");
    }

    @Test
    void whose_role_was_changed_goes_on_with_the_rooms_of_the_new_one() {
        signIn("Ada");
        assertThat(lookup("#go-reports").tryQuery()).isEmpty();
        staff.change(ADMIN, person("Ada"), StaffForm.of(Role.MANAGER));
        seconds(A_MINUTE);
        shows("#go-reports");
        assertThat(text("#person")).isEqualTo("Ada");
        assertThat(says("You are Manager now")).isTrue();
    }

    @Test
    void a_window_that_nobody_touches_is_locked_as_the_pharmacy_has_set_it() {
        signIn("Ada");
        idle = Duration.ZERO;
        seconds(2);
        assertThat(text("#person")).isEqualTo("Ada");
        idle = Duration.ofNanos(1);
        seconds(1);
        shows("#sign-in-secret");
        assertThat(says("Locked.")).isTrue();
    }

    private Settings settings() {
        Settings all = pharmacy.alerts.all();
        return new Settings(
                home,
                all.db(),
                all.http(),
                new PharmacySettings(Pharmacy.LAGOS, Currency.getInstance("NGN"), "Unity Pharmacy", idle),
                all.reservation(),
                all.alerts(),
                List.of());
    }

    /** People with their passwords, as at the program's own door. */
    private final class Door implements Doorkeeper {
        private final SignIn signIn = new SignIn(
                pharmacy.transactions, Offices.HASH, new KnownWorkstation(pharmacy.transactions, home, "till-1"));

        @Override
        public boolean nobodyYet() {
            return false;
        }

        @Override
        public Answer first(String name, String password) {
            return new Answer.Wrong();
        }

        @Override
        public Answer withPassword(String name, String password) {
            return signIn.withPassword(name, new Secret(password)) instanceof SignIn.Answer.Welcome in
                    ? new Answer.Welcome(person(in))
                    : new Answer.Wrong();
        }

        @Override
        public Answer withPin(String name, String pin) {
            return new Answer.Wrong();
        }

        @Override
        public boolean takesPins() {
            return false;
        }

        @Override
        public Optional<Person> still(Person person) {
            return signIn.still(person.actor()).map(Door::person);
        }

        private static Person person(SignIn.Answer.Welcome in) {
            String role = in.who().role().word();
            return new Person(
                    in.actor(),
                    in.who().name(),
                    role.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + role.substring(1));
        }
    }

    private final class Stands implements Ground {
        private final Door door = new Door();

        @Override
        public Transactions transactions() {
            return pharmacy.transactions;
        }

        @Override
        public Settings settings() {
            return DesktopTest.this.settings();
        }

        @Override
        public Desks desks() {
            return new Desks(
                    pharmacy.reservations,
                    pharmacy.orders,
                    pharmacy.reports,
                    new ClaimSheet(Pharmacy::settings),
                    Pharmacy.WORKBOOKS,
                    Offices.of(pharmacy));
        }

        @Override
        public Doorkeeper door() {
            return door;
        }

        @Override
        public Changes changes() {
            return beside.changes();
        }

        @Override
        public Actor workstation() {
            return Actor.agent("till-1");
        }

        @Override
        public String database() {
            return "H2";
        }

        @Override
        public boolean alone() {
            return true;
        }

        @Override
        public Optional<String> api() {
            return Optional.empty();
        }

        @Override
        public List<String> remarks() {
            return List.of();
        }

        @Override
        public void close() {}
    }

    private final class Starts implements Launch {
        @Override
        public Path home() {
            return home;
        }

        @Override
        public boolean firstRun() {
            return false;
        }

        @Override
        public Ground open() {
            return new Stands();
        }

        @Override
        public Ground demo() {
            return new Stands();
        }

        @Override
        public Optional<String> tryShared(SharedAddress address) {
            return Optional.empty();
        }

        @Override
        public void keepShared(SharedAddress address) {}
    }
}
