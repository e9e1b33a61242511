package app.mortar.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** {@code mortar migrate}. */
@Command(
        name = "migrate",
        description = {
            "Brings the schema of the database up to date.",
            "A start does the same unless db.migrate is false. Where db.owner-user is set, this works as that login."
        })
public final class MigrateCommand implements Callable<Integer> {
    private final Console console;
    private final Supplier<String> migration;

    /**
     * The command.
     *
     * @param migration migrates and answers the version reached
     */
    public MigrateCommand(Console console, Supplier<String> migration) {
        this.console = console;
        this.migration = migration;
    }

    @Override
    public Integer call() {
        console.print("The schema is current: " + migration.get());
        return Exit.DONE;
    }
}
