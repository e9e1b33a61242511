package app.mortar.desktop.settings;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Press;
import app.mortar.settings.SettingRow;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;
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
    private final StackPane value = new StackPane();
    private SearchableComboBox<Choices.Choice> choice;
    private String choiceOf = "";
    private final Press save;
    private final Card card;

    RuleForm(PharmacyModel model) {
        this.model = model;
        title.getStyleClass().add("card-title");
        title.setWrapText(true);
        about.getStyleClass().remove("caption");
        field = Fields.text("rule-value", model.value());
        secret = Fields.secret("rule-secret", model.value());
        choice = chooser(List.of());
        model.value().addListener((property, was, is) -> pick(is));
        value.getChildren().setAll(field, secret, choice);
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
        boolean chosen = offer(row);
        secret.setVisible(hidden);
        choice.setVisible(chosen);
        field.setVisible(!hidden && !chosen);
        if (row == null) {
            title.setText(Texts.of("settings.choose"));
            about.setText("");
            right.setText("");
            stands.setText("");
            return;
        }
        title.setText(Meaning.title(row));
        about.setText(Meaning.about(row));
        right.setText(
                chosen ? Texts.of("settings.choose-by-typing") : Texts.of("settings.must-be", Meaning.right(row)));
        stands.setText(standing(row));
    }

    /** Whether this setting is chosen and not written; then the choices are there. */
    private boolean offer(@Nullable SettingRow row) {
        String name = row == null ? "" : row.name();
        if (!choiceOf.equals(name)) {
            choiceOf = name;
            choice = chooser(row == null ? List.of() : Choices.of(row));
            value.getChildren().setAll(field, secret, choice);
        }
        pick(model.value().get());
        return !choice.getItems().isEmpty();
    }

    /** One for each list of choices: the cells of an opened list do not survive that it becomes shorter. */
    private SearchableComboBox<Choices.Choice> chooser(List<Choices.Choice> offered) {
        SearchableComboBox<Choices.Choice> box = new SearchableComboBox<>();
        box.setId("rule-choice");
        box.getItems().setAll(offered);
        box.setConverter(new Spoken<>(Choices.Choice::words));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(Texts.of("settings.value"));
        box.valueProperty().addListener((property, was, is) -> {
            if (is != null) {
                model.value().set(is.value());
            }
        });
        return box;
    }

    private void pick(String value) {
        Choices.Choice meant = choice.getItems().stream()
                .filter(one -> one.value().equals(value))
                .findFirst()
                .orElse(null);
        choice.setPromptText(value);
        choice.setValue(meant);
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
