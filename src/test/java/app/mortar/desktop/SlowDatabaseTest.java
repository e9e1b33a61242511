package app.mortar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mortar.desktop.shell.Place;
import app.mortar.store.Link;
import app.mortar.testing.Db;
import app.mortar.testing.Line;
import app.mortar.testing.Pharmacy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A database far away: 300 ms to it and back, for every question. */
@ResourceLock(Toolkit.LOCK)
class SlowDatabaseTest {
    private static final Duration ROUND_TRIP = Duration.ofMillis(300);
    private static final Duration SOON = Duration.ofMinutes(1);
    /** These show nothing that is read before somebody types or chooses; the dashboard is there already. */
    private static final Set<Place> NOTHING_TO_READ =
            Set.of(Place.DASHBOARD, Place.COUNTER, Place.RECEIVE, Place.REPORTS, Place.RECALL, Place.SETTINGS);

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void no_room_keeps_the_window_waiting_and_each_says_that_it_reads(TestReporter report) throws IOException {
        try (Pharmacy near = Pharmacy.open(Db.POSTGRESQL);
                Line line = new Line(port(near.link))) {
            Tour.fill(near);
            Link through = new Link(
                    near.link.url().replaceAll(":[0-9]+/", ":" + line.port() + "/"),
                    near.link.user(),
                    near.link.password());
            try (Pharmacy far = Pharmacy.on(through);
                    Workstation station = Workstation.open(far)) {
                line.far(ROUND_TRIP);
                List<Place> silent = new ArrayList<>();
                try (WindowWatch watch = new WindowWatch()) {
                    for (Place place : Workstation.rooms(far).of(station.session())) {
                        Toolkit.run(() -> station.frame.go(place, null));
                        if (!NOTHING_TO_READ.contains(place) && !saysThatItReads(station)) {
                            silent.add(place);
                        }
                        station.settle();
                    }
                    report.publishEntry(
                            "longest wait of the window, ms",
                            String.valueOf(watch.longestWait().toMillis()));
                    report.publishEntry(
                            "longest time between two drawings, ms",
                            String.valueOf(watch.longestGap().toMillis()));
                    assertThat(watch.longestWait()).as(watch.waited()).isLessThan(ROUND_TRIP);
                }
                assertThat(silent).as("rooms that show nothing while they read").isEmpty();
                assertThat(station.bugs).isEmpty();
            }
        }
    }

    private static boolean saysThatItReads(Workstation station) {
        boolean[] said = {false};
        await().atMost(SOON).pollInterval(Duration.ofMillis(10)).until(() -> {
            said[0] = said[0]
                    || Toolkit.call(
                            () -> station.frame.lookupAll(".skeleton").stream().anyMatch(Node::isVisible));
            return said[0] || station.idle();
        });
        return said[0];
    }

    private static int port(Link link) {
        return Integer.parseInt(link.url().replaceAll(".*:([0-9]+)/.*", "$1"));
    }
}
