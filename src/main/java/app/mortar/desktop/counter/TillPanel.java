package app.mortar.desktop.counter;

import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.HoldRing;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.Status;
import java.time.Duration;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** Beside the cart: proceed to checkout, then the ring of the hold with what may be done while it runs, and after. */
final class TillPanel extends VBox {
    private final Session session;
    private final CounterViewModel cart;
    private final Till till;
    private final Holding holding;
    private final HBox chip = new HBox();
    private final HoldRing ring = HoldRing.large(Texts.of("counter.left"), Texts.of("counter.released"));
    private final Label words = new Label();
    private final Press checkout;
    private final Press handOver;
    private final Press keep;
    private final Press again;
    private final Press release;

    TillPanel(Session session, CounterViewModel cart) {
        this.session = session;
        this.cart = cart;
        this.till = cart.till();
        this.holding = till.holding();
        checkout = Press.primary("checkout", Texts.of("counter.checkout"), "F9", till::checkout)
                .wide();
        handOver = Press.primary("hand-over", Texts.of("counter.hand-over"), "F9", till::handOver)
                .wide();
        keep = Press.secondary("keep", Texts.of("counter.keep"), "arrow-clockwise", till::keep)
                .wide();
        again = Press.primary("again", Texts.of("counter.again"), null, till::checkout)
                .wide();
        release = Press.quiet("release", Texts.of("counter.release"), "x", till::release)
                .wide();
        words.setId("hold-words");
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        words.setTextAlignment(TextAlignment.CENTER);
        words.setMinHeight(USE_PREF_SIZE);
        ring.setId("ring");
        chip.setId("hold-chip");
        chip.setAlignment(Pos.CENTER);
        setAlignment(Pos.TOP_CENTER);
        setSpacing(10);
        setPadding(new Insets(16, 4, 4, 4));
        holding.phase().addListener((property, was, is) -> show());
        holding.left().addListener((property, was, is) -> tick(is));
        till.busy().addListener((property, was, is) -> enable());
        show();
    }

    Card card() {
        return Card.of("", this);
    }

    /** The cart has changed: may one go on? */
    void enable() {
        boolean busy = till.busy().get();
        boolean empty = cart.lines().isEmpty();
        boolean offline = !session.front().online().get();
        checkout.setDisable(busy || empty || offline);
        again.setDisable(busy || empty || offline);
        handOver.setDisable(busy || offline || holding.phase().get() != Holding.Phase.HELD);
        keep.setDisable(busy || offline);
        release.setDisable(busy || offline);
    }

    private void show() {
        switch (holding.phase().get()) {
            case CART -> {
                words.setText(Texts.of("counter.checkout-why"));
                getChildren().setAll(words, checkout);
            }
            case HELD -> getChildren().setAll(chip, ring, words, handOver, keep, release);
            case EXPIRED -> {
                words.setText(Texts.of("counter.expired") + ". " + Texts.of("counter.expired-why"));
                chip.getChildren().setAll(Status.hold(Duration.ZERO, holding.whole()));
                ring.show(Duration.ZERO, holding.whole());
                getChildren().setAll(chip, ring, words, again, handOver, release);
            }
        }
        if (holding.phase().get() == Holding.Phase.HELD) {
            tick(holding.left().get());
        }
        enable();
    }

    private void tick(Duration exactly) {
        Duration left = Holding.inSeconds(exactly);
        var until = holding.until();
        if (until == null || holding.phase().get() != Holding.Phase.HELD) {
            return;
        }
        ring.show(left, holding.whole());
        chip.getChildren().setAll(Status.hold(left, holding.whole()));
        HoldRing.Stage stage = HoldRing.Stage.of(left);
        boolean urgent = stage == HoldRing.Stage.DANGER;
        keep.makePrimary(urgent);
        handOver.makePrimary(!urgent);
        int keepAt = getChildren().indexOf(keep);
        int sellAt = getChildren().indexOf(handOver);
        if (keepAt >= 0 && urgent == keepAt > sellAt) {
            getChildren().setAll(chip, ring, words, urgent ? keep : handOver, urgent ? handOver : keep, release);
        }
        String at = session.formats().time(until);
        words.setText(
                switch (stage) {
                    case WARNING -> Texts.of("counter.held-warning", at);
                    case DANGER -> Texts.of("counter.held-danger", at);
                    default -> Texts.of("counter.held-calm", at, cart.packs());
                });
    }
}
