package app.mortar.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * {@code compare}: one run of the reservation desk over HTTP beside a stored procedure and a naive transaction, on one
 * PostgreSQL; {@code scale}: the same questions to pharmacies of different sizes; {@code table}: medians of the runs so
 * far; {@code load CLIENTS PRODUCTS MILLIS}: HTTP alone, for a profiler; {@code report ROWS H2|POSTGRESQL}: the movements as
 * a workbook, beside the streaming writer alone. Results are appended to a file, so that several runs make one table.
 */
public final class Bench {
    private Bench() {}

    public static void main(String[] args) throws Exception {
        String act = args.length > 0 ? args[0] : "compare";
        Path results = Path.of(args.length > 1 && !Set.of("load", "report").contains(act) ? args[1] : "target/bench.tsv");
        switch (act) {
            case "compare" -> {
                Results.append(results, new Comparison().run(args.length > 2 ? Integer.parseInt(args[2]) : 5));
                table(results);
            }
            case "scale" -> Scale.run(List.of(args).subList(Math.min(2, args.length), args.length));
            case "load" -> Comparison.load(Integer.parseInt(args[1]), Integer.parseInt(args[2]), Long.parseLong(args[3]));
            case "table" -> table(results);
            case "report" -> ReportBench.run(Integer.parseInt(args[1]), args[2]);
            default -> throw new IllegalArgumentException("compare, scale, load, table or report, not " + act);
        }
        System.exit(0); // the drivers' own threads would keep it going
    }

    private static void table(Path results) throws Exception {
        Results.table(Files.readAllLines(results)).forEach(System.out::println);
    }
}
