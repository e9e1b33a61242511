package app.mortar.desktop.receiving;

import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Note;
import app.mortar.intake.ExpiryText;
import app.mortar.stock.KnownBatches;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** A question under its line, with the answers that it has. */
final class QuestionNote {
    private final Session session;
    private final ReceivingViewModel delivery;
    private final long key;
    private final String id;

    QuestionNote(Session session, ReceivingViewModel delivery, long key) {
        this.session = session;
        this.delivery = delivery;
        this.key = key;
        this.id = "question-" + key;
    }

    Node of(ReceiptLine line, Question question) {
        Node note =
                switch (question) {
                    case Question.UnknownProduct unknown ->
                        new UnknownProductNote(session, delivery, key, unknown.gtin());
                    case Question.NeedsBatch no -> batch();
                    case Question.NeedsExpiry no -> expiry(line);
                    case Question.Expired gone ->
                        Note.stop(
                                        id,
                                        Texts.of(
                                                "receive.q.expired",
                                                session.formats().date(gone.expiry())),
                                        Texts.of("receive.q.expired-why"))
                                .answer(Texts.of("receive.q.refuse"), this::drop);
                    case Question.Recalled no ->
                        Note.stop(id, Texts.of("receive.q.recalled", line.batch()), Texts.of("receive.q.recalled-why"))
                                .answer(Texts.of("receive.q.refuse"), this::drop);
                    case Question.OtherExpiry other -> otherExpiry(line, other);
                    case Question.ShortLife few -> shortLife(line, few);
                };
        VBox.setMargin(note, new javafx.geometry.Insets(0, 16, 10, 50));
        return note;
    }

    private void drop() {
        delivery.lines().remove(key);
    }

    private Node batch() {
        TextField field = new TextField();
        field.setId("answer-batch-" + key);
        field.setAccessibleText(Texts.of("receive.q.batch"));
        field.getStyleClass().add("code");
        field.setPrefColumnCount(12);
        Runnable act = () -> {
            if (!field.getText().isBlank()) {
                delivery.lines().find(key).ifPresent(line -> delivery.lines()
                        .batch(key, field.getText(), line.expiry()));
            }
        };
        field.setOnAction(event -> act.run());
        return Note.question(id, Texts.of("receive.q.batch"), Texts.of("receive.q.batch-why"))
                .with(field)
                .answer(Texts.of("receive.q.ok"), act)
                .otherwise(Texts.of("receive.q.drop"), this::drop);
    }

    private Node expiry(ReceiptLine line) {
        TextField field = new TextField();
        field.setId("answer-expiry-" + key);
        field.setAccessibleText(Texts.of("receive.q.expiry"));
        field.setPrefColumnCount(10);
        Runnable act = () -> {
            field.getStyleClass().remove("wrong");
            if (ExpiryText.read(field.getText().strip()) instanceof ExpiryText.Meaning.Day day) {
                delivery.lines().batch(key, line.batch(), day.day());
            } else {
                field.getStyleClass().add("wrong");
            }
        };
        field.setOnAction(event -> act.run());
        return Note.question(id, Texts.of("receive.q.expiry"), Texts.of("receive.q.expiry-why"))
                .with(field)
                .answer(Texts.of("receive.q.ok"), act)
                .otherwise(Texts.of("receive.q.drop"), this::drop);
    }

    private Node otherExpiry(ReceiptLine line, Question.OtherExpiry other) {
        KnownBatches.Known file = other.onFile();
        String onFile = session.formats().date(file.expiryDate());
        String by = file.receivedBy();
        String evidence = by == null
                ? Texts.of("receive.q.other-here", onFile, file.quantity())
                : Texts.of(
                        "receive.q.other-why",
                        onFile,
                        file.quantity(),
                        session.formats().date(session.formats().day(file.receivedAt())),
                        by);
        return Note.question(id, Texts.of("receive.q.other", line.batch()), evidence)
                .answer(Texts.of("receive.q.other-said", session.formats().date(other.said())), () -> delivery.lines()
                        .packIsRight(key))
                .answer(Texts.of("receive.q.other-file", onFile), () -> delivery.lines()
                        .booksAreRight(key))
                .otherwise(Texts.of("receive.q.set-aside"), this::drop);
    }

    private Node shortLife(ReceiptLine line, Question.ShortLife few) {
        ComboBox<String> reason = new ComboBox<>();
        reason.setId("reason-" + key);
        reason.setEditable(true);
        reason.setPromptText(Texts.of("receive.q.reason"));
        reason.setAccessibleText(Texts.of("receive.q.reason"));
        reason.getItems()
                .setAll(Texts.of("receive.q.reason-1"), Texts.of("receive.q.reason-2"), Texts.of("receive.q.reason-3"));
        reason.setPrefWidth(200);
        return Note.warning(
                        id,
                        Texts.of("receive.q.short", few.left(), few.needed()),
                        Texts.of("receive.q.short-why", session.formats().date(line.expiry())))
                .with(reason)
                .answer(Texts.of("receive.q.take"), () -> {
                    String said = reason.getEditor().getText();
                    if (said.isBlank()) {
                        reason.requestFocus();
                        reason.show();
                    } else {
                        delivery.lines().takeShort(key, said);
                    }
                })
                .otherwise(Texts.of("receive.q.refuse"), this::drop);
    }
}
