package app.mortar.fefo;

import java.util.List;

/** The answer to "can this be supplied?". There is no third answer. */
public sealed interface Allocation {
    /** Yes: from these batches, in the order they are to be taken. */
    record Filled(List<Pick> picks) implements Allocation {
        public Filled {
            picks = List.copyOf(picks);
        }
    }

    /** No: only so many units are free. */
    record Shortfall(int available) implements Allocation {}
}
