package app.mortar.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** {@code mortar selftest}. */
@Command(
        name = "selftest",
        description = {
            "Tries Mortar out on a scratch database: 50 simultaneous checkouts and a first-expiry-first-out run.",
            "Prints how many units were oversold (0). Exit code 0 or 1."
        })
public final class SelftestCommand implements Callable<Integer> {
    private final Console console;
    private final Supplier<Result> trial;

    /** What came of it, in lines to print. */
    public record Result(boolean ok, List<String> lines) {}

    public SelftestCommand(Console console, Supplier<Result> trial) {
        this.console = console;
        this.trial = trial;
    }

    @Override
    public Integer call() {
        Result result = trial.get();
        result.lines().forEach(console::print);
        return result.ok() ? Exit.DONE : Exit.FINDING;
    }
}
