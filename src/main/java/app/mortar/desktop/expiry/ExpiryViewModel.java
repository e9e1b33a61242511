package app.mortar.desktop.expiry;

import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Listed;
import app.mortar.desktop.widget.PageSource;
import app.mortar.desktop.work.Once;
import app.mortar.desktop.work.Work;
import app.mortar.expiry.ShortLived;
import app.mortar.expiry.WasteBook;
import app.mortar.expiry.WillNotSell;
import app.mortar.kernel.Actor;
import app.mortar.kernel.Permission;
import app.mortar.report.ClaimSheet;
import app.mortar.stock.Adjusting;
import app.mortar.store.Transactions;
import app.mortar.store.Tx;
import app.mortar.workbook.Unwritable;
import java.time.Duration;
import java.time.Instant;
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
import javafx.collections.FXCollections;
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
     * @param claims what goes to a supplier with a return
     * @param trouble what a failure means to a person
     * @param changed told when something was booked
     */
    record Around(
            Transactions transactions,
            Actor actor,
            Work work,
            ClaimSheet claims,
            Function<Throwable, String> trouble,
            Runnable changed) {}

    /**
     * The figures of the room.
     *
     * @param sums for each list of batches
     */
    record Figures(
            Map<ShortLived.Which, ShortLived.Sum> sums, WillNotSell.Outlook outlook, List<WasteBook.Month> months) {}

    private final Adjusting adjusting = new Adjusting();
    private final ShortLived shortLived = new ShortLived();
    private final WasteBook wasteBook = new WasteBook();
    private final WillNotSell willNotSell = new WillNotSell();
    private final Around around;
    private final Once acting;
    private final ObjectProperty<Shown> shown = new SimpleObjectProperty<>(Shown.EXPIRED);
    private final ObservableList<WillNotSell.Row> forecast = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Figures> figures = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
    private final DisposalModel disposal = new DisposalModel(this);
    private final ClaimsModel claims;

    ExpiryViewModel(Around around) {
        this.around = around;
        this.acting = new Once(around.work());
        this.claims = new ClaimsModel(this, around.claims());
        shown.addListener((property, old, now) -> {
            disposal.chosen().clear();
            say("");
            version.set(version.get() + 1);
        });
    }

    boolean reverses() {
        return around.actor().may(Permission.ADJUST);
    }

    boolean may(Permission permission) {
        return around.actor().may(permission);
    }

    Actor actor() {
        return around.actor();
    }

    /** Shows a sentence where what came of the last act is said. */
    void say(String sentence) {
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

    /** The list of batches that is shown now. */
    Listed<ShortLived.Row> batches() {
        ShortLived.Which which = shown.get().which();
        return (tx, window) -> which == null
                ? new PageSource.Rows<>(List.of(), 0)
                : new PageSource.Rows<>(
                        shortLived.rows(tx, which, window.offset(), window.limit()),
                        shortLived.sum(tx, which).batches());
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

    /** Books something, once at a time; the lists are read again. */
    <T> void act(Function<Tx, T> what, Consumer<T> then) {
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

    /** Reads something, and does something with it that is no business of the database. */
    <T> void run(Function<Tx, T> read, Consumer<T> outside, Consumer<T> then) {
        acting.run(
                () -> {
                    T found = around.transactions().read(around.actor(), read);
                    outside.accept(found);
                    return found;
                },
                then,
                failure -> say(
                        failure instanceof Unwritable
                                ? String.valueOf(failure.getMessage())
                                : around.trouble().apply(failure)));
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

    /** What came of the last act, as a sentence. */
    ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    /** Grows whenever the shown list has to be read again. */
    ReadOnlyIntegerProperty version() {
        return version.getReadOnlyProperty();
    }

    DisposalModel disposal() {
        return disposal;
    }

    ClaimsModel claims() {
        return claims;
    }

    ReadOnlyBooleanProperty acting() {
        return acting.running();
    }
}
