package app.mortar.desktop.settings;

import app.mortar.access.Role;
import app.mortar.access.StaffView;
import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Press;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One person being taken on or changed. */
final class PersonForm {
    private final StaffModel model;
    private final TextField name;
    private final Press save;
    private final Press give;
    private final Press turn;
    private final Label title = new Label();
    private final Label rule = Fields.hint("");
    private final Card card;

    PersonForm(StaffModel model) {
        this.model = model;
        title.getStyleClass().add("card-title");
        title.setId("staff-title");
        name = Fields.text("staff-name", model.name());
        name.disableProperty().bind(model.chosen().isNotNull());
        ComboBox<Role> role = new ComboBox<>();
        role.setId("staff-role");
        role.getItems().setAll(Role.values());
        role.setConverter(new Spoken<>(PersonForm::role));
        role.valueProperty().bindBidirectional(model.role());
        role.setMaxWidth(Double.MAX_VALUE);
        Label about = Fields.hint("");
        about.textProperty().bind(model.role().map(one -> Texts.of("role." + one.word() + ".about")));
        CheckBox usual = Fields.tick("staff-usual", Texts.of("settings.staff.usual"), model.usual());
        CheckBox lowStock = Fields.tick("staff-low-stock", Texts.of("settings.alerts.low_stock"), model.lowStock());
        CheckBox expiry = Fields.tick("staff-expiry", Texts.of("settings.alerts.expiry"), model.expiry());
        lowStock.disableProperty().bind(model.usual());
        expiry.disableProperty().bind(model.usual());
        save = Press.primary("staff-save", Texts.of("settings.save"), "F9", model::save);
        save.disableProperty().bind(model.running());
        give = Press.secondary("staff-give", Texts.of("settings.staff.give"), "key", model::giveNewPassword);
        give.disableProperty().bind(model.running().or(model.password().isEmpty()));
        turn = Press.secondary("staff-turn", Texts.of("settings.staff.disable"), null, model::turn);
        turn.disableProperty().bind(model.running());
        card = Card.of(
                "",
                new VBox(
                        12,
                        title,
                        Fields.named(Texts.of("settings.staff.name"), name),
                        Fields.named(Texts.of("settings.staff.role"), role),
                        about,
                        pair(
                                Fields.named(
                                        Texts.of("settings.staff.phone"), Fields.text("staff-phone", model.phone())),
                                Fields.named(
                                        Texts.of("settings.staff.email"), Fields.text("staff-email", model.email()))),
                        new VBox(6, caption(Texts.of("settings.staff.alerts")), usual, new HBox(16, lowStock, expiry)),
                        password(),
                        rule,
                        Fields.refusal("staff-no", model.no()),
                        Fields.acts(turn, save)));
        card.getStyleClass().add("form-card");
        model.chosen().addListener((property, was, is) -> show(is));
        show(model.chosen().get());
    }

    /** As people say it. */
    static String role(Role role) {
        return Texts.of("role." + role.word());
    }

    private static Label caption(String words) {
        Label caption = new Label(words);
        caption.getStyleClass().add("caption");
        return caption;
    }

    private static HBox pair(VBox one, VBox other) {
        HBox.setHgrow(one, Priority.ALWAYS);
        HBox.setHgrow(other, Priority.ALWAYS);
        one.setPrefWidth(120);
        other.setPrefWidth(150);
        return new HBox(12, one, other);
    }

    private HBox password() {
        VBox field =
                Fields.named(Texts.of("settings.staff.password"), Fields.secret("staff-password", model.password()));
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox row = new HBox(12, field, give);
        row.setAlignment(Pos.BOTTOM_LEFT);
        return row;
    }

    private void show(@Nullable StaffView who) {
        boolean known = who != null;
        title.setText(who == null ? Texts.of("settings.staff.somebody-new") : who.name());
        rule.setText(Texts.of(known ? "settings.staff.give-rule" : "settings.staff.first-rule"));
        give.setVisible(known);
        give.setManaged(known);
        turn.setVisible(known);
        turn.setManaged(known);
        turn.say(Texts.of(who != null && !who.enabled() ? "settings.staff.enable" : "settings.staff.disable"));
    }

    Node node() {
        return card;
    }

    void focus() {
        name.requestFocus();
    }

    void save() {
        if (!save.isDisabled()) {
            model.save();
        }
    }
}
