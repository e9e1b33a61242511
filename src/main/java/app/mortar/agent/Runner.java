package app.mortar.agent;

import app.mortar.kernel.Actor;
import app.mortar.store.JobMark;
import app.mortar.store.StoreUnavailable;
import app.mortar.store.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one job when it is time, and marks how it went. A job that fails is tried again at its next time. */
public final class Runner {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    private final Transactions transactions;
    private final Actor agent;

    private final JobMeters meters;

    public Runner(Transactions transactions, Actor agent, JobMeters meters) {
        this.transactions = transactions;
        this.agent = agent;
        this.meters = meters;
    }

    Transactions transactions() {
        return transactions;
    }

    Actor agent() {
        return agent;
    }

    void announce(Job job) {
        meters.announce(job.name());
    }

    void run(Job job) {
        try {
            if (transactions.read(agent, job::isTime)) {
                meters.run(job.name(), job.work());
                transactions.run(
                        agent, tx -> JobMark.ran(tx, job.name(), job.gap().get()));
            }
        } catch (StoreUnavailable away) {
            LOG.warn("The job '{}' waits for its next time: {}", job.name(), away.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The job '{}' failed and is tried again at its next time.", job.name(), e);
            mark(job, e);
        }
    }

    private void mark(Job job, RuntimeException failure) {
        try {
            transactions.run(
                    agent,
                    tx -> JobMark.failed(
                            tx, job.name(), failure.getClass().getSimpleName() + ": " + failure.getMessage()));
        } catch (RuntimeException e) {
            LOG.warn("That the job '{}' failed could not be marked.", job.name(), e);
        }
    }
}
