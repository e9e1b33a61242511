package app.mortar.desktop.counts;

import app.mortar.count.Rounds;
import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Formats;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import org.jspecify.annotations.Nullable;

/** Accuracy over time: a point for each counted round, by units and by lines, against the target of 98 %. */
final class AccuracyCard {
    private static final double TARGET = 0.98;
    private static final int MOST = 20;
    private static final double LEFT = 48;
    private static final double BOTTOM = 20;
    private static final double TOP = 8;
    private static final double DATE = 60;

    private final Formats formats;
    private final Pane plot = new Pane();
    private final Label none = new Label(Texts.of("counts.over-time.none"));
    private final Node node;
    private List<Rounds.Overview> rounds = List.of();

    AccuracyCard(CountsViewModel model, Formats formats) {
        this.formats = formats;
        HBox legend = new HBox(12, swatch("series-1", "units"), swatch("series-2", "lines"), target());
        none.getStyleClass().add("muted");
        none.setWrapText(true);
        plot.setId("counts-chart");
        plot.setMinHeight(110);
        plot.setPrefHeight(120);
        plot.setMinWidth(0);
        plot.widthProperty().addListener(change -> draw());
        plot.heightProperty().addListener(change -> draw());
        VBox.setVgrow(plot, Priority.ALWAYS);
        node = Card.of(Texts.of("counts.over-time"), new VBox(8, legend, none, plot));
        model.known().addListener((ListChangeListener<Rounds.Overview>) change -> show(model.overTime(MOST)));
        show(model.overTime(MOST));
    }

    private static HBox swatch(String style, String word) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("legend-swatch", style);
        return key(swatch, word);
    }

    private static HBox target() {
        Line dash = new Line(0, 0, 18, 0);
        dash.getStyleClass().add("minimum-line");
        return key(dash, "target");
    }

    private static HBox key(Node sign, String word) {
        Label name = new Label(Texts.of("counts.over-time." + word));
        name.getStyleClass().add("caption");
        HBox key = new HBox(6, sign, name);
        key.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return key;
    }

    private void show(List<Rounds.Overview> now) {
        rounds = now;
        boolean curve = now.size() > 1;
        none.setVisible(!curve);
        none.setManaged(!curve);
        plot.setVisible(curve);
        plot.setAccessibleText(
                curve
                        ? Texts.of(
                                "counts.over-time.sentence",
                                now.size(),
                                said(now.getLast().accuracy().ofUnits()),
                                said(now.getLast().accuracy().ofLines()))
                        : none.getText());
        draw();
    }

    private String said(@Nullable BigDecimal rate) {
        return formats.percent(CountsView.rate(rate));
    }

    private void draw() {
        plot.getChildren().clear();
        double width = plot.getWidth() - LEFT - 6;
        double height = plot.getHeight() - BOTTOM - TOP;
        if (rounds.size() < 2 || width < 40 || height < 30) {
            return;
        }
        double floor = floor();
        for (double level : new double[] {floor, (1 + floor) / 2, 1}) {
            double y = TOP + height * (1 - level) / (1 - floor);
            Line grid = new Line(LEFT, y, LEFT + width, y);
            grid.getStyleClass().add("chart-grid");
            plot.getChildren().add(grid);
            text(formats.percent(level), 0, y - 8, LEFT - 6, "chart-left");
        }
        double y = TOP + height * (1 - TARGET) / (1 - floor);
        Line target = new Line(LEFT, y, LEFT + width, y);
        target.getStyleClass().add("minimum-line");
        plot.getChildren().add(target);
        curve("series-2", width, height, floor, round -> round.accuracy().ofLines());
        curve("series-1", width, height, floor, round -> round.accuracy().ofUnits());
        text(date(rounds.getFirst()), LEFT - 6, TOP + height + 2, DATE, "chart-start");
        text(date(rounds.getLast()), LEFT + width - DATE + 6, TOP + height + 2, DATE, "chart-left");
    }

    private String date(Rounds.Overview round) {
        return formats.dayMonth(formats.day(round.round().startedAt()));
    }

    /** The bottom of the picture: a round tenth below the worst round, at least a tenth below all. */
    private double floor() {
        double worst = rounds.stream()
                .flatMap(round -> Stream.of(
                        Optional.ofNullable(round.accuracy().ofUnits()),
                        Optional.ofNullable(round.accuracy().ofLines())))
                .flatMap(Optional::stream)
                .mapToDouble(BigDecimal::doubleValue)
                .min()
                .orElse(1);
        return Math.clamp(Math.floor(worst * 10) / 10, 0, 0.9);
    }

    private void curve(
            String style,
            double width,
            double height,
            double floor,
            Function<Rounds.Overview, @Nullable BigDecimal> of) {
        Polyline line = new Polyline();
        line.getStyleClass().addAll("accuracy-line", style);
        plot.getChildren().add(line);
        for (int i = 0; i < rounds.size(); i++) {
            BigDecimal rate = of.apply(rounds.get(i));
            if (rate == null) {
                continue;
            }
            double x = LEFT + width * i / (rounds.size() - 1);
            double y = TOP + height * (1 - Math.max(floor, rate.doubleValue())) / (1 - floor);
            line.getPoints().addAll(x, y);
            Circle dot = new Circle(x, y, 3);
            dot.getStyleClass().addAll("accuracy-dot", style);
            plot.getChildren().add(dot);
        }
    }

    private void text(String text, double x, double y, double width, String align) {
        Label label = new Label(text);
        label.getStyleClass().addAll("caption", align);
        label.setMinWidth(width);
        label.setPrefWidth(width);
        label.relocate(x, y);
        plot.getChildren().add(label);
    }

    Node node() {
        return node;
    }
}
