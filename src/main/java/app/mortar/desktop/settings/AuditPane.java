package app.mortar.desktop.settings;

import app.mortar.access.AuditEvent;
import app.mortar.access.AuditKind;
import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Column;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.Icon;
import app.mortar.desktop.widget.PagedTable;
import app.mortar.desktop.widget.SearchField;
import app.mortar.desktop.widget.Segments;
import app.mortar.desktop.widget.TwoLines;
import app.mortar.report.Field;
import app.mortar.workbook.Cover;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Sign-ins, refusals, and who changed staff, keys and settings. Rows are only ever added, so there is nothing to do. */
final class AuditPane implements Pane {
    private final AuditModel model = new AuditModel();
    private final Formats formats;
    private final PagedTable<AuditEvent> table;
    private final SearchField words = new SearchField("audit-search", Texts.of("settings.audit.search"));
    private final Card node;

    AuditPane(Session session) {
        formats = session.formats();
        Segments<AuditModel.Which> which = new Segments<>("audit-which", AuditModel.Which.ALL);
        for (AuditModel.Which one : AuditModel.Which.values()) {
            which.add(one, said(one));
        }
        which.value().bindBidirectional(model.which());
        table = session.<AuditEvent>table("audit", model::list)
                .tall()
                .columns(at(), what(), by())
                .keyed(AuditEvent::id)
                .whenEmpty(stated -> stated.empty("journal-check", Texts.of("settings.audit.none"), "", null));
        model.words().bind(words.words());
        model.words().addListener((property, was, is) -> table.reload());
        model.which().addListener((property, was, is) -> table.reload());
        HBox filters = new HBox(8, words, which);
        HBox.setHgrow(words, Priority.ALWAYS);
        String title = Texts.of("settings.section.audit");
        node = Card.table(title, table)
                .with(session.export(table, title, this::narrowed))
                .under(filters)
                .grow();
        node.note().textProperty().bind(table.total().map(total -> Texts.of("settings.audit.note", total)));
    }

    private static String said(AuditModel.Which one) {
        return Texts.of("settings.audit." + one.id());
    }

    private List<Cover.Fact> narrowed() {
        List<Cover.Fact> facts = new ArrayList<>(Searched.by(model.words().get()));
        AuditModel.Which which = model.which().get();
        if (which != AuditModel.Which.ALL) {
            facts.add(Cover.Fact.text(Texts.of("settings.audit.only"), said(which)));
        }
        return facts;
    }

    private Column<AuditEvent> at() {
        return Column.<AuditEvent>twoLines(
                        "audit-at",
                        Texts.of("settings.audit.col-at"),
                        104,
                        event -> formats.date(formats.day(event.at())),
                        event -> formats.time(event.at()))
                .moments(formats, AuditEvent::at)
                .sorts();
    }

    private Column<AuditEvent> what() {
        return Column.<AuditEvent>node(
                        "audit-what",
                        Texts.of("settings.audit.col-what"),
                        300,
                        event -> event.detail()
                                .map(detail -> what(event) + " · " + detail)
                                .orElse(what(event)),
                        AuditPane::line)
                .unfolded(
                        Field.text(Texts.of("settings.audit.col-what"), 42, AuditPane::what),
                        Field.text(Texts.of("settings.audit.col-detail"), 42, event -> event.detail()
                                .orElse(null)))
                .grows();
    }

    private static Column<AuditEvent> by() {
        return Column.<AuditEvent>twoLines(
                        "audit-by", Texts.of("settings.audit.col-by"), 160, AuditEvent::by, AuditEvent::workstation)
                .unfolded(
                        Field.text(Texts.of("settings.audit.col-who"), 30, AuditEvent::by),
                        Field.text(Texts.of("settings.audit.col-workstation"), 20, AuditEvent::workstation))
                .sorts();
    }

    private static String what(AuditEvent event) {
        return Texts.of(
                "audit." + event.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                event.subject().orElse(""));
    }

    private static Node line(AuditEvent event) {
        TwoLines words = new TwoLines(what(event), event.detail().orElse(""));
        HBox line = new HBox(12, icon(event.kind()), words);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Node icon(AuditKind kind) {
        return switch (kind) {
            case SIGN_IN_REFUSED, LOCKED_OUT -> Icon.of("exclamation-triangle-fill", 14, "warning");
            case SIGNED_IN, WORKSTATION_KNOWN -> Icon.of("box-arrow-in-right", 14, "muted");
            case KEY_CREATED, KEY_REVOKED, PASSWORD_CHANGED, PIN_CHANGED -> Icon.of("key", 14, "muted");
            case STAFF_ADDED, STAFF_CHANGED, STAFF_DISABLED, STAFF_ENABLED -> Icon.of("person", 14, "muted");
            case SETTING_CHANGED -> Icon.of("gear", 14, "muted");
        };
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
}
