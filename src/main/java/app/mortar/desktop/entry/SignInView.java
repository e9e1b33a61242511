package app.mortar.desktop.entry;

import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Brand;
import app.mortar.desktop.shell.Person;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.Segments;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The door: who is there, and the proof of it. Also shown while the window is locked. */
public final class SignInView extends StackPane {
    private final TextField name = new TextField();
    private final PasswordField secret = new PasswordField();
    private final SignInModel model;

    /**
     * The door.
     *
     * @param pharmacy its name; may be empty
     * @param second what stands under the title: that the window is locked, and whose work waits
     * @param open people of the demonstration, who need no password
     */
    public SignInView(SignInModel model, String pharmacy, String second, List<Person> open, Consumer<Person> in) {
        this.model = model;
        getStyleClass().add("door");
        VBox card = new VBox();
        card.getStyleClass().addAll("card", "door-card");
        card.setMaxHeight(USE_PREF_SIZE);
        Label title = new Label(pharmacy.isBlank() ? Texts.of("shell.mortar") : pharmacy);
        title.getStyleClass().add("page-title");
        Label under = new Label(second);
        under.getStyleClass().add("muted");
        under.setWrapText(true);
        HBox head = new HBox(14, Brand.mark(34), new VBox(2, title, under));
        head.setAlignment(Pos.CENTER_LEFT);
        card.getChildren().add(head);
        if (open.isEmpty()) {
            fields(card);
        } else {
            people(card, open, in);
        }
        getChildren().add(card);
    }

    private void fields(VBox card) {
        name.setId("sign-in-name");
        name.textProperty().bindBidirectional(model.name());
        secret.setId("sign-in-secret");
        secret.textProperty().bindBidirectional(model.secret());
        Label nameLabel = label("sign-in.name", name);
        Label secretLabel = label("sign-in.password", secret);
        Segments<Boolean> way = new Segments<>("sign-in-way", false);
        way.add(false, Texts.of("sign-in.password")).add(true, Texts.of("sign-in.pin"));
        way.value().bindBidirectional(model.byPin().asObject());
        way.visibleProperty().bind(model.takesPins());
        way.managedProperty().bind(model.takesPins());
        secretLabel.textProperty().bind(model.byPin().map(pin -> Texts.of(pin ? "sign-in.pin" : "sign-in.password")));
        Label no = new Label();
        no.setId("sign-in-no");
        no.getStyleClass().add("field-fault");
        no.setWrapText(true);
        no.textProperty().bind(model.no());
        no.visibleProperty().bind(model.no().isNotEmpty());
        no.managedProperty().bind(model.no().isNotEmpty());
        Press enter = Press.primary("sign-in-enter", Texts.of("sign-in.enter"), null, model::enter)
                .wide();
        enter.setDefaultButton(true);
        enter.disableProperty().bind(model.running());
        card.getChildren().addAll(new VBox(4, nameLabel, name), way, new VBox(4, secretLabel, secret), no, enter);
    }

    private static void people(VBox card, List<Person> open, Consumer<Person> in) {
        Label ask = new Label(Texts.of("sign-in.demo"));
        ask.getStyleClass().add("muted");
        ask.setWrapText(true);
        card.getChildren().add(ask);
        for (Person person : open) {
            card.getChildren()
                    .add(Press.secondary(
                                    "demo-" + person.role().toLowerCase(java.util.Locale.ROOT),
                                    Texts.of("sign-in.demo-as", person.name(), person.role()),
                                    "person",
                                    () -> in.accept(person))
                            .wide());
        }
    }

    private static Label label(String text, TextField field) {
        Label label = new Label(Texts.of(text));
        label.getStyleClass().add("field-label");
        label.setLabelFor(field);
        field.setAccessibleText(label.getText());
        return label;
    }

    /** Puts the cursor where the next thing is missing. */
    public void focus() {
        (name.getText().isEmpty() ? name : secret).requestFocus();
    }
}
