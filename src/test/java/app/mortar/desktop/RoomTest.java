package app.mortar.desktop;

import app.mortar.testing.Db;
import app.mortar.testing.Pharmacy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testfx.api.FxRobot;

/**
 * A test of a room's wiring, with real keys and clicks in the real window, on a database in memory. Logic is tested
 * without a window, on its view model. The robot's words: {@code clickOn("#id")}, {@code write("…")},
 * {@code press(KeyCode.F9)}; {@code station.settle()} before looking at the result.
 */
@ResourceLock(Toolkit.LOCK)
public abstract class RoomTest extends FxRobot {
    protected Pharmacy pharmacy;
    protected Workstation station;

    @BeforeEach
    void openPharmacy() {
        pharmacy = Pharmacy.open(Db.H2);
        stock();
        station = Workstation.open(pharmacy);
    }

    /** Fills the shelves before the window opens. */
    protected void stock() {}

    @AfterEach
    void closePharmacy() {
        station.close();
        pharmacy.close();
    }
}
