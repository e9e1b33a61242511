package app.mortar;

import app.mortar.access.ApiKeys;
import app.mortar.kernel.Actor;
import app.mortar.settings.MachineSettings;
import app.mortar.settings.Settings;
import app.mortar.store.Database;
import app.mortar.store.Transactions;
import app.mortar.store.Use;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Builds every object once, in reading order, from the open database upwards. */
final class Wiring implements AutoCloseable {
    private final Database database;
    private final Settings settings;
    private final Clock clock = Clock.systemUTC();
    private final ExecutorService later = Executors.newVirtualThreadPerTaskExecutor();

    private Wiring(Database database, Settings settings) {
        this.database = database;
        this.settings = settings;
    }

    /**
     * Opens the database that this machine's settings name, and reads what the pharmacy keeps in it.
     *
     * @param warn takes what is odd about the settings, in sentences
     */
    static Wiring open(MachineSettings machine, String host, Use use, Consumer<String> warn) {
        Database database = Database.open(machine.db(), machine.home(), host, use);
        try {
            Settings settings = machine.with(database.kept().loadOrSeed(machine.seed()));
            settings.warnings().forEach(warn);
            return new Wiring(database, settings);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    Settings settings() {
        return settings;
    }

    /** The desk for API keys, which needs no entity and so opens fast. */
    ApiKeys keys() {
        return new ApiKeys(transactions(List.of()), clock, later);
    }

    /** Somebody at the command line of this machine. */
    static Actor commandLine(String osUser, String host) {
        return Actor.commandLine(osUser, host);
    }

    private Transactions transactions(List<Class<?>> entities) {
        return database.transactions(entities, () -> settings.pharmacy().zone());
    }

    @Override
    public void close() {
        later.close();
        database.close();
    }
}
