package app.mortar.desktop.expiry;

import app.mortar.desktop.Texts;
import app.mortar.expiry.ShortLived;
import app.mortar.kernel.ExpiryStage;
import app.mortar.kernel.Permission;
import app.mortar.stock.BatchName;
import app.mortar.stock.SetAside;
import app.mortar.stock.SupplierReturn;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What is done about batches that were chosen: written off, or sent back to the supplier. */
final class DisposalModel {
    private final SetAside setAside = new SetAside();
    private final SupplierReturn supplierReturn = new SupplierReturn();
    private final ExpiryViewModel room;
    private final ObservableList<ShortLived.Row> chosen = FXCollections.observableArrayList();
    private final ObjectProperty<SetAside.Reason> reason = new SimpleObjectProperty<>(SetAside.Reason.EXPIRED);
    private final StringProperty units = new SimpleStringProperty("");
    private final StringProperty note = new SimpleStringProperty("");
    private final StringProperty witness = new SimpleStringProperty("");
    private final StringProperty supplier = new SimpleStringProperty("");
    private final StringProperty reference = new SimpleStringProperty("");

    DisposalModel(ExpiryViewModel room) {
        this.room = room;
        chosen.addListener((ListChangeListener<ShortLived.Row>) change -> {
            units.set("");
            boolean expired = chosen.stream().allMatch(row -> row.stage() == ExpiryStage.EXPIRED);
            reason.set(expired ? SetAside.Reason.EXPIRED : SetAside.Reason.DAMAGED);
        });
    }

    boolean writesOff() {
        return room.may(Permission.WRITE_OFF);
    }

    boolean sendsBack() {
        return room.may(Permission.RETURN_TO_SUPPLIER);
    }

    /** Units for one chosen batch: what was typed, or all of it; null after saying what is wrong. */
    private @Nullable Integer unitsOf(ShortLived.Row row) {
        String typed = units.get().strip();
        if (typed.isEmpty() || chosen.size() > 1) {
            return row.units();
        }
        try {
            int wanted = Integer.parseInt(typed);
            if (wanted > 0 && wanted <= row.units()) {
                return wanted;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        room.say(Texts.of("expiry.units-wrong", row.units()));
        return null;
    }

    private record Line(BatchName batch, int units) {}

    private @Nullable List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (ShortLived.Row row : chosen) {
            Integer wanted = unitsOf(row);
            if (wanted == null) {
                return null;
            }
            lines.add(new Line(new BatchName(row.sku(), row.batchNumber(), row.expiryDate()), wanted));
        }
        return lines;
    }

    /** Writes the chosen batches off. */
    void writeOff() {
        List<Line> lines = lines();
        if (lines == null || lines.isEmpty()) {
            return;
        }
        SetAside.Reason why = reason.get();
        String words = note.get().strip();
        String who = witness.get().strip();
        room.act(
                tx -> lines.stream()
                        .map(line -> setAside.writeOff(
                                tx,
                                new SetAside.WriteOff(
                                        line.batch(), line.units(), why, words.isEmpty() ? null : words, null),
                                who))
                        .toList(),
                this::writtenOff);
    }

    private void writtenOff(List<SetAside.Outcome> outcomes) {
        long done = outcomes.stream()
                .filter(SetAside.Outcome.Done.class::isInstance)
                .count();
        StringBuilder sentence = new StringBuilder(done == 0 ? "" : Texts.of("expiry.written-off", done));
        outcomes.stream()
                .map(DisposalModel::refusal)
                .filter(no -> !no.isEmpty())
                .distinct()
                .forEach(no -> sentence.append(sentence.isEmpty() ? "" : " ").append(no));
        room.say(sentence.toString());
        if (done == outcomes.size()) {
            chosen.clear();
            note.set("");
            witness.set("");
        }
    }

    private static String refusal(SetAside.Outcome outcome) {
        return switch (outcome) {
            case SetAside.Outcome.Done done -> "";
            case SetAside.Outcome.WitnessNeeded needed -> Texts.of("expiry.witness-needed");
            case SetAside.Outcome.UnitsHeld held ->
                Texts.of("expiry.held", held.shortage().sku(), held.shortage().available());
            case SetAside.Outcome.NotExpired not -> Texts.of("expiry.not-expired");
            case SetAside.Outcome other -> Texts.of("expiry.changed");
        };
    }

    /** Sends the chosen batches back to the supplier; a claim can be written then. */
    void sendBack() {
        List<Line> lines = lines();
        if (lines == null || lines.isEmpty()) {
            return;
        }
        if (supplier.get().isBlank() || reference.get().isBlank()) {
            room.say(Texts.of("expiry.supplier-needed"));
            return;
        }
        String words = note.get().strip();
        SupplierReturn.Note sent = new SupplierReturn.Note(
                reference.get().strip(),
                supplier.get().strip(),
                lines.stream()
                        .map(line ->
                                new SupplierReturn.Line(line.batch(), line.units(), words.isEmpty() ? null : words))
                        .toList());
        room.act(tx -> supplierReturn.send(tx, sent), this::sentBack);
    }

    private void sentBack(SupplierReturn.Outcome outcome) {
        switch (outcome) {
            case SupplierReturn.Outcome.Booked booked -> {
                room.claims().booked(booked);
                chosen.clear();
                reference.set("");
                room.say(Texts.of(
                        "expiry.sent-back", booked.lines().size(), booked.note().supplier()));
            }
            case SupplierReturn.Outcome.BookedBefore before -> room.say(Texts.of("expiry.reference-taken"));
            case SupplierReturn.Outcome.ReferenceTaken taken -> room.say(Texts.of("expiry.reference-taken"));
            case SupplierReturn.Outcome.LineRefused no ->
                room.say(
                        no.why() == SupplierReturn.Why.UNITS_HELD
                                ? Texts.of("expiry.held", no.sku(), no.available())
                                : Texts.of("expiry.changed"));
        }
    }

    /** The batches that an act is about. */
    ObservableList<ShortLived.Row> chosen() {
        return chosen;
    }

    ObjectProperty<SetAside.Reason> reason() {
        return reason;
    }

    /** How many of a single chosen batch; empty for all. */
    StringProperty units() {
        return units;
    }

    StringProperty note() {
        return note;
    }

    StringProperty witness() {
        return witness;
    }

    StringProperty supplier() {
        return supplier;
    }

    StringProperty reference() {
        return reference;
    }

    ReadOnlyBooleanProperty acting() {
        return room.acting();
    }
}
