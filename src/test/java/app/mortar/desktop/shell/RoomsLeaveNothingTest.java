package app.mortar.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mortar.desktop.RoomTest;
import app.mortar.desktop.Toolkit;
import app.mortar.desktop.Workstation;
import app.mortar.testing.Pharmacy;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Each room of this version, opened and closed two hundred times: nothing of it is left. */
class RoomsLeaveNothingTest extends RoomTest {
    private static final int TIMES = 200;
    /** The last ones may still be held by the scene's memory of the focus, or by an answer on its way. */
    private static final int LAST = 5;

    @Override
    protected void stock() {
        pharmacy.product("PARA");
        pharmacy.receive("PARA", "A", pharmacy.today().plusDays(60), 30);
        pharmacy.hold(Pharmacy.wanted("PARA", 2));
        pharmacy.order(Pharmacy.request("web-1", null, true, Pharmacy.wanted("PARA", 2)));
    }

    @Test
    void two_hundred_openings_of_every_room_leave_nothing(TestReporter report) {
        long before = used();
        Map<Place, List<WeakReference<Room>>> opened = new EnumMap<>(Place.class);
        for (Place place : Workstation.rooms(pharmacy).of(station.session())) {
            List<WeakReference<Room>> rooms = new ArrayList<>();
            // drawn once; after that the window is away, for the headless platform keeps every picture it drew too long
            Toolkit.run(station.stage::show);
            station.go(place, null);
            Toolkit.run(station.stage::hide);
            for (int i = 0; i < TIMES; i++) {
                Toolkit.run(() -> {
                    station.frame.go(place, null);
                    rooms.add(new WeakReference<>(station.frame.rooms().room().orElseThrow()));
                });
                if (i % 20 == 0) {
                    // now and then everything that it reads arrives
                    station.settle();
                }
                Toolkit.run(station.frame::closeRooms);
            }
            station.settle();
            opened.put(place, rooms);
        }
        // a window lets go of what was taken out of it when it is drawn
        Toolkit.run(station.stage::show);
        Toolkit.run(station.frame::begin);
        station.settle();
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            System.gc();
            assertThat(opened.keySet().stream()
                            .filter(place -> opened.get(place).stream()
                                            .filter(room -> room.get() != null)
                                            .count()
                                    > LAST))
                    .as("rooms that are kept by something")
                    .isEmpty();
        });
        report.publishEntry("heap before, MB", String.valueOf(before >> 20));
        report.publishEntry("heap after, MB", String.valueOf(used() >> 20));
        assertThat(station.bugs).isEmpty();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
