package app.mortar.desktop.stock;

import app.mortar.catalogue.Product;
import app.mortar.catalogue.ProductDesk;
import app.mortar.catalogue.ProductForm;
import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Listed;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.PageSource;
import app.mortar.desktop.widget.Toast;
import app.mortar.desktop.work.Latest;
import app.mortar.desktop.work.Once;
import app.mortar.expiry.Outlook;
import app.mortar.expiry.StockOutlook;
import app.mortar.fulfilment.ProductLedger;
import app.mortar.kernel.ProductId;
import app.mortar.kernel.Span;
import app.mortar.paper.Label;
import app.mortar.recall.RecallDesk;
import app.mortar.stock.BatchName;
import app.mortar.stock.SetAside;
import app.mortar.stock.WhyThisNumber;
import app.mortar.store.Tx;
import app.mortar.workbook.Cover;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** One product with all that is known about it, and what may be done with it and its batches. */
public final class ProductViewModel {
    private static final int MOST_BATCHES = 200;

    /** All of it at one moment. */
    public record Sight(
            LocalDate today,
            Outlook outlook,
            Product product,
            WhyThisNumber.Terms usable,
            ProductLedger.Terms onHand,
            List<WhyThisNumber.BatchRow> batches,
            List<ProductLedger.Level> levels) {}

    private final Session session;
    private final StockOutlook outlook = new StockOutlook();
    private final ProductDesk products = new ProductDesk();
    private final WhyThisNumber why = new WhyThisNumber();
    private final ProductLedger ledger = new ProductLedger();
    private final SetAside setAside = new SetAside();
    private final RecallDesk recalls = new RecallDesk();
    private final Latest reading;
    private final Once acting;
    private final ReadOnlyObjectWrapper<@Nullable Sight> sight = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper refused = new ReadOnlyStringWrapper("");
    private final ObjectProperty<ProductLedger.@Nullable Kind> kind = new SimpleObjectProperty<>();
    private final ObjectProperty<Integer> days = new SimpleObjectProperty<>(28);
    private @Nullable ProductId wanted;
    private String note = UUID.randomUUID().toString();

    public ProductViewModel(Session session) {
        this.session = session;
        this.reading = new Latest(session.work());
        this.acting = new Once(session.work());
        days.addListener((property, old, now) -> refresh());
    }

    /** What is seen; null until it was read. */
    public ReadOnlyObjectProperty<@Nullable Sight> sight() {
        return sight.getReadOnlyProperty();
    }

    /** Why it could not be read; empty when it was. */
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** Why the last act was not done, in words; empty when it was. */
    public ReadOnlyStringProperty refused() {
        return refused.getReadOnlyProperty();
    }

    /** An act is under way. */
    public ReadOnlyBooleanProperty acting() {
        return acting.running();
    }

    /** Which movements the ledger shows; null for all. */
    public ObjectProperty<ProductLedger.@Nullable Kind> kind() {
        return kind;
    }

    /** How many days the curve shows. */
    public ObjectProperty<Integer> days() {
        return days;
    }

    /** Looks at that product. */
    public void look(ProductId product) {
        if (!product.equals(wanted)) {
            wanted = product;
            refused.set("");
            kind.set(null);
            sight.set(null);
        }
        refresh();
    }

    /** Reads it again. */
    public void refresh() {
        ProductId product = wanted;
        if (product == null) {
            return;
        }
        int howMany = days.get();
        reading.run(
                () -> session.transactions().read(session.actor(), tx -> read(tx, product, howMany)),
                now -> {
                    trouble.set("");
                    sight.set(now);
                },
                failure -> trouble.set(session.trouble(failure).sentence()));
    }

    private Sight read(Tx tx, ProductId id, int howMany) {
        Outlook row = outlook.of(tx, id);
        Product product = Objects.requireNonNull(products.find(tx, row.sku()));
        return new Sight(
                tx.today(),
                row,
                product,
                why.explain(tx, product),
                ledger.terms(tx, id),
                why.batches(tx, product, MOST_BATCHES, null).items().stream()
                        .filter(batch -> batch.quantity() > 0)
                        .toList(),
                ledger.levels(tx, id, howMany));
    }

    /** Whose lists these are, for the page that says so in an exported one. */
    List<Cover.Fact> named() {
        Sight now = sight.get();
        return now == null
                ? List.of()
                : List.of(
                        Cover.Fact.text(Texts.of("stock.product"), now.outlook().name()),
                        Cover.Fact.text(Texts.of("stock.sku"), now.outlook().sku()));
    }

    /** So many labels for packs of that batch; none while the product was not read. */
    List<Label> labels(WhyThisNumber.BatchRow batch, int many) {
        Sight now = sight.get();
        if (now == null) {
            return List.of();
        }
        ProductForm product = now.product().asForm();
        LocalDate expiry = batch.expiryDate();
        return Collections.nCopies(
                many,
                new Label(
                        product.name(),
                        batch.batchNumber(),
                        expiry,
                        expiry == null ? "" : session.formats().date(expiry),
                        product.gtin(),
                        product.shelf()));
    }

    /** The ledger as it is narrowed now: the latest first. */
    Listed<ProductLedger.Row> movements() {
        ProductId product = wanted;
        ProductLedger.Kind only = kind.get();
        return (tx, window) -> {
            if (product == null) {
                return new PageSource.Rows<>(List.of(), 0);
            }
            var rows = ledger.list(tx, product, only, new Span(window.offset(), window.limit()));
            return new PageSource.Rows<>(rows.rows(), rows.total());
        };
    }

    /** Sets units of a batch aside, or gives them free again. */
    public void quarantine(
            WhyThisNumber.BatchRow batch, int units, SetAside.Action action, String words, Runnable done) {
        act(
                tx -> setAside.quarantine(tx, new SetAside.Quarantine(name(batch), units, action, orNull(words))),
                outcome -> settled(
                        outcome,
                        Texts.of(
                                action == SetAside.Action.HOLD ? "stock.set-aside" : "stock.given-free",
                                units,
                                batch.batchNumber()),
                        done));
    }

    /**
     * Writes units of a batch off. Asked twice for the same form, it is booked once.
     *
     * @param witness who watched, for a controlled product; may be empty
     */
    public void writeOff(
            WhyThisNumber.BatchRow batch,
            int units,
            SetAside.Reason reason,
            String words,
            String witness,
            Runnable done) {
        String reference = note;
        act(
                tx -> setAside.writeOff(
                        tx,
                        new SetAside.WriteOff(name(batch), units, reason, orNull(words), reference),
                        orNull(witness)),
                outcome -> settled(outcome, Texts.of("stock.written-off", units, batch.batchNumber()), done));
    }

    /** A new form is begun: what is booked with it is another note. */
    public void newNote() {
        note = UUID.randomUUID().toString();
        refused.set("");
    }

    /** Takes every batch of that number out of sale. */
    public void recall(WhyThisNumber.BatchRow batch, String words, Runnable done) {
        act(tx -> recalls.recall(tx, sku(), batch.batchNumber(), orNull(words)), outcome -> {
            switch (outcome) {
                case RecallDesk.Outcome.Recalled recalled -> {
                    session.front()
                            .toast(Toast.warning(
                                    Texts.of("stock.recalled", batch.batchNumber(), recalled.onShelf()),
                                    Texts.of(
                                            "stock.recalled.second",
                                            recalled.affected().size(),
                                            recalled.served().size())));
                    done.run();
                }
                case RecallDesk.Outcome.UnknownProduct no -> refused.set(Texts.of("stock.gone"));
                case RecallDesk.Outcome.UnknownBatch no -> refused.set(Texts.of("stock.gone"));
            }
        });
    }

    /**
     * Replaces what is said about the product, unless somebody else did so since it was read.
     *
     * @param asRead when what the form began with was last changed: that of the form, not of what is shown by now, or a
     *     second try would run over the other's words
     */
    public void edit(ProductForm form, Instant asRead, Runnable done) {
        Sight now = sight.get();
        if (now == null) {
            return;
        }
        act(tx -> products.replace(tx, now.product().sku(), form, asRead), outcome -> {
            switch (outcome) {
                case ProductDesk.Outcome.Saved saved -> {
                    session.front().toast(Toast.done(Texts.of("stock.saved", form.name()), ""));
                    done.run();
                }
                case ProductDesk.Outcome.ChangedMeanwhile changed ->
                    refused.set(Texts.of(
                            "stock.changed-meanwhile",
                            session.formats().time(changed.product().updatedAt())));
                case ProductDesk.Outcome.Duplicate taken -> refused.set(Texts.of("stock.taken", taken.value()));
                case ProductDesk.Outcome.InUse inUse -> refused.set(inUse.message());
                case ProductDesk.Outcome.Unknown unknown -> refused.set(Texts.of("stock.gone"));
            }
        });
    }

    private <T> void act(java.util.function.Function<Tx, T> act, java.util.function.Consumer<T> done) {
        acting.run(
                () -> session.transactions().write(session.actor(), act),
                answer -> {
                    refused.set("");
                    done.accept(answer);
                    session.front().changed();
                    refresh();
                },
                failure -> refused.set(session.trouble(failure).sentence()));
    }

    private void settled(SetAside.Outcome outcome, String words, Runnable done) {
        switch (outcome) {
            case SetAside.Outcome.Done yes -> {
                session.front()
                        .toast(Toast.done(
                                words,
                                yes.affected().isEmpty()
                                        ? ""
                                        : Texts.of(
                                                "stock.affected", yes.affected().size())));
                done.run();
            }
            case SetAside.Outcome.DoneBefore before -> done.run();
            case SetAside.Outcome.NotThere no ->
                refused.set(Texts.of("stock.not-there", no.shortage().available()));
            case SetAside.Outcome.UnitsHeld held ->
                refused.set(Texts.of("stock.held-by-others", held.shortage().available()));
            case SetAside.Outcome.WitnessNeeded no -> refused.set(Texts.of("stock.witness-needed"));
            case SetAside.Outcome.NotExpired no -> refused.set(Texts.of("stock.not-expired"));
            case SetAside.Outcome.ReferenceTaken no -> refused.set(Texts.of("stock.gone"));
            case SetAside.Outcome.UnknownProduct no -> refused.set(Texts.of("stock.gone"));
            case SetAside.Outcome.UnknownBatch no -> refused.set(Texts.of("stock.gone"));
            case SetAside.Outcome.Ambiguous no -> refused.set(Texts.of("stock.gone"));
        }
    }

    private BatchName name(WhyThisNumber.BatchRow batch) {
        return new BatchName(sku(), batch.batchNumber(), batch.expiryDate());
    }

    private String sku() {
        return Objects.requireNonNull(sight.get()).product().sku();
    }

    private static @Nullable String orNull(String words) {
        return words.isBlank() ? null : words.strip();
    }
}
