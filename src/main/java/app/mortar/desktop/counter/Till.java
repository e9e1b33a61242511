package app.mortar.desktop.counter;

import app.mortar.desktop.Texts;
import app.mortar.desktop.goods.Goods;
import app.mortar.desktop.goods.Says;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Toast;
import app.mortar.desktop.work.Once;
import app.mortar.fulfilment.CounterAnswer;
import app.mortar.fulfilment.CounterDesk;
import app.mortar.fulfilment.Customer;
import app.mortar.kernel.ProductId;
import app.mortar.reservation.HoldAnswer;
import app.mortar.reservation.HoldView;
import app.mortar.stock.NextBatches;
import app.mortar.stock.ProductRef;
import app.mortar.stock.Wanted;
import app.mortar.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;

/** The hold of the cart, from "proceed to checkout" to "hand over", and the time that is left of it. */
public final class Till {
    /** Where the sale stands. */
    public enum Phase {
        /** Nothing is held. */
        CART,
        /** The timer runs. */
        HELD,
        /** It ran out: everything is free for others, the cart is still there. */
        EXPIRED
    }

    private record Holding(CounterDesk.Sale sale, HoldView hold, Duration whole) {}

    private final Session session;
    private final CounterDesk desk;
    private final CounterViewModel cart;
    private final Once act;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.CART);
    private final ReadOnlyObjectWrapper<Duration> left = new ReadOnlyObjectWrapper<>(Duration.ZERO);
    private final ObjectProperty<@Nullable Slip> slip = new SimpleObjectProperty<>();
    private final StringProperty customer = new SimpleStringProperty("");
    private final StringProperty note = new SimpleStringProperty("");
    // a change listener: one for invalidation only is told no second time unless somebody looks
    private final ChangeListener<Instant> beat = (property, was, is) -> tick();
    private @Nullable Holding holding;

    Till(Session session, CounterDesk desk, CounterViewModel cart) {
        this.session = session;
        this.desk = desk;
        this.cart = cart;
        this.act = new Once(session.work());
        session.time().beat().addListener(beat);
    }

    void close() {
        session.time().beat().removeListener(beat);
    }

    public ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /** What is left of the hold, by the clock that all machines share; changes once a second. */
    public ReadOnlyObjectProperty<Duration> left() {
        return left.getReadOnlyProperty();
    }

    /** As people read a countdown: a second that has begun is still there, so that nothing is left exactly at the end. */
    static Duration inSeconds(Duration left) {
        return Duration.ofSeconds(left.plusNanos(999_999_999).toSeconds());
    }

    /** For how long the hold was given. */
    public Duration whole() {
        return holding == null ? Duration.ZERO : holding.whole();
    }

    /** Something is being asked of the database. */
    public ReadOnlyBooleanProperty busy() {
        return act.running();
    }

    /** What was handed over last. */
    public ObjectProperty<@Nullable Slip> slip() {
        return slip;
    }

    /** Who buys, if they say so. */
    public StringProperty customer() {
        return customer;
    }

    /** What the law wants to be noted. */
    public StringProperty note() {
        return note;
    }

    public boolean isHeld() {
        return phase.get() == Phase.HELD;
    }

    /** The number of the sale; null before its units were held. */
    public @Nullable String number() {
        return holding == null ? null : holding.sale().number();
    }

    /** The hold ends at this moment; null when there is none. */
    public @Nullable Instant until() {
        return holding == null ? null : holding.hold().expiresAt();
    }

    /** A controlled product is in the cart and nobody has noted anything. */
    public boolean needsNote() {
        return note.get().isBlank()
                && cart.lines().stream().anyMatch(line -> line.goods().controlled());
    }

    /** The primary act: what F9 does now. */
    public void post() {
        switch (phase.get()) {
            case CART -> checkout();
            case HELD -> handOver();
            case EXPIRED -> {
                // nothing is sold under a hold that is over, and nothing is held again by a key meant for selling
            }
        }
    }

    /** Proceeds to checkout, or reserves again. */
    public void checkout() {
        List<Wanted> items = items();
        if (items.isEmpty()) {
            return;
        }
        CounterDesk.Sale sale = sale();
        run(tx -> desk.checkout(tx, sale, items), this::held);
    }

    /** The held cart was changed: the hold follows, or the cart goes back to what is held. */
    void follow() {
        if (cart.lines().isEmpty()) {
            release();
        } else {
            checkout();
        }
    }

    /** Fifteen minutes more, for the same packs. */
    public void keep() {
        CounterDesk.Sale sale = sale();
        if (sale != null) {
            run(tx -> desk.keep(tx, sale), this::held);
        }
    }

    /** Everything goes back; the cart stays. */
    public void release() {
        CounterDesk.Sale sale = sale();
        if (sale == null) {
            return;
        }
        forget();
        session.write(
                tx -> {
                    desk.release(tx, sale.token());
                    return sale;
                },
                gone -> cart.refresh(),
                cart::trouble);
    }

    /** Sells what is held: order, delivery, ledger and slip, or nothing. */
    public void handOver() {
        Holding now = holding;
        if (now == null || !isHeld()) {
            return;
        }
        if (needsNote()) {
            cart.says().set(Says.warning(Texts.of("counter.note-needed"), Texts.of("counter.note-needed-why")));
            return;
        }
        Customer who = new Customer(blankAsNull(customer.get()), blankAsNull(note.get()));
        run(tx -> desk.handOver(tx, now.sale(), now.hold(), who), answer -> handedOver(answer, now));
    }

    private static @Nullable String blankAsNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    /** Puts the sale aside for somebody who telephones; holds its units first if that was not done. */
    public void park(String name) {
        List<Wanted> items = items();
        if (items.isEmpty() || name.isBlank()) {
            return;
        }
        CounterDesk.Sale before = isHeld() ? sale() : null;
        String words = blankAsNull(note.get());
        run(
                tx -> {
                    CounterAnswer held = before != null
                            ? new CounterAnswer.Held(
                                    before.number(),
                                    Objects.requireNonNull(holding).hold())
                            : desk.checkout(tx, null, items);
                    return held instanceof CounterAnswer.Held got
                            ? desk.park(
                                    tx,
                                    new CounterDesk.Sale(
                                            got.number(), got.hold().token()),
                                    name,
                                    words)
                            : held;
                },
                answer -> {
                    if (answer instanceof CounterAnswer.Held parked) {
                        session.front()
                                .toast(Toast.done(
                                        Texts.of("counter.parked", parked.number(), name.strip()),
                                        Texts.of(
                                                "counter.parked-until",
                                                session.formats()
                                                        .time(parked.hold().expiresAt()))));
                        start();
                        cart.parking().refresh();
                    } else {
                        refused(answer);
                    }
                });
    }

    /** Takes a parked sale up again. */
    public void resume(CounterDesk.Parked parked) {
        if (!cart.lines().isEmpty()) {
            cart.says().set(Says.warning(Texts.of("counter.cart-not-empty"), Texts.of("counter.cart-not-empty-why")));
            return;
        }
        cart.parking()
                .resume(
                        parked,
                        back -> {
                            if (back.answer() instanceof CounterAnswer.Resumed resumed) {
                                customer.set(resumed.name());
                                note.set(Objects.requireNonNullElse(resumed.note(), ""));
                                fill(resumed.hold(), back.goods());
                                take(
                                        new CounterDesk.Sale(
                                                resumed.number(), resumed.hold().token()),
                                        resumed.hold(),
                                        parked.length());
                            } else {
                                refused(back.answer());
                            }
                            cart.parking().refresh();
                        },
                        sentence -> cart.says().set(Says.stop(Texts.of("counter.trouble"), sentence)));
    }

    private void fill(HoldView hold, Map<ProductId, Goods> goods) {
        List<CartLine> lines = new ArrayList<>();
        for (HoldView.Item item : hold.items()) {
            Goods known = goods.get(item.product());
            if (known != null) {
                lines.add(new CartLine(known, item.quantity(), NextBatches.Offer.NOTHING));
            }
        }
        cart.lines().setAll(lines);
    }

    private void run(Function<Tx, CounterAnswer> task, Consumer<CounterAnswer> done) {
        act.run(
                () -> session.transactions().write(session.actor(), task),
                answer -> {
                    done.accept(answer);
                    session.front().changed();
                },
                failure -> cart.trouble(session.trouble(failure)));
    }

    private void held(CounterAnswer answer) {
        if (answer instanceof CounterAnswer.Held held) {
            cart.says().set(null);
            take(new CounterDesk.Sale(held.number(), held.hold().token()), held.hold());
            if (!kept().equals(cart.wanted())) {
                follow(); // changed while the answer was on its way
            }
        } else {
            refused(answer);
        }
    }

    private Map<ProductId, Integer> kept() {
        return holding == null
                ? Map.of()
                : holding.hold().items().stream()
                        .collect(Collectors.toMap(HoldView.Item::product, HoldView.Item::quantity));
    }

    /** A hold that was given just now. */
    private void take(CounterDesk.Sale sale, HoldView hold) {
        Duration whole = Duration.between(hold.serverTime(), hold.expiresAt());
        take(sale, hold, whole.isNegative() ? Duration.ZERO : whole);
    }

    private void take(CounterDesk.Sale sale, HoldView hold, Duration whole) {
        holding = new Holding(sale, hold, whole);
        phase.set(Phase.CART); // so that whoever listens sees a new hold as a change
        phase.set(Phase.HELD);
        tick();
        showPlan(hold);
    }

    /** The packs that the hold keeps are those to hand over. */
    private void showPlan(HoldView hold) {
        Map<ProductId, NextBatches.Offer> offers = new TreeMap<>();
        for (HoldView.Item item : hold.items()) {
            NextBatches.Offer seen = cart.lines().stream()
                    .filter(line -> line.goods().id().equals(item.product()))
                    .map(CartLine::offer)
                    .findFirst()
                    .orElse(NextBatches.Offer.NOTHING);
            offers.put(
                    item.product(),
                    new NextBatches.Offer(
                            Math.max(seen.available(), item.quantity()),
                            item.batches().stream()
                                    .map(portion -> new NextBatches.Portion(
                                            portion.batchNumber(), portion.expiryDate(), portion.quantity()))
                                    .toList(),
                            seen.after()));
        }
        cart.show(offers);
    }

    private void handedOver(CounterAnswer answer, Holding sold) {
        switch (answer) {
            case CounterAnswer.Sold done -> {
                long packs = cart.packs();
                Slip written = Slip.of(
                        sold.sale().number(),
                        session.actor().name(),
                        session.time().now(),
                        List.copyOf(cart.lines()),
                        sold.hold().items(),
                        blankAsNull(customer.get()),
                        session.formats());
                session.front()
                        .toast(Toast.done(
                                Texts.of("counter.sold", sold.sale().number(), packs),
                                Texts.of(
                                        "counter.stock-updated",
                                        session.formats().time(session.time().now()))));
                start();
                slip.set(written);
            }
            case CounterAnswer.Lapsed over -> expire();
            case CounterAnswer.PlanChanged changed -> {
                take(sold.sale(), changed.hold(), whole());
                cart.says().set(Says.stop(Texts.of("counter.plan-changed"), Texts.of("counter.plan-changed-why")));
            }
            case CounterAnswer other -> refused(other);
        }
    }

    /** An empty counter, for the next customer. */
    private void start() {
        forget();
        customer.set("");
        note.set("");
        cart.empty();
    }

    private void refused(CounterAnswer answer) {
        cart.says().set(Refusals.of(answer, cart.lines(), session.formats()));
        boolean gone = answer instanceof CounterAnswer.UnknownSale
                || (answer instanceof CounterAnswer.NotHeld no && needsNewHold(no.why()));
        if (gone) {
            forget();
        } else if (isHeld() && holding != null) {
            backToHold(holding.hold());
        } else if (phase.get() == Phase.CART) {
            cart.refresh();
        }
    }

    private static boolean needsNewHold(HoldAnswer why) {
        return why instanceof HoldAnswer.Closed
                || (why instanceof HoldAnswer.OverLimit over && over.limit() == HoldAnswer.Limit.LIFETIME);
    }

    /** The cart shows again what is really held. */
    private void backToHold(HoldView hold) {
        Map<ProductId, Goods> goods = cart.lines().stream()
                .collect(Collectors.toMap(line -> line.goods().id(), CartLine::goods));
        fill(hold, goods);
        showPlan(hold);
    }

    private void tick() {
        if (holding == null || phase.get() != Phase.HELD) {
            return;
        }
        Duration now = session.time().until(holding.hold().expiresAt());
        left.set(now);
        if (now.isZero()) {
            expire();
        }
    }

    private void expire() {
        left.set(Duration.ZERO);
        phase.set(Phase.EXPIRED);
        cart.says().set(null);
    }

    private void forget() {
        holding = null;
        left.set(Duration.ZERO);
        phase.set(Phase.CART);
    }

    private CounterDesk.@Nullable Sale sale() {
        return holding == null ? null : holding.sale();
    }

    private List<Wanted> items() {
        return cart.lines().stream()
                .map(line -> new Wanted(new ProductRef.BySku(line.goods().sku()), line.units()))
                .toList();
    }
}
