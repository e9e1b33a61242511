package app.mortar.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to be done when a try of a transaction has ended. What fails here is logged: the try itself is over. */
final class Afterwards {
    private static final Logger LOG = LoggerFactory.getLogger(Afterwards.class);

    private final Set<Runnable> afterCommit = new LinkedHashSet<>();
    private final List<Consumer<Transactions>> afterRollback = new ArrayList<>();

    void afterCommit(Runnable act) {
        afterCommit.add(act);
    }

    void afterRollback(Consumer<Transactions> act) {
        afterRollback.add(act);
    }

    void committed() {
        afterCommit.forEach(Afterwards::safely);
    }

    void rolledBack(Transactions transactions) {
        afterRollback.forEach(act -> safely(() -> act.accept(transactions)));
    }

    private static void safely(Runnable act) {
        try {
            act.run();
        } catch (RuntimeException e) {
            LOG.error("What was to follow a transaction failed.", e);
        }
    }
}
