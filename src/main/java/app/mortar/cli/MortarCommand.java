package app.mortar.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What there is without a command: help, the version, and, once it exists, the desktop. */
@Command(
        name = "mortar",
        synopsisSubcommandLabel = "COMMAND",
        description = "The pharmacy's stock back-office.",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Settings stand in mortar.properties in the home folder (MORTAR_HOME);",
            "an environment variable such as MORTAR_HTTP_PORT overrides one.",
            "Exit codes: 0 done, 1 a finding or refused input, 2 wrong usage or environment."
        })
final class MortarCommand implements Callable<Integer> {
    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Adds the stack trace to an error.")
    private boolean debug;

    @Option(names = "--demo", hidden = true)
    private boolean demo;

    boolean debug() {
        return debug;
    }

    @Override
    public Integer call() {
        throw Refused.usage("The desktop is not part of this version; run `mortar serve" + (demo ? " --demo" : "")
                + "`, or see `mortar --help`.");
    }
}
