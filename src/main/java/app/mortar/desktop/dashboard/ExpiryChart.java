package app.mortar.desktop.dashboard;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Formats;
import app.mortar.expiry.Expiring;
import app.mortar.kernel.ExpiryStage;
import java.math.BigDecimal;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** What expires in the coming weeks, by its value at cost: a bar a week, in the colour of its stage. */
final class ExpiryChart extends VBox {
    private static final int STEPS = 3;

    private final CategoryAxis weeks = new CategoryAxis();
    private final NumberAxis value = new NumberAxis();
    private final BarChart<String, Number> chart = new BarChart<>(weeks, value);
    private final Formats formats;
    private List<Expiring.Week> shown = List.of();

    ExpiryChart(Formats formats) {
        this.formats = formats;
        chart.setAnimated(false);
        chart.setLegendVisible(false);
        chart.setCategoryGap(5);
        chart.setBarGap(0);
        chart.setMinHeight(120);
        chart.setPadding(new Insets(0, 10, 0, 0));
        weeks.setTickLabelGap(4);
        weeks.setAnimated(false);
        value.setAutoRanging(false);
        value.setAnimated(false);
        value.setMinorTickVisible(false);
        value.setTickLabelFormatter(new StringConverter<>() {
            @Override
            public String toString(Number amount) {
                return amount.doubleValue() > value.getUpperBound() - 1 ? "" : brief(amount.doubleValue());
            }

            @Override
            public Number fromString(String text) {
                return 0;
            }
        });
        HBox legend = new HBox(16, key("danger", "d7"), key("warning", "d30"), key("quiet", "d90"));
        VBox.setVgrow(chart, Priority.ALWAYS);
        setSpacing(4);
        getChildren().addAll(legend, chart);
        chart.setId("dashboard-expiring");
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
            return (millions == Math.rint(millions) ? Long.toString((long) millions) : Double.toString(
                            Math.round(millions * 10) / 10.0))
                    + "M";
        }
        return amount >= 1000 ? Math.round(amount / 1000) + "k" : Long.toString(Math.round(amount));
    }

    /** The step of an axis with three or four steps up to {@code most}: 1, 2, 4, 5 or 8 times a power of ten. */
    static double step(double most) {
        double wanted = Math.max(most, 1) / STEPS;
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double times : new double[] {1, 2, 4, 5, 8}) {
            if (times * power >= wanted) {
                return times * power;
            }
        }
        return 10 * power;
    }

    void show(List<Expiring.Week> now) {
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        double most = now.stream()
                .map(week -> week.sum().worth())
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(0);
        double step = step(most);
        value.setTickUnit(step);
        value.setUpperBound(Math.max(step, Math.ceil(most / step) * step) + step * 0.04);
        XYChart.Series<String, Number> series = new XYChart.Series<>();
        int number = 0;
        for (Expiring.Week week : now) {
            // a label every fourth week; the others are told apart by their blanks
            String label = number % 4 == 0 ? formats.dayMonth(week.from()) : " ".repeat(number);
            series.getData().add(new XYChart.Data<>(label, week.sum().worth().doubleValue()));
            number++;
        }
        chart.getData().setAll(List.of(series));
        for (int i = 0; i < now.size(); i++) {
            series.getData().get(i).getNode().getStyleClass().add(style(now.get(i).stage()));
        }
        chart.setAccessibleText(Texts.of(
                "dashboard.expiring.sentence",
                formats.money(now.stream()
                        .map(week -> week.sum().worth())
                        .reduce(BigDecimal.ZERO, BigDecimal::add)),
                Expiring.DAYS));
    }

    private static String style(ExpiryStage stage) {
        return switch (stage) {
            case D7, EXPIRED -> "danger";
            case D30 -> "warning";
            case D90, NONE -> "quiet";
        };
    }
}
