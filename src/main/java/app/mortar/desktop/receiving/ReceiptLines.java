package app.mortar.desktop.receiving;

import app.mortar.desktop.goods.Goods;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.shell.Trouble;
import app.mortar.kernel.Gtin;
import app.mortar.stock.KnownBatches;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a delivery: each pack finds its own, and each is changed by its key, which it keeps wherever it stands. A
 * line that is gone meanwhile is left alone.
 */
public final class ReceiptLines {
    private final Session session;
    private final Consumer<Trouble> trouble;
    private final ObservableList<ReceiptLine> all = FXCollections.observableArrayList();
    private long nextKey = 1;

    /** @param trouble is told when the books could not be asked what they know of a line */
    ReceiptLines(Session session, Consumer<Trouble> trouble) {
        this.session = session;
        this.trouble = trouble;
    }

    /** In the order in which they were begun; only to look at. */
    public ObservableList<ReceiptLine> all() {
        return all;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The line, if it is still there. */
    Optional<ReceiptLine> find(long key) {
        return all.stream().filter(line -> line.key() == key).findFirst();
    }

    public long packs() {
        return all.stream().mapToLong(ReceiptLine::units).sum();
    }

    /** Value at cost, of the lines whose cost is known. */
    public BigDecimal value() {
        return all.stream().map(ReceiptLine::total).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    // ---- what it leaves open

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
        return all.stream()
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

    // ---- packs come in

    /** Takes up the lines of a draft, in place of those that are here. */
    void setAll(List<ReceiptLine> kept) {
        all.setAll(kept);
        nextKey = kept.stream().mapToLong(ReceiptLine::key).max().orElse(0) + 1;
    }

    void clear() {
        all.clear();
    }

    /** Was the one pack that has this serial counted before? */
    boolean haveSeen(Gtin gtin, String serial) {
        return all.stream()
                .anyMatch(line ->
                        gtin.digits().equals(line.gtin()) && line.serials().contains(serial));
    }

    /** Counts the pack into the line it belongs to, or begins one. */
    void add(Pack pack, Arrivals.Found found) {
        int same = sameAs(pack, found);
        if (same >= 0) {
            all.set(same, all.get(same).more(pack.units(), pack.expiry(), pack.serial()));
        } else {
            LocalDate date = pack.expiry() == null ? found.expiryOnFile() : pack.expiry();
            all.add(ReceiptLine.scanned(
                            nextKey++,
                            pack.gtin().digits(),
                            found.goods().orElse(null),
                            pack.batch(),
                            date,
                            pack.units(),
                            pack.serial())
                    .known(found.known()));
        }
    }

    /** The line that this pack belongs to. A code that says no batch belongs to the last line of its product. */
    private int sameAs(Pack pack, Arrivals.Found found) {
        for (int i = all.size() - 1; i >= 0; i--) {
            ReceiptLine line = all.get(i);
            boolean product = pack.gtin().digits().equals(line.gtin())
                    || found.goods().filter(goods -> goods.equals(line.goods())).isPresent();
            boolean number = pack.batch() == null || pack.batch().equals(line.batch());
            boolean date = pack.expiry() == null
                    || line.expiry() == null
                    || pack.expiry().equals(line.expiry());
            if (product && number && date) {
                return i;
            }
        }
        return -1;
    }

    /** A new line of a product that was found by its name; its batch is still to be typed. */
    void begin(Goods goods, int units) {
        all.add(ReceiptLine.scanned(nextKey++, null, goods, null, null, units, null));
    }

    // ---- what is typed and answered

    private void change(long key, UnaryOperator<ReceiptLine> how) {
        find(key).ifPresent(line -> {
            ReceiptLine now = how.apply(line);
            if (!now.equals(line)) {
                all.set(all.indexOf(line), now);
            }
        });
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
        String said = number.strip();
        find(key)
                .filter(line -> !said.equals(line.batch()) || !Objects.equals(expiry, line.expiry()))
                .ifPresent(line -> {
                    change(key, now -> now.batch(said, expiry));
                    look(line.goods(), key, said);
                });
    }

    /** The product of a line is known now, and so is that of all lines with its code. */
    void goods(long key, Goods goods) {
        String gtin = find(key).map(ReceiptLine::gtin).orElse(null);
        for (ReceiptLine line : List.copyOf(all)) {
            boolean meant = line.key() == key || (gtin != null && gtin.equals(line.gtin()) && line.goods() == null);
            if (meant) {
                change(line.key(), now -> now.goods(goods));
                look(goods, line.key(), line.batch());
            }
        }
    }

    /** What the books know of the number goes to the line, if it still says that number when the answer comes. */
    private void look(@Nullable Goods goods, long key, String number) {
        if (goods != null) {
            session.read(
                    tx -> Arrivals.known(tx, goods, number),
                    known -> change(key, line -> line.batch().equals(number) ? line.known(known) : line),
                    trouble);
        }
    }

    /** The date on the pack is right: a second batch with this number. */
    public void packIsRight(long key) {
        change(key, ReceiptLine::asSecondBatch);
    }

    /** The date in the books is right: the pack was misread. */
    public void booksAreRight(long key) {
        change(
                key,
                line -> question(line) instanceof Question.OtherExpiry other
                        ? line.batch(line.batch(), other.onFile().expiryDate())
                        : line);
    }

    /** Taken though it expires soon, because … */
    public void takeShort(long key, String reason) {
        if (!reason.isBlank()) {
            change(key, line -> line.reason(reason.strip()));
        }
    }

    public void remove(long key) {
        all.removeIf(line -> line.key() == key);
    }
}
