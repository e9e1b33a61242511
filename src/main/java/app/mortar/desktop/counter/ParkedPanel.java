package app.mortar.desktop.counter;

import app.mortar.desktop.Texts;
import app.mortar.desktop.goods.Lines;
import app.mortar.desktop.goods.Words;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.HoldRing;
import app.mortar.desktop.widget.Press;
import app.mortar.fulfilment.CounterDesk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The sales that wait under their holds; a click or Enter takes one up again. */
final class ParkedPanel {
    private final Session session;
    private final CounterViewModel cart;
    private final List<Parked> rows = new ArrayList<>();
    private final Card card;
    private final Label count = new Label("0");

    ParkedPanel(Session session, CounterViewModel cart) {
        this.session = session;
        this.cart = cart;
        count.getStyleClass().addAll("count-badge", "neutral");
        Lines<CounterDesk.Parked> lines =
                new Lines<>(cart.parking().sales(), sale -> sale.sale().token(), sale -> {
                    Parked row = new Parked(sale);
                    rows.add(row);
                    return row;
                });
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        card = Card.tight(Texts.of("counter.parked-title"), scroll).with(count).grow();
        cart.parking().sales().addListener((ListChangeListener<CounterDesk.Parked>) change -> count());
        count();
    }

    Card card() {
        return card;
    }

    private void count() {
        count.setText(String.valueOf(cart.parking().sales().size()));
        card.note().setText(cart.parking().sales().isEmpty() ? Texts.of("counter.parked-empty") : "");
        count.setVisible(!cart.parking().sales().isEmpty());
        rows.removeIf(row -> cart.parking().sales().stream().noneMatch(sale -> sale.equals(row.sale)));
    }

    /** A second has passed. */
    void tick() {
        rows.forEach(Parked::tick);
    }

    private final class Parked implements Lines.Row<CounterDesk.Parked> {
        private final HoldRing ring = HoldRing.small();
        private final Label name = new Label();
        private final Label second = new Label();
        private final Label time = Words.whole("strong");
        private final Label under = Words.whole("caption");
        private final Press resume;
        private final HBox row;
        private CounterDesk.Parked sale;

        Parked(CounterDesk.Parked first) {
            sale = first;
            String number = first.sale().number();
            resume = Press.quiet("resume-" + number, Texts.of("counter.resume", first.name()), null, () -> cart.till()
                    .resume(sale));
            resume.getStyleClass().add("covers");
            Press forget =
                    Press.icon("forget-" + number, "x", Texts.of("counter.forget", first.name()), () -> cart.parking()
                            .forget(sale));
            HBox left = new HBox(12, ring, Words.two(name, second));
            left.setAlignment(Pos.CENTER_LEFT);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            javafx.scene.layout.VBox right = new javafx.scene.layout.VBox(1, time, under);
            right.setAlignment(Pos.CENTER_RIGHT);
            HBox inside = new HBox(12, left, gap, right);
            inside.setAlignment(Pos.CENTER_LEFT);
            resume.setGraphic(inside);
            resume.setMaxWidth(Double.MAX_VALUE);
            inside.prefWidthProperty().bind(resume.widthProperty().subtract(20));
            HBox.setHgrow(resume, Priority.ALWAYS);
            row = new HBox(4, resume, forget);
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("parked");
        }

        @Override
        public Node node() {
            return row;
        }

        @Override
        public void show(CounterDesk.Parked now, int number) {
            sale = now;
            if (!rows.contains(this)) {
                rows.add(this);
            }
            name.setText(now.name());
            second.setText(now.sale().number() + " · " + Texts.of("counter.parked-packs", now.units()));
            tick();
        }

        private void tick() {
            Duration left = sale.live() ? Holding.inSeconds(session.time().until(sale.expiresAt())) : Duration.ZERO;
            ring.show(left, sale.length());
            HoldRing.Stage stage = HoldRing.Stage.of(left);
            time.getStyleClass().removeAll("warn", "bad");
            if (stage == HoldRing.Stage.OVER) {
                time.setText(Texts.of("counter.parked-expired"));
                under.setText(Texts.of("counter.parked-released"));
                return;
            }
            time.setText(Formats.countdown(left));
            under.setText(Texts.of("counter.left"));
            if (stage != HoldRing.Stage.CALM) {
                time.getStyleClass().add(stage == HoldRing.Stage.DANGER ? "bad" : "warn");
            }
        }
    }
}
