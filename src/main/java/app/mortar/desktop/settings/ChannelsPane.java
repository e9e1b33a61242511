package app.mortar.desktop.settings;

import app.mortar.alert.Medium;
import app.mortar.desktop.Office;
import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Press;
import app.mortar.settings.SettingRow;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How messages leave: what the providers need, how each channel stands, and a test message. */
final class ChannelsPane implements Pane {
    private final RulesPane rules;
    private final ChannelsModel model;
    private final GridPane states = new GridPane(12, 8);
    private final VBox lately = new VBox(6);

    ChannelsPane(Session session, Office office) {
        model = new ChannelsModel(session, office.messages());
        rules = RulesPane.providers(session, office.settings());
        rules.model().rows().addListener((ListChangeListener<SettingRow>) change -> states());
        ComboBox<Medium> medium = new ComboBox<>();
        medium.setId("test-channel");
        medium.getItems().setAll(Medium.values());
        medium.setConverter(new Spoken<>(Medium::word));
        medium.valueProperty().bindBidirectional(model.medium());
        medium.setMaxWidth(Double.MAX_VALUE);
        TextField to = Fields.text("test-to", model.to());
        to.setOnAction(event -> model.send());
        Press send = Press.secondary("test-send", Texts.of("settings.test.send"), "chat-left-text", model::send);
        send.disableProperty().bind(model.running());
        Label came = Fields.hint("");
        came.setId("test-came");
        came.getStyleClass().setAll("label", "medium");
        came.textProperty().bind(model.outcome());
        came.managedProperty().bind(model.outcome().isNotEmpty());
        Card test = Card.of(
                Texts.of("settings.test"),
                new VBox(
                        12,
                        states,
                        Fields.named(Texts.of("settings.test.channel"), medium),
                        Fields.named(Texts.of("settings.test.to"), to),
                        Fields.refusal("test-no", model.no()),
                        came,
                        Fields.acts(send),
                        lately));
        model.lately().addListener((ListChangeListener<String>) change -> lately());
        rules.under(test);
    }

    private void states() {
        states.getChildren().clear();
        int row = 0;
        for (ChannelState state : ChannelState.of(rules.model().rows())) {
            Label word = new Label(state.medium().word());
            word.setMinWidth(Region.USE_PREF_SIZE);
            states.addRow(row++, word, state.chip());
        }
    }

    private void lately() {
        lately.getChildren().clear();
        if (!model.lately().isEmpty()) {
            Label head = new Label(Texts.of("settings.test.lately"));
            head.getStyleClass().add("caption-head");
            lately.getChildren().add(head);
        }
        model.lately().forEach(line -> lately.getChildren().add(Fields.hint(line)));
    }

    @Override
    public Node node() {
        return rules.node();
    }

    @Override
    public void shown() {
        rules.shown();
        model.load();
    }

    @Override
    public void refresh() {
        shown();
    }

    @Override
    public void post() {
        rules.post();
    }
}
