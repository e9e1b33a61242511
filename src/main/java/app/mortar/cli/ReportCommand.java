package app.mortar.cli;

import app.mortar.report.Progress;
import app.mortar.report.ReportName;
import app.mortar.report.Reports;
import app.mortar.workbook.Unwritable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mortar report}. */
@Command(
        name = "report",
        description = {
            "Writes a report as an Excel workbook: a cover, then the lists, each with its total.",
            "Days are the pharmacy's, first and last one included; without them the current month so far.",
            "An existing file is replaced only when the new one is complete."
        })
public final class ReportCommand implements Callable<Integer> {
    private final Console console;
    private final Supplier<Opened<Reports>> reports;

    @Parameters(
            paramLabel = "NAME",
            description = "expiry-waste, stock-on-hand, movements, low-stock, valuation, count-variance or controlled.")
    private String name = "";

    @Option(names = "--out", required = true, paramLabel = "FILE.xlsx", description = "The workbook to write.")
    private Path out = Path.of("");

    @Option(names = "--from", paramLabel = "DAY", description = "First day, e.g. 2026-03-01.")
    private Optional<LocalDate> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DAY", description = "Last day, included.")
    private Optional<LocalDate> to = Optional.empty();

    /**
     * The command.
     *
     * @param reports opens the desk for reports
     */
    public ReportCommand(Console console, Supplier<Opened<Reports>> reports) {
        this.console = console;
        this.reports = reports;
    }

    @Override
    public Integer call() {
        ReportName wanted = ReportName.named(name)
                .orElseThrow(() -> Refused.usage("There is no report \"" + name + "\"; there are "
                        + Arrays.stream(ReportName.values())
                                .map(ReportName::word)
                                .collect(Collectors.joining(", "))
                        + "."));
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            throw Refused.usage("--from is " + from.get() + ", which is after --to, " + to.get() + ".");
        }
        try (Opened<Reports> opened = reports.get()) {
            Reports.Wish wish = new Reports.Wish(wanted, from.orElse(null), to.orElse(null));
            return switch (opened.desk().write(opened.actor(), wish, out, Progress.NONE)) {
                case Reports.Outcome.Written written -> {
                    console.print("Wrote " + written.rows() + " rows to " + out);
                    yield Exit.DONE;
                }
                case Reports.Outcome.Cancelled cancelled -> throw Refused.input("The report was cancelled.");
            };
        } catch (Unwritable e) {
            throw Refused.usage(String.valueOf(e.getMessage()));
        }
    }
}
