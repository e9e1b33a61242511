package app.mortar.desktop.receiving;

import app.mortar.desktop.Texts;
import app.mortar.desktop.goods.Finder;
import app.mortar.desktop.goods.Goods;
import app.mortar.desktop.goods.InTurn;
import app.mortar.desktop.goods.Says;
import app.mortar.desktop.goods.Typed;
import app.mortar.desktop.shell.Scanned;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.shell.Trouble;
import app.mortar.gs1.Scan;
import app.mortar.kernel.Gtin;
import app.mortar.stock.KnownBatches;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A delivery while it comes in: lines from scans or typing, the questions they leave open, the draft on this machine. */
public final class ReceivingViewModel {
    private final Session session;
    private final Arrivals arrivals = new Arrivals();
    private final Finder finder = new Finder();
    private final InTurn scans = new InTurn();
    private final StringProperty supplier = new SimpleStringProperty("");
    private final StringProperty document = new SimpleStringProperty("");
    private final ObservableList<ReceiptLine> lines = FXCollections.observableArrayList();
    private final ObservableList<Finder.Hit> hits = FXCollections.observableArrayList();
    private final ObservableList<String> suppliers = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Says> says = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Scanned> lastScan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Instant> saved = new ReadOnlyObjectWrapper<>();
    private final Posting posting;
    private final NewProduct newProduct;
    private int times = 1;
    private long nextKey = 1;
    private boolean recalling;

    public ReceivingViewModel(Session session) {
        this.session = session;
        this.posting = new Posting(session, this);
        this.newProduct = new NewProduct(session, this);
        supplier.addListener((property, was, is) -> keep());
        document.addListener((property, was, is) -> keep());
    }

    /** Takes up the draft that was left, and what there is to choose from. */
    public void open() {
        session.work()
                .run(
                        () -> session.memory().recall(Draft.NAME, Draft.class),
                        draft -> draft.filter(kept -> lines.isEmpty()).ifPresent(this::show),
                        failure -> session.trouble(failure));
        session.read(Arrivals::suppliers, suppliers::setAll, trouble -> {});
    }

    private void show(Draft draft) {
        recalling = true;
        supplier.set(draft.supplier());
        document.set(draft.document());
        lines.setAll(draft.lines());
        nextKey = lines.stream().mapToLong(ReceiptLine::key).max().orElse(0) + 1;
        recalling = false;
    }

    public StringProperty supplier() {
        return supplier;
    }

    /** The supplier's number of the delivery note. */
    public StringProperty document() {
        return document;
    }

    public ObservableList<ReceiptLine> lines() {
        return lines;
    }

    /** Products that fit the words that were typed, to choose from. */
    public ObservableList<Finder.Hit> hits() {
        return hits;
    }

    public ObservableList<String> suppliers() {
        return suppliers;
    }

    /** What must be said about the delivery as a whole; null for nothing. */
    public ObjectProperty<@Nullable Says> says() {
        return says;
    }

    public ReadOnlyObjectProperty<@Nullable Scanned> lastScan() {
        return lastScan.getReadOnlyProperty();
    }

    /** When the draft was last kept; null when there is nothing to keep. */
    public ReadOnlyObjectProperty<@Nullable Instant> saved() {
        return saved.getReadOnlyProperty();
    }

    public Posting posting() {
        return posting;
    }

    public NewProduct newProduct() {
        return newProduct;
    }

    /** What the line leaves open; null for nothing. */
    public @Nullable Question question(ReceiptLine line) {
        Question question = Question.of(line, session.time().today());
        return question == null ? otherExpiryInThisDelivery(line) : question;
    }

    /** The same number further up with another date: one of the two was misread, or there are two batches. */
    private @Nullable Question otherExpiryInThisDelivery(ReceiptLine line) {
        LocalDate expiry = line.expiry();
        if (expiry == null || line.secondBatch()) {
            return null;
        }
        return lines.stream()
                .takeWhile(earlier -> earlier.key() != line.key())
                .filter(earlier -> Objects.equals(earlier.goods(), line.goods())
                        && earlier.batch().equals(line.batch())
                        && earlier.expiry() != null
                        && !expiry.equals(earlier.expiry()))
                .findFirst()
                .map(earlier -> new Question.OtherExpiry(
                        expiry,
                        new KnownBatches.Known(
                                earlier.expiry(),
                                earlier.units(),
                                false,
                                session.time().now(),
                                null)))
                .orElse(null);
    }

    public long packs() {
        return lines.stream().mapToLong(ReceiptLine::units).sum();
    }

    /** Value at cost, of the lines whose cost is known. */
    public BigDecimal value() {
        return lines.stream().map(ReceiptLine::total).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Something was typed into the scan field: a multiplier, a code, or words to look for. */
    public void typed(String text) {
        Typed typed = Typed.of(text);
        times = typed.times();
        Optional<Gtin> gtin = Finder.gtin(typed.rest());
        if (typed.rest().isEmpty()) {
            says.set(Says.remark(Texts.of("receive.times", times)));
        } else if (gtin.isPresent()) {
            says.set(null);
            add(gtin.get(), null, null, null, take());
        } else {
            says.set(null);
            session.read(tx -> finder.find(tx, typed.rest()), found -> found(typed.rest(), found), this::trouble);
        }
    }

    private void found(String words, List<Finder.Hit> found) {
        hits.clear();
        if (found.size() == 1) {
            choose(found.getFirst());
        } else if (found.isEmpty()) {
            says.set(Says.warning(Texts.of("receive.not-found", words), Texts.of("receive.not-found-why")));
        } else {
            hits.setAll(found);
        }
    }

    /** Takes one of the {@link #hits}: a new line whose batch is still to be typed. */
    public void choose(Finder.Hit hit) {
        hits.clear();
        lines.add(ReceiptLine.scanned(nextKey++, null, hit.goods(), null, null, take(), null));
        keep();
    }

    /** Nothing of what was found is meant. */
    public void chooseNone() {
        hits.clear();
        times = 1;
    }

    private int take() {
        int taken = times;
        times = 1;
        return taken;
    }

    /** A pack was scanned. */
    public void scanned(Scanned scan) {
        lastScan.set(scan);
        switch (scan.read()) {
            case Scan.Refused no -> says.set(Says.warning(Texts.of("receive.unreadable"), no.sentence()));
            case Scan.Read read
            when read.gtin() == null ->
                says.set(Says.warning(Texts.of("receive.no-gtin"), Texts.of("receive.no-gtin-why")));
            case Scan.Read read -> {
                says.set(
                        read.warnings().isEmpty()
                                ? null
                                : Says.warning(Texts.of("receive.odd"), String.join(" ", read.warnings())));
                int packs = take() * Math.max(1, Objects.requireNonNullElse(read.quantity(), 1));
                add(Objects.requireNonNull(read.gtin()), read.batchNumber(), read.expiryDate(), read.serial(), packs);
            }
        }
    }

    private void add(
            Gtin gtin, @Nullable String batch, @Nullable LocalDate expiry, @Nullable String serial, int packs) {
        scans.run(through -> session.read(
                tx -> arrivals.find(tx, gtin, batch),
                found -> {
                    through.run();
                    arrived(gtin.digits(), found, batch, expiry, serial, packs);
                },
                trouble -> {
                    through.run();
                    trouble(trouble);
                }));
    }

    private void arrived(
            String gtin,
            Arrivals.Found found,
            @Nullable String batch,
            @Nullable LocalDate expiry,
            @Nullable String serial,
            int packs) {
        if (serial != null
                && lines.stream()
                        .anyMatch(line ->
                                gtin.equals(line.gtin()) && line.serials().contains(serial))) {
            says.set(Says.warning(Texts.of("receive.serial-twice", serial), Texts.of("receive.serial-twice-why")));
            return;
        }
        int same = sameAs(gtin, found, batch, expiry);
        if (same >= 0) {
            lines.set(same, lines.get(same).more(packs, expiry, serial));
        } else {
            LocalDate date = expiry == null ? found.expiryOnFile() : expiry;
            lines.add(ReceiptLine.scanned(nextKey++, gtin, found.goods().orElse(null), batch, date, packs, serial)
                    .known(found.known()));
        }
        keep();
    }

    /** The line that this pack belongs to. A code that says no batch belongs to the last line of its product. */
    private int sameAs(String gtin, Arrivals.Found found, @Nullable String batch, @Nullable LocalDate expiry) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            ReceiptLine line = lines.get(i);
            boolean product = gtin.equals(line.gtin())
                    || found.goods().filter(goods -> goods.equals(line.goods())).isPresent();
            boolean number = batch == null || batch.equals(line.batch());
            boolean date = expiry == null || line.expiry() == null || expiry.equals(line.expiry());
            if (product && number && date) {
                return i;
            }
        }
        return -1;
    }

    int indexOf(long key) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).key() == key) {
                return i;
            }
        }
        return -1;
    }

    void change(long key, UnaryOperator<ReceiptLine> how) {
        int at = indexOf(key);
        if (at >= 0) {
            ReceiptLine now = how.apply(lines.get(at));
            if (!now.equals(lines.get(at))) {
                lines.set(at, now);
                keep();
            }
        }
    }

    public void units(long key, int packs) {
        if (packs > 0) {
            change(key, line -> line.units(packs));
        }
    }

    public void cost(long key, @Nullable BigDecimal cost) {
        change(key, line -> line.cost(cost));
    }

    /** Somebody typed the batch number or the expiry date from the pack. */
    public void batch(long key, String number, @Nullable LocalDate expiry) {
        int at = indexOf(key);
        if (at < 0) {
            return;
        }
        ReceiptLine before = lines.get(at);
        String said = number.strip();
        if (said.equals(before.batch()) && Objects.equals(expiry, before.expiry())) {
            return;
        }
        change(key, line -> line.batch(said, expiry));
        Goods goods = before.goods();
        if (goods != null) {
            session.read(
                    tx -> Arrivals.known(tx, goods, said),
                    known -> change(key, line -> line.batch().equals(said) ? line.known(known) : line),
                    this::trouble);
        }
    }

    /** The product of a line is known now. */
    void goods(long key, Goods goods) {
        int at = indexOf(key);
        if (at < 0) {
            return;
        }
        String gtin = lines.get(at).gtin();
        for (ReceiptLine line : List.copyOf(lines)) {
            boolean meant = line.key() == key || (gtin != null && gtin.equals(line.gtin()) && line.goods() == null);
            if (meant) {
                change(line.key(), now -> now.goods(goods));
                session.read(
                        tx -> Arrivals.known(tx, goods, line.batch()),
                        known -> change(line.key(), now -> now.known(known)),
                        this::trouble);
            }
        }
    }

    // ---- answers

    /** The date on the pack is right: a second batch with this number. */
    public void packIsRight(long key) {
        change(key, ReceiptLine::asSecondBatch);
    }

    /** The date in the books is right: the pack was misread. */
    public void booksAreRight(long key) {
        int at = indexOf(key);
        if (at >= 0 && question(lines.get(at)) instanceof Question.OtherExpiry other) {
            change(key, line -> line.batch(line.batch(), other.onFile().expiryDate()));
        }
    }

    /** Taken though it expires soon, because … */
    public void takeShort(long key, String reason) {
        if (!reason.isBlank()) {
            change(key, line -> line.reason(reason.strip()));
        }
    }

    public void remove(long key) {
        if (lines.removeIf(line -> line.key() == key)) {
            keep();
        }
    }

    /** Throws the whole draft away. */
    public void discard() {
        recalling = true;
        supplier.set("");
        document.set("");
        lines.clear();
        hits.clear();
        says.set(null);
        times = 1;
        lastScan.set(null);
        saved.set(null);
        recalling = false;
        session.memory().forget(Draft.NAME);
    }

    private void keep() {
        if (recalling) {
            return;
        }
        Draft draft = new Draft(supplier.get(), document.get(), lines);
        if (draft.isEmpty()) {
            session.memory().forget(Draft.NAME);
            saved.set(null);
        } else {
            session.memory().keep(Draft.NAME, draft);
            saved.set(session.time().now());
        }
    }

    void trouble(Trouble trouble) {
        says.set(Says.stop(Texts.of("receive.trouble"), trouble.sentence()));
    }
}
