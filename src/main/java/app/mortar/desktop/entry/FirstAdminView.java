package app.mortar.desktop.entry;

import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Brand;
import app.mortar.desktop.widget.Press;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The first run's last question: who is the first admin. Nobody has a password before somebody chose one here. */
public final class FirstAdminView extends StackPane {
    private final TextField name = new TextField();

    public FirstAdminView(FirstAdminModel model) {
        getStyleClass().add("door");
        Label title = new Label(Texts.of("first-admin.title"));
        title.getStyleClass().add("page-title");
        Label why = new Label(Texts.of("first-admin.why"));
        why.getStyleClass().add("muted");
        why.setWrapText(true);
        HBox head = new HBox(14, Brand.mark(34), title);
        head.setAlignment(Pos.CENTER_LEFT);
        name.setId("first-admin-name");
        name.textProperty().bindBidirectional(model.name());
        PasswordField password = new PasswordField();
        password.setId("first-admin-password");
        password.textProperty().bindBidirectional(model.password());
        PasswordField again = new PasswordField();
        again.setId("first-admin-again");
        again.textProperty().bindBidirectional(model.again());
        Label no = new Label();
        no.setId("first-admin-no");
        no.getStyleClass().add("field-fault");
        no.setWrapText(true);
        no.textProperty().bind(model.no());
        no.visibleProperty().bind(model.no().isNotEmpty());
        no.managedProperty().bind(no.visibleProperty());
        Press make = Press.primary("first-admin-make", Texts.of("first-admin.make"), null, model::make)
                .wide();
        make.setDefaultButton(true);
        make.disableProperty().bind(model.running());
        VBox card = new VBox(
                head,
                why,
                field("first-admin.name", name),
                field("first-admin.password", password),
                field("first-admin.again", again),
                no,
                make);
        card.getStyleClass().addAll("card", "door-card");
        card.setMaxHeight(USE_PREF_SIZE);
        getChildren().add(card);
    }

    /** Puts the cursor in the first field. */
    public void focus() {
        name.requestFocus();
    }

    private static VBox field(String text, TextField field) {
        Label label = new Label(Texts.of(text));
        label.getStyleClass().add("field-label");
        label.setLabelFor(field);
        field.setAccessibleText(label.getText());
        return new VBox(4, label, field);
    }
}
