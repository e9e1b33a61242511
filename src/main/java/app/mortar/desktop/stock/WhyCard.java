package app.mortar.desktop.stock;

import app.mortar.desktop.Texts;
import app.mortar.desktop.dashboard.LowStockCard;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.Status;
import app.mortar.fulfilment.ProductLedger;
import app.mortar.fulfilment.ProductLedger.Kind;
import app.mortar.stock.WhyThisNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Why this number: on hand out of the ledger's terms, usable out of on hand. A term of the ledger opens its movements. */
final class WhyCard {
    private final ProductViewModel model;
    private final Formats formats;
    private final GridPane grid = new GridPane();
    private final Label cover = new Label();
    private final Label rate = new Label();
    private final StackPane seal = new StackPane();
    private final Card card;

    /** One term; {@code opens} is null where the ledger has no rows for it. */
    private record Term(
            String name,
            long units,
            boolean total,
            @Nullable Kind opens) {}

    WhyCard(ProductViewModel model, Formats formats) {
        this.model = model;
        this.formats = formats;
        grid.setHgap(10);
        grid.setVgap(10);
        cover.getStyleClass().add("strong");
        cover.setMinWidth(Region.USE_PREF_SIZE);
        rate.getStyleClass().add("caption");
        VBox lasts = new VBox(2, cover, rate);
        lasts.setAlignment(Pos.BOTTOM_RIGHT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(16, grid, gap, lasts);
        card = Card.of(Texts.of("stock.why"), line).with(seal);
        card.note().setText(Texts.of("stock.why.note"));
    }

    Node card() {
        return card;
    }

    void show(ProductViewModel.Sight now) {
        grid.getChildren().clear();
        row(0, ledgerTerms(now.onHand()));
        row(1, usableTerms(now.usable()));
        seal.getChildren().setAll(now.onHand().addsUp() ? Status.addsUp() : Status.doesNotAddUp());
        var outlook = now.outlook();
        LocalDate day = outlook.runsOut(now.today());
        cover.setText(
                outlook.cover().isEmpty() || day == null
                        ? ""
                        : Texts.of("stock.lasts", LowStockCard.cover(outlook), formats.weekday(day)));
        rate.setText(
                outlook.use().perDay().isEmpty()
                        ? Texts.of("stock.use-unknown")
                        : Texts.of(
                                "stock.use",
                                String.format(
                                        Locale.ROOT,
                                        "%.1f",
                                        outlook.use().perDay().getAsDouble()),
                                outlook.use().days()));
    }

    private static List<Term> ledgerTerms(ProductLedger.Terms terms) {
        List<Term> line = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            boolean always = kind == Kind.RECEIVED || kind == Kind.DISPATCHED || kind == Kind.SOLD;
            if (always || terms.of(kind) != 0) {
                line.add(new Term("stock.term." + kind.name().toLowerCase(Locale.ROOT), terms.of(kind), false, kind));
            }
        }
        line.add(new Term("stock.on-hand", terms.onHand(), true, null));
        return line;
    }

    private static List<Term> usableTerms(WhyThisNumber.Terms terms) {
        List<Term> line = new ArrayList<>();
        line.add(new Term("stock.on-hand", terms.onShelf(), true, null));
        line.add(new Term("stock.term.in-carts", -terms.inCarts(), false, null));
        line.add(new Term("stock.term.committed", -terms.committed(), false, null));
        line.add(new Term("stock.term.quarantined", -terms.quarantined(), false, null));
        line.add(new Term("stock.term.expired", -terms.expired(), false, null));
        if (terms.recalled() > 0) {
            line.add(new Term("stock.term.recalled", -terms.recalled(), false, null));
        }
        line.add(new Term("stock.usable", terms.available(), true, null));
        return line;
    }

    private void row(int row, List<Term> terms) {
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            if (i > 0) {
                boolean last = i == terms.size() - 1;
                Label sign = new Label(last ? "=" : minus(term) ? "−" : "+");
                sign.getStyleClass().add("muted");
                sign.setMinWidth(Region.USE_PREF_SIZE);
                grid.add(sign, 2 * i - 1, row);
            }
            grid.add(box(row, term), 2 * i, row);
        }
    }

    /** Outgoing kinds bear their minus even while nothing went out. */
    private static boolean minus(Term term) {
        Kind kind = term.opens();
        boolean adds = kind == Kind.RECEIVED || kind == Kind.RETURNED || (kind == Kind.CORRECTED && term.units() >= 0);
        return term.units() < 0 || (term.units() == 0 && !adds);
    }

    private Node box(int row, Term term) {
        Label figure = new Label(formats.number(Math.abs(term.units())));
        figure.getStyleClass().add("figure-small");
        Label name = new Label(Texts.of(term.name()));
        name.getStyleClass().add("caption");
        VBox words = new VBox(2, figure, name);
        words.setAlignment(Pos.CENTER_RIGHT);
        words.setMouseTransparent(true);
        Kind kind = term.opens();
        if (kind == null) {
            StackPane box = new StackPane(words);
            box.getStyleClass().addAll("term", term.total() ? "total" : "still");
            return box;
        }
        Button box = new Button();
        box.setId("term-" + row + "-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        box.setGraphic(words);
        box.setAccessibleText(Texts.of("stock.term.open", name.getText(), figure.getText()));
        box.getStyleClass().add("term");
        box.setOnAction(event -> model.kind().set(kind));
        return box;
    }
}
