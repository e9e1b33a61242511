package app.mortar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mortar.catalogue.ProductForm;
import app.mortar.desktop.shell.Frame;
import app.mortar.desktop.shell.Place;
import app.mortar.desktop.shell.Room;
import app.mortar.desktop.shell.Rooms;
import app.mortar.desktop.shell.Scanned;
import app.mortar.desktop.shell.Session;
import app.mortar.gs1.Scan;
import app.mortar.kernel.Permission;
import app.mortar.testing.Db;
import app.mortar.testing.Pharmacy;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testfx.api.FxRobot;

/** The window around the rooms, with real keys. */
@ResourceLock(Toolkit.LOCK)
class ShellTest extends FxRobot {
    private static final String CODE = "0109520123456788" + "10AMX2291" + "\u001D" + "21SER7";

    private final List<Scanned> scans = new CopyOnWriteArrayList<>();
    private final List<Object> visits = new CopyOnWriteArrayList<>();
    private boolean takesScans = true;
    private int posts;
    private int closed;
    private Pharmacy pharmacy;
    private Workstation station;

    /** A room with a field, which notes what happens to it. */
    private final class Noting implements Room {
        private final TextField field = new TextField();
        private final VBox node = new VBox(field, new Label("a room"));

        Noting(Session session) {
            field.setId("field");
        }

        @Override
        public Node node() {
            return node;
        }

        @Override
        public void opened(@Nullable Object about) {
            visits.add(about == null ? "nothing" : about);
            field.requestFocus();
        }

        @Override
        public boolean scanned(Scanned scan) {
            scans.add(scan);
            return takesScans;
        }

        @Override
        public void post() {
            posts++;
        }

        @Override
        public void closed() {
            closed++;
        }
    }

    private Rooms rooms() {
        return new Rooms()
                .add(Place.RECEIVE, Noting::new)
                .add(Place.STOCK, Noting::new)
                .add(Place.REPORTS, Noting::new);
    }

    @BeforeEach
    void open() {
        pharmacy = Pharmacy.open(Db.H2);
        pharmacy.product(new ProductForm(
                "AMX",
                "Amoxicillin caps",
                new app.mortar.kernel.Gtin("09520123456788"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                false,
                true,
                true));
        pharmacy.receive("AMX", "AMX2291", pharmacy.today().plusYears(1), 14);
        station = Workstation.open(pharmacy, rooms());
    }

    @AfterEach
    void close() {
        station.close();
        pharmacy.close();
    }

    private TextField field() {
        return lookup("#field").queryAs(TextField.class);
    }

    private String title() {
        return lookup("#title").queryLabeled().getText();
    }

    /** As a wedge scanner sends it: no pause, the separator as Ctrl and a bracket. */
    private void scan(String code) {
        WedgeScanner.scan(station.stage, code);
        station.settle();
    }

    @Test
    void a_scan_reaches_the_room_with_its_separator_and_leaves_what_was_typed() {
        clickOn("#field").write("half a word");
        scan(CODE);

        assertThat(scans).singleElement().satisfies(scan -> {
            assertThat(scan.text()).isEqualTo(CODE);
            assertThat(scan.read()).isInstanceOfSatisfying(Scan.Read.class, read -> {
                assertThat(read.batchNumber()).isEqualTo("AMX2291");
                assertThat(read.serial()).isEqualTo("SER7");
            });
        });
        assertThat(field().getText()).isEqualTo("half a word");
    }

    @Test
    void a_scan_that_the_room_leaves_opens_the_batch() {
        takesScans = false;
        scan(CODE);

        assertThat(title()).isEqualTo("Stock");
        assertThat(visits.getLast()).isInstanceOf(app.mortar.kernel.BatchId.class);
    }

    @Test
    void a_pack_that_nobody_knows_is_said_so() {
        takesScans = false;
        scan("0109520123400019" + "10X1");

        assertThat(lookup(".toast-title").queryLabeled().getText()).isEqualTo("No product opened");
    }

    @Test
    void keys_go_to_rooms_and_post() {
        press(KeyCode.F2).release(KeyCode.F2);
        assertThat(title()).isEqualTo("Receive");

        press(KeyCode.F9).release(KeyCode.F9);
        assertThat(posts).isOne();

        clickOn("#go-stock");
        assertThat(title()).isEqualTo("Stock");
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertThat(title()).isEqualTo("Receive");
    }

    @Test
    void the_palette_finds_products_batches_and_commands() {
        press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        write("amox");
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(paletteNames()).contains("Amoxicillin caps"));

        press(KeyCode.ENTER).release(KeyCode.ENTER);
        station.settle();
        assertThat(title()).isEqualTo("Stock");
        assertThat(visits.getLast()).isInstanceOf(app.mortar.kernel.ProductId.class);

        press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        write("amx2");
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(paletteNames()).contains("AMX2291"));
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertThat(lookup("#palette").tryQuery()).isEmpty();
    }

    @Test
    void the_palette_goes_to_a_room_by_its_name_when_nothing_else_fits() {
        press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        write("repor");
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(paletteNames()).containsExactly("Reports"));
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        station.settle();

        assertThat(title()).isEqualTo("Reports");
    }

    @Test
    void a_cursor_can_be_put_into_a_room_as_soon_as_it_is_opened() {
        station.close();
        station = Workstation.open(pharmacy);
        Map.of(Place.RECEIVE, "#receive-scan", Place.COUNTER, "#counter-scan")
                .forEach((place, field) -> assertThat(Toolkit.call(() -> {
                            station.frame.go(place, null);
                            return station.frame.lookup(field) != null;
                        }))
                        .as(place.name())
                        .isTrue());
    }

    private List<String> paletteNames() {
        return Toolkit.call(() -> lookup("#palette-list .palette-row .medium").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList());
    }

    @Test
    void f1_shows_all_keys_and_takes_them_away_again() {
        press(KeyCode.F1).release(KeyCode.F1);
        assertThat(lookup("#key-map").tryQuery()).isPresent();
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertThat(lookup("#key-map").tryQuery()).isEmpty();
    }

    @Test
    void control_l_locks() {
        press(KeyCode.CONTROL, KeyCode.L).release(KeyCode.L, KeyCode.CONTROL);

        assertThat(station.locked).hasValue(1);
    }

    @Test
    void rooms_that_a_role_may_not_use_are_not_there() {
        station.close();
        station = Workstation.open(pharmacy, rooms(), EnumSet.of(Permission.SEE_STOCK, Permission.RECEIVE));

        assertThat(lookup("#go-reports").tryQuery()).isEmpty();
        Toolkit.run(() -> station.frame.go(Place.REPORTS, null));
        assertThat(title()).isEqualTo("Receive");
    }

    @Test
    void the_database_is_never_asked_on_the_windows_thread() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> Toolkit.run(() -> station.session().transactions().read(pharmacy.staff, tx -> tx.now()))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("user interface");
    }

    @Test
    void windows_that_were_closed_are_let_go() {
        List<WeakReference<Frame>> gone = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Toolkit.run(() -> {
                Frame other = station.another();
                gone.add(new WeakReference<>(other));
                other.close();
            });
        }
        station.settle();
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            System.gc();
            assertThat(gone.stream().filter(reference -> reference.get() != null))
                    .isEmpty();
        });
    }

    @Test
    void rooms_that_were_closed_are_let_go() {
        List<WeakReference<Node>> gone = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Toolkit.run(() -> {
                station.frame.go(Place.RECEIVE, null);
                gone.add(new WeakReference<>(station.frame.lookup("#field")));
                station.frame.go(Place.STOCK, null);
                station.frame.closeRooms();
            });
        }
        station.settle();

        assertThat(closed).isEqualTo(400);
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            System.gc();
            // the last few may still be held by the scene's memory of the focus
            assertThat(gone.stream()
                            .filter(reference -> reference.get() != null)
                            .count())
                    .isLessThan(5);
        });
    }
}
