package app.mortar.desktop.stock;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Formats;
import app.mortar.fulfilment.ProductLedger;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/** Stock over time as a line of steps, the minimum dashed across it. */
final class StockChart extends VBox {
    private static final double LEFT = 40;
    private static final double BOTTOM = 22;
    private static final double TOP = 8;
    private static final int DATES = 5;

    private final Formats formats;
    private final Pane plot = new Pane();
    private final Label limit = new Label();
    private List<ProductLedger.Level> levels = List.of();
    private int minimum;

    StockChart(Formats formats) {
        this.formats = formats;
        setId("product-chart");
        Region line = new Region();
        line.getStyleClass().addAll("legend-swatch", "series-1");
        Label onHand = new Label(Texts.of("stock.on-hand"));
        onHand.getStyleClass().add("caption");
        Line dash = new Line(0, 0, 18, 0);
        dash.getStyleClass().add("minimum-line");
        limit.getStyleClass().add("caption");
        HBox legend = new HBox(6, line, onHand, new Region(), dash, limit);
        legend.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        plot.setMinHeight(90);
        plot.setMinWidth(0);
        VBox.setVgrow(plot, Priority.ALWAYS);
        plot.widthProperty().addListener(change -> draw());
        plot.heightProperty().addListener(change -> draw());
        setSpacing(8);
        getChildren().addAll(legend, plot);
    }

    void show(List<ProductLedger.Level> now, int least) {
        if (now.equals(levels) && least == minimum) {
            return;
        }
        levels = now;
        minimum = least;
        limit.setText(Texts.of("stock.minimum-of", formats.number(least)));
        setAccessibleText(Texts.of(
                "stock.over-time.sentence",
                formats.number(now.getLast().units()),
                formats.number(now.getFirst().units()),
                formats.date(now.getFirst().day())));
        draw();
    }

    private void draw() {
        plot.getChildren().clear();
        double width = plot.getWidth() - LEFT - 6;
        double height = plot.getHeight() - BOTTOM - TOP;
        if (levels.size() < 2 || width < 40 || height < 30) {
            return;
        }
        int most = Math.max(
                minimum,
                levels.stream().mapToInt(ProductLedger.Level::units).max().orElse(0));
        int step = step(most);
        int top = Math.max(step, Math.ceilDiv(most, step) * step);
        for (int level = 0; level <= top; level += step) {
            double y = TOP + height - height * level / top;
            grid(y, LEFT + width);
            text(formats.number(level), 0, y - 8, LEFT - 8, "chart-left");
        }
        curve(width, height, top);
        if (minimum > 0) {
            double y = TOP + height - height * minimum / top;
            Line dashed = new Line(LEFT, y, LEFT + width, y);
            dashed.getStyleClass().add("minimum-line");
            plot.getChildren().add(dashed);
        }
        for (int i = 0; i < DATES; i++) {
            int at = (levels.size() - 1) * i / (DATES - 1);
            double x = LEFT + width * at / (levels.size() - 1);
            double from = i == DATES - 1 ? x - 60 : i == 0 ? x - 10 : x - 30;
            text(
                    formats.dayMonth(levels.get(at).day()),
                    from,
                    TOP + height + 4,
                    60,
                    i == DATES - 1 ? "chart-left" : i == 0 ? "chart-start" : "chart-middle");
        }
    }

    private void curve(double width, double height, int top) {
        Polyline line = new Polyline();
        line.getStyleClass().add("stock-line");
        double before = 0;
        for (int i = 0; i < levels.size(); i++) {
            double x = LEFT + width * i / (levels.size() - 1);
            double y = TOP + height - height * levels.get(i).units() / top;
            if (i > 0) {
                line.getPoints().addAll(x, before);
            }
            line.getPoints().addAll(x, y);
            before = y;
        }
        Polygon area = new Polygon();
        area.getStyleClass().add("stock-area");
        area.getPoints().addAll(line.getPoints());
        area.getPoints().addAll(LEFT + width, TOP + height, LEFT, TOP + height);
        plot.getChildren().addAll(area, line);
    }

    /** 1, 2 or 5 times a power of ten, so that three to five lines lie under {@code most}. */
    static int step(int most) {
        int power = 1;
        while (true) {
            for (int times : new int[] {1, 2, 5}) {
                if (times * power * 5 >= most) {
                    return times * power;
                }
            }
            power *= 10;
        }
    }

    private void grid(double y, double to) {
        Line line = new Line(LEFT, y, to, y);
        line.getStyleClass().add("chart-grid");
        plot.getChildren().add(line);
    }

    private void text(String text, double x, double y, double width, String align) {
        Label label = new Label(text);
        label.getStyleClass().addAll("caption", align);
        label.setMinWidth(width);
        label.setPrefWidth(width);
        label.relocate(x, y);
        plot.getChildren().add(label);
    }
}
