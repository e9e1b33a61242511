package app.mortar.store;

import app.mortar.settings.BadSettings;
import app.mortar.settings.ImportSettings;
import app.mortar.settings.MachineSettings;
import app.mortar.settings.SettingRow;
import app.mortar.settings.Settings;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings as they hold now. What the pharmacy keeps in its database may be changed on any machine, so it is read
 * again every few seconds, all of its few rows: that notices a change by whatever hand, and there is no version that
 * somebody could forget to raise. Whoever needs a setting asks here each time instead of remembering it.
 */
public final class LiveSettings implements Supplier<Settings>, AutoCloseable {
    /** Every server and desktop goes by a change after this long at the latest. */
    public static final Duration EVERY = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(LiveSettings.class);

    private final MachineSettings machine;
    private final KeptSettings kept;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("settings").factory());
    private volatile Settings known;
    private volatile Map<String, String> lastRead;

    /**
     * Reads them for the first time; at the very first start what this machine says is kept first.
     *
     * @throws BadSettings when a value kept in the database cannot be meant
     */
    public LiveSettings(MachineSettings machine, KeptSettings kept) {
        this.machine = machine;
        this.kept = kept;
        Map<String, String> first = kept.loadOrSeed(machine.seed());
        this.known = machine.with(first);
        this.lastRead = first;
    }

    @Override
    public Settings get() {
        return known;
    }

    /** How large a workbook this machine reads. */
    public ImportSettings imports() {
        return machine.imports();
    }

    /** The pharmacy's settings one by one, as this machine last read them; also a row that cannot be meant. */
    public List<SettingRow> rows() {
        return machine.rows(lastRead);
    }

    /** Begins to look for changes. */
    public LiveSettings watched() {
        var _ = timer.scheduleWithFixedDelay(this::refresh, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /**
     * Looks for changes at once. While the database is away, or keeps a value that cannot be meant, what was known
     * before goes on holding: a pharmacy that works must not stop for a bad row.
     */
    public synchronized void refresh() {
        try {
            Map<String, String> now = kept.load();
            if (now.equals(lastRead)) {
                return;
            }
            lastRead = now;
            known = machine.with(now);
            LOG.info("The pharmacy's settings have changed; the new ones hold from now on.");
        } catch (BadSettings bad) {
            LOG.error(
                    "The pharmacy's settings in the database cannot be meant, the earlier ones stay: {}",
                    bad.getMessage());
        } catch (SQLException away) {
            LOG.debug("The pharmacy's settings could not be read again", away);
        } catch (RuntimeException e) {
            LOG.error("The pharmacy's settings could not be read again, the earlier ones stay.", e);
        }
    }

    @Override
    public void close() {
        timer.shutdown(); // no interrupt: it would close the file of an embedded database
    }
}
