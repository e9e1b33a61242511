package app.mortar.desktop;

import app.mortar.demo.DemoPharmacy;
import app.mortar.desktop.settings.Section;
import app.mortar.desktop.shell.Place;
import app.mortar.desktop.shell.Rooms;
import app.mortar.desktop.theme.Theme;
import app.mortar.desktop.widget.Toast;
import app.mortar.kernel.ProductId;
import app.mortar.testing.Db;
import app.mortar.testing.Pharmacy;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of rooms from the demonstration, 1440 by 900: {@code Shots ROOM light|dark FILE}, any number of such
 * threes; or {@code Shots all FOLDER} for every room in both themes; or {@code Shots settings FOLDER [PART…]} for the
 * parts of the settings, in both themes, also at 1280 by 720. ROOM is the name of a {@link Place}. With
 * {@code -Dmortar.window=1280x800} the window of the first two has that size.
 */
public final class Shots {
    private static final Set<Place> AT_WORK = Set.of(Place.COUNTER, Place.RECEIVE, Place.PICK);

    private Shots() {}

    public static void main(String[] args) {
        Toolkit.start();
        if (args[0].equals("parts")) {
            try (Pharmacy pharmacy = Pharmacy.open(Db.H2);
                    Workstation station = Workstation.open(pharmacy, new Rooms().add(Place.DASHBOARD, Parts::new))) {
                Toolkit.run(() -> station.frame.toast(
                        Toast.done("Received GRN 0732: 184 packs, 6 lines", "Stock updated 09:16.")));
                shoot(station, Place.DASHBOARD, Theme.valueOf(args[1].toUpperCase(Locale.ROOT)), Path.of(args[2]));
            }
            System.exit(0);
        }
        try (Pharmacy pharmacy = demo();
                Workstation station = Workstation.open(pharmacy)) {
            window(station);
            if (args[0].equals("all")) {
                everything(pharmacy, station, Path.of(args[1]));
            } else if (args[0].equals("settings")) {
                settings(station, Path.of(args[1]), List.of(args).subList(2, args.length));
            } else {
                for (int i = 0; i + 2 < args.length; i += 3) {
                    shoot(
                            station,
                            Place.valueOf(args[i].toUpperCase(Locale.ROOT)),
                            Theme.valueOf(args[i + 1].toUpperCase(Locale.ROOT)),
                            Path.of(args[i + 2]));
                }
            }
        }
        System.exit(0);
    }

    /** Every room, one product, one part of the settings; the rooms that post are seen in the middle of their work. */
    private static void everything(Pharmacy pharmacy, Workstation station, Path folder) {
        for (Place place : Workstation.rooms(pharmacy).of(station.session())) {
            if (!AT_WORK.contains(place)) {
                shoot(station, place, null, folder, place.id());
            }
        }
        ProductId product = new ProductId(Long.parseLong(
                pharmacy.rows("select id from product where sku = 'AMLO-5'").getFirst()));
        shoot(station, Place.STOCK, product, folder, "product");
        shoot(station, Place.SETTINGS, Section.PHARMACY, folder, "settings");
        CounterShots.into(folder, AT_WORK.stream().map(Place::id).collect(Collectors.toUnmodifiableSet()));
    }

    private static void shoot(Workstation station, Place place, @Nullable Object about, Path folder, String name) {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            Toolkit.run(() -> Application.setUserAgentStylesheet(theme.sheet()));
            station.go(place, about);
            shoot(
                    station,
                    place,
                    theme,
                    folder.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
        }
    }

    private static void settings(Workstation station, Path folder, List<String> wanted) {
        for (Section section : Section.values()) {
            String id = section.name().toLowerCase(Locale.ROOT);
            if (!wanted.isEmpty() && !wanted.contains(id)) {
                continue;
            }
            station.go(Place.SETTINGS, section);
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                String look = theme.name().toLowerCase(Locale.ROOT);
                size(station, 1440, 900);
                shoot(station, Place.SETTINGS, theme, folder.resolve("settings-" + id + "-" + look + ".png"));
                size(station, 1280, 720);
                shoot(station, Place.SETTINGS, theme, folder.resolve("settings-" + id + "-" + look + "-small.png"));
            }
        }
    }

    /** The window as it was asked for. */
    static void window(Workstation station) {
        String[] window = System.getProperty("mortar.window", "1440x900").split("x", 2);
        size(station, Double.parseDouble(window[0]), Double.parseDouble(window[1]));
    }

    private static void size(Workstation station, double width, double height) {
        Toolkit.run(() -> {
            station.stage.setWidth(width);
            station.stage.setHeight(height);
        });
        station.settle();
    }

    /** The demonstration as it stands at nine in the morning of a fixed day, so that pictures only change for a reason. */
    static Pharmacy demo() {
        Pharmacy pharmacy = Pharmacy.open(Db.H2);
        new DemoPharmacy(pharmacy.transactions, Pharmacy.LAGOS, pharmacy.clock).fill(pharmacy.shop);
        return pharmacy;
    }

    private static void shoot(Workstation station, Place place, Theme theme, Path file) {
        Toolkit.run(() -> Application.setUserAgentStylesheet(theme.sheet()));
        station.go(place, null);
        // two beats for layout that follows layout
        Toolkit.run(() -> station.frame.applyCss());
        Toolkit.run(() -> station.frame.layout());
        station.settle();
        Picture.of(station.frame.getScene(), file);
        System.out.println(file);
    }
}
