package app.mortar.desktop.expiry;

import app.mortar.desktop.Texts;
import app.mortar.desktop.work.Once;
import app.mortar.desktop.work.Work;
import app.mortar.expiry.ShortLived;
import app.mortar.expiry.WasteBook;
import app.mortar.expiry.WillNotSell;
import app.mortar.kernel.Actor;
import app.mortar.kernel.ExpiryStage;
import app.mortar.kernel.Permission;
import app.mortar.stock.Adjusting;
import app.mortar.stock.BatchName;
import app.mortar.stock.SetAside;
import app.mortar.stock.SupplierReturn;
import app.mortar.store.Transactions;
import app.mortar.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the room Expiry &amp; Waste shows and does. */
final class ExpiryViewModel {
    private static final Duration A_YEAR = Duration.ofDays(366);
    private static final int MONTHS = 12;

    /** The lists of the room. */
    enum Shown {
        EXPIRED(ShortLived.Which.EXPIRED),
        D7(ShortLived.Which.D7),
        D30(ShortLived.Which.D30),
        D90(ShortLived.Which.D90),
        FORECAST(null),
        WASTE(null);

        private final ShortLived.@Nullable Which which;

        Shown(ShortLived.@Nullable Which which) {
            this.which = which;
        }

        /** Which batches; null for a list that is not of batches. */
        ShortLived.@Nullable Which which() {
            return which;
        }
    }

    /**
     * What the model works with.
     *
     * @param trouble what a failure means to a person
     * @param changed told when something was booked
     */
    record Around(
            Transactions transactions, Actor actor, Work work, Function<Throwable, String> trouble, Runnable changed) {}

    /**
     * The figures of the room.
     *
     * @param sums for each list of batches
     */
    record Figures(
            Map<ShortLived.Which, ShortLived.Sum> sums, WillNotSell.Outlook outlook, List<WasteBook.Month> months) {}

    private final SetAside setAside = new SetAside();
    private final SupplierReturn supplierReturn = new SupplierReturn();
    private final Adjusting adjusting = new Adjusting();
    private final ShortLived shortLived = new ShortLived();
    private final WasteBook wasteBook = new WasteBook();
    private final WillNotSell willNotSell = new WillNotSell();
    private final Around around;
    private final Once acting;
    private final ObjectProperty<Shown> shown = new SimpleObjectProperty<>(Shown.EXPIRED);
    private final ObservableList<WillNotSell.Row> forecast = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Figures> figures = new ReadOnlyObjectWrapper<>();
    private final ObservableList<ShortLived.Row> chosen = FXCollections.observableArrayList();
    private final ObjectProperty<SetAside.Reason> reason = new SimpleObjectProperty<>(SetAside.Reason.EXPIRED);
    private final StringProperty units = new SimpleStringProperty("");
    private final StringProperty note = new SimpleStringProperty("");
    private final StringProperty witness = new SimpleStringProperty("");
    private final StringProperty supplier = new SimpleStringProperty("");
    private final StringProperty reference = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<SupplierReturn.Outcome.@Nullable Booked> claim = new ReadOnlyObjectWrapper<>();

    ExpiryViewModel(Around around) {
        this.around = around;
        this.acting = new Once(around.work());
        shown.addListener((property, old, now) -> {
            chosen.clear();
            say("");
            version.set(version.get() + 1);
        });
        chosen.addListener((ListChangeListener<ShortLived.Row>) change -> {
            units.set("");
            boolean expired = chosen.stream().allMatch(row -> row.stage() == ExpiryStage.EXPIRED);
            reason.set(expired ? SetAside.Reason.EXPIRED : SetAside.Reason.DAMAGED);
        });
    }

    boolean writesOff() {
        return around.actor().may(Permission.WRITE_OFF);
    }

    boolean sendsBack() {
        return around.actor().may(Permission.RETURN_TO_SUPPLIER);
    }

    boolean reverses() {
        return around.actor().may(Permission.ADJUST);
    }

    private void say(String sentence) {
        said.set(sentence);
    }

    /** Reads the figures and the forecast. */
    void load() {
        around.work()
                .run(
                        () -> around.transactions().read(around.actor(), this::figures),
                        seen -> {
                            figures.set(seen);
                            forecast.setAll(seen.outlook().rows());
                        },
                        failure -> say(around.trouble().apply(failure)));
    }

    private Figures figures(Tx tx) {
        Map<ShortLived.Which, ShortLived.Sum> sums = new EnumMap<>(ShortLived.Which.class);
        for (ShortLived.Which which : ShortLived.Which.values()) {
            sums.put(which, shortLived.sum(tx, which));
        }
        return new Figures(sums, willNotSell.look(tx), wasteBook.months(tx, MONTHS));
    }

    /** A window of the shown list of batches. */
    List<ShortLived.Row> batches(Tx tx, int offset, int limit) {
        ShortLived.Which which = shown.get().which();
        return which == null ? List.of() : shortLived.rows(tx, which, offset, limit);
    }

    int batchCount(Tx tx) {
        ShortLived.Which which = shown.get().which();
        return which == null ? 0 : shortLived.sum(tx, which).batches();
    }

    /** A window of what was written off or sent back within a year. */
    List<WasteBook.Row> waste(Tx tx, int offset, int limit) {
        return wasteBook.rows(tx, yearAgo(tx), offset, limit);
    }

    int wasteCount(Tx tx) {
        return wasteBook.count(tx, yearAgo(tx));
    }

    private static Instant yearAgo(Tx tx) {
        return tx.now().minus(A_YEAR);
    }

    private <T> void act(Function<Tx, T> what, Consumer<T> then) {
        acting.run(
                () -> around.transactions().write(around.actor(), what),
                answer -> {
                    then.accept(answer);
                    version.set(version.get() + 1);
                    around.changed().run();
                    load();
                },
                failure -> say(around.trouble().apply(failure)));
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
        say(Texts.of("expiry.units-wrong", row.units()));
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
        act(
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
                .map(ExpiryViewModel::refusal)
                .filter(no -> !no.isEmpty())
                .distinct()
                .forEach(no -> sentence.append(sentence.isEmpty() ? "" : " ").append(no));
        say(sentence.toString());
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
            say(Texts.of("expiry.supplier-needed"));
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
        act(tx -> supplierReturn.send(tx, sent), this::sentBack);
    }

    private void sentBack(SupplierReturn.Outcome outcome) {
        switch (outcome) {
            case SupplierReturn.Outcome.Booked booked -> {
                claim.set(booked);
                chosen.clear();
                reference.set("");
                say(Texts.of(
                        "expiry.sent-back", booked.lines().size(), booked.note().supplier()));
            }
            case SupplierReturn.Outcome.BookedBefore before -> say(Texts.of("expiry.reference-taken"));
            case SupplierReturn.Outcome.ReferenceTaken taken -> say(Texts.of("expiry.reference-taken"));
            case SupplierReturn.Outcome.LineRefused no ->
                say(
                        no.why() == SupplierReturn.Why.UNITS_HELD
                                ? Texts.of("expiry.held", no.sku(), no.available())
                                : Texts.of("expiry.changed"));
        }
    }

    /** Takes a row of the waste book back. */
    void reverse(WasteBook.Row row, String why) {
        if (why.isBlank()) {
            say(Texts.of("expiry.reverse-why"));
            return;
        }
        act(tx -> adjusting.reverse(tx, row.movement(), why), outcome -> {
            switch (outcome) {
                case Adjusting.Outcome.Done done -> say(Texts.of("expiry.reversed", row.units(), row.product()));
                case Adjusting.Outcome.ReversedBefore before -> say(Texts.of("expiry.reversed-before"));
                case Adjusting.Outcome other -> say(Texts.of("expiry.changed"));
            }
        });
    }

    ObjectProperty<Shown> shown() {
        return shown;
    }

    ObservableList<WillNotSell.Row> forecast() {
        return forecast;
    }

    /** Null until they are read. */
    ReadOnlyObjectProperty<@Nullable Figures> figures() {
        return figures.getReadOnlyProperty();
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

    /** What came of the last act, as a sentence. */
    ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    /** Grows whenever the shown list has to be read again. */
    ReadOnlyIntegerProperty version() {
        return version.getReadOnlyProperty();
    }

    /** The return that was booked last, for its claim. */
    ReadOnlyObjectProperty<SupplierReturn.Outcome.@Nullable Booked> claim() {
        return claim.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty acting() {
        return acting.running();
    }
}
