package app.mortar.desktop.dashboard;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Chip;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.Tone;
import app.mortar.report.PlanRates;
import app.mortar.stock.OversellIncident;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** The plan's rates against their targets; what nothing is known about yet is an en dash. */
final class RatesCard extends HBox {
    /** The scale of the bars begins here: what matters is the last tenth. */
    private static final double FROM = 0.9;

    private final Formats formats;
    private @Nullable PlanRates shown;

    RatesCard(Formats formats) {
        this.formats = formats;
        setId("dashboard-rates");
        getStyleClass().add("tiles");
    }

    void show(@Nullable PlanRates now) {
        setManaged(now != null);
        setVisible(now != null);
        if (now == null || now.equals(shown)) {
            return;
        }
        shown = now;
        long oversold = now.oversellByCause().getOrDefault(OversellIncident.Cause.CONCURRENCY, 0L);
        getChildren()
                .setAll(
                        cell(
                                "oversell",
                                formats.number(oversold),
                                oversold == 0,
                                "dashboard.rate.none-allowed",
                                null,
                                0),
                        rate("fefo", now.fifoComplianceRate(), 1),
                        rate("kept", now.reservationSuccessRate(), 0.99));
        getChildren().getFirst().getStyleClass().add("first");
    }

    private Node rate(String name, @Nullable Double rate, double target) {
        return cell(
                name,
                formats.percent(rate),
                rate == null ? null : rate >= target,
                "dashboard.rate.target",
                rate,
                target);
    }

    /** One rate; {@code met} is null while nothing is known. */
    private Node cell(
            String name, String figure, @Nullable Boolean met, String goal, @Nullable Double rate, double target) {
        Label title = new Label(Texts.of("dashboard.rate." + name));
        title.getStyleClass().add("caption");
        Label number = new Label(figure);
        number.getStyleClass().add("figure-small");
        HBox line = new HBox(8, number);
        line.setAlignment(Pos.CENTER_LEFT);
        if (met != null) {
            line.getChildren()
                    .add(
                            met
                                    ? new Chip(Tone.SUCCESS, "check-circle-fill", Texts.of("dashboard.on-target"))
                                    : new Chip(
                                            Tone.WARNING,
                                            "exclamation-triangle-fill",
                                            Texts.of("dashboard.off-target")));
        }
        Label aim = new Label(Texts.of(goal, formats.percent(target)));
        aim.getStyleClass().add("caption");
        HBox foot = new HBox(aim);
        VBox box = new VBox(6, title, line);
        if (target > 0) {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Label scale = new Label(Texts.of("dashboard.rate.scale"));
            scale.getStyleClass().add("caption");
            foot.getChildren().addAll(gap, scale);
            box.getChildren().add(bar(rate, target, met));
        }
        box.getChildren().add(foot);
        StackPane cell = new StackPane(box);
        cell.getStyleClass().addAll("tile", "rate");
        HBox.setHgrow(cell, Priority.ALWAYS);
        return cell;
    }

    private static Node bar(@Nullable Double rate, double target, @Nullable Boolean met) {
        Pane bar = new Pane();
        bar.setMinHeight(14);
        bar.setPrefHeight(14);
        Rectangle track = new Rectangle(0, 4, 0, 6);
        track.getStyleClass().add("bullet-track");
        track.widthProperty().bind(bar.widthProperty());
        Rectangle part = new Rectangle(0, 4, 0, 6);
        part.getStyleClass().addAll("bullet-bar", Boolean.TRUE.equals(met) ? "success" : "warning");
        double share = rate == null ? 0 : Math.clamp((rate - FROM) / (1 - FROM), 0, 1);
        part.widthProperty().bind(bar.widthProperty().multiply(share));
        Rectangle tick = new Rectangle(2, 14);
        tick.getStyleClass().add("bullet-target");
        tick.xProperty()
                .bind(bar.widthProperty().multiply((target - FROM) / (1 - FROM)).subtract(2));
        bar.getChildren().addAll(track, part, tick);
        return bar;
    }
}
