package app.mortar.desktop;

import app.mortar.desktop.shell.Place;
import app.mortar.desktop.theme.Theme;
import app.mortar.kernel.Gtin;
import app.mortar.testing.Pharmacy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.application.Application;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;

/** Pictures of Counter, Receive and Pick in the middle of their work: {@code CounterShots FOLDER}, in the window of {@link Shots}. */
public final class CounterShots {
    private static final DateTimeFormatter IN_CODES = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private final Pharmacy pharmacy;
    private final Workstation station;
    private final Path folder;

    private final Set<String> wanted;

    private CounterShots(Pharmacy pharmacy, Workstation station, Path folder, Set<String> wanted) {
        this.wanted = wanted;
        this.pharmacy = pharmacy;
        this.station = station;
        this.folder = folder;
    }

    public static void main(String[] args) {
        Toolkit.start();
        into(Path.of(args[0]), Set.of());
        System.exit(0);
    }

    /** Only those of these names; none for all. */
    static void into(Path folder, Set<String> wanted) {
        try (Pharmacy pharmacy = Shots.demo();
                Workstation station = Workstation.open(pharmacy)) {
            Shots.window(station);
            CounterShots shots = new CounterShots(pharmacy, station, folder, wanted);
            shots.counter();
            shots.receive();
            shots.pick();
        }
    }

    /** Packs of the demonstration, each as its code, with a batch that may be sold, the first to expire first. */
    private List<String> packs(int many) {
        return pharmacy
                .rows(
                        "select p.gtin, b.expiry_date, b.batch_number from product p join inventory_batch b on b.product_id = p.id"
                                + " where p.gtin is not null and b.quantity - b.reserved_quantity > 2 and b.status = 'AVAILABLE'"
                                + " and b.expiry_date = (select min(o.expiry_date) from inventory_batch o where o.product_id = p.id"
                                + " and o.quantity > 0 and o.expiry_date > date '" + pharmacy.today()
                                + "') order by p.id")
                .stream()
                .limit(many)
                .map(row -> row.split(" ", -1))
                .map(words -> Packs.code(
                        new Gtin(words[0]), words[2], LocalDate.parse(words[1]).format(IN_CODES)))
                .toList();
    }

    private void counter() {
        station.go(Place.COUNTER, null);
        shoot("counter-empty");
        List<String> packs = packs(7);
        park(packs.get(4), "Mr Adeyemi");
        pass(Duration.ofMinutes(3).plusSeconds(11));
        park(packs.get(5), "Mrs Eze");
        pass(Duration.ofMinutes(8));
        packs.subList(0, 4).forEach(code -> Wedge.scan(station, code));
        Wedge.scan(station, packs.get(1));
        shoot("counter-cart");
        post();
        pass(Duration.ofMinutes(2).plusSeconds(19));
        shoot("counter");
        pass(Duration.ofMinutes(12));
        shoot("counter-danger");
        pass(Duration.ofMinutes(1));
        shoot("counter-expired");
        click("#again");
        click("#hand-over");
        shoot("counter-slip");
    }

    private void park(String code, String name) {
        Wedge.scan(station, code);
        click("#park");
        Toolkit.run(() -> ((TextField) station.frame.lookup("#park-name")).setText(name));
        click("#park-question-1");
    }

    private void receive() {
        station.go(Place.RECEIVE, null);
        List<String> packs = packs(5);
        packs.stream()
                .limit(4)
                .map(code -> code.replaceFirst("17\\d{6}10", "1728063010N"))
                .forEach(code -> Wedge.scan(station, code));
        String known = packs.get(4).replaceFirst("17\\d{6}10", "1728063010");
        Wedge.scan(station, known);
        Wedge.scan(station, Packs.code(Packs.NEW, "ORS-1190", "280331", "7K2P9041"));
        Toolkit.run(() -> ((TextField) station.frame.lookup("#document")).setText("DN-88213"));
        shoot("receive");
        click("#question-6-2");
        shoot("receive-new");
    }

    private void pick() {
        station.go(Place.PICK, null);
        Long order = Long.parseLong(pharmacy.rows(
                        "select l.order_id from order_line l join sales_order o on o.id = l.order_id"
                                + " where o.status in ('CONFIRMED', 'PICKING') group by l.order_id order by count(*) desc")
                .getFirst());
        station.go(Place.PICK, order);
        List<String> lines = pharmacy.rows("select p.gtin, b.expiry_date, b.batch_number from stock_reservation r"
                + " join product p on p.id = r.product_id join reservation_allocation a on a.reservation_id = r.id"
                + " join inventory_batch b on b.id = a.batch_id where r.order_id = " + order + " order by p.shelf");
        String[] first = lines.getFirst().split(" ", -1);
        Wedge.scan(
                station,
                Packs.code(
                        new Gtin(first[0]), first[2], LocalDate.parse(first[1]).format(IN_CODES)));
        shoot("pick");
        String later = pharmacy.rows(
                        "select b.batch_number, b.expiry_date from inventory_batch b join product p on p.id = b.product_id"
                                + " where p.gtin = '" + first[0]
                                + "' and b.quantity > b.reserved_quantity order by b.expiry_date desc")
                .getFirst();
        String[] words = later.split(" ", -1);
        Wedge.scan(
                station,
                Packs.code(
                        new Gtin(first[0]), words[0], LocalDate.parse(words[1]).format(IN_CODES)));
        shoot("pick-doubt");
    }

    private void post() {
        Toolkit.run(() -> ((javafx.scene.control.Button) station.frame.lookup("#checkout")).fire());
        station.settle();
    }

    private void click(String id) {
        Toolkit.run(() -> ((javafx.scene.control.Button) station.frame.lookup(id)).fire());
        station.settle();
    }

    private void pass(Duration duration) {
        pharmacy.clock.pass(duration);
        Toolkit.run(station.time::tick);
        station.settle();
    }

    private void shoot(String name) {
        if (!wanted.isEmpty() && !wanted.contains(name)) {
            return;
        }
        Toolkit.run(() -> station.frame.lookupAll("#toast-close").forEach(close -> ((Button) close).fire()));
        for (Theme theme : Theme.values()) {
            Toolkit.run(() -> Application.setUserAgentStylesheet(theme.sheet()));
            Toolkit.run(() -> station.frame.applyCss());
            Toolkit.run(() -> station.frame.layout());
            station.settle();
            Picture.of(
                    station.frame.getScene(),
                    folder.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
        }
        Toolkit.run(() -> Application.setUserAgentStylesheet(Theme.LIGHT.sheet()));
    }
}
