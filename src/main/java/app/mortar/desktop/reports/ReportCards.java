package app.mortar.desktop.reports;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Icon;
import app.mortar.report.ReportName;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A card for each report, and one for the products' way out and back; one of them is chosen. */
final class ReportCards {
    private static final double HEIGHT = 70;

    private final ToggleGroup group = new ToggleGroup();
    private final Map<ReportName, ToggleButton> reports = new EnumMap<>(ReportName.class);
    private final VBox node = new VBox(6);

    /**
     * The cards.
     *
     * @param products whether there is one for the products
     * @param chosen is told what was chosen: a report, or null for the products
     */
    ReportCards(boolean products, Consumer<@Nullable ReportName> chosen) {
        node.setMinWidth(260);
        node.setPrefWidth(280);
        for (ReportName name : ReportName.values()) {
            reports.put(name, card(name.word(), name.title(), name.about(), () -> chosen.accept(name)));
        }
        if (products) {
            var _ = card("products", Texts.of("products.title"), Texts.of("products.about"), () -> chosen.accept(null));
        }
    }

    private ToggleButton card(String word, String name, String what, Runnable choose) {
        Label title = new Label(name);
        title.getStyleClass().add("strong");
        Label about = new Label(what);
        about.getStyleClass().add("caption");
        about.setWrapText(true);
        about.setPrefWidth(200);
        about.setMinHeight(Region.USE_PREF_SIZE);
        HBox line = new HBox(10, Icon.of("file-earmark-spreadsheet", 16, "muted"), new VBox(2, title, about));
        line.setAlignment(Pos.TOP_LEFT);
        line.setMouseTransparent(true);
        ToggleButton card = new ToggleButton();
        card.setId("report-" + word);
        card.setGraphic(line);
        card.setAccessibleText(name + ". " + what);
        card.getStyleClass().addAll("card", "report-card");
        card.setMaxWidth(Double.MAX_VALUE);
        card.setMinHeight(HEIGHT);
        card.setMaxHeight(HEIGHT);
        card.setAlignment(Pos.TOP_LEFT);
        card.setToggleGroup(group);
        card.setOnAction(event -> {
            card.setSelected(true);
            choose.run();
        });
        node.getChildren().add(card);
        return card;
    }

    /** As if somebody had chosen that report. */
    void select(ReportName name) {
        Objects.requireNonNull(reports.get(name)).fire();
    }

    Node node() {
        return node;
    }
}
