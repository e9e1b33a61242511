package app.mortar.demo;

import app.mortar.count.Rounds;
import app.mortar.count.Scope;
import java.time.LocalTime;
import java.util.List;

/** Somebody counts now and then, and mostly finds what the books say; one round is under way as the demo opens. */
final class Stocktaking {
    private static final LocalTime AFTER_CLOSING_TIME = LocalTime.of(19, 0);
    private static final int EXPECTED = 0;

    private final Desks desks;
    private final Diary diary;

    Stocktaking(Desks desks, Diary diary) {
        this.desks = desks;
        this.diary = diary;
    }

    /** Enters it all into the diary. */
    void expect() {
        for (int daysAgo : new int[] {61, 33, 19, 5}) {
            diary.note(daysAgo, AFTER_CLOSING_TIME, () -> {
                long round = desks.beginCount(title(daysAgo), Scope.TODAYS_TEN);
                List<Rounds.ToCount> sheet = desks.sheet(round);
                for (int i = 0; i < sheet.size(); i++) {
                    desks.count(Staff.ASSISTANT, round, sheet.get(i), i % 9 == 4 ? -1 : i % 13 == 7 ? 1 : EXPECTED);
                }
                desks.approveAndEnd(round);
            });
        }
        diary.noteMinutesAgo(80, () -> {
            long round = desks.beginCount(title(0), Scope.TODAYS_TEN);
            diary.noteMinutesAgo(20, () -> {
                List<Rounds.ToCount> sheet = desks.sheet(round);
                for (int i = 0; i < sheet.size() / 2; i++) {
                    desks.count(Staff.ASSISTANT, round, sheet.get(i), i == 2 ? -1 : EXPECTED);
                }
            });
        });
    }

    private String title(int daysAgo) {
        return "Today's ten, " + diary.today().minusDays(daysAgo);
    }
}
