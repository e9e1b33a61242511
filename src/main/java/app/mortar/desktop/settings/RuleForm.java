package app.mortar.desktop.settings;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Press;
import app.mortar.settings.SettingRow;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One setting being changed: what it means, what it must look like, where what holds now stands. */
final class RuleForm {
    private final PharmacyModel model;
    private final Label title = new Label();
    private final Label about = Fields.hint("");
    private final Label right = Fields.hint("");
    private final Label stands = Fields.hint("");
    private final TextField field;
    private final PasswordField secret;
    private final StackPane value;
    private final Press save;
    private final Card card;

    RuleForm(PharmacyModel model) {
        this.model = model;
        title.getStyleClass().add("card-title");
        title.setWrapText(true);
        about.getStyleClass().remove("caption");
        field = Fields.text("rule-value", model.value());
        secret = Fields.secret("rule-secret", model.value());
        value = new StackPane(field, secret);
        save = Press.primary("rule-save", Texts.of("settings.save"), "F9", model::save);
        save.disableProperty().bind(model.running().or(model.chosen().isNull()));
        Press reset = Press.secondary("rule-reset", Texts.of("settings.reset"), "arrow-counterclockwise", model::reset);
        reset.disableProperty()
                .bind(model.running().or(Bindings.createBooleanBinding(this::isAsItComes, model.chosen())));
        card = Card.of(
                "",
                new VBox(
                        12,
                        title,
                        about,
                        Fields.named(Texts.of("settings.value"), value),
                        right,
                        Fields.refusal("rule-no", model.no()),
                        stands,
                        Fields.acts(reset, save)));
        card.getStyleClass().add("form-card");
        field.setAccessibleText(Texts.of("settings.value"));
        secret.setAccessibleText(Texts.of("settings.value"));
        field.setOnAction(event -> save());
        secret.setOnAction(event -> save());
        model.chosen().addListener((property, was, is) -> show(is));
        show(model.chosen().get());
    }

    Node node() {
        return card;
    }

    void save() {
        if (!save.isDisabled()) {
            model.save();
        }
    }

    private boolean isAsItComes() {
        SettingRow row = model.chosen().get();
        return row == null || row.kept().isEmpty();
    }

    private void show(@Nullable SettingRow row) {
        boolean hidden = row != null && row.secret();
        secret.setVisible(hidden);
        field.setVisible(!hidden);
        if (row == null) {
            title.setText(Texts.of("settings.choose"));
            about.setText("");
            right.setText("");
            stands.setText("");
            return;
        }
        title.setText(Meaning.title(row));
        about.setText(Meaning.about(row));
        right.setText(Texts.of("settings.must-be", Meaning.right(row)));
        stands.setText(standing(row));
    }

    private static String standing(SettingRow row) {
        String otherwise = row.otherwise()
                .filter(text -> !text.isEmpty())
                .map(text -> Texts.of("settings.otherwise", Meaning.shown(row, text)))
                .orElse(Texts.of("settings.no-otherwise"));
        return row.overridden()
                ? Texts.of("settings.overridden", row.where()) + " " + otherwise
                : row.kept().isEmpty() ? Texts.of("settings.as-it-comes") + " " + otherwise : otherwise;
    }
}
