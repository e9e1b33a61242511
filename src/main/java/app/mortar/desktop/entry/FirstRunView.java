package app.mortar.desktop.entry;

import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Brand;
import app.mortar.desktop.widget.Icon;
import app.mortar.desktop.widget.Press;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The very first window: three ways to begin. */
public final class FirstRunView extends StackPane {
    private final FirstRunModel model;
    private final VBox shared = new VBox(12);
    private final TextField host = new TextField();

    public FirstRunView(FirstRunModel model) {
        this.model = model;
        getStyleClass().add("door");
        Label title = new Label(Texts.of("first-run.title"));
        title.getStyleClass().add("page-title");
        Label under = new Label(Texts.of("first-run.how"));
        under.getStyleClass().add("muted");
        HBox head = new HBox(14, Brand.mark(34), new VBox(2, title, under));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(
                head,
                way("first-run-demo", "binoculars", "first-run.demo", model::demo),
                way("first-run-here", "laptop", "first-run.here", model::here),
                way("first-run-shared", "hdd-network", "first-run.shared", this::unfold),
                shared);
        card.getStyleClass().addAll("card", "door-card", "wide");
        card.setMaxHeight(USE_PREF_SIZE);
        form();
        getChildren().add(card);
    }

    private static Button way(String id, String icon, String text, Runnable act) {
        Label name = new Label(Texts.of(text));
        name.getStyleClass().add("card-title");
        Label why = new Label(Texts.of(text + "-why"));
        why.getStyleClass().add("muted");
        VBox words = new VBox(2, name, why);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(14, Icon.of(icon, 20, "accent"), words, Icon.of("chevron-right", 14, "muted"));
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMouseTransparent(true);
        Button button = new Button();
        button.setId(id);
        button.setGraphic(line);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(name.getText() + ". " + why.getText());
        button.getStyleClass().setAll("choice");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> act.run());
        line.setPrefWidth(548);
        return button;
    }

    private void form() {
        shared.setVisible(false);
        shared.setManaged(false);
        GridPane grid = new GridPane(12, 8);
        field(grid, 0, 0, "shared.host", host, "shared-host", model.host());
        field(grid, 1, 0, "shared.port", new TextField(), "shared-port", model.port());
        field(grid, 2, 0, "shared.database", new TextField(), "shared-database", model.database());
        field(grid, 0, 2, "shared.user", new TextField(), "shared-user", model.user());
        field(grid, 1, 2, "shared.password", new PasswordField(), "shared-password", model.password());
        Label no = new Label();
        no.setId("shared-no");
        no.getStyleClass().add("field-fault");
        no.setWrapText(true);
        no.textProperty().bind(model.no());
        no.visibleProperty().bind(model.no().isNotEmpty());
        no.managedProperty().bind(no.visibleProperty());
        Press join = Press.primary("shared-join", Texts.of("shared.join"), null, model::join);
        join.setDefaultButton(true);
        join.disableProperty().bind(model.running());
        shared.getChildren().addAll(grid, no, join);
    }

    private void unfold() {
        shared.setVisible(true);
        shared.setManaged(true);
        host.requestFocus();
    }

    private static void field(
            GridPane grid, int column, int row, String text, TextField field, String id, StringProperty value) {
        Label label = new Label(Texts.of(text));
        label.getStyleClass().add("field-label");
        label.setLabelFor(field);
        field.setId(id);
        field.setAccessibleText(label.getText());
        field.textProperty().bindBidirectional(value);
        grid.add(label, column, row);
        grid.add(field, column, row + 1);
    }
}
