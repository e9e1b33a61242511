package app.mortar.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What there is without a command: the desktop, help and the version. */
@Command(
        name = "mortar",
        synopsisSubcommandLabel = "COMMAND",
        description = {"The pharmacy's stock back-office. Without a command it opens the desktop."},
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Settings stand in mortar.properties in the home folder (MORTAR_HOME);",
            "an environment variable such as MORTAR_HTTP_PORT overrides one.",
            "Exit codes: 0 done, 1 a finding or refused input, 2 wrong usage or environment."
        })
public final class MortarCommand implements Callable<Integer> {
    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Adds the stack trace to an error.")
    private boolean debug;

    @Option(names = "--demo", description = "Opens the desktop on a throw-away database with a demonstration pharmacy.")
    private boolean demo;

    private final Console console;
    private final Windows windows;

    /** Opens the windows and waits until they are closed; false when they are open already. */
    @FunctionalInterface
    public interface Windows {
        boolean open(boolean demo) throws InterruptedException;
    }

    MortarCommand(Console console, Windows windows) {
        this.console = console;
        this.windows = windows;
    }

    boolean debug() {
        return debug;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!windows.open(demo)) {
            console.print("Mortar is open on this computer already; its window comes to the front.");
        }
        return Exit.DONE;
    }
}
