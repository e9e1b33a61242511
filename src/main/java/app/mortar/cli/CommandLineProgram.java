package app.mortar.cli;

import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.NotPermitted;
import app.mortar.settings.BadSettings;
import app.mortar.store.CannotOpen;
import app.mortar.store.StoreUnavailable;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Reads the command line, runs one command, and turns whatever comes of it into lines and an exit code. */
public final class CommandLineProgram {
    private static final Logger LOG = LoggerFactory.getLogger(CommandLineProgram.class);

    private final Console console;
    private final CommandLine line;
    private final MortarCommand top;

    /**
     * Puts the program together.
     *
     * @param windows what {@code mortar} alone opens
     * @param commands everything after {@code mortar}, in the order of the help; each carries picocli's annotations
     */
    public CommandLineProgram(
            Console console, String version, MortarCommand.Windows windows, List<Callable<Integer>> commands) {
        this.console = console;
        this.top = new MortarCommand(console, windows);
        this.line = new CommandLine(top);
        commands.forEach(command -> line.addSubcommand(command));
        line.getCommandSpec()
                .version("mortar " + version)
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Says which version this is, and ends.")
                        .build());
        addHelp(line.getCommandSpec());
        line.setOut(writer(console.out()))
                .setErr(writer(console.err()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler((e, args) -> misread(e))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e));
    }

    /** Runs the command that {@code args} name; answers the exit code. */
    public int run(String... args) {
        int code = line.execute(args);
        if (code == Exit.DONE) {
            console.tellWarnings();
        }
        return code;
    }

    /** Every command explains itself, however deep it stands. */
    private static void addHelp(CommandSpec command) {
        if (command.findOption("--help") == null) {
            command.addOption(OptionSpec.builder("-h", "--help")
                    .usageHelp(true)
                    .description("Says how this is used, and ends.")
                    .build());
        }
        command.subcommands().values().forEach(below -> addHelp(below.getCommandSpec()));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, stream.charset()), true);
    }

    private int misread(CommandLine.ParameterException e) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        List<String> unmatched =
                e instanceof CommandLine.UnmatchedArgumentException unknown ? unknown.getUnmatched() : List.of();
        boolean noSuchCommand = !unmatched.isEmpty()
                && !unmatched.getFirst().startsWith("-")
                && !command.subcommands().isEmpty();
        if (e instanceof NoCommand) {
            console.error(command.qualifiedName() + " needs one of "
                    + String.join(", ", command.subcommands().keySet()) + "; see `" + command.qualifiedName()
                    + " --help`.");
            return Exit.USAGE;
        }
        String what = noSuchCommand
                ? "There is no command \"" + String.join(" ", command.qualifiedName(), unmatched.getFirst()) + "\""
                : String.valueOf(e.getMessage());
        console.error(what + (what.endsWith(".") ? " " : "; ") + "see `" + command.qualifiedName() + " --help`.");
        return Exit.USAGE;
    }

    /** A command that only holds others was called by itself. */
    static final class NoCommand extends CommandLine.ParameterException {
        NoCommand(CommandSpec command) {
            super(command.commandLine(), "A command is missing");
        }
    }

    private int failed(Exception e) {
        if (top.debug()) {
            e.printStackTrace(console.err());
        }
        return switch (e) {
            case Refused refused -> said(refused.exitCode(), refused.getMessage());
            case InvalidInput refused -> said(Exit.FINDING, refused.getMessage());
            case NotPermitted refused -> said(Exit.FINDING, refused.getMessage());
            case BadSettings bad -> said(Exit.USAGE, bad.getMessage());
            case CannotOpen cannot -> {
                LOG.error("{}", cannot.getMessage(), cannot);
                yield said(Exit.USAGE, cannot.getMessage());
            }
            case StoreUnavailable away -> {
                LOG.error("The database failed", away);
                yield said(Exit.USAGE, away.getMessage());
            }
            default -> {
                LOG.error("A command failed", e);
                yield said(
                        Exit.USAGE,
                        "Something is wrong inside Mortar (" + e
                                + "); the log in Mortar's home, or --debug, says more.");
            }
        };
    }

    private int said(int code, @Nullable String message) {
        console.error(String.valueOf(message));
        return code;
    }
}
