package app.mortar.desktop.counts;

import app.mortar.count.CountApproval;
import app.mortar.count.CountDesk;
import app.mortar.count.CountRules;
import app.mortar.count.Rounds;
import app.mortar.desktop.Texts;
import app.mortar.stock.Affected;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What waits for a decision in the shown round, and the acts of whoever may decide. */
final class DecisionsModel {
    private final CountApproval approval = new CountApproval(CountRules.STANDARD);
    private final CountDesk desk = new CountDesk(CountRules.STANDARD);
    private final CountsViewModel room;
    private final Rounds rounds;
    private final ObservableList<Rounds.ToDecide> toDecide = FXCollections.observableArrayList();
    private final ObservableList<Rounds.Holder> holders = FXCollections.observableArrayList();

    DecisionsModel(CountsViewModel room, Rounds rounds) {
        this.room = room;
        this.rounds = rounds;
        room.round().addListener((property, old, now) -> load());
    }

    private void load() {
        Rounds.Overview here = room.round().get();
        if (here == null || !room.decides()) {
            toDecide.clear();
            holders.clear();
            return;
        }
        long id = here.round().id();
        room.read(tx -> new Waiting(rounds.toDecide(tx, id), rounds.holders(tx, id)), waiting -> {
            toDecide.setAll(waiting.lines());
            holders.setAll(waiting.holders());
        });
    }

    private record Waiting(List<Rounds.ToDecide> lines, List<Rounds.Holder> holders) {}

    /** Approves these lines. */
    void approve(List<Rounds.ToDecide> lines, @Nullable String note) {
        Rounds.Overview here = room.round().get();
        if (here == null || lines.isEmpty()) {
            return;
        }
        List<Long> ids = lines.stream().map(line -> line.line().id()).toList();
        room.act(tx -> approval.approve(tx, here.round().id(), ids, note), decided -> {
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
            room.say(sentence
                    + (another == 0 ? "" : " " + Texts.of("counts.another-must", another))
                    + (back == 0 ? "" : " " + Texts.of("counts.sent-back", back))
                    + (broken == 0 ? "" : " " + Texts.of("counts.broken", broken)));
            room.changed();
        });
    }

    /** Sends these lines back to be counted again. */
    void reject(List<Rounds.ToDecide> lines) {
        Rounds.Overview here = room.round().get();
        if (here == null || lines.isEmpty()) {
            return;
        }
        List<Long> ids = lines.stream().map(line -> line.line().id()).toList();
        room.act(tx -> approval.reject(tx, here.round().id(), ids, null), count -> {
            room.say(Texts.of("counts.sent-back", count));
            room.changed();
        });
    }

    /** Ends the round. */
    void close() {
        Rounds.Overview here = room.round().get();
        if (here != null) {
            room.act(tx -> desk.close(tx, here.round().id()), ended -> {
                switch (ended) {
                    case CountDesk.Ended.Done done -> room.say(Texts.of("counts.closed", done.notCounted()));
                    case CountDesk.Ended.Undecided waiting -> room.say(Texts.of("counts.undecided", waiting.lines()));
                    case CountDesk.Ended.Booked booked -> room.say(Texts.of("counts.over"));
                    case CountDesk.Ended.RoundNotOpen over -> room.say(Texts.of("counts.over"));
                }
            });
        }
    }

    ObservableList<Rounds.ToDecide> toDecide() {
        return toDecide;
    }

    /** Whose units would be missing. */
    ObservableList<Rounds.Holder> holders() {
        return holders;
    }
}
