package app.mortar.desktop.counter;

import app.mortar.desktop.Texts;
import app.mortar.desktop.goods.Goods;
import app.mortar.desktop.goods.LineGrid;
import app.mortar.desktop.goods.Lines;
import app.mortar.desktop.goods.Words;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.Status;
import app.mortar.kernel.ExpiryStage;
import app.mortar.stock.NextBatches;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/** One product of the cart on screen. */
final class CartRow implements Lines.Row<CartLine> {
    private final CounterViewModel cart;
    private final Formats formats;
    private final Supplier<LocalDate> today;
    private final Goods goods;
    private final Label batch = Words.whole("code");
    private final Label expiry = Words.whole();
    private final HBox stage = new HBox();
    private final Label available = Words.whole();
    private final Label amount = Words.whole("strong");
    private final TextField packs = new TextField();
    private final HBox row;
    private int shown;

    CartRow(CartLine line, CounterViewModel cart, Formats formats, Supplier<LocalDate> today) {
        this.cart = cart;
        this.formats = formats;
        this.today = today;
        this.goods = line.goods();
        packs.setId("packs-" + goods.sku());
        packs.setAccessibleText(Texts.of("counter.packs-of", goods.name()));
        packs.getStyleClass().add("number");
        packs.setOnAction(event -> commit());
        packs.focusedProperty().addListener((property, was, is) -> {
            if (!is) {
                commit();
            }
        });
        Press remove = Press.icon(
                "remove-" + goods.sku(), "x", Texts.of("counter.remove", goods.name()), () -> cart.remove(goods.id()));
        HBox handOver = new HBox(16, Words.two(batch, expiry), stage);
        handOver.setAlignment(Pos.CENTER_LEFT);
        stage.setAlignment(Pos.CENTER_LEFT);
        row = grid().row(
                        Words.two(new Label(goods.name()), new Label(under(goods))),
                        handOver,
                        available,
                        packs,
                        amount,
                        remove);
        row.setId("line-" + goods.sku());
        row.getStyleClass().add("tall");
    }

    static LineGrid grid() {
        return new LineGrid()
                .grows(Texts.of("counter.col.product"), 130)
                .left(Texts.of("counter.col.batch"), 166)
                .right(Texts.of("counter.col.available"), 74)
                .right(Texts.of("counter.col.packs"), 76)
                .right(Texts.of("counter.col.amount"), 94)
                .right("", 36);
    }

    private static String under(Goods goods) {
        return goods.pack().isEmpty() ? goods.sku() : goods.pack();
    }

    private void commit() {
        try {
            int wanted = Integer.parseInt(packs.getText().strip());
            if (wanted > 0 && wanted != shown) {
                cart.units(goods.id(), wanted);
                return;
            }
        } catch (NumberFormatException noNumber) {
            // shown again as it was
        }
        packs.setText(String.valueOf(shown));
    }

    @Override
    public Node node() {
        return row;
    }

    @Override
    public void show(CartLine line, int number) {
        shown = line.units();
        packs.setText(String.valueOf(shown));
        packs.getStyleClass().remove("wrong");
        available.setText(formats.number(line.offer().available()));
        available.getStyleClass().setAll("label", line.isShort() ? "bad" : "muted");
        if (line.isShort()) {
            packs.getStyleClass().add("wrong");
        }
        amount.setText(formats.money(line.amount()));
        stage.getChildren().clear();
        if (line.offer().batches().isEmpty()) {
            batch.setText(Formats.NONE);
            expiry.setText(Texts.of("counter.nothing"));
            return;
        }
        NextBatches.Portion first = line.offer().batches().getFirst();
        batch.setText(first.batchNumber());
        int others = line.offer().batches().size() - 1;
        expiry.setText(formats.date(first.expiryDate())
                + (others == 0 ? "" : "  " + Texts.of("counter.more-batches", others)));
        LocalDate day = first.expiryDate();
        if (day != null) {
            var chip = Status.daysLeft(ExpiryStage.of(day, today.get()), ChronoUnit.DAYS.between(today.get(), day));
            if (chip != null) {
                stage.getChildren().add(chip);
            }
        }
    }
}
