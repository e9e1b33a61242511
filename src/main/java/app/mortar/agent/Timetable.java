package app.mortar.agent;

import app.mortar.kernel.Actor;
import app.mortar.store.Kind;
import app.mortar.store.Transactions;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the timetable together with every other program on the same database: whoever comes first takes a job, and each
 * is run once for its time. What a program had in hand when it was killed is taken over within half a minute.
 */
public final class Timetable implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Timetable.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration ALIVE = Duration.ofSeconds(4);
    private static final int MISSED = 4;

    /** Longer without a heartbeat than this, whoever had a job in hand is taken for dead. */
    static final Duration DEAD = ALIVE.multipliedBy(MISSED);

    /** The scheduler looks for the dead at every second heartbeat, and for what is due at each look. */
    static final Duration TAKEN_OVER = DEAD.plus(ALIVE.multipliedBy(2)).plus(LOOK);

    private static final int AT_ONCE = 4;
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(10);

    private final Transactions transactions;
    private final Actor agent;
    private final String name;
    private final List<Job> jobs;
    private final Runner runner;
    private final SharedTime time;
    private final Scheduler scheduler;
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("heartbeat").factory());

    /**
     * A timetable that is not kept yet.
     *
     * @param source the same database, for the scheduler's own table
     * @param name different for each program on the database
     */
    public Timetable(DataSource source, Kind kind, Runner runner, String name, Jobs jobs) {
        this.transactions = runner.transactions();
        this.agent = runner.agent();
        this.name = name;
        this.jobs = jobs.all();
        this.runner = runner;
        this.jobs.forEach(runner::announce);
        this.time = new SharedTime(() -> transactions.read(agent, tx -> tx.now()));
        this.scheduler = scheduler(source, kind);
    }

    private Scheduler scheduler(DataSource source, Kind kind) {
        List<RecurringTask<Void>> tasks = jobs.stream().map(this::task).toList();
        var builder = Scheduler.create(source)
                .startTasks(tasks)
                .schedulerName(new SchedulerName.Fixed(name))
                .threads(AT_ONCE)
                .pollingInterval(LOOK)
                .heartbeatInterval(ALIVE)
                .missedHeartbeatsLimit(MISSED)
                .shutdownMaxWait(LONGEST_GOODBYE)
                .commitWhenAutocommitDisabled(true)
                .failureLogging(LogLevel.WARN, true)
                .clock(time);
        return switch (kind) {
            case POSTGRESQL -> builder.pollUsingLockAndFetch(0.5, 1.0).build();
            case H2 -> builder.pollUsingFetch(0.5, 1.0).build();
        };
    }

    private RecurringTask<Void> task(Job job) {
        return Tasks.recurring(job.name(), new After(job.pause())).execute((instance, context) -> runner.run(job));
    }

    /** So long after the end of the last run, as the settings say at that moment. */
    private record After(Supplier<Duration> pause) implements Schedule {
        @Override
        public Instant getNextExecutionTime(ExecutionComplete done) {
            return done.getTimeDone().plus(pause.get());
        }

        @Override
        public Instant getInitialExecutionTime(Instant now) {
            return now;
        }

        @Override
        public boolean isDeterministic() {
            return false;
        }
    }

    /** Begins; jobs that are due, or were missed, are run at once. */
    public void start() {
        scheduler.start();
        var _ = pulse.scheduleWithFixedDelay(this::beat, 0, Heartbeat.INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void beat() {
        try {
            time.refresh();
            transactions.run(agent, tx -> {
                Heartbeat.beat(tx, name);
                jobs.forEach(job -> tx.session()
                        .createNativeMutationQuery("""
                                update scheduled_tasks set execution_time = :now, version = version + 1
                                where task_name = :job and not picked and execution_time > :latest""")
                        .setParameter("now", tx.now())
                        .setParameter("job", job.name())
                        // a shorter pause was set meanwhile: nobody waits for the end of the longer one
                        .setParameter("latest", tx.now().plus(job.pause().get()).plus(LOOK))
                        .executeUpdate());
            });
        } catch (RuntimeException e) {
            LOG.warn("The heartbeat was not written: {}", e.getMessage());
        }
    }

    /** Ends; a job that runs is let finish for a moment, and what is left of it is taken over by others. */
    @Override
    public void close() {
        letTheHeartbeatFinish();
        scheduler.stop();
        try {
            transactions.run(agent, tx -> Heartbeat.stop(tx, name));
        } catch (RuntimeException e) {
            LOG.warn("That this program has ended could not be written: {}", e.getMessage());
        }
    }

    /** An interrupt in the middle of a write would close the file of an embedded database under everybody. */
    private void letTheHeartbeatFinish() {
        pulse.shutdown();
        try {
            if (!pulse.awaitTermination(LONGEST_GOODBYE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("The last heartbeat is still under way");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
