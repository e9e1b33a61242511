package app.mortar.desktop.counts;

import app.mortar.count.Accuracy;
import app.mortar.count.CountApproval;
import app.mortar.count.CountDesk;
import app.mortar.count.CountRules;
import app.mortar.count.Rounds;
import app.mortar.count.Scope;
import app.mortar.desktop.Texts;
import app.mortar.desktop.work.Once;
import app.mortar.desktop.work.Work;
import app.mortar.gs1.Scan;
import app.mortar.kernel.Actor;
import app.mortar.kernel.Permission;
import app.mortar.stock.Affected;
import app.mortar.stock.BatchName;
import app.mortar.store.Transactions;
import app.mortar.store.Tx;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the room Counts shows and does. The counter never learns here what the books expect. */
final class CountsViewModel {
    private static final int ROUNDS = 50;
    private static final Duration LOOK_BACK = Duration.ofDays(30);

    /**
     * What the model works with.
     *
     * @param trouble what a failure means to a person
     * @param changed told when something was booked
     */
    record Around(
            Transactions transactions, Actor actor, Work work, Function<Throwable, String> trouble, Runnable changed) {}

    private final CountDesk desk = new CountDesk(CountRules.STANDARD);
    private final CountApproval approval = new CountApproval(CountRules.STANDARD);
    private final Rounds rounds = new Rounds(CountRules.STANDARD);
    private final Around around;
    private final Once acting;
    private final ObservableList<Rounds.Overview> known = FXCollections.observableArrayList();
    private final ObservableList<Rounds.ToDecide> toDecide = FXCollections.observableArrayList();
    private final ObservableList<Rounds.Holder> holders = FXCollections.observableArrayList();
    private final ObjectProperty<Rounds.@Nullable Overview> round = new SimpleObjectProperty<>();
    private final ObjectProperty<Rounds.@Nullable ToCount> batch = new SimpleObjectProperty<>();
    private final StringProperty units = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper countedBefore = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Accuracy> accuracy = new ReadOnlyObjectWrapper<>(Accuracy.NOTHING);
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();

    CountsViewModel(Around around) {
        this.around = around;
        this.acting = new Once(around.work());
        round.addListener((property, old, now) -> {
            boolean other = old == null
                    || now == null
                    || old.round().id() != now.round().id();
            if (other) {
                batch.set(null);
                say("");
                version.set(version.get() + 1);
            }
            loadDecisions();
        });
        batch.addListener((property, old, now) -> {
            units.set("");
            countedBefore.set(false);
        });
    }

    /** May this person begin rounds and decide about counts? */
    boolean decides() {
        return around.actor().may(Permission.APPROVE_COUNTS);
    }

    private void say(String sentence) {
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

    private void show(Seen seen) {
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
    }

    private void loadDecisions() {
        Rounds.Overview here = round.get();
        if (here == null || !decides()) {
            toDecide.clear();
            holders.clear();
            return;
        }
        long id = here.round().id();
        around.work()
                .run(
                        () -> around.transactions()
                                .read(
                                        around.actor(),
                                        tx -> new Decisions(rounds.toDecide(tx, id), rounds.holders(tx, id))),
                        decisions -> {
                            toDecide.setAll(decisions.lines());
                            holders.setAll(decisions.holders());
                        },
                        failure -> say(around.trouble().apply(failure)));
    }

    private record Decisions(List<Rounds.ToDecide> lines, List<Rounds.Holder> holders) {}

    private <T> void act(Function<Tx, T> what, Consumer<T> then) {
        acting.run(
                () -> around.transactions().write(around.actor(), what),
                answer -> {
                    then.accept(answer);
                    around.changed().run();
                    load();
                },
                failure -> say(around.trouble().apply(failure)));
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

    /** Enters the units typed for the chosen batch. */
    void enter() {
        enter(false);
    }

    /** The same although somebody has counted it: this is right. */
    void enterAgain() {
        enter(true);
    }

    private void enter(boolean again) {
        Rounds.Overview here = round.get();
        Rounds.ToCount chosen = batch.get();
        if (here == null || chosen == null) {
            return;
        }
        int counted;
        try {
            counted = Integer.parseInt(units.get().strip());
        } catch (NumberFormatException e) {
            say(Texts.of("counts.whole-number"));
            return;
        }
        BatchName name = new BatchName(chosen.sku(), chosen.batchNumber(), chosen.expiryDate());
        act(
                tx -> desk.enter(tx, new CountDesk.Entry(here.round().id(), name, counted, again, false)),
                entered -> entered(chosen, counted, entered));
    }

    private void entered(Rounds.ToCount chosen, int counted, CountDesk.Entered entered) {
        countedBefore.set(entered instanceof CountDesk.Entered.CountedBefore);
        String what = chosen.product() + ", " + chosen.batchNumber();
        switch (entered) {
            case CountDesk.Entered.Counted done -> done(Texts.of("counts.counted", what, counted));
            case CountDesk.Entered.CountAgain again -> done(Texts.of("counts.count-again", what));
            case CountDesk.Entered.CountedBefore before -> say(Texts.of("counts.counted-before", what, before.by()));
            case CountDesk.Entered.Decided decided -> say(Texts.of("counts.decided", what));
            case CountDesk.Entered.NotInRound not -> say(Texts.of("counts.not-in-round"));
            case CountDesk.Entered.RoundNotOpen over -> say(Texts.of("counts.over"));
            case CountDesk.Entered.UnknownProduct unknown -> say(Texts.of("counts.not-in-round"));
            case CountDesk.Entered.UnknownBatch unknown -> say(Texts.of("counts.not-in-round"));
            case CountDesk.Entered.Ambiguous ambiguous -> say(Texts.of("counts.not-in-round"));
        }
    }

    private void done(String sentence) {
        units.set("");
        say(sentence);
        version.set(version.get() + 1);
    }

    /** A pack was scanned: its batch is the one to count now. */
    void scanned(Scan.Read code) {
        Rounds.Overview here = round.get();
        if (here == null || code.gtin() == null) {
            return;
        }
        String gtin = code.gtin().digits();
        around.work()
                .run(
                        () -> around.transactions()
                                .read(
                                        around.actor(),
                                        tx -> rounds.scanned(tx, here.round().id(), gtin, code.batchNumber())),
                        found -> {
                            if (found.size() == 1) {
                                batch.set(found.getFirst());
                                say("");
                            } else {
                                say(Texts.of(found.isEmpty() ? "counts.not-in-round" : "counts.several-batches"));
                            }
                        },
                        failure -> say(around.trouble().apply(failure)));
    }

    /** Approves these lines. */
    void approve(List<Rounds.ToDecide> lines, @Nullable String note) {
        Rounds.Overview here = round.get();
        if (here == null || lines.isEmpty()) {
            return;
        }
        List<Long> ids = lines.stream().map(line -> line.line().id()).toList();
        act(tx -> approval.approve(tx, here.round().id(), ids, note), decided -> {
            String sentence = Texts.of("counts.approved", decided.booked(), decided.exact());
            long another = decided.refused().stream()
                    .filter(no -> no.why() == CountApproval.Why.SOMEBODY_ELSE_MUST_APPROVE)
                    .count();
            long back = decided.refused().stream()
                    .filter(no -> no.why() == CountApproval.Why.DOES_NOT_FIT_ANY_MORE)
                    .count();
            long broken = decided.affected().stream()
                    .filter(moved -> moved.outcome() == Affected.Outcome.BROKEN)
                    .count();
            say(sentence
                    + (another == 0 ? "" : " " + Texts.of("counts.another-must", another))
                    + (back == 0 ? "" : " " + Texts.of("counts.sent-back", back))
                    + (broken == 0 ? "" : " " + Texts.of("counts.broken", broken)));
            version.set(version.get() + 1);
        });
    }

    /** Sends these lines back to be counted again. */
    void reject(List<Rounds.ToDecide> lines) {
        Rounds.Overview here = round.get();
        if (here == null || lines.isEmpty()) {
            return;
        }
        List<Long> ids = lines.stream().map(line -> line.line().id()).toList();
        act(tx -> approval.reject(tx, here.round().id(), ids, null), count -> {
            say(Texts.of("counts.sent-back", count));
            version.set(version.get() + 1);
        });
    }

    /** Ends the round. */
    void close() {
        Rounds.Overview here = round.get();
        if (here != null) {
            act(tx -> desk.close(tx, here.round().id()), ended -> {
                switch (ended) {
                    case CountDesk.Ended.Done done -> say(Texts.of("counts.closed", done.notCounted()));
                    case CountDesk.Ended.Undecided waiting -> say(Texts.of("counts.undecided", waiting.lines()));
                    case CountDesk.Ended.Booked booked -> say(Texts.of("counts.over"));
                    case CountDesk.Ended.RoundNotOpen over -> say(Texts.of("counts.over"));
                }
            });
        }
    }

    /** The batches of the shown round, for a paged table. */
    List<Rounds.ToCount> sheet(Tx tx, int from, int limit) {
        Rounds.Overview here = round.get();
        return here == null ? List.of() : rounds.sheet(tx, here.round().id(), from, limit);
    }

    /** How many there are. */
    int sheetSize(Tx tx) {
        Rounds.Overview here = round.get();
        return here == null ? 0 : rounds.size(tx, here.round().id());
    }

    ObservableList<Rounds.Overview> known() {
        return known;
    }

    ObservableList<Rounds.ToDecide> toDecide() {
        return toDecide;
    }

    /** Whose units would be missing. */
    ObservableList<Rounds.Holder> holders() {
        return holders;
    }

    ObjectProperty<Rounds.@Nullable Overview> round() {
        return round;
    }

    ObjectProperty<Rounds.@Nullable ToCount> batch() {
        return batch;
    }

    StringProperty units() {
        return units;
    }

    /** What came of the last act, as a sentence. */
    ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    /** Somebody has counted the chosen batch; {@link #enterAgain} puts it right. */
    ReadOnlyBooleanProperty countedBefore() {
        return countedBefore.getReadOnlyProperty();
    }

    /** Of the last 30 days. */
    ReadOnlyObjectProperty<Accuracy> accuracy() {
        return accuracy.getReadOnlyProperty();
    }

    /** Grows whenever the sheet has to be read again. */
    ReadOnlyIntegerProperty version() {
        return version.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty acting() {
        return acting.running();
    }
}
