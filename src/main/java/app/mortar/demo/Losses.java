package app.mortar.demo;

import app.mortar.stock.BatchName;
import app.mortar.stock.SetAside;
import app.mortar.stock.SetAside.Action;
import app.mortar.stock.SetAside.Reason;
import java.time.LocalTime;
import java.util.List;

/** What is lost on the way: waste for several reasons, units set aside, and one recall. */
final class Losses {
    private record Mishap(int daysAgo, String sku, int units, Reason reason, String note) {}

    private static final List<Mishap> MISHAPS = List.of(
            new Mishap(83, "PARA-SUSP", 2, Reason.DAMAGED, "Two bottles broke when the shelf was filled."),
            new Mishap(76, "AMLO-5", 1, Reason.LOST, "Not found, though the books had it."),
            new Mishap(61, "INS-3070", 3, Reason.OTHER, "The refrigerator was off over night."),
            new Mishap(48, "ORS", 4, Reason.DAMAGED, "The roof leaked on the carton."),
            new Mishap(37, "SALB-INH", 1, Reason.LOST, "Not found, though the books had it."),
            new Mishap(25, "IBU-SUSP", 1, Reason.DAMAGED, "Dropped at the counter."),
            new Mishap(13, "CIPRO-500", 2, Reason.DAMAGED, "Crushed in transport."),
            new Mishap(8, "INS-GLAR", 1, Reason.OTHER, "Left out of the refrigerator."),
            new Mishap(3, "THERMO", 1, Reason.DAMAGED, "The display is cracked."));

    private static final String RECALLED = "AMOX-SUSP";
    private static final LocalTime BEFORE_OPENING = LocalTime.of(7, 30);

    private final Desks desks;
    private final Diary diary;
    private final Formulary formulary;
    private int notes;

    Losses(Desks desks, Diary diary, Formulary formulary) {
        this.desks = desks;
        this.diary = diary;
        this.formulary = formulary;
    }

    /** Enters it all into the diary; once a week the pharmacist looks for expired batches. */
    void expect() {
        MISHAPS.forEach(mishap -> diary.note(mishap.daysAgo(), BEFORE_OPENING, () -> {
            BatchName batch = next(mishap.sku(), mishap.units());
            writeOff(batch, mishap.units(), mishap.reason(), mishap.note());
        }));
        for (int daysAgo = 89; daysAgo > 0; daysAgo -= 7) {
            diary.note(daysAgo, BEFORE_OPENING, this::clearExpired);
        }
        diary.note(30, BEFORE_OPENING, () -> {
            BatchName batch = next("LEVO-500", 6);
            setAside(batch, 6, Action.HOLD, "The carton came wet.");
            diary.note(
                    28, BEFORE_OPENING, () -> setAside(batch, 6, Action.RELEASE, "Looked at: the blisters are dry."));
        });
        diary.note(
                6,
                BEFORE_OPENING,
                () -> setAside(
                        next("METRO-400", 10),
                        10,
                        Action.HOLD,
                        "The print on the packs looks wrong; the maker is asked."));
        diary.note(9, BEFORE_OPENING, this::recall);
    }

    private BatchName next(String sku, int units) {
        return desks.round().next(formulary.medicine(sku), units).name();
    }

    private void clearExpired() {
        desks.round()
                .expired()
                .forEach(seen -> writeOff(
                        seen.name(),
                        seen.batch().quantity(),
                        Reason.EXPIRED,
                        "Found by the weekly look at the dates."));
    }

    /** The batch that is being sold is recalled; what is left of it waits for the maker, but for an opened pack. */
    private void recall() {
        BatchName batch = next(RECALLED, 5);
        desks.recall(batch, "Recalled by the maker: less amoxicillin than stated in a retained sample.");
        diary.note(7, BEFORE_OPENING, () -> writeOff(batch, 2, Reason.RECALLED, "Opened for the inspector."));
    }

    private void writeOff(BatchName batch, int units, Reason reason, String note) {
        desks.writeOff(new SetAside.WriteOff(batch, units, reason, note, "WASTE-" + (101 + notes++)));
    }

    private void setAside(BatchName batch, int units, Action action, String note) {
        desks.quarantine(new SetAside.Quarantine(batch, units, action, note));
    }
}
