package app.mortar.desktop.settings;

import app.mortar.access.AlertKind;
import app.mortar.access.Recipient;
import app.mortar.access.Recipients;
import app.mortar.access.Role;
import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Session;
import app.mortar.kernel.Permission;
import app.mortar.store.Tx;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Who is told of what, and by what: how to reach them is for whoever looks after the staff. */
final class RecipientsModel {
    private final Session session;
    private final Recipients recipients = new Recipients();
    private final ObservableList<Line> people = FXCollections.observableArrayList();

    /**
     * Somebody who is told.
     *
     * @param of what they are told about
     * @param by phone or e-mail, or both
     */
    record Line(String name, String of, String by) {
        String about() {
            return of + " · " + by;
        }
    }

    RecipientsModel(Session session) {
        this.session = session;
    }

    ObservableList<Line> people() {
        return people;
    }

    void load() {
        session.read(this::read, people::setAll, trouble -> people.clear());
    }

    private List<Line> read(Tx tx) {
        tx.actor().must(Permission.CHANGE_SETTINGS);
        Map<String, Recipient> byName = new TreeMap<>();
        for (AlertKind kind : AlertKind.values()) {
            recipients.of(tx, kind).forEach(who -> byName.put(who.name(), who));
        }
        recipients.forEscalation(tx).forEach(who -> byName.putIfAbsent(who.name(), who));
        return byName.values().stream()
                .map(who -> new Line(who.name(), of(who), by(who)))
                .toList();
    }

    private static String of(Recipient who) {
        Stream<String> of = who.wants().stream()
                .sorted()
                .map(kind -> Texts.of("settings.alerts." + kind.name().toLowerCase(Locale.ROOT)));
        boolean escalations = who.role() == Role.MANAGER || who.role() == Role.ADMIN;
        return Stream.concat(of, escalations ? Stream.of(Texts.of("settings.alerts.escalation")) : Stream.of())
                .collect(Collectors.joining(", "));
    }

    private static String by(Recipient who) {
        return Stream.of(
                        who.phone().map(phone -> Texts.of("settings.by-phone")),
                        who.email().map(mail -> Texts.of("settings.by-email")))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }
}
