package app.mortar.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mortar check}. */
@Command(
        name = "check",
        description = {
            "Checks that the books add up, and prints one JSON object:",
            "{\"ok\":true|false,\"checks\":[{\"name\",\"ok\",\"violations\":[…]}]}. Exit code 0 or 1."
        })
public final class CheckCommand implements Callable<Integer> {
    private final Console console;
    private final Books books;

    @Option(
            names = "--repair",
            description =
                    "Rebuilds reserved quantities from holds and stock quantities from batches first. A batch that"
                            + " differs from its ledger is only reported.")
    private boolean repair;

    /** Checks the books. */
    @FunctionalInterface
    public interface Books {
        Verdict check(boolean repair);
    }

    /**
     * What came of it.
     *
     * @param json the whole answer
     */
    public record Verdict(boolean ok, String json) {}

    public CheckCommand(Console console, Books books) {
        this.console = console;
        this.books = books;
    }

    @Override
    public Integer call() {
        Verdict verdict = books.check(repair);
        console.print(verdict.json());
        return verdict.ok() ? Exit.DONE : Exit.FINDING;
    }
}
