package app.mortar.cli;

import app.mortar.gs1.Gs1Reader;
import app.mortar.gs1.Scan;
import app.mortar.kernel.Gtin;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code mortar scan TEXT}: reads one barcode as the receiving screen does. Opens no database. */
@Command(
        name = "scan",
        description = {
            "Reads one barcode as the receiving screen would and prints what it says as JSON.",
            "Understood are GS1 element strings, the bracketed text beside a code, GS1 Digital Links and plain EAN, UPC"
                    + " and ITF-14 numbers."
        },
        footer = {
            "",
            "Example: mortar scan ']d2010952012345678817271231101A2B{GS}21SER7'",
            "Exit code: 0 read, perhaps with warnings; 1 not readable or inconsistent; 2 wrong usage."
        })
public final class ScanCommand implements Callable<Integer> {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Clock clock;
    private final PrintWriter out;
    private final PrintWriter err;

    @Parameters(
            paramLabel = "TEXT",
            description =
                    "What the scanner sends. The separator FNC1 is the byte 0x1D, the four characters \\x1d, or {GS}.")
    private String text = "";

    /**
     * A command that prints to {@code out} and complains to {@code err}.
     *
     * @param clock in the pharmacy's zone: today decides the century of two-digit years
     */
    public ScanCommand(Clock clock, PrintWriter out, PrintWriter err) {
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    /** What is printed, in this order. */
    private record Answer(
            @Nullable String gtin,
            @Nullable String batchNumber,
            @Nullable String expiryDate,
            @Nullable String serial,
            @Nullable Integer quantity,
            List<String> warnings) {
        static Answer of(Scan.Read read) {
            Gtin gtin = read.gtin();
            LocalDate expiryDate = read.expiryDate();
            return new Answer(
                    gtin == null ? null : gtin.digits(),
                    read.batchNumber(),
                    expiryDate == null ? null : expiryDate.toString(),
                    read.serial(),
                    read.quantity(),
                    read.warnings());
        }
    }

    @Override
    public Integer call() {
        return switch (new Gs1Reader().read(text, LocalDate.now(clock))) {
            case Scan.Read read -> {
                out.println(JSON.writeValueAsString(Answer.of(read)));
                out.flush();
                yield 0;
            }
            case Scan.Refused refused -> {
                err.println(refused.sentence());
                err.flush();
                yield 1;
            }
        };
    }
}
