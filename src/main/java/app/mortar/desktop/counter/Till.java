package app.mortar.desktop.counter;

import app.mortar.desktop.Texts;
import app.mortar.desktop.goods.Says;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Toast;
import app.mortar.desktop.work.Once;
import app.mortar.fulfilment.CounterAnswer;
import app.mortar.fulfilment.CounterDesk;
import app.mortar.fulfilment.Customer;
import app.mortar.reservation.HoldAnswer;
import app.mortar.stock.Wanted;
import app.mortar.store.Tx;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What is done with the cart from "proceed to checkout" to "hand over", and what comes of each act. */
public final class Till {
    private final Session session;
    private final CounterDesk desk;
    private final CounterViewModel cart;
    private final Once act;
    private final HeldCart shown;
    private final Holding holding;
    private final ObjectProperty<@Nullable Slip> slip = new SimpleObjectProperty<>();
    private final StringProperty customer = new SimpleStringProperty("");
    private final StringProperty note = new SimpleStringProperty("");

    Till(Session session, CounterDesk desk, CounterViewModel cart) {
        this.session = session;
        this.desk = desk;
        this.cart = cart;
        this.shown = new HeldCart(cart);
        this.holding = new Holding(session, () -> cart.says().set(null));
        this.act = new Once(session.work());
    }

    void close() {
        holding.close();
    }

    /** The hold, and the time that is left of it. */
    public Holding holding() {
        return holding;
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

    /** A controlled product is in the cart and nobody has noted anything. */
    public boolean needsNote() {
        return note.get().isBlank()
                && cart.lines().stream().anyMatch(line -> line.goods().controlled());
    }

    /** The primary act: what F9 does now. */
    public void post() {
        switch (holding.phase().get()) {
            case CART -> checkout();
            case HELD -> handOver();
            case EXPIRED -> {
                // nothing is sold under a hold that is over, and nothing is held again by a key meant for selling
            }
        }
    }

    /** Proceeds to checkout, or reserves again. */
    public void checkout() {
        List<Wanted> items = shown.items();
        if (items.isEmpty()) {
            return;
        }
        CounterDesk.Sale sale = holding.sale();
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
        CounterDesk.Sale sale = holding.sale();
        if (sale != null) {
            run(tx -> desk.keep(tx, sale), this::held);
        }
    }

    /** Everything goes back; the cart stays. */
    public void release() {
        CounterDesk.Sale sale = holding.sale();
        if (sale == null) {
            return;
        }
        holding.forget();
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
        Holding.Kept now = holding.kept();
        if (now == null || !holding.isHeld()) {
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
        List<Wanted> items = shown.items();
        if (items.isEmpty() || name.isBlank()) {
            return;
        }
        Holding.Kept before = holding.isHeld() ? holding.kept() : null;
        String words = blankAsNull(note.get());
        run(
                tx -> {
                    CounterAnswer held = before != null
                            ? new CounterAnswer.Held(before.sale().number(), before.hold())
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
                                shown.fill(resumed.hold(), back.goods());
                                take(new Holding.Kept(
                                        new CounterDesk.Sale(
                                                resumed.number(), resumed.hold().token()),
                                        resumed.hold(),
                                        parked.length()));
                            } else {
                                refused(back.answer());
                            }
                            cart.parking().refresh();
                        },
                        sentence -> cart.says().set(Says.stop(Texts.of("counter.trouble"), sentence)));
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
            holding.take(new CounterDesk.Sale(held.number(), held.hold().token()), held.hold());
            shown.showPlan(held.hold());
            if (!shown.is(held.hold())) {
                follow(); // changed while the answer was on its way
            }
        } else {
            refused(answer);
        }
    }

    private void take(Holding.Kept kept) {
        holding.take(kept);
        shown.showPlan(kept.hold());
    }

    private void handedOver(CounterAnswer answer, Holding.Kept sold) {
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
            case CounterAnswer.Lapsed over -> holding.expire();
            case CounterAnswer.PlanChanged changed -> {
                take(new Holding.Kept(sold.sale(), changed.hold(), sold.whole()));
                cart.says().set(Says.stop(Texts.of("counter.plan-changed"), Texts.of("counter.plan-changed-why")));
            }
            case CounterAnswer other -> refused(other);
        }
    }

    /** An empty counter, for the next customer. */
    private void start() {
        holding.forget();
        customer.set("");
        note.set("");
        cart.empty();
    }

    private void refused(CounterAnswer answer) {
        cart.says().set(Refusals.of(answer, cart.lines(), session.formats()));
        boolean gone = answer instanceof CounterAnswer.UnknownSale
                || (answer instanceof CounterAnswer.NotHeld no && needsNewHold(no.why()));
        Holding.Kept kept = holding.kept();
        if (gone) {
            holding.forget();
        } else if (holding.isHeld() && kept != null) {
            shown.backTo(kept.hold());
        } else if (holding.phase().get() == Holding.Phase.CART) {
            cart.refresh();
        }
    }

    private static boolean needsNewHold(HoldAnswer why) {
        return why instanceof HoldAnswer.Closed
                || (why instanceof HoldAnswer.OverLimit over && over.limit() == HoldAnswer.Limit.LIFETIME);
    }
}
