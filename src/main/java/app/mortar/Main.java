package app.mortar;

import app.mortar.access.ApiKeys;
import app.mortar.access.StaffDesk;
import app.mortar.alert.TestMessage;
import app.mortar.books.Books;
import app.mortar.books.Report;
import app.mortar.cli.AgentCommand;
import app.mortar.cli.AgentText;
import app.mortar.cli.CheckCommand;
import app.mortar.cli.CommandLineProgram;
import app.mortar.cli.Console;
import app.mortar.cli.ImportCommand;
import app.mortar.cli.KeyCommand;
import app.mortar.cli.Log;
import app.mortar.cli.MigrateCommand;
import app.mortar.cli.NotifyCommand;
import app.mortar.cli.Opened;
import app.mortar.cli.PasswordPrompt;
import app.mortar.cli.Refused;
import app.mortar.cli.ReportCommand;
import app.mortar.cli.ReportJson;
import app.mortar.cli.ScanCommand;
import app.mortar.cli.SelftestCommand;
import app.mortar.cli.ServeCommand;
import app.mortar.cli.TemplateCommand;
import app.mortar.cli.UserCommand;
import app.mortar.desktop.DesktopProgram;
import app.mortar.kernel.Actor;
import app.mortar.report.Reports;
import app.mortar.settings.ImportSettings;
import app.mortar.settings.MachineSettings;
import app.mortar.store.Database;
import app.mortar.store.Use;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The command {@code mortar}: every command, with what it needs, built when it is needed. */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private final Console console;
    private final PasswordPrompt passwords;
    private final Map<String, String> environment;
    private final Consumer<LogWish> logging;

    /** Where a command wants its log. */
    record LogWish(Log log, Path home) {}

    Main(Console console, PasswordPrompt passwords, Map<String, String> environment, Consumer<LogWish> logging) {
        this.console = console;
        this.passwords = passwords;
        this.environment = environment;
        this.logging = logging;
    }

    public static void main(String[] args) {
        Main main =
                new Main(Console.ofThisProcess(), PasswordPrompt.ofThisProcess(), System.getenv(), wish -> wish.log()
                        .start(wish.home()));
        System.exit(main.run(args));
    }

    int run(String... args) {
        return new CommandLineProgram(console, version(), this::desktop, commands()).run(args);
    }

    private List<Callable<Integer>> commands() {
        return List.of(
                new ServeCommand(console, this::serve, Main::whenToldToStop),
                new MigrateCommand(console, this::migrate),
                new KeyCommand(console, this::keys),
                new UserCommand(console, passwords, this::staff),
                new ImportCommand(console, () -> open(Wiring::productIntake), () -> open(Wiring::stockIntake)),
                new TemplateCommand(console),
                new ReportCommand(console, this::reports),
                new CheckCommand(console, this::check),
                new AgentCommand(console, this::agentStatus),
                new NotifyCommand(console, this::testMessages),
                new ScanCommand(Clock.system(ZoneId.systemDefault()), writer(console.out()), writer(console.err())),
                new SelftestCommand(console, this::trial));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    private ServeCommand.Running serve(ServeCommand.Wish wish) {
        return wish.demo() ? demo(wish) : serve(wish, machine(Log.SERVER));
    }

    private ServeCommand.Running serve(ServeCommand.Wish wish, MachineSettings machine) {
        if (!machine.http().enabled()) {
            throw Refused.usage("http.enabled is false on this machine, so there is nothing to serve.");
        }
        Wiring wiring = Wiring.open(machine, host(), Use.SERVE, LOG::warn);
        return Serving.start(wiring, wiring.served(), wish);
    }

    /** The same on a database that is made for it and gone afterwards. */
    private ServeCommand.Running demo(ServeCommand.Wish wish) {
        DemoHome home = DemoHome.make();
        MachineSettings machine = MachineSettings.demo(environment, home.folder(), ZoneId.systemDefault());
        logging.accept(new LogWish(Log.SERVER, home.folder()));
        Wiring wiring = Wiring.open(machine, host(), Use.SERVE, LOG::warn);
        Wiring.Served served = wiring.served();
        String key = served.fillWithDemo(Wiring.commandLine(osUser(), host()));
        return Serving.start(wiring, served, wish)
                .saying(List.of("demo key: " + key, "demo home: " + home.folder()))
                .andThen(home::delete);
    }

    /** Opens the windows; a machine without a display is told what to run instead. */
    private boolean desktop(boolean demo) throws InterruptedException {
        Displays.mustBeThere(environment);
        MachineSettings machine = machine(Log.DESKTOP);
        DesktopLaunch launch = new DesktopLaunch(
                machine.home(),
                () -> MachineSettings.read(environment, ZoneId.systemDefault()),
                environment,
                host(),
                home -> logging.accept(new LogWish(Log.DESKTOP, home)));
        return Displays.orSaid(() -> new DesktopProgram(launch, version()).run(demo));
    }

    private static void whenToldToStop(Runnable stop) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(stop));
    }

    private CheckCommand.Verdict check(boolean repair) {
        try (Wiring wiring = Wiring.open(machine(Log.COMMAND), host(), Use.COMMAND, console::warn)) {
            Actor who = Wiring.commandLine(osUser(), host());
            Books books = wiring.books();
            if (repair) {
                books.repair(who);
            }
            Report report = books.check(who);
            return new CheckCommand.Verdict(report.ok(), ReportJson.of(report));
        }
    }

    private SelftestCommand.Result trial() {
        try (Scratch scratch = Scratch.open()) {
            return new Trial(scratch.transactions(), Actor.commandLine(osUser(), host())).run();
        }
    }

    private String migrate() {
        MachineSettings machine = machine(Log.COMMAND);
        machine.warnings().forEach(console::warn);
        return Database.migrate(machine.db(), machine.home(), host());
    }

    private AgentCommand.Answer agentStatus() {
        try (Wiring wiring = Wiring.open(machine(Log.COMMAND), host(), Use.COMMAND, console::warn)) {
            return AgentText.of(wiring.agentStatus(Wiring.commandLine(osUser(), host())));
        }
    }

    private Opened<TestMessage> testMessages() {
        Wiring wiring = Wiring.open(machine(Log.COMMAND), host(), Use.COMMAND, console::warn);
        return new Opened<>(wiring.testMessage(), Wiring.commandLine(osUser(), host()), wiring::close);
    }

    private Opened<ApiKeys> keys() {
        Wiring wiring = Wiring.open(machine(Log.COMMAND), host(), Use.COMMAND, console::warn);
        return new Opened<>(wiring.keys(), Wiring.commandLine(osUser(), host()), wiring::close);
    }

    private Opened<Reports> reports() {
        Wiring wiring = Wiring.open(machine(Log.COMMAND), host(), Use.COMMAND, console::warn);
        return new Opened<>(wiring.reports(), Wiring.commandLine(osUser(), host()), wiring::close);
    }

    private Opened<StaffDesk> staff() {
        Wiring wiring = Wiring.open(machine(Log.COMMAND), host(), Use.COMMAND, console::warn);
        return new Opened<>(wiring.staff(), Wiring.commandLine(osUser(), host()), wiring::close);
    }

    private <T> Opened<T> open(BiFunction<Wiring, ImportSettings, T> desk) {
        MachineSettings machine = machine(Log.COMMAND);
        Wiring wiring = Wiring.open(machine, host(), Use.COMMAND, console::warn);
        return new Opened<>(desk.apply(wiring, machine.imports()), Wiring.commandLine(osUser(), host()), wiring::close);
    }

    /** Reads the settings of this machine and begins to log. */
    private MachineSettings machine(Log log) {
        MachineSettings machine = MachineSettings.read(environment, ZoneId.systemDefault());
        if (machine.db().embedded()) {
            Database.makeHome(machine.home());
        }
        logging.accept(new LogWish(log, machine.home()));
        return machine;
    }

    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    private static String osUser() {
        return System.getProperty("user.name", "unknown");
    }

    /** This machine's name, without asking the network where that can be avoided. */
    private String host() {
        String named = environment.getOrDefault("COMPUTERNAME", "");
        if (!named.isBlank()) {
            return named;
        }
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException notLinux) {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException nameless) {
                return "localhost";
            }
        }
    }
}
