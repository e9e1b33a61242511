package app.mortar.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to be done when a try of a transaction has ended. What fails here is logged: the try itself is over. */
final class Afterwards {
    private static final Logger LOG = LoggerFactory.getLogger(Afterwards.class);

    private final List<Runnable> whenCommitted = new ArrayList<>();
    private final List<Consumer<Transactions>> whenRolledBack = new ArrayList<>();

    void whenCommitted(Runnable act) {
        whenCommitted.add(act);
    }

    void whenRolledBack(Consumer<Transactions> act) {
        whenRolledBack.add(act);
    }

    void committed() {
        whenCommitted.forEach(Afterwards::safely);
    }

    void rolledBack(Transactions transactions) {
        whenRolledBack.forEach(act -> safely(() -> act.accept(transactions)));
    }

    private static void safely(Runnable act) {
        try {
            act.run();
        } catch (RuntimeException e) {
            LOG.error("What was to follow a transaction failed.", e);
        }
    }
}
