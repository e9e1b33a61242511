package app.mortar.desktop.dashboard;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Formats;
import app.mortar.expiry.Expiring;
import app.mortar.kernel.ExpiryStage;
import java.math.BigDecimal;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

/** What expires in the coming weeks, by its value at cost: a bar a week, in the colour of its stage. */
final class ExpiryChart extends VBox {
    private static final int STEPS = 3;
    private static final double LEFT = 44;
    private static final double BOTTOM = 20;
    private static final double TOP = 8;
    private static final double DATE = 60;

    private final Formats formats;
    private final Pane plot = new Pane();
    private List<Expiring.Week> weeks = List.of();

    ExpiryChart(Formats formats) {
        this.formats = formats;
        setId("dashboard-expiring");
        HBox legend = new HBox(16, key("danger", "d7"), key("warning", "d30"), key("quiet", "d90"));
        plot.setMinHeight(90);
        plot.setMinWidth(0);
        plot.widthProperty().addListener(change -> draw());
        plot.heightProperty().addListener(change -> draw());
        VBox.setVgrow(plot, Priority.ALWAYS);
        setSpacing(8);
        getChildren().addAll(legend, plot);
    }

    private static HBox key(String style, String stage) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("legend-swatch", style);
        Label name = new Label(Texts.of("status." + stage));
        name.getStyleClass().add("caption");
        HBox key = new HBox(6, swatch, name);
        key.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return key;
    }

    /** {@code 80k}, {@code 1.2M} */
    static String brief(double amount) {
        if (amount >= 1_000_000) {
            double millions = amount / 1_000_000;
            return (millions == Math.rint(millions)
                            ? Long.toString((long) millions)
                            : Double.toString(Math.round(millions * 10) / 10.0))
                    + "M";
        }
        return amount >= 1000 ? Math.round(amount / 1000) + "k" : Long.toString(Math.round(amount));
    }

    /** The step of an axis with three or four steps up to {@code most}: 1, 2, 4, 5 or 8 times a power of ten. */
    static double step(double most) {
        double wanted = Math.max(most / STEPS, 1);
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double times : new double[] {1, 2, 4, 5, 8}) {
            if (times * power >= wanted) {
                return times * power;
            }
        }
        return 10 * power;
    }

    void show(List<Expiring.Week> now) {
        if (now.equals(weeks)) {
            return;
        }
        weeks = now;
        setAccessibleText(Texts.of(
                "dashboard.expiring.sentence",
                formats.money(now.stream().map(week -> week.sum().worth()).reduce(BigDecimal.ZERO, BigDecimal::add)),
                Expiring.DAYS));
        draw();
    }

    private void draw() {
        plot.getChildren().clear();
        double width = plot.getWidth() - LEFT;
        double height = plot.getHeight() - BOTTOM - TOP;
        if (weeks.isEmpty() || width < 60 || height < 30) {
            return;
        }
        double most = weeks.stream()
                .mapToDouble(week -> week.sum().worth().doubleValue())
                .max()
                .orElse(0);
        double step = step(most);
        double top = Math.max(step, Math.ceil(most / step) * step);
        for (double level = 0; level <= top; level += step) {
            double y = TOP + height - height * level / top;
            Line line = new Line(LEFT, y, LEFT + width, y);
            line.getStyleClass().add("chart-grid");
            plot.getChildren().add(line);
            text(brief(level), 0, y - 8, LEFT - 8, "chart-left");
        }
        double slot = width / weeks.size();
        for (int i = 0; i < weeks.size(); i++) {
            Expiring.Week week = weeks.get(i);
            double tall = height * week.sum().worth().doubleValue() / top;
            Region bar = new Region();
            bar.getStyleClass().addAll("chart-bar", style(week.stage()), "default-color0");
            bar.resizeRelocate(LEFT + slot * i + slot * 0.15, TOP + height - tall, slot * 0.7, tall);
            bar.setManaged(false);
            plot.getChildren().add(bar);
            if (i % 4 == 0) {
                double middle = LEFT + slot * (i + 0.5);
                text(formats.dayMonth(week.from()), middle - DATE / 2, TOP + height + 2, DATE, "chart-middle");
            }
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

    private static String style(ExpiryStage stage) {
        return switch (stage) {
            case D7, EXPIRED -> "danger";
            case D30 -> "warning";
            case D90, NONE -> "quiet";
        };
    }
}
