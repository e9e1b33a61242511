package app.mortar.desktop;

import app.mortar.stock.SetAside;
import java.util.Arrays;
import java.util.Locale;

/** Why units moved, as people read it: the ledger keeps a word of a closed set, or a sentence. */
public final class Reasons {
    private Reasons() {}

    /** The words for a reason of the ledger; what has no words of its own is shown as it stands, small. */
    public static String text(String reason) {
        boolean known = Arrays.stream(SetAside.Reason.values())
                .anyMatch(one -> one.name().equals(reason));
        if (known) {
            return Texts.of("reason." + reason.toLowerCase(Locale.ROOT));
        }
        boolean word = reason.matches("[A-Z_]+");
        return word ? reason.toLowerCase(Locale.ROOT).replace('_', ' ') : reason;
    }
}
