package app.mortar.cli;

import app.mortar.intake.Template;
import app.mortar.workbook.Unwritable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mortar template products} and {@code template stock}. */
@Command(
        name = "template",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Writes an empty workbook to fill in for `mortar import`. Its columns are formatted as text, so that Excel",
            "makes no numbers or dates of codes."
        },
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n")
public final class TemplateCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    public TemplateCommand(Console console) {
        this.console = console;
        this.spec = CommandSpec.create();
    }

    @Override
    public Integer call() {
        throw new CommandLineProgram.NoCommand(spec);
    }

    @Command(name = "products", description = "Writes an empty products list.")
    int products(@Parameters(paramLabel = "FILE.xlsx", description = "The workbook to write.") Path file) {
        return write(Template.PRODUCTS, file);
    }

    @Command(name = "stock", description = "Writes an empty list for opening stock.")
    int stock(@Parameters(paramLabel = "FILE.xlsx", description = "The workbook to write.") Path file) {
        return write(Template.STOCK, file);
    }

    private int write(Template template, Path file) {
        if (Files.exists(file)) {
            throw Refused.input(file + " is there already and may have been filled in; choose another name.");
        }
        try {
            template.write(file);
        } catch (Unwritable e) {
            throw Refused.usage(String.valueOf(e.getMessage()));
        }
        console.print("Wrote " + file);
        return Exit.DONE;
    }
}
