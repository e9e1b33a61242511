package app.mortar.desktop.settings;

import app.mortar.desktop.Office;
import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Machine;
import app.mortar.desktop.shell.Room;
import app.mortar.desktop.shell.Scanned;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Icon;
import app.mortar.desktop.widget.Page;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The room Settings: its parts in a list at the left, the one that was chosen beside it. */
public final class SettingsView implements Room {
    private static final double LIST = 196;

    private final Session session;
    private final Office office;
    private final Machine machine;
    private final Map<Section, Pane> panes = new EnumMap<>(Section.class);
    private final ListView<Section> sections = new ListView<>();
    private final StackPane middle = new StackPane();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final Page page;
    private @Nullable Pane here;

    /**
     * The room.
     *
     * @param office its desks
     * @param machine the workstation that it is open at
     */
    public SettingsView(Session session, Office office, Machine machine) {
        this.session = session;
        this.office = office;
        this.machine = machine;
        sections.setId("settings-sections");
        sections.setAccessibleText(Texts.of("settings.sections"));
        sections.getStyleClass().add("sections");
        sections.setMinWidth(LIST);
        sections.setPrefWidth(LIST);
        sections.setMaxWidth(LIST);
        sections.setCellFactory(list -> new SectionCell());
        sections.getItems()
                .setAll(Arrays.stream(Section.values())
                        .filter(section -> session.may(section.permission()))
                        .toList());
        sections.getSelectionModel().selectedItemProperty().addListener((property, was, is) -> show(is));
        HBox.setHgrow(middle, Priority.ALWAYS);
        middle.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        page = Page.of(new HBox(16, sections, middle));
        page.setId("settings");
        sections.getSelectionModel().select(0);
    }

    private void show(@Nullable Section section) {
        if (here != null) {
            here.hidden();
        }
        if (section == null) {
            return;
        }
        Pane pane = panes.computeIfAbsent(section, this::make);
        here = pane;
        note.set(section.title());
        middle.getChildren().setAll(pane.node());
        pane.shown();
    }

    private Pane make(Section section) {
        return switch (section) {
            case ACCOUNT -> new AccountPane(session, office.account());
            case APPEARANCE -> new AppearancePane(machine);
            case PHARMACY -> RulesPane.pharmacy(session, office.settings());
            case ALERTS -> new AlertsPane(session, office.settings());
            case CHANNELS -> new ChannelsPane(session, office);
            case STAFF -> new StaffPane(session, office.staff());
            case KEYS -> new KeysPane(session, office.keys());
            case AUDIT -> new AuditPane(session);
            case DATABASE -> new DatabasePane(session, office);
            case SCANNER -> new DoctorPane(session, machine);
            case ABOUT -> new AboutPane(session, office, machine);
        };
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
    }

    @Override
    public void opened(@Nullable Object about) {
        if (about instanceof Section section && sections.getItems().contains(section)) {
            sections.getSelectionModel().select(section);
        } else if (here != null) {
            here.shown();
        }
        sections.requestFocus();
    }

    @Override
    public void left() {
        if (here != null) {
            here.hidden();
        }
    }

    @Override
    public void closed() {
        left();
    }

    @Override
    public void refresh() {
        if (here != null) {
            here.refresh();
        }
    }

    @Override
    public boolean scanned(Scanned scan) {
        return here != null && here.scanned(scan);
    }

    @Override
    public void post() {
        if (here != null) {
            here.post();
        }
    }

    @Override
    public void filter() {
        if (here != null) {
            here.filter();
        }
    }

    private static final class SectionCell extends ListCell<Section> {
        @Override
        protected void updateItem(@Nullable Section section, boolean empty) {
            super.updateItem(section, empty);
            setText(empty || section == null ? null : section.title());
            setGraphic(empty || section == null ? null : Icon.of(section.icon(), 14, "muted"));
            setId(empty || section == null ? null : "section-" + section.id());
        }
    }
}
