package app.mortar.desktop.counter;

import app.mortar.desktop.Texts;
import app.mortar.desktop.goods.Finder;
import app.mortar.desktop.goods.Goods;
import app.mortar.desktop.goods.InTurn;
import app.mortar.desktop.goods.Says;
import app.mortar.desktop.goods.Typed;
import app.mortar.desktop.shell.Scanned;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.work.Latest;
import app.mortar.fulfilment.CounterDesk;
import app.mortar.gs1.Scan;
import app.mortar.kernel.ExpiryStage;
import app.mortar.kernel.ProductId;
import app.mortar.stock.NextBatches;
import app.mortar.store.Tx;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The cart: what the customer wants, what of it can be sold, and which packs to hand over. */
public final class CounterViewModel {
    private final Session session;
    private final Finder finder = new Finder();
    private final Latest looking;
    private final InTurn scans = new InTurn();
    private final ObservableList<CartLine> lines = FXCollections.observableArrayList();
    private final ObservableList<Finder.Hit> hits = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Says> says = new SimpleObjectProperty<>();
    private final Parking parking;
    private final Till till;
    private int times = 1;

    public CounterViewModel(Session session, CounterDesk desk) {
        this.session = session;
        this.looking = new Latest(session.work());
        this.parking = new Parking(session, desk);
        this.till = new Till(session, desk, this);
    }

    public ObservableList<CartLine> lines() {
        return lines;
    }

    /** What fits the words that were typed, to choose from. */
    public ObservableList<Finder.Hit> hits() {
        return hits;
    }

    /** What must be said about the cart; null for nothing. */
    public ObjectProperty<@Nullable Says> says() {
        return says;
    }

    public Parking parking() {
        return parking;
    }

    public Till till() {
        return till;
    }

    public long packs() {
        return lines.stream().mapToLong(CartLine::units).sum();
    }

    /** What the customer pays, without lines that have no price. */
    public BigDecimal toPay() {
        return Slip.total(lines);
    }

    /** Something was typed into the scan field: a multiplier, a code, or words to look for. */
    public void typed(String text) {
        Typed typed = Typed.of(text);
        times = typed.times();
        if (typed.rest().isEmpty()) {
            says.set(Says.remark(Texts.of("counter.times", times)));
            return;
        }
        says.set(null);
        session.read(tx -> finder.find(tx, typed.rest()), found -> found(typed.rest(), found), this::trouble);
    }

    private void found(String words, List<Finder.Hit> found) {
        hits.clear();
        if (found.size() == 1) {
            add(found.getFirst().goods());
        } else if (found.isEmpty()) {
            times = 1;
            says.set(Says.warning(Texts.of("counter.not-found", words), Texts.of("counter.not-found-why")));
        } else {
            hits.setAll(found);
        }
    }

    /** Takes one of the {@link #hits}. */
    public void choose(Finder.Hit hit) {
        hits.clear();
        add(hit.goods());
    }

    /** Nothing of what was found is meant. */
    public void chooseNone() {
        hits.clear();
        times = 1;
    }

    /** A pack was scanned. */
    public void scanned(Scanned scan) {
        switch (scan.read()) {
            case Scan.Refused no -> says.set(Says.warning(Texts.of("counter.unreadable"), no.sentence()));
            case Scan.Read read
            when read.gtin() == null ->
                says.set(Says.warning(Texts.of("counter.no-gtin"), Texts.of("counter.no-gtin-why")));
            case Scan.Read read -> {
                int packs = take();
                scans.run(through -> session.read(
                        tx -> finder.byGtin(tx, java.util.Objects.requireNonNull(read.gtin())),
                        goods -> {
                            through.run();
                            known(goods, read, packs);
                        },
                        trouble -> {
                            through.run();
                            trouble(trouble);
                        }));
            }
        }
    }

    private void known(Optional<Goods> goods, Scan.Read read, int packs) {
        hits.clear();
        if (goods.isEmpty()) {
            says.set(Says.warning(
                    Texts.of("counter.unknown", String.valueOf(read.gtin())), Texts.of("counter.unknown-why")));
            return;
        }
        says.set(null);
        add(goods.get(), packs, read.batchNumber());
    }

    private int take() {
        int taken = times;
        times = 1;
        return taken;
    }

    private void add(Goods goods) {
        add(goods, take(), null);
    }

    /** Adds packs; {@code batch} is what lies in somebody's hand, if that is known. */
    private void add(Goods goods, int packs, @Nullable String batch) {
        int at = indexOf(goods.id());
        if (at < 0) {
            lines.add(new CartLine(goods, packs, NextBatches.Offer.NOTHING));
        } else {
            lines.set(at, lines.get(at).with(units(lines.get(at).units() + (long) packs)));
        }
        changed(goods.id(), batch);
    }

    private static int units(long wanted) {
        return Math.clamp(wanted, 1, 99_999);
    }

    private int indexOf(ProductId product) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).goods().id().equals(product)) {
                return i;
            }
        }
        return -1;
    }

    /** So many packs of a product. */
    public void units(ProductId product, int packs) {
        int at = indexOf(product);
        if (at >= 0 && packs > 0 && lines.get(at).units() != packs) {
            lines.set(at, lines.get(at).with(units(packs)));
            changed(product, null);
        }
    }

    /** The customer does not want it after all. */
    public void remove(ProductId product) {
        if (lines.removeIf(line -> line.goods().id().equals(product))) {
            changed(null, null);
        }
    }

    /** Forgets the cart; what is held goes back. */
    public void clear() {
        till.release();
        empty();
    }

    void empty() {
        lines.clear();
        hits.clear();
        says.set(null);
        times = 1;
        looking.forget();
    }

    private void changed(@Nullable ProductId product, @Nullable String inHand) {
        if (till.holding().isHeld()) {
            till.follow();
        } else {
            look(product, inHand);
        }
    }

    /** Looks again what can be sold of the lines, as long as nothing is held for them. */
    public void refresh() {
        if (!till.holding().isHeld()) {
            look(null, null);
        }
        parking.refresh();
    }

    private void look(@Nullable ProductId product, @Nullable String inHand) {
        Map<ProductId, Integer> wanted = wanted();
        if (wanted.isEmpty()) {
            looking.forget();
            return;
        }
        looking.run(
                () -> session.transactions().read(session.actor(), (Tx tx) -> NextBatches.of(tx, wanted)),
                offers -> {
                    show(offers);
                    compare(product, inHand);
                },
                failure -> trouble(session.trouble(failure)));
    }

    Map<ProductId, Integer> wanted() {
        Map<ProductId, Integer> wanted = new LinkedHashMap<>();
        lines.forEach(line -> wanted.put(line.goods().id(), line.units()));
        return wanted;
    }

    void show(Map<ProductId, NextBatches.Offer> offers) {
        for (int i = 0; i < lines.size(); i++) {
            NextBatches.Offer offer = offers.get(lines.get(i).goods().id());
            if (offer != null && !offer.equals(lines.get(i).offer())) {
                lines.set(i, lines.get(i).with(offer));
            }
        }
    }

    /** A batch that expires soon and goes before another is worth a word, when nothing else is to be said. */
    public @Nullable Says advice() {
        LocalDate today = session.time().today();
        for (CartLine line : lines) {
            NextBatches.Portion first = line.offer().batches().isEmpty()
                    ? null
                    : line.offer().batches().getFirst();
            LocalDate day = first == null ? null : first.expiryDate();
            ExpiryStage stage = ExpiryStage.of(day, today);
            if (day != null && line.offer().after() != null && (stage == ExpiryStage.D30 || stage == ExpiryStage.D7)) {
                String shelf = line.goods().shelf();
                return Says.remark(Texts.of(
                        "counter.first",
                        line.goods().name(),
                        line.offer().batches().getFirst().batchNumber(),
                        shelf == null ? "" : Texts.of("counter.from", shelf),
                        ChronoUnit.DAYS.between(today, day),
                        line.offer().after()));
            }
        }
        return null;
    }

    /** Somebody scanned a pack: is it one of those to hand over? */
    private void compare(@Nullable ProductId product, @Nullable String inHand) {
        int at = product == null ? -1 : indexOf(product);
        if (at < 0 || inHand == null) {
            return;
        }
        CartLine line = lines.get(at);
        boolean planned = line.offer().batches().isEmpty()
                || line.offer().batches().stream()
                        .anyMatch(portion -> portion.batchNumber().equals(inHand));
        if (!planned) {
            NextBatches.Portion first = line.offer().batches().getFirst();
            says.set(Says.warning(
                    Texts.of("counter.other-batch", inHand),
                    Texts.of(
                            "counter.other-batch-why",
                            first.batchNumber(),
                            session.formats().date(first.expiryDate()),
                            line.goods().shelf() == null
                                    ? Texts.of("counter.no-shelf")
                                    : line.goods().shelf())));
        }
    }

    void trouble(app.mortar.desktop.shell.Trouble trouble) {
        says.set(Says.stop(Texts.of("counter.trouble"), trouble.sentence()));
    }
}
