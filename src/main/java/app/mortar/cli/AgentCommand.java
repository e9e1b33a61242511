package app.mortar.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mortar agent status}. */
@Command(
        name = "agent",
        synopsisSubcommandLabel = "COMMAND",
        description = "What a server does by itself: sweeps, checks, alerts.",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n")
public final class AgentCommand implements Callable<Integer> {
    private final Console console;
    private final Supplier<Answer> status;

    @Spec
    private CommandSpec spec;

    /**
     * How the agent does.
     *
     * @param alive whether anybody keeps the timetable
     * @param table for people
     * @param json for programs
     */
    public record Answer(boolean alive, String table, String json) {}

    public AgentCommand(Console console, Supplier<Answer> status) {
        this.console = console;
        this.status = status;
        this.spec = CommandSpec.create();
    }

    @Override
    public Integer call() {
        throw new CommandLineProgram.NoCommand(spec);
    }

    @Command(
            name = "status",
            description = {
                "Says which programs keep the timetable, when each job was last done and where, and what the last check"
                        + " of the books found.",
                "Exit code 1 when there has been no heartbeat for two minutes."
            })
    int status(@Option(names = "--json", description = "The same as one JSON object.") boolean asJson) {
        Answer answer = status.get();
        console.print(asJson ? answer.json() : answer.table());
        return answer.alive() ? Exit.DONE : Exit.FINDING;
    }
}
