package app.mortar;

import app.mortar.desktop.Ground;
import app.mortar.desktop.Launch;
import app.mortar.desktop.entry.SharedAddress;
import app.mortar.settings.MachineSettings;
import app.mortar.store.Database;
import app.mortar.store.OwnFile;
import app.mortar.store.SharedCheck;
import app.mortar.store.Use;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the windows need from the program under them. */
final class DesktopLaunch implements Launch {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopLaunch.class);

    private final Path home;
    private final Supplier<MachineSettings> machine;
    private final Map<String, String> environment;
    private final String host;
    private final Consumer<Path> logIn;

    /**
     * A launch.
     *
     * @param machine reads the settings of this machine anew
     * @param logIn moves the log to another home
     */
    DesktopLaunch(
            Path home,
            Supplier<MachineSettings> machine,
            Map<String, String> environment,
            String host,
            Consumer<Path> logIn) {
        this.home = home;
        this.machine = machine;
        this.environment = environment;
        this.host = host;
        this.logIn = logIn;
    }

    @Override
    public Path home() {
        return home;
    }

    @Override
    public boolean firstRun() {
        return machine.get().db().embedded() && !Database.begun(home);
    }

    @Override
    public Ground open() {
        MachineSettings settings = machine.get();
        if (settings.db().embedded()) {
            Database.makeHome(settings.home());
        }
        Wiring wiring = Wiring.open(settings, host, Use.DESKTOP, LOG::warn);
        return DesktopGround.of(wiring, settings, host, () -> {});
    }

    @Override
    public Ground demo() {
        DemoHome throwAway = DemoHome.make();
        logIn.accept(throwAway.folder());
        MachineSettings settings = MachineSettings.demo(environment, throwAway.folder(), ZoneId.systemDefault());
        Wiring wiring = Wiring.open(settings, host, Use.DESKTOP, LOG::warn);
        return DesktopGround.demo(wiring, settings, host, () -> {
            logIn.accept(home);
            throwAway.delete();
        });
    }

    @Override
    public Optional<String> tryShared(SharedAddress address) {
        return new SharedCheck(address.host(), Integer.parseInt(address.port()), address.database())
                .find(address.user(), address.password());
    }

    /** Writes the address into this machine's settings; whatever else stands there stays. */
    @Override
    public void keepShared(SharedAddress address) {
        Database.makeHome(home);
        Path file = home.resolve("mortar.properties");
        Map<String, String> settings = new TreeMap<>(OwnFile.read(file).orElse(Map.of()));
        settings.put("db.url", address.url());
        settings.put("db.user", address.user());
        settings.put("db.password", address.password());
        settings.replaceAll((key, value) -> value.replace("\\", "\\\\"));
        OwnFile.write(file, settings);
    }
}
