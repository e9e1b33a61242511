package app.mortar.desktop.dashboard;

import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Place;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Chip;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.Tone;
import app.mortar.report.AlertsTold;
import app.mortar.report.PlanRates;
import app.mortar.stock.OversellIncident;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** The plan's rates against their targets, each opening its list; what nothing is known about yet is an en dash. */
final class RatesCard extends VBox {
    /** The scale of the bars begins here: what matters is the last tenth. */
    private static final double FROM = 0.9;

    private final Session session;
    private final Formats formats;
    private @Nullable PlanRates shown;
    private @Nullable AlertsTold told;

    RatesCard(Session session) {
        this.session = session;
        this.formats = session.formats();
        setId("dashboard-rates");
        getStyleClass().addAll("tiles", "rates");
    }

    void show(@Nullable PlanRates now, @Nullable AlertsTold alerts) {
        setManaged(now != null);
        setVisible(now != null);
        if (now == null || alerts == null || (now.equals(shown) && alerts.equals(told))) {
            return;
        }
        shown = now;
        told = alerts;
        long oversold = now.oversellByCause().getOrDefault(OversellIncident.Cause.CONCURRENCY, 0L);
        getChildren()
                .setAll(
                        row(
                                new Cell("oversell", Place.ORDERS, formats.number(oversold), oversold == 0)
                                        .saying(Texts.of("dashboard.rate.none-allowed")),
                                rate("fefo", Place.REPORTS, now.fifoComplianceRate(), 1),
                                rate("kept", Place.HOLDS, now.reservationSuccessRate(), 0.99)),
                        row(
                                rate("in-time", Place.ALERTS, alerts.inTime(), 1)
                                        .saying(said(alerts)),
                                rate("accuracy", Place.COUNTS, now.stockAccuracyRate(), 0.98),
                                new Cell("waste", Place.EXPIRY, formats.percent(now.expiredWasteRate()), null)
                                        .saying(Texts.of("dashboard.rate.waste-of"))));
    }

    private String said(AlertsTold alerts) {
        Long slowest = alerts.slowestSeconds();
        return Texts.of("dashboard.rate.told", alerts.sent(), alerts.failed())
                + (slowest == null
                        ? ""
                        : ", "
                                + (slowest < 60
                                        ? Texts.of("dashboard.rate.slowest", slowest)
                                        : Texts.of("dashboard.rate.slowest-minutes", (slowest + 59) / 60)));
    }

    /** All cells of a row are as wide as each other. */
    private static Node row(Cell... cells) {
        HBox row = new HBox();
        row.getStyleClass().add("rate-row");
        for (Cell cell : cells) {
            Button node = cell.node();
            node.prefWidthProperty().bind(row.widthProperty().divide(cells.length));
            node.setMinWidth(0);
            row.getChildren().add(node);
        }
        row.getChildren().getFirst().getStyleClass().add("first");
        return row;
    }

    private Cell rate(String name, Place opens, @Nullable Double rate, double target) {
        Cell cell = new Cell(name, opens, formats.percent(rate), rate == null ? null : (Boolean) (rate >= target));
        cell.target = target;
        cell.rate = rate;
        return cell.saying(Texts.of("dashboard.rate.target", formats.percent(target)));
    }

    /** One rate; whether it is met is null while nothing is known, or where there is no target. */
    private final class Cell {
        private final String name;
        private final Place opens;
        private final String figure;
        private final @Nullable Boolean met;
        private String said = "";
        private double target;
        private @Nullable Double rate;

        Cell(String name, Place opens, String figure, @Nullable Boolean met) {
            this.name = name;
            this.opens = opens;
            this.figure = figure;
            this.met = met;
        }

        Cell saying(String words) {
            said = words;
            return this;
        }

        Button node() {
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
            Label foot = new Label(said);
            foot.getStyleClass().add("caption");
            VBox box = new VBox(3, title, line);
            if (target > 0) {
                box.getChildren().add(bar(rate, target, met));
            }
            box.getChildren().add(foot);
            box.setMouseTransparent(true);
            Button cell = new Button();
            cell.setId("rate-" + name);
            cell.setGraphic(box);
            cell.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            cell.setAlignment(Pos.TOP_LEFT);
            cell.setAccessibleText(title.getText() + ": " + figure + ". " + said);
            cell.getStyleClass().addAll("tile", "rate");
            cell.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            box.prefWidthProperty().bind(cell.widthProperty().subtract(34));
            cell.setOnAction(event -> session.front().go(opens, null));
            return cell;
        }
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
