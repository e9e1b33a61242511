package app.mortar.desktop.picking;

import app.mortar.desktop.Texts;
import app.mortar.desktop.goods.Goods;
import app.mortar.desktop.goods.LineGrid;
import app.mortar.desktop.goods.Lines;
import app.mortar.desktop.goods.Words;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Chip;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.Status;
import app.mortar.desktop.widget.Tone;
import app.mortar.fulfilment.PickList;
import app.mortar.kernel.ExpiryStage;
import app.mortar.stock.FefoMark;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** One batch of the pick list on screen. */
final class PickRow implements Lines.Row<PickList.Line> {
    private final Session session;
    private final PickingViewModel picking;
    private final Label shelf = Words.whole("code-strong");
    private final Label name = new Label();
    private final Label pack = new Label();
    private final Label batch = Words.whole("code");
    private final Label expiry = Words.whole();
    private final HBox stage = new HBox();
    private final Label packs = Words.whole("strong");
    private final HBox state = new HBox(6);
    private final Press missing;
    private final HBox row;

    PickRow(PickList.Line line, Session session, PickingViewModel picking) {
        this.session = session;
        this.picking = picking;
        missing = Press.icon(
                "missing-" + line.batchNumber(),
                "dash-circle",
                Texts.of("pick.missing-of", line.name(), line.batchNumber()),
                () -> picking.notOnShelf(line.batch()));
        HBox which = new HBox(16, Words.two(batch, expiry), stage);
        which.setAlignment(Pos.CENTER_LEFT);
        stage.setAlignment(Pos.CENTER_LEFT);
        state.setAlignment(Pos.CENTER_LEFT);
        row = grid().row(shelf, Words.two(name, pack), which, packs, state, missing);
        row.setId("pick-" + line.batchNumber());
        row.getStyleClass().add("tall");
    }

    static LineGrid grid() {
        return new LineGrid()
                .left(Texts.of("pick.col.shelf"), 60)
                .grows(Texts.of("pick.col.product"), 140)
                .left(Texts.of("pick.col.batch"), 204)
                .right(Texts.of("pick.col.packs"), 58)
                .left("   " + Texts.of("pick.col.state"), 116)
                .right("", 36);
    }

    @Override
    public Node node() {
        return row;
    }

    @Override
    public void show(PickList.Line line, int number) {
        shelf.setText(Objects.requireNonNullElse(line.shelf(), Formats.NONE));
        name.setText(line.name());
        String facts = Goods.pack(line.name(), line.strength(), line.form());
        pack.setText(facts.isEmpty() ? line.sku() : facts);
        batch.setText(line.batchNumber());
        expiry.setText(session.formats().date(line.expiryDate()));
        packs.setText(Texts.of("pick.of", line.verified(), line.quantity()));
        stage.getChildren().clear();
        LocalDate today = session.time().today();
        LocalDate day = line.expiryDate();
        if (day != null) {
            Chip chip = Status.daysLeft(ExpiryStage.of(day, today), ChronoUnit.DAYS.between(today, day));
            if (chip != null) {
                stage.getChildren().add(chip);
            }
        }
        boolean next = picking.next()
                .filter(wanted -> wanted.batch().equals(line.batch()))
                .isPresent();
        state.getChildren().setAll(new Label(" "), state(line, next));
        if (line.fefo() == FefoMark.OVERRIDE) {
            state.getChildren().add(new Chip(Tone.WARNING, "shield-exclamation", Texts.of("pick.override-mark")));
        }
        missing.setVisible(!line.isVerified());
        row.setAccessibleText(shelf.getText() + " " + line.name() + " " + line.batchNumber() + " " + packs.getText());
    }

    private static Chip state(PickList.Line line, boolean next) {
        if (line.isVerified()) {
            return new Chip(Tone.SUCCESS, "check-circle-fill", Texts.of("pick.state-verified"));
        }
        return next
                ? new Chip(Tone.ACCENT, "upc-scan", Texts.of("pick.state-next"))
                : new Chip(Tone.PLAIN, "circle", Texts.of("pick.state-open"));
    }
}
