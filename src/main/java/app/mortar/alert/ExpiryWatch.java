package app.mortar.alert;

import app.mortar.expiry.ExpiryStages;
import app.mortar.kernel.Actor;
import app.mortar.settings.AlertSettings;
import app.mortar.store.Transactions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Tells of batches that have entered a stage of their expiry: one digest for each stage on a day. */
public final class ExpiryWatch {
    /** The name of this job in its mark. */
    public static final String JOB = "expiry";

    private final ExpiryStages stages;
    private final Outbox outbox;
    private final Supplier<AlertSettings> settings;

    public ExpiryWatch(ExpiryStages stages, Outbox outbox, Supplier<AlertSettings> settings) {
        this.stages = stages;
        this.outbox = outbox;
        this.settings = settings;
    }

    /**
     * Looks at all batches.
     *
     * @return how many have entered a stage since the last look
     */
    public int check(Transactions transactions, Actor actor) {
        return transactions.write(actor, tx -> {
            List<ExpiryStages.Entered> entered =
                    stages.enter(tx, settings.get().expiry().stages());
            Map<Integer, List<Mentions.OfBatch>> digests = new TreeMap<>(Comparator.naturalOrder());
            entered.forEach(one -> digests.computeIfAbsent(one.stage(), stage -> new ArrayList<>())
                    .add(new Mentions.OfBatch(one.batch(), one.goodUnits())));
            digests.forEach((stage, batches) -> outbox.tellOfExpiry(tx, stage, batches));
            return entered.size();
        });
    }
}
