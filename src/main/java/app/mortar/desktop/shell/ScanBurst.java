package app.mortar.desktop.shell;

import app.mortar.gs1.Separators;
import java.time.Duration;
import java.util.List;

/**
 * Tells a scanner from a person at the keyboard: a scanner sends its characters with hardly a gap and ends with Enter
 * or Tab. Knows nothing of windows; is told each key and answers what is to become of it.
 */
final class ScanBurst {
    /** Fewer characters are somebody's fast fingers. */
    static final int SHORTEST = 5;

    /** A code holds a number; what holds fewer digits was typed while the machine was busy. */
    private static final int FEWEST_DIGITS = 4;

    private static final char GS = 0x1D;
    /** A scanner that has begun may be held up by a busy machine for so many gaps. */
    private static final int PATIENCE = 3;

    private final long gap;
    private final List<String> substitutes;
    private final StringBuilder heard = new StringBuilder();
    private long last;

    /** What is to become of a key. */
    enum Verdict {
        /** It begins something; let it through, but remember what was in the field before. */
        FIRST,
        /** It may belong to a scan: keep it back. */
        HOLD,
        /** It ended a scan: the burst has it. */
        SCAN,
        /** It belongs to nothing: let through what was kept back, then it. */
        PASS
    }

    /**
     * A listener.
     *
     * @param gap the longest pause inside a scan
     * @param substitutes what scanners send for the separator here, besides the usual
     */
    ScanBurst(Duration gap, Separators substitutes) {
        this.gap = gap.toNanos();
        this.substitutes = List.copyOf(substitutes.substitutes());
    }

    /** A character was typed at that moment. */
    Verdict typed(char c, long nano) {
        boolean fast = isFast(nano);
        last = nano;
        if (!fast) {
            heard.setLength(0);
            heard.append(c);
            return Verdict.FIRST;
        }
        heard.append(c);
        return Verdict.HOLD;
    }

    /** The separator was typed, as 0x1D or as Ctrl and a bracket. */
    Verdict separator(long nano) {
        return typed(GS, nano);
    }

    /** Enter or Tab was pressed. */
    Verdict end(long nano) {
        boolean scan = isFast(nano) && looksLikeACode();
        if (!scan) {
            heard.setLength(0);
        }
        return scan ? Verdict.SCAN : Verdict.PASS;
    }

    /** A busy machine hands over what a person typed in one go: words are never taken for a scan. */
    private boolean looksLikeACode() {
        return heard.length() >= SHORTEST
                && heard.indexOf(" ") < 0
                && heard.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS;
    }

    /** Whether a scan would have gone on by now: if not, what was kept back was typed by a person. */
    boolean isOver(long nano) {
        return !isFast(nano);
    }

    /** Begins anew. */
    void forget() {
        heard.setLength(0);
    }

    /** What was scanned, every separator as 0x1D, and forgets it. */
    String take() {
        String text = heard.toString();
        heard.setLength(0);
        for (String substitute : substitutes) {
            text = text.replace(substitute, Character.toString(GS));
        }
        return text.replace("{GS}", "\u001D").replace("<GS>", "\u001D").replace("\u241D", "\u001D");
    }

    private boolean isFast(long nano) {
        long allowed = heard.length() >= SHORTEST ? gap * PATIENCE : gap;
        return !heard.isEmpty() && nano - last < allowed;
    }
}
