package app.mortar.desktop.goods;

import app.mortar.desktop.widget.Formats;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The few products that fit what was typed: arrows and Enter, or a click; Esc for none of them. */
public final class Hits extends ListView<Finder.Hit> {
    private static final double ROW = 36;

    /**
     * A list that shows only while there is something to choose.
     *
     * @param none called at Esc
     */
    public Hits(
            String id, ObservableList<Finder.Hit> hits, Formats formats, Consumer<Finder.Hit> chosen, Runnable none) {
        super(hits);
        setId(id);
        getStyleClass().add("hits");
        setFixedCellSize(ROW);
        var height = Bindings.size(hits).multiply(ROW).add(2);
        prefHeightProperty().bind(height);
        minHeightProperty().bind(height);
        maxHeightProperty().bind(height);
        visibleProperty().bind(Bindings.isNotEmpty(hits));
        managedProperty().bind(visibleProperty());
        setCellFactory(list -> new Cell(formats, chosen));
        setOnKeyPressed(event -> {
            Finder.Hit hit = getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && hit != null) {
                chosen.accept(hit);
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                none.run();
                event.consume();
            }
        });
        hits.addListener((ListChangeListener<Finder.Hit>) change -> {
            if (!hits.isEmpty()) {
                getSelectionModel().selectFirst();
            }
        });
    }

    private static final class Cell extends ListCell<Finder.Hit> {
        private final Formats formats;

        Cell(Formats formats, Consumer<Finder.Hit> chosen) {
            this.formats = formats;
            setOnMouseClicked(event -> {
                if (getItem() != null) {
                    chosen.accept(getItem());
                }
            });
        }

        @Override
        protected void updateItem(Finder.@Nullable Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            if (empty || hit == null) {
                setGraphic(null);
                return;
            }
            Label name = new Label(hit.goods().name());
            name.getStyleClass().add("medium");
            Label pack = new Label(hit.goods().pack());
            pack.getStyleClass().add("caption");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Label sku = new Label(hit.goods().sku());
            sku.getStyleClass().addAll("code", "muted");
            Label available = new Label(formats.number(hit.available()));
            available.getStyleClass().add("strong");
            available.setMinWidth(Region.USE_PREF_SIZE);
            HBox row = new HBox(10, name, pack, gap, sku, available);
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("hit");
            setGraphic(row);
            setAccessibleText(hit.goods().name() + " " + hit.goods().pack());
        }
    }
}
