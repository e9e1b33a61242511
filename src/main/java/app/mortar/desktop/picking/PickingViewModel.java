package app.mortar.desktop.picking;

import app.mortar.desktop.Texts;
import app.mortar.desktop.goods.Finder;
import app.mortar.desktop.goods.InTurn;
import app.mortar.desktop.goods.Says;
import app.mortar.desktop.goods.Typed;
import app.mortar.desktop.shell.Scanned;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.shell.Trouble;
import app.mortar.desktop.widget.Toast;
import app.mortar.desktop.work.Latest;
import app.mortar.desktop.work.Once;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.fulfilment.Pack;
import app.mortar.fulfilment.PickAnswer;
import app.mortar.fulfilment.PickList;
import app.mortar.fulfilment.Picking;
import app.mortar.gs1.Scan;
import app.mortar.kernel.BatchId;
import app.mortar.kernel.Gtin;
import app.mortar.kernel.Permission;
import app.mortar.store.Tx;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** One order being picked: its list, what the last pack was, and how it ends. The queue is beside it. */
public final class PickingViewModel {
    private final Session session;
    private final Picking desk;
    private final PickQueueModel queue;
    private final InTurn scans = new InTurn();
    private final Latest reading;
    private final Once finishing;
    private final ReadOnlyObjectWrapper<@Nullable PickList> list = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PickAnswer> doubt = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<PickList.@Nullable Line> last = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable Says> says = new SimpleObjectProperty<>();
    private int times = 1;
    private int doubtedUnits = 1;

    public PickingViewModel(Session session, Picking desk) {
        this.session = session;
        this.desk = desk;
        this.queue = new PickQueueModel(session, desk);
        this.reading = new Latest(session.work());
        this.finishing = new Once(session.work());
    }

    public PickQueueModel queue() {
        return queue;
    }

    /** The order in hand; null when none was chosen. */
    public ReadOnlyObjectProperty<@Nullable PickList> list() {
        return list.getReadOnlyProperty();
    }

    /** What must be answered about the last pack; null when it was right. */
    public ReadOnlyObjectProperty<@Nullable PickAnswer> doubt() {
        return doubt.getReadOnlyProperty();
    }

    /** The line that was verified last. */
    public ReadOnlyObjectProperty<PickList.@Nullable Line> last() {
        return last.getReadOnlyProperty();
    }

    /** What must be said besides; null for nothing. */
    public ObjectProperty<@Nullable Says> says() {
        return says;
    }

    public ReadOnlyBooleanProperty finishing() {
        return finishing.running();
    }

    public boolean mayOverride() {
        return session.may(Permission.OVERRIDE_FEFO);
    }

    /** The line whose pack is wanted next: the first that is not verified, in shelf order. */
    public Optional<PickList.Line> next() {
        PickList now = list.get();
        return now == null
                ? Optional.empty()
                : now.lines().stream().filter(line -> !line.isVerified()).findFirst();
    }

    /** Shows an order; it is not begun by that. */
    public void open(long order) {
        clearDoubt();
        last.set(null);
        reading.run(
                () -> session.transactions().<@Nullable PickList>read(session.actor(), tx -> desk.list(tx, order)),
                list::set,
                failure -> trouble(session.trouble(failure)));
    }

    /** Reads queue and order again. Questions that stand open stay. */
    public void refresh() {
        queue.refresh();
        PickList now = list.get();
        if (now != null && !scans.isBusy()) {
            reading.run(
                    () -> session.transactions()
                            .<@Nullable PickList>read(session.actor(), tx -> desk.list(tx, now.order())),
                    list::set,
                    failure -> session.trouble(failure));
        }
    }

    /** Takes the next order of the queue in hand, by {@code step} rows. */
    public void step(int step) {
        PickList now = list.get();
        queue.beside(now == null ? null : now.order(), step).ifPresent(this::open);
    }

    /** Begins to pick the order in hand. */
    public void start() {
        PickList now = list.get();
        if (now != null && now.status() == OrderStatus.CONFIRMED) {
            ask(tx -> desk.start(tx, now.order()));
        }
    }

    /** A pack was scanned. */
    public void scanned(Scanned scan) {
        switch (scan.read()) {
            case Scan.Refused no -> says.set(Says.warning(Texts.of("pick.unreadable"), no.sentence()));
            case Scan.Read read
            when read.gtin() == null && read.batchNumber() == null ->
                says.set(Says.warning(Texts.of("pick.says-nothing"), Texts.of("pick.says-nothing-why")));
            case Scan.Read read -> verify(new Pack(read.gtin(), read.batchNumber(), read.expiryDate(), take()));
        }
    }

    /** Typed instead of scanned: a multiplier, a GTIN, or the batch number as it is printed on the pack. */
    public void typed(String text) {
        Typed typed = Typed.of(text);
        times = typed.times();
        if (typed.rest().isEmpty()) {
            says.set(Says.remark(Texts.of("pick.times", times)));
            return;
        }
        Optional<Gtin> gtin = Finder.gtin(typed.rest());
        verify(new Pack(gtin.orElse(null), gtin.isPresent() ? null : typed.rest(), null, take()));
    }

    private int take() {
        int taken = times;
        times = 1;
        return taken;
    }

    private void verify(Pack pack) {
        PickList now = list.get();
        if (now == null) {
            says.set(Says.warning(Texts.of("pick.no-order"), Texts.of("pick.no-order-why")));
            return;
        }
        doubtedUnits = pack.units();
        ask(tx -> desk.verify(tx, now.order(), pack));
    }

    /** Somebody compared the pack with the line that was asked about. */
    public void byEye() {
        PickList now = list.get();
        if (now != null
                && doubt.get() instanceof PickAnswer.Doubt asked
                && asked.verdict() instanceof PickList.Verdict.BatchNotSaid line) {
            int units = doubtedUnits;
            ask(tx -> desk.verifyByEye(tx, now.order(), line.line().batch(), units));
        }
    }

    /** The units of that batch are not where they should be. */
    public void notOnShelf(BatchId batch) {
        PickList now = list.get();
        if (now != null) {
            ask(tx -> desk.notOnShelf(tx, now.order(), batch));
        }
    }

    /** The batch that was scanned is taken all the same. */
    public void override(String reason) {
        PickList now = list.get();
        if (now == null || reason.isBlank() || !(doubt.get() instanceof PickAnswer.WrongBatch wrong)) {
            return;
        }
        BatchId taken = wrong.taken().batch();
        if (taken != null && wrong.taken().why() == PickAnswer.Why.GOES_LATER) {
            int units = doubtedUnits;
            ask(tx -> desk.override(tx, now.order(), wrong.line().batch(), taken, units, reason));
        }
    }

    /** The pack was put back; nothing more to say about it. */
    public void clearDoubt() {
        doubt.set(null);
        says.set(null);
    }

    private void ask(Function<Tx, PickAnswer> act) {
        scans.run(through -> session.work()
                .run(
                        () -> session.transactions().write(session.actor(), act),
                        answer -> {
                            says.set(null);
                            heard(answer);
                            through.run();
                            session.front().changed();
                        },
                        failure -> {
                            through.run();
                            trouble(session.trouble(failure));
                        }));
    }

    private void heard(PickAnswer answer) {
        doubt.set(null);
        switch (answer) {
            case PickAnswer.Verified right -> {
                list.set(right.list());
                last.set(right.line());
            }
            case PickAnswer.Stands stands -> list.set(stands.list());
            case PickAnswer.Missed missed -> {
                list.set(missed.list());
                says.set(
                        missed.stillMissing() == 0
                                ? Says.warning(Texts.of("pick.missed", missed.replanned()), Texts.of("pick.missed-why"))
                                : Says.stop(
                                        Texts.of("pick.missed-short", missed.stillMissing()),
                                        Texts.of("pick.missed-why")));
            }
            case PickAnswer.Doubt asked -> ask(asked.list(), asked);
            case PickAnswer.WrongBatch wrong -> ask(wrong.list(), wrong);
            case PickAnswer.WrongProduct wrong -> ask(wrong.list(), wrong);
            case PickAnswer.NotReady not -> {
                list.set(not.list());
                says.set(Says.warning(Texts.of("pick.not-ready"), Texts.of("pick.not-ready-why")));
            }
            case PickAnswer.NotEnough not -> {
                list.set(not.list());
                says.set(Says.stop(Texts.of("pick.not-enough"), Texts.of("pick.not-enough-why")));
            }
            case PickAnswer.NotToPick not ->
                says.set(Says.warning(
                        Texts.of("pick.not-to-pick", Texts.of("pick.state." + not.status())),
                        Texts.of("pick.not-to-pick-why")));
            case PickAnswer.UnknownOrder gone ->
                says.set(Says.warning(Texts.of("pick.unknown"), Texts.of("pick.not-to-pick-why")));
        }
    }

    private void ask(PickList now, PickAnswer question) {
        list.set(now);
        doubt.set(question);
    }

    /** What stands in the way of finishing; empty when nothing does. */
    public String reason() {
        PickList now = list.get();
        if (now == null || now.status().hasLeft()) {
            return "";
        }
        if (!now.shortages().isEmpty()) {
            return Texts.of("pick.short", now.shortages().size());
        }
        return now.isReady() ? "" : Texts.of("pick.when-verified", now.lines().size());
    }

    /** May the order become PACKED or DISPATCHED now? */
    public boolean isReady() {
        PickList now = list.get();
        return now != null && now.isReady() && now.status().isPromised();
    }

    /** Packed or dispatched: said to the desk once, however often the key is pressed. */
    public void finish(OrderStatus next) {
        PickList now = list.get();
        if (now == null || !isReady() || (now.status() == OrderStatus.PACKED && next == OrderStatus.PACKED)) {
            return;
        }
        finishing.run(
                () -> session.transactions().write(session.actor(), tx -> desk.finish(tx, now.order(), next)),
                answer -> {
                    heard(answer);
                    if (answer instanceof PickAnswer.Stands done) {
                        finished(done.list());
                    }
                    session.front().changed();
                },
                failure -> trouble(session.trouble(failure)));
    }

    private void finished(PickList done) {
        String at = done.stockUpdatedAt() == null
                ? Texts.of("pick.packed-second")
                : Texts.of("pick.stock-updated", session.formats().time(done.stockUpdatedAt()));
        long packs = done.lines().stream().mapToLong(PickList.Line::quantity).sum();
        session.front()
                .toast(Toast.done(
                        Texts.of(
                                done.status().hasLeft() ? "pick.dispatched" : "pick.packed", done.externalRef(), packs),
                        at));
    }

    private void trouble(Trouble trouble) {
        says.set(Says.stop(Texts.of("pick.trouble"), trouble.sentence()));
    }

    /** The words for what lies in the hand; only while there is a doubt about it. */
    public Says words(PickAnswer answer) {
        return Doubts.of(answer, session.formats());
    }

    /** For the list on paper. */
    public void onPaper(Consumer<PickPaper> then) {
        PickList now = list.get();
        if (now != null) {
            then.accept(PickPaper.of(Objects.requireNonNull(now), session.formats()));
        }
    }
}
