package app.mortar.desktop.settings;

import app.mortar.access.AlertKind;
import app.mortar.access.StaffDesk;
import app.mortar.access.StaffView;
import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Chip;
import app.mortar.desktop.widget.Column;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.PagedTable;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.SearchField;
import app.mortar.desktop.widget.Toast;
import app.mortar.desktop.widget.Tone;
import app.mortar.desktop.widget.TwoLines;
import app.mortar.report.Field;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Who works here, and beside the list somebody being taken on or changed. */
final class StaffPane implements Pane {
    private final StaffModel model;
    private final Formats formats;
    private final PagedTable<StaffView> table;
    private final SearchField words = new SearchField("staff-search", Texts.of("settings.staff.search"));
    private final PersonForm form;
    private final HBox node;

    StaffPane(Session session, StaffDesk desk) {
        formats = session.formats();
        model = new StaffModel(
                desk,
                session.actor(),
                session.work(),
                failure -> session.trouble(failure).sentence(),
                who -> session.front()
                        .toast(Toast.done(Texts.of("settings.kept"), Texts.of("settings.staff.kept", who.name()))));
        table = session.<StaffView>table("staff", model::list)
                .tall()
                .columns(person(), role())
                .keyed(StaffView::name)
                .whenEmpty(stated -> stated.empty("people", Texts.of("settings.staff.nobody"), "", null));
        table.chosen().addListener((property, was, is) -> {
            if (is != null && !isChosen(is.name())) {
                model.choose(is);
            }
        });
        model.chosen().addListener((property, was, is) -> follow(is));
        model.version().addListener((property, was, is) -> table.refresh());
        model.words().bind(words.words());
        model.words().addListener((property, was, is) -> table.reload());
        form = new PersonForm(model);
        Press add = Press.secondary("staff-new", Texts.of("settings.staff.new"), "person-plus", () -> {
            model.choose(null);
            form.focus();
        });
        String title = Texts.of("settings.section.staff");
        Card card = Card.table(title, table)
                .with(
                        session.export(
                                        table,
                                        title,
                                        () -> Searched.by(model.words().get()))
                                .brief(),
                        add)
                .under(words)
                .grow();
        node = Fields.beside(card, form.node());
    }

    private boolean isChosen(String name) {
        StaffView chosen = model.chosen().get();
        return chosen != null && chosen.name().equals(name);
    }

    /** The table goes along with whom the form shows. */
    private void follow(@Nullable StaffView who) {
        StaffView there = table.chosen().get();
        if (who == null) {
            table.choose(null);
        } else if (there == null || !there.name().equals(who.name())) {
            table.choose(who.name());
        }
    }

    private Column<StaffView> person() {
        return Column.<StaffView>node(
                        "person-name",
                        Texts.of("settings.staff.name"),
                        220,
                        who -> who.name() + " · " + about(who),
                        who -> new TwoLines(who.name(), about(who)).styled(who.enabled() ? "strong" : "muted"))
                .unfolded(
                        Field.text(Texts.of("settings.staff.name"), 30, StaffView::name),
                        Field.text(Texts.of("settings.staff.phone"), 18, who -> who.phone()
                                .orElse(null)),
                        Field.text(Texts.of("settings.staff.email"), 30, who -> who.email()
                                .orElse(null)),
                        moment("settings.staff.col-in", StaffView::lastSignedInAt),
                        Field.text(Texts.of("settings.staff.alerts"), 24, StaffPane::alerts))
                .grows()
                .sorts();
    }

    private Column<StaffView> role() {
        return Column.<StaffView>node(
                        "person-role",
                        Texts.of("settings.staff.role"),
                        148,
                        who -> PersonForm.role(who.role()),
                        StaffPane::chips)
                .unfolded(
                        Field.text(Texts.of("settings.staff.role"), 16, who -> PersonForm.role(who.role())),
                        Field.text(
                                Texts.of("settings.staff.has-pin"),
                                8,
                                who -> who.hasPin() ? Texts.of("settings.yes") : null),
                        Field.moment(Texts.of("settings.staff.col-since"), who -> formats.onTheWall(who.createdAt())),
                        moment("settings.staff.disabled", StaffView::disabledAt))
                .sorts();
    }

    private Field<StaffView> moment(String title, Function<StaffView, Optional<Instant>> at) {
        return Field.moment(
                Texts.of(title), who -> at.apply(who).map(formats::onTheWall).orElse(null));
    }

    private static String alerts(StaffView who) {
        return who.alerts().stream()
                .sorted()
                .map((AlertKind kind) ->
                        Texts.of("settings.alerts." + kind.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
    }

    private String about(StaffView who) {
        return Stream.concat(
                        Stream.of(who.lastSignedInAt()
                                .map(at -> Texts.of("settings.staff.last-in", formats.dayTime(at)))
                                .orElse(Texts.of("settings.staff.never-in"))),
                        Stream.of(who.phone(), who.email()).flatMap(Optional::stream))
                .collect(Collectors.joining(" · "));
    }

    private static Node chips(StaffView who) {
        HBox chips = new HBox(
                6,
                who.enabled()
                        ? new Chip(Tone.ACCENT, "person", PersonForm.role(who.role()))
                        : new Chip(Tone.NEUTRAL, "x-circle", Texts.of("settings.staff.disabled")));
        if (who.hasPin()) {
            chips.getChildren().add(new Chip(Tone.NEUTRAL, "key", Texts.of("settings.staff.has-pin")));
        }
        chips.setAlignment(Pos.CENTER_LEFT);
        return chips;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void shown() {
        table.refresh();
    }

    @Override
    public void refresh() {
        table.refresh();
    }

    @Override
    public void filter() {
        words.focus();
    }

    @Override
    public void post() {
        form.save();
    }
}
