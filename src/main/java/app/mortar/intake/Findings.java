package app.mortar.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is found while a list is read: faults, and remarks that stop nobody. */
final class Findings {
    private static final int MOST_REMARKS = 50;

    private final List<Fault> faults = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private int total;

    private record Tally(String firstCell, int count) {}

    void fault(Fault fault) {
        total++;
        if (faults.size() < Faults.KEPT) {
            faults.add(fault);
        }
    }

    /** One sentence. */
    void remark(String sentence) {
        if (remarks.size() < MOST_REMARKS) {
            remarks.add(sentence);
        }
    }

    /** A sentence that fits many cells; told once, with the first of them and their count. */
    void remark(String sentence, String cell) {
        tallies.merge(sentence, new Tally(cell, 1), (known, one) -> new Tally(known.firstCell(), known.count() + 1));
    }

    int total() {
        return total;
    }

    boolean clean() {
        return total == 0;
    }

    Faults faults() {
        return new Faults(faults, total);
    }

    List<String> remarks() {
        List<String> all = new ArrayList<>(remarks);
        tallies.forEach((sentence, tally) -> all.add(sentence + " (" + tally.firstCell()
                + (tally.count() == 1 ? ")" : " and " + (tally.count() - 1) + " more)")));
        return all;
    }
}
