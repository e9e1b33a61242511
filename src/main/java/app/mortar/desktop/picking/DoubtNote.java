package app.mortar.desktop.picking;

import app.mortar.desktop.Texts;
import app.mortar.desktop.goods.Says;
import app.mortar.desktop.goods.Words;
import app.mortar.desktop.widget.Note;
import app.mortar.desktop.widget.Press;
import app.mortar.fulfilment.PickAnswer;
import app.mortar.fulfilment.PickList;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What is wrong with the pack in the hand, between the scan field and the list, with what may be done about it. */
final class DoubtNote extends VBox {
    private final PickingViewModel picking;
    private final Runnable toScan;

    DoubtNote(PickingViewModel picking, Runnable toScan) {
        super(8);
        this.picking = picking;
        this.toScan = toScan;
        picking.doubt().addListener((property, was, is) -> show(is));
        show(picking.doubt().get());
    }

    private void show(@Nullable PickAnswer answer) {
        boolean cursorInside = isFocusWithin();
        getChildren().clear();
        setManaged(answer != null);
        if (answer == null) {
            if (cursorInside) {
                toScan.run();
            }
            return;
        }
        Says says = picking.words(answer);
        Note note = Words.note("doubt", says);
        switch (answer) {
            case PickAnswer.WrongBatch wrong -> wrongBatch(note, wrong);
            case PickAnswer.Doubt doubt
            when doubt.verdict() instanceof PickList.Verdict.BatchNotSaid ->
                note.answer(Texts.of("pick.yes"), this::byEye).otherwise(Texts.of("pick.no"), this::putBack);
            case PickAnswer any -> note.answer(Texts.of("pick.understood"), this::putBack);
        }
        getChildren().add(note);
        Words.enter(note);
    }

    private void wrongBatch(Note note, PickAnswer.WrongBatch wrong) {
        note.answer(Texts.of("pick.understood"), this::putBack);
        note.answer(Texts.of("pick.missing"), () -> {
            picking.notOnShelf(wrong.line().batch());
            toScan.run();
        });
        if (wrong.taken().why() == PickAnswer.Why.GOES_LATER && picking.mayOverride()) {
            note.otherwise(Texts.of("pick.override"), this::askReason);
        }
    }

    private void byEye() {
        picking.byEye();
        toScan.run();
    }

    private void putBack() {
        picking.clearDoubt();
        toScan.run();
    }

    private void askReason() {
        TextField reason = new TextField();
        reason.setId("override-reason");
        reason.setPromptText(Texts.of("pick.override-reason"));
        reason.setAccessibleText(Texts.of("pick.override-reason"));
        reason.setPrefColumnCount(32);
        Runnable act = () -> {
            if (!reason.getText().isBlank()) {
                picking.override(reason.getText());
                toScan.run();
            }
        };
        reason.setOnAction(event -> act.run());
        Press take = Press.secondary("override-do", Texts.of("pick.override-do"), null, act);
        HBox line = new HBox(8, reason, take);
        if (getChildren().size() == 1) {
            getChildren().add(line);
        }
        reason.requestFocus();
    }
}
