package app.mortar.desktop.receiving;

import app.mortar.desktop.Texts;
import app.mortar.desktop.goods.Goods;
import app.mortar.desktop.goods.LineGrid;
import app.mortar.desktop.goods.Lines;
import app.mortar.desktop.goods.Words;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.Status;
import app.mortar.intake.ExpiryText;
import app.mortar.kernel.ExpiryStage;
import app.mortar.stock.ShelfLife;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One line of the delivery on screen, with the question it leaves open under it. */
final class ReceiptRow implements Lines.Row<ReceiptLine> {
    private final Session session;
    private final ReceivingViewModel delivery;
    private final ReceiptLines lines;
    private final Consumer<Optional<Node>> cursor;
    private final long key;
    private final Label number = Words.whole("muted");
    private final Label name = new Label();
    private final Label pack = new Label();
    private final Label gtin = Words.whole("code", "caption");
    private final TextField batch = field("code", "bare");
    private final TextField expiry = field("bare");
    private final HBox life = new HBox();
    private final TextField packs = field("number");
    private final TextField cost = field("number", "bare");
    private final Label total = Words.whole("strong");
    private final Press remove;
    private final HBox row;
    private final VBox box;
    private ReceiptLine shown;
    private @Nullable Question asked;

    /**
     * A line.
     *
     * @param cursor told where the cursor may go: into a question that was just asked, or, when one was answered in
     *     which it stood, away
     */
    ReceiptRow(ReceiptLine line, Session session, ReceivingViewModel delivery, Consumer<Optional<Node>> cursor) {
        this.session = session;
        this.delivery = delivery;
        this.lines = delivery.lines();
        this.cursor = cursor;
        this.key = line.key();
        this.shown = line;
        remove = Press.icon("remove-" + key, "x", Texts.of("receive.remove", key), () -> lines.remove(key));
        pack.setGraphic(gtin);
        pack.setGraphicTextGap(8);
        life.setAlignment(Pos.CENTER_LEFT);
        row = grid().row(number, Words.two(name, pack), batch, expiry, life, packs, cost, total, remove);
        row.getStyleClass().add("tall");
        box = new VBox(row);
        box.setId("line-" + key);
        box.getStyleClass().add("line-box");
        onLeave(batch, this::commitBatch);
        onLeave(expiry, this::commitBatch);
        onLeave(packs, this::commitPacks);
        onLeave(cost, this::commitCost);
    }

    static LineGrid grid() {
        return new LineGrid()
                .left("", 24)
                .grows(Texts.of("receive.col.product"), 170)
                .left(Texts.of("receive.col.batch"), 118)
                .left(Texts.of("receive.col.expiry"), 104)
                .left(Texts.of("receive.col.life"), 90)
                .right(Texts.of("receive.col.packs"), 76)
                .right(Texts.of("receive.col.cost"), 84)
                .right(Texts.of("receive.col.total"), 96)
                .right("", 30);
    }

    private static TextField field(String... styles) {
        TextField field = new TextField();
        field.getStyleClass().addAll(styles);
        return field;
    }

    private static void onLeave(TextField field, Runnable commit) {
        field.setOnAction(event -> commit.run());
        field.focusedProperty().addListener((property, was, is) -> {
            if (!is) {
                commit.run();
            }
        });
    }

    private void commitBatch() {
        LocalDate date = shown.expiry();
        String said = expiry.getText().strip();
        if (said.isEmpty()) {
            // an emptied field is a slip of the hand: a date that is known is never blanked
            show(expiry, date);
        } else if (!said.equals(session.formats().date(date))) {
            if (!(ExpiryText.read(said) instanceof ExpiryText.Meaning.Day day)) {
                expiry.getStyleClass().add("wrong");
                return;
            }
            date = day.day();
        }
        String typed = batch.getText().strip();
        if (typed.isEmpty()) {
            batch.setText(shown.batch());
            typed = shown.batch();
        }
        lines.batch(key, typed, date);
    }

    private void show(TextField field, @Nullable LocalDate date) {
        field.getStyleClass().remove("wrong");
        field.setText(date == null ? "" : session.formats().date(date));
    }

    private void commitPacks() {
        try {
            lines.units(key, Integer.parseInt(packs.getText().strip()));
        } catch (NumberFormatException noNumber) {
            // shown again as it was
        }
        packs.setText(String.valueOf(shown.units()));
    }

    private void commitCost() {
        Money.read(cost.getText()).ifPresent(amount -> lines.cost(key, amount));
        if (cost.getText().isBlank()) {
            lines.cost(key, null);
        }
        cost.setText(Money.shown(shown.cost(), session.formats()));
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(ReceiptLine line, int place) {
        shown = line;
        number.setText(String.valueOf(place));
        name(batch, "batch", Texts.of("receive.batch-of", place));
        name(expiry, "expiry", Texts.of("receive.expiry-of", place));
        name(packs, "packs", Texts.of("receive.packs-of", place));
        name(cost, "cost", Texts.of("receive.cost-of", place));
        Goods goods = line.goods();
        name.setText(goods == null ? Texts.of("receive.unknown") : goods.name());
        name.getStyleClass().setAll("label", goods == null ? "muted" : "medium");
        pack.setText(goods == null ? "" : goods.pack());
        gtin.setText(
                line.gtin() != null
                        ? line.gtin()
                        : goods != null && goods.gtin() != null ? goods.gtin() : Formats.NONE);
        batch.setText(line.batch());
        show(expiry, line.expiry());
        expiry.setDisable(goods != null && !goods.expires());
        life.getChildren().setAll(lifeLeft(line));
        packs.setText(String.valueOf(line.units()));
        cost.setText(Money.shown(line.cost(), session.formats()));
        total.setText(session.formats().money(line.total()));
        ask(line);
    }

    private void name(TextField field, String what, String text) {
        field.setId(what + "-" + key);
        field.setAccessibleText(text);
    }

    private Node lifeLeft(ReceiptLine line) {
        LocalDate today = session.time().today();
        LocalDate date = line.expiry();
        if (date == null) {
            return Words.whole();
        }
        long days = ShelfLife.left(date, today);
        Integer needed = line.goods() == null ? null : line.goods().minShelfLifeDays();
        if (days <= 0) {
            return java.util.Objects.requireNonNull(Status.stage(ExpiryStage.EXPIRED));
        }
        if (ShelfLife.isShort(needed, date, today)) {
            return new app.mortar.desktop.widget.Chip(
                    app.mortar.desktop.widget.Tone.WARNING, "exclamation-triangle-fill", Texts.of("status.days", days));
        }
        Period left = Period.between(today, date);
        Label words = Words.whole();
        words.setText(
                left.getYears() > 0
                        ? Texts.of("receive.years", left.getYears(), left.getMonths())
                        : left.getMonths() > 0
                                ? Texts.of("receive.months", left.getMonths(), left.getDays())
                                : Texts.of("receive.days", days));
        return words;
    }

    /** Puts the question under the line; one that is being answered stays as it is. */
    private void ask(ReceiptLine line) {
        Question question = lines.question(line);
        if (java.util.Objects.equals(question, asked)) {
            return;
        }
        asked = question;
        boolean cursorInside =
                box.getChildren().size() > 1 && box.getChildren().get(1).isFocusWithin();
        box.getChildren().setAll(row);
        if (question != null) {
            Node note = new QuestionNote(session, delivery, line.key()).of(line, question);
            box.getChildren().add(note);
            cursor.accept(Optional.of(note));
        } else if (cursorInside) {
            cursor.accept(Optional.empty());
        }
    }

    /** The amount, when somebody typed one. */
    static @Nullable BigDecimal amount(String text) {
        return Money.read(text).orElse(null);
    }
}
