package app.mortar.desktop.counts;

import app.mortar.count.CountDesk;
import app.mortar.count.CountRules;
import app.mortar.count.Rounds;
import app.mortar.desktop.Texts;
import app.mortar.intake.Commented;
import app.mortar.intake.CountIntake;
import app.mortar.intake.CountSheet;
import app.mortar.intake.Faults;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/** Count sheets in Excel: the blind sheet of a round out, and a filled one in. */
final class SheetsModel {
    private static final int NAMED = 3;

    private final CountsViewModel room;
    private final Rounds rounds;
    private final CountIntake intake;
    private final ReadOnlyBooleanWrapper faulty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper counted = new ReadOnlyBooleanWrapper();
    private @Nullable Path sheet;
    private @Nullable Faults faults;
    private List<CountIntake.Refused> before = List.of();

    SheetsModel(CountsViewModel room, Rounds rounds) {
        this.room = room;
        this.rounds = rounds;
        CountsViewModel.Around around = room.around();
        this.intake = new CountIntake(
                around.transactions(), new CountSheet(around.workbooks()), new CountDesk(CountRules.STANDARD));
        room.round().addListener((property, old, now) -> {
            if (CountsViewModel.isOther(old, now)) {
                forget();
            }
        });
    }

    private void forget() {
        sheet = null;
        faults = null;
        before = List.of();
        faulty.set(false);
        counted.set(false);
    }

    /** Writes the shown round as a sheet to be filled in. */
    void write(Path target) {
        Rounds.Overview here = room.round().get();
        if (here == null) {
            return;
        }
        long id = here.round().id();
        room.outside(
                () -> {
                    List<Rounds.ToCount> batches = room.around()
                            .transactions()
                            .read(
                                    room.around().actor(),
                                    tx -> rounds.sheet(tx, id, 0, Math.max(1, rounds.size(tx, id))));
                    CountSheet.write(target, here.round().title(), batches);
                    return batches.size();
                },
                batches -> room.say(Texts.of("counts.sheet-written", batches, target.getFileName())));
    }

    /** Enters what somebody has filled in; of a sheet with a fault, nothing. */
    void take(Path filled) {
        Rounds.Overview here = room.round().get();
        if (here != null) {
            room.outside(() -> intake.enter(room.around().actor(), here.round().id(), filled), outcome -> {
                forget();
                sheet = filled;
                taken(outcome);
            });
        }
    }

    /** The sheet is right about the batches that somebody else has counted. */
    void takeOver() {
        Rounds.Overview here = room.round().get();
        List<CountIntake.Refused> over = before;
        if (here != null && !over.isEmpty()) {
            room.outside(
                    () -> intake.replace(room.around().actor(), here.round().id(), over), outcome -> {
                        forget();
                        taken(outcome);
                    });
        }
    }

    private void taken(CountIntake.Outcome outcome) {
        switch (outcome) {
            case CountIntake.Outcome.Entered entered -> entered(entered);
            case CountIntake.Outcome.Faulty no -> {
                faults = no.faults();
                faulty.set(true);
                room.say(Texts.of("counts.sheet-faulty", no.faults().total()) + " "
                        + no.faults().lines(1).getFirst());
            }
            case CountIntake.Outcome.Unusable no -> room.say(no.sentence());
        }
    }

    private void entered(CountIntake.Outcome.Entered entered) {
        before = entered.refused().stream()
                .filter(no -> no.why() instanceof CountDesk.Entered.CountedBefore)
                .toList();
        counted.set(!before.isEmpty());
        List<CountIntake.Refused> others = entered.refused().stream()
                .filter(no -> !(no.why() instanceof CountDesk.Entered.CountedBefore))
                .toList();
        room.say(Texts.of("counts.sheet-entered", entered.counted())
                + (entered.again() == 0 ? "" : " " + Texts.of("counts.sheet-again", entered.again()))
                + (entered.same() == 0 ? "" : " " + Texts.of("counts.sheet-same", entered.same()))
                + (before.isEmpty() ? "" : " " + Texts.of("counts.sheet-before", before.size(), named(before)))
                + (others.isEmpty() ? "" : " " + Texts.of("counts.sheet-refused", others.size(), named(others))));
        room.changed();
        room.around().changed().run();
        room.load();
    }

    private static String named(List<CountIntake.Refused> rows) {
        String first = rows.stream()
                .limit(NAMED)
                .map(no -> no.row().sku() + " " + no.row().batchNumber())
                .collect(Collectors.joining(", "));
        return rows.size() > NAMED ? first + " …" : first;
    }

    /** Writes the sheet again with what is wrong as comments on its cells. */
    void giveBack(Path target) {
        Path filled = sheet;
        Faults found = faults;
        if (filled != null && found != null) {
            room.outside(
                    () -> {
                        Commented.write(filled, room.around().workbooks(), found, target);
                        return target;
                    },
                    file -> room.say(Texts.of("counts.sheet-given-back", file.getFileName())));
        }
    }

    /** What the sheet of the shown round should be called. */
    String name() {
        Rounds.Overview here = room.round().get();
        String title = here == null ? "" : here.round().title();
        return "count-" + title.replaceAll("[^\\p{L}\\p{N}._-]+", "-") + ".xlsx";
    }

    /** What the sheet with comments should be called. */
    String givenBackName() {
        String name = sheet == null ? "count.xlsx" : String.valueOf(sheet.getFileName());
        int dot = name.lastIndexOf('.');
        return (dot < 0 ? name : name.substring(0, dot)) + "-to-mend.xlsx";
    }

    /** The sheet that was taken last has faults, and can be given back. */
    ReadOnlyBooleanProperty faulty() {
        return faulty.getReadOnlyProperty();
    }

    /** Of the sheet that was taken last, somebody else has counted some batches; {@link #takeOver} puts them right. */
    ReadOnlyBooleanProperty countedBefore() {
        return counted.getReadOnlyProperty();
    }
}
