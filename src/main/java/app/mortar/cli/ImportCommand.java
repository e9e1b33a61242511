package app.mortar.cli;

import app.mortar.intake.Faults;
import app.mortar.intake.Intake;
import app.mortar.intake.ProductIntake;
import app.mortar.intake.StockIntake;
import app.mortar.intake.ToMend;
import app.mortar.workbook.Unwritable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mortar import products} and {@code import stock}. */
@Command(
        name = "import",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Takes an Excel workbook in, all of it or nothing. What must be mended first is printed, one line for each",
            "cell; `mortar template` writes an empty list to start from."
        },
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n")
public final class ImportCommand implements Callable<Integer> {
    private final Console console;
    private final Supplier<Opened<ProductIntake>> products;
    private final Supplier<Opened<StockIntake>> stock;

    @Spec
    private CommandSpec spec;

    /** What both imports are told. */
    static final class Order {
        @Parameters(paramLabel = "FILE.xlsx", description = "The workbook.")
        @SuppressWarnings("NullAway.Init")
        private Path file;

        @Option(names = "--dry-run", description = "Says what would come of it, and changes nothing.")
        private boolean rehearsal;

        @Option(
                names = "--to-mend",
                paramLabel = "OUT.xlsx",
                description = "Writes what must be mended to a workbook as well.")
        private Optional<Path> toMend = Optional.empty();
    }

    /**
     * The command.
     *
     * @param products opens the desk for products lists
     * @param stock opens the desk for opening stock lists
     */
    public ImportCommand(
            Console console, Supplier<Opened<ProductIntake>> products, Supplier<Opened<StockIntake>> stock) {
        this.console = console;
        this.products = products;
        this.stock = stock;
        this.spec = CommandSpec.create();
    }

    @Override
    public Integer call() {
        throw new CommandLineProgram.NoCommand(spec);
    }

    @Command(
            name = "products",
            description = {
                "Lists the products whose SKU is new, and changes those that are known. A column that the list does",
                "not have leaves what is known; a blank cell clears it."
            })
    int products(@Mixin Order order) {
        mustExist(order.file);
        try (Opened<ProductIntake> opened = products.get()) {
            ProductIntake desk = opened.desk();
            return told(
                    order,
                    order.rehearsal
                            ? desk.rehearse(opened.actor(), order.file, console::progress)
                            : desk.take(opened.actor(), order.file, console::progress));
        }
    }

    @Command(
            name = "stock",
            description = {
                "Books what lies on the shelves on the day the books are opened. The same list is booked once; what",
                "comes in later is booked by goods-in."
            })
    int stock(
            @Mixin Order order,
            @Option(
                            names = "--allow-expired",
                            description = "Books rows that are past their date too; they cannot be sold.")
                    boolean withExpired) {
        mustExist(order.file);
        try (Opened<StockIntake> opened = stock.get()) {
            StockIntake desk = opened.desk();
            return told(
                    order,
                    order.rehearsal
                            ? desk.rehearse(opened.actor(), order.file, withExpired, console::progress)
                            : desk.take(opened.actor(), order.file, withExpired, console::progress));
        }
    }

    private static void mustExist(Path file) {
        if (!Files.exists(file)) {
            throw Refused.usage("There is no file " + file + ".");
        }
    }

    private int told(Order order, Intake outcome) {
        boolean would = order.rehearsal;
        return switch (outcome) {
            case Intake.Products done ->
                done(
                        would,
                        "Products: " + done.added() + (would ? " would be added, " : " added, ") + done.changed()
                                + (would ? " would be changed, " : " changed, ") + done.unchanged() + " as they were.",
                        done.remarks());
            case Intake.Stock done ->
                done(
                        would,
                        "Stock: " + done.units() + (would ? " units would be booked" : " units booked") + " (batches: "
                                + done.batches() + ", products: " + done.products() + ").",
                        done.remarks());
            case Intake.BookedBefore before ->
                done(
                        would,
                        "Stock: this list was booked on " + before.at().truncatedTo(ChronoUnit.SECONDS)
                                + " already; it is booked once.",
                        List.of());
            case Intake.Unusable no -> throw Refused.input(no.sentence() + " Nothing was imported.");
            case Intake.Faulty no -> throw faulty(order, no.faults());
        };
    }

    private int done(boolean rehearsal, String sentence, List<String> remarks) {
        console.print(rehearsal ? "Dry run, nothing was changed. " + sentence : sentence);
        remarks.forEach(remark -> console.print("Note: " + remark));
        return Exit.DONE;
    }

    private Refused faulty(Order order, Faults faults) {
        faults.lines(Faults.KEPT).forEach(console::print);
        order.toMend.ifPresent(target -> write(target, faults));
        return Refused.input("Nothing was imported of " + order.file.getFileName() + ": "
                + (faults.total() == 1 ? "1 cell" : faults.total() + " cells")
                + " must be mended first, beginning with " + faults.first().getFirst());
    }

    private static void write(Path target, Faults faults) {
        try {
            ToMend.write(target, faults);
        } catch (Unwritable e) {
            throw Refused.usage(String.valueOf(e.getMessage()));
        }
    }
}
