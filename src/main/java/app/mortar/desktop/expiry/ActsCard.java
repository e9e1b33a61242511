package app.mortar.desktop.expiry;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.FileAsk;
import app.mortar.desktop.widget.Press;
import app.mortar.stock.SetAside;
import java.nio.file.Path;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What can be done about the chosen batches: write off, or send back to the supplier. */
final class ActsCard {
    private final Card node;

    ActsCard(ExpiryViewModel room, FileAsk ask) {
        DisposalModel model = room.disposal();
        Label chosen = new Label();
        chosen.setId("expiry-chosen");
        chosen.setWrapText(true);
        chosen.getStyleClass().add("strong");
        chosen.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.chosen().isEmpty()
                                ? Texts.of("expiry.choose")
                                : model.chosen().size() == 1
                                        ? model.chosen().getFirst().product() + ", "
                                                + model.chosen().getFirst().batchNumber()
                                        : Texts.of(
                                                "expiry.chosen", model.chosen().size()),
                        model.chosen()));
        VBox box = new VBox(
                10,
                chosen,
                field("expiry-units", "expiry.units", model.units()),
                field("expiry-note", "expiry.note", model.note()));
        if (model.writesOff()) {
            ComboBox<SetAside.Reason> reason = new ComboBox<>();
            reason.setId("expiry-reason");
            reason.setAccessibleText(Texts.of("expiry.reason"));
            reason.getItems().setAll(SetAside.Reason.values());
            reason.setConverter(new Words());
            reason.setMaxWidth(Double.MAX_VALUE);
            reason.valueProperty().bindBidirectional(model.reason());
            Press writeOff = Press.danger("expiry-write-off", Texts.of("expiry.write-off"), "F9", model::writeOff)
                    .wide();
            writeOff.disableProperty().bind(Bindings.isEmpty(model.chosen()).or(model.acting()));
            box.getChildren()
                    .addAll(
                            labelled("expiry.reason", reason),
                            field("expiry-witness", "expiry.witness", model.witness()),
                            writeOff);
        }
        if (model.sendsBack()) {
            Press send = Press.secondary("expiry-send-back", Texts.of("expiry.send-back"), "truck", model::sendBack)
                    .wide();
            send.disableProperty().bind(Bindings.isEmpty(model.chosen()).or(model.acting()));
            Label title = new Label(Texts.of("expiry.or-supplier"));
            title.getStyleClass().add("card-title");
            box.getChildren()
                    .addAll(
                            title,
                            field("expiry-supplier", "expiry.supplier", model.supplier()),
                            field("expiry-reference", "expiry.reference", model.reference()),
                            send,
                            claim(room.claims(), ask));
        }
        Label said = new Label();
        said.setId("expiry-said");
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        said.textProperty().bind(room.said());
        box.getChildren().add(said);
        node = Card.of(Texts.of("expiry.acts"), box);
        node.setPrefWidth(280);
        node.setMinWidth(260);
    }

    /** The claim of the return that was booked last. */
    private static Press claim(ClaimsModel claims, FileAsk ask) {
        Press claim = Press.secondary("expiry-claim", Texts.of("expiry.claim"), "file-earmark-spreadsheet", () -> {
                    ClaimsModel.Claim last = claims.last().get();
                    Path target = last == null ? null : ask.toWrite(last.name());
                    if (last != null && target != null) {
                        claims.write(last, target);
                    }
                })
                .wide();
        claim.visibleProperty().bind(claims.last().isNotNull());
        claim.managedProperty().bind(claim.visibleProperty());
        return claim;
    }

    private static Node field(String id, String text, StringProperty value) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(Texts.of(text));
        field.textProperty().bindBidirectional(value);
        return labelled(text, field);
    }

    private static Node labelled(String text, Node field) {
        Label label = new Label(Texts.of(text));
        label.getStyleClass().add("caption");
        label.setLabelFor(field);
        return new VBox(4, label, field);
    }

    /** Reasons as people say them. */
    private static final class Words extends StringConverter<SetAside.@Nullable Reason> {
        @Override
        public String toString(SetAside.@Nullable Reason reason) {
            return reason == null
                    ? ""
                    : Texts.of("expiry.reason-" + reason.name().toLowerCase(Locale.ROOT));
        }

        @Override
        public SetAside.@Nullable Reason fromString(String text) {
            return null;
        }
    }

    Node node() {
        return node;
    }
}
