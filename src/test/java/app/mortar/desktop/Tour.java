package app.mortar.desktop;

import app.mortar.desktop.shell.Place;
import app.mortar.desktop.theme.Theme;
import app.mortar.testing.Db;
import app.mortar.testing.Pharmacy;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.application.Application;

/**
 * A walk through every room of this version in both themes, with the map of the keys and the palette: notes whatever
 * JavaFX complains of on the way, such as a style sheet that it cannot read. Its {@code main} takes the walk in a
 * program of its own, on whatever display there is.
 */
final class Tour {
    private final List<String> complaints = new ArrayList<>();
    private final List<Place> visited = new ArrayList<>();
    private int rooms;

    public static void main(String[] args) {
        Tour tour = new Tour();
        try {
            tour.walk();
        } catch (RuntimeException | Error e) {
            e.printStackTrace(System.out);
            System.exit(2); // the toolkit would keep the program going
        }
        tour.complaints.forEach(System.out::println);
        tour.visited.forEach(place -> System.out.println("visited " + place));
        System.exit(tour.complaints.isEmpty() ? 0 : 1);
    }

    List<String> complaints() {
        return complaints;
    }

    /** How many rooms there are. */
    int rooms() {
        return rooms;
    }

    List<Place> visited() {
        return visited;
    }

    void walk() {
        Handler ear = new Handler() {
            @Override
            public void publish(LogRecord record) {
                boolean known = String.valueOf(record.getMessage()).contains("Unsupported JavaFX configuration");
                if (record.getLevel().intValue() >= Level.WARNING.intValue() && !known) {
                    synchronized (complaints) {
                        complaints.add(record.getLoggerName() + ": " + record.getMessage());
                    }
                }
            }

            @Override
            public void flush() {
                // nothing is held
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        List<Logger> loggers = List.of(Logger.getLogger("javafx"), Logger.getLogger("javafx.css"));
        loggers.forEach(logger -> logger.addHandler(ear));
        try (Pharmacy pharmacy = Pharmacy.open(Db.H2)) {
            fill(pharmacy);
            try (Workstation station = Workstation.open(pharmacy)) {
                rooms(pharmacy, station);
                station.bugs.forEach(bug -> complaints.add("mistake: " + bug));
            }
        } finally {
            loggers.forEach(logger -> logger.removeHandler(ear));
        }
    }

    private void rooms(Pharmacy pharmacy, Workstation station) {
        for (Theme theme : Theme.values()) {
            Toolkit.run(() -> Application.setUserAgentStylesheet(theme.sheet()));
            List<Place> places = Workstation.rooms(pharmacy).of(station.session());
            rooms = places.size();
            for (Place place : places) {
                station.go(place, null);
                Toolkit.run(() -> station.frame.applyCss());
                visited.add(place);
            }
        }
        Toolkit.run(() -> Application.setUserAgentStylesheet(Theme.LIGHT.sheet()));
    }

    static void fill(Pharmacy pharmacy) {
        for (int i = 1; i <= 30; i++) {
            String sku = "SKU-" + i;
            pharmacy.product(sku);
            pharmacy.receive(sku, "A" + i, pharmacy.today().plusDays(5L * i), 20);
            pharmacy.receive(sku, "B" + i, pharmacy.today().plusYears(1), 40);
        }
        pharmacy.hold(Pharmacy.wanted("SKU-1", 3));
        pharmacy.order(Pharmacy.request("web-1", null, true, Pharmacy.wanted("SKU-2", 2)));
        pharmacy.order(Pharmacy.request("web-2", null, true, Pharmacy.wanted("SKU-3", 2)));
    }
}
