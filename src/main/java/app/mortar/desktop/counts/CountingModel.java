package app.mortar.desktop.counts;

import app.mortar.count.CountDesk;
import app.mortar.count.CountRules;
import app.mortar.count.Rounds;
import app.mortar.desktop.Texts;
import app.mortar.gs1.Scan;
import app.mortar.stock.BatchName;
import app.mortar.store.Tx;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Counting: the blind sheet, the batch that is counted now, and the units found of it. Never what the books expect. */
final class CountingModel {
    private final CountDesk desk = new CountDesk(CountRules.STANDARD);
    private final CountsViewModel room;
    private final Rounds rounds;
    private final ObjectProperty<Rounds.@Nullable ToCount> batch = new SimpleObjectProperty<>();
    private final StringProperty units = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper countedBefore = new ReadOnlyBooleanWrapper();

    CountingModel(CountsViewModel room, Rounds rounds) {
        this.room = room;
        this.rounds = rounds;
        room.round().addListener((property, old, now) -> {
            if (CountsViewModel.isOther(old, now)) {
                batch.set(null);
            }
        });
        batch.addListener((property, old, now) -> {
            units.set("");
            countedBefore.set(false);
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
        Rounds.Overview here = room.round().get();
        Rounds.ToCount chosen = batch.get();
        if (here == null || chosen == null) {
            return;
        }
        int counted;
        try {
            counted = Integer.parseInt(units.get().strip());
        } catch (NumberFormatException e) {
            room.say(Texts.of("counts.whole-number"));
            return;
        }
        BatchName name = new BatchName(chosen.sku(), chosen.batchNumber(), chosen.expiryDate());
        room.act(
                tx -> desk.enter(tx, new CountDesk.Entry(here.round().id(), name, counted, again, true)),
                entered -> entered(chosen, counted, entered));
    }

    private void entered(Rounds.ToCount chosen, int counted, CountDesk.Entered entered) {
        countedBefore.set(entered instanceof CountDesk.Entered.CountedBefore);
        String what = chosen.product() + ", " + chosen.batchNumber();
        switch (entered) {
            case CountDesk.Entered.Counted done -> done(Texts.of("counts.counted", what, counted));
            case CountDesk.Entered.CountAgain again -> done(Texts.of("counts.count-again", what));
            case CountDesk.Entered.CountedBefore before ->
                room.say(Texts.of("counts.counted-before", what, before.by()));
            case CountDesk.Entered.Decided decided -> room.say(Texts.of("counts.decided", what));
            case CountDesk.Entered.NotInRound not -> room.say(Texts.of("counts.not-in-round"));
            case CountDesk.Entered.RoundNotOpen over -> room.say(Texts.of("counts.over"));
            case CountDesk.Entered.UnknownProduct unknown -> room.say(Texts.of("counts.not-in-round"));
            case CountDesk.Entered.UnknownBatch unknown -> room.say(Texts.of("counts.not-in-round"));
            case CountDesk.Entered.ExpiryMissing missing -> room.say(Texts.of("counts.not-in-round"));
            case CountDesk.Entered.Ambiguous ambiguous -> room.say(Texts.of("counts.not-in-round"));
        }
    }

    private void done(String sentence) {
        units.set("");
        room.say(sentence);
        room.changed();
    }

    /** What a scan may mean: batches of the sheet, or one that the books do not know. */
    private record Meant(List<Rounds.ToCount> listed, Rounds.@Nullable ToCount found) {}

    /** A pack was scanned: its batch is the one to count now, even if the books do not know it. */
    void scanned(Scan.Read code) {
        Rounds.Overview here = room.round().get();
        if (here == null || code.gtin() == null) {
            return;
        }
        long id = here.round().id();
        room.read(tx -> meant(tx, id, code), meant -> {
            Rounds.ToCount found = meant.found();
            if (meant.listed().size() == 1) {
                batch.set(meant.listed().getFirst());
                room.say("");
            } else if (found != null) {
                batch.set(found);
                room.say(Texts.of("counts.found", found.product() + ", " + found.batchNumber()));
            } else {
                room.say(Texts.of(meant.listed().isEmpty() ? "counts.not-in-round" : "counts.several-batches"));
            }
        });
    }

    private Meant meant(Tx tx, long round, Scan.Read code) {
        String gtin = Objects.requireNonNull(code.gtin()).digits();
        String number = code.batchNumber();
        List<Rounds.ToCount> listed = rounds.scanned(tx, round, gtin, number);
        return new Meant(
                listed,
                listed.isEmpty() && number != null ? rounds.found(tx, round, gtin, number, code.expiryDate()) : null);
    }

    /** The batches of the shown round, for a paged table. */
    List<Rounds.ToCount> sheet(Tx tx, int from, int limit) {
        Rounds.Overview here = room.round().get();
        return here == null ? List.of() : rounds.sheet(tx, here.round().id(), from, limit);
    }

    /** How many there are. */
    int sheetSize(Tx tx) {
        Rounds.Overview here = room.round().get();
        return here == null ? 0 : rounds.size(tx, here.round().id());
    }

    ObjectProperty<Rounds.@Nullable ToCount> batch() {
        return batch;
    }

    StringProperty units() {
        return units;
    }

    /** Somebody has counted the chosen batch; {@link #enterAgain} puts it right. */
    ReadOnlyBooleanProperty countedBefore() {
        return countedBefore.getReadOnlyProperty();
    }
}
