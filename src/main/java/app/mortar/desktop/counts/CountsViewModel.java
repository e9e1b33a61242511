package app.mortar.desktop.counts;

import app.mortar.count.Accuracy;
import app.mortar.count.CountDesk;
import app.mortar.count.CountRules;
import app.mortar.count.Rounds;
import app.mortar.count.Scope;
import app.mortar.desktop.Texts;
import app.mortar.desktop.work.Once;
import app.mortar.desktop.work.Work;
import app.mortar.kernel.Actor;
import app.mortar.kernel.Permission;
import app.mortar.store.Transactions;
import app.mortar.store.Tx;
import app.mortar.workbook.Unreadable;
import app.mortar.workbook.Unwritable;
import app.mortar.workbook.WorkbookReader;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
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

/** The room Counts: its rounds, the one that is shown, and how accurate the books are. */
final class CountsViewModel {
    private static final int ROUNDS = 50;
    private static final Duration LOOK_BACK = Duration.ofDays(30);

    /**
     * What the model works with.
     *
     * @param workbooks reads filled sheets
     * @param trouble what a failure means to a person
     * @param changed told when something was booked
     */
    record Around(
            Transactions transactions,
            Actor actor,
            Work work,
            WorkbookReader workbooks,
            Function<Throwable, String> trouble,
            Runnable changed) {}

    private final CountDesk desk = new CountDesk(CountRules.STANDARD);
    private final Rounds rounds = new Rounds(CountRules.STANDARD);
    private final Around around;
    private final Once acting;
    private final ObservableList<Rounds.Overview> known = FXCollections.observableArrayList();
    private final ObjectProperty<Rounds.@Nullable Overview> round = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Accuracy> accuracy = new ReadOnlyObjectWrapper<>(Accuracy.NOTHING);
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
    private boolean read;
    private final CountingModel counting;
    private final DecisionsModel decisions;
    private final SheetsModel sheets;

    CountsViewModel(Around around) {
        this.around = around;
        this.acting = new Once(around.work());
        round.addListener((property, old, now) -> {
            if (isOther(old, now)) {
                say("");
                changed();
            }
        });
        this.counting = new CountingModel(this, rounds);
        this.decisions = new DecisionsModel(this, rounds);
        this.sheets = new SheetsModel(this, rounds);
    }

    /** Is it another round, and not the same one read again? */
    static boolean isOther(Rounds.@Nullable Overview old, Rounds.@Nullable Overview now) {
        return old == null || now == null || old.round().id() != now.round().id();
    }

    /** May this person begin rounds and decide about counts? */
    boolean decides() {
        return around.actor().may(Permission.APPROVE_COUNTS);
    }

    /** Shows a sentence where what came of the last act is said. */
    void say(String sentence) {
        said.set(sentence);
    }

    private record Seen(List<Rounds.Overview> rounds, Accuracy accuracy) {}

    /** Reads the rounds and the accuracy again; what is being typed stays. */
    void load() {
        around.work()
                .run(
                        () -> around.transactions()
                                .read(
                                        around.actor(),
                                        tx -> new Seen(
                                                rounds.list(tx, ROUNDS, null).items(),
                                                around.actor().may(Permission.SEE_STOCK)
                                                        ? Accuracy.between(
                                                                tx,
                                                                tx.now().minus(LOOK_BACK),
                                                                tx.now().plusSeconds(1))
                                                        : Accuracy.NOTHING)),
                        this::show,
                        failure -> say(around.trouble().apply(failure)));
    }

    /** Whether the rounds are known: until then there is no telling that there is nothing to count. */
    boolean isRead() {
        return read;
    }

    private void show(Seen seen) {
        boolean first = !read;
        read = true;
        accuracy.set(seen.accuracy());
        Rounds.Overview here = round.get();
        known.setAll(seen.rounds());
        Rounds.Overview next = seen.rounds().stream()
                .filter(one -> here == null
                        ? one.round().isOpen()
                        : one.round().id() == here.round().id())
                .findFirst()
                .orElse(here);
        round.set(next);
        if (first && next == null) {
            changed();
        }
    }

    /** The sheet has to be read again. */
    void changed() {
        version.set(version.get() + 1);
    }

    /** Reads something in the background. */
    <T> void read(Function<Tx, T> what, Consumer<T> then) {
        around.work()
                .run(
                        () -> around.transactions().read(around.actor(), what),
                        then,
                        failure -> say(around.trouble().apply(failure)));
    }

    /** Books something, once at a time; the rounds are read again. */
    <T> void act(Function<Tx, T> what, Consumer<T> then) {
        outside(() -> around.transactions().write(around.actor(), what), answer -> {
            then.accept(answer);
            around.changed().run();
            load();
        });
    }

    /** Does something with a file, once at a time. */
    <T> void outside(Supplier<T> what, Consumer<T> then) {
        acting.run(what, then, failure -> {
            boolean ofTheFile = failure instanceof Unwritable || failure instanceof Unreadable;
            say(
                    ofTheFile
                            ? String.valueOf(failure.getMessage())
                            : around.trouble().apply(failure));
        });
    }

    Around around() {
        return around;
    }

    /** Begins a round; it becomes the one that is shown. */
    void begin(String title, Scope scope) {
        act(tx -> desk.begin(tx, title, scope), begun -> {
            switch (begun) {
                case CountDesk.Begun.Open open -> {
                    round.set(new Rounds.Overview(open.round(), 0, 0, Accuracy.NOTHING));
                    say(Texts.of("counts.begun", open.products()));
                }
                case CountDesk.Begun.NothingToCount nothing -> say(Texts.of("counts.nothing-to-count"));
                case CountDesk.Begun.UnknownProducts unknown ->
                    say(Texts.of("counts.unknown-products", String.join(", ", unknown.skus())));
            }
        });
    }

    ObservableList<Rounds.Overview> known() {
        return known;
    }

    /** The last rounds in which something was counted, the oldest first. */
    List<Rounds.Overview> overTime(int most) {
        return known.stream()
                .filter(round -> round.accuracy().lines() > 0)
                .limit(most)
                .toList()
                .reversed();
    }

    ObjectProperty<Rounds.@Nullable Overview> round() {
        return round;
    }

    /** What came of the last act, as a sentence. */
    ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    /** Of the last 30 days. */
    ReadOnlyObjectProperty<Accuracy> accuracy() {
        return accuracy.getReadOnlyProperty();
    }

    /** Grows whenever the sheet has to be read again. */
    ReadOnlyIntegerProperty version() {
        return version.getReadOnlyProperty();
    }

    CountingModel counting() {
        return counting;
    }

    DecisionsModel decisions() {
        return decisions;
    }

    SheetsModel sheets() {
        return sheets;
    }

    ReadOnlyBooleanProperty acting() {
        return acting.running();
    }
}
