package app.mortar.cli;

import java.util.List;
import java.util.stream.IntStream;

/** Rows under their headings, in columns wide enough for what stands in them. */
final class Table {
    private Table() {}

    static void print(Console console, List<List<String>> rows) {
        int columns = rows.getFirst().size();
        int[] widths = IntStream.range(0, columns)
                .map(c ->
                        rows.stream().mapToInt(row -> length(row.get(c))).max().orElse(0))
                .toArray();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                String cell = row.get(c);
                line.append(cell).append(" ".repeat(widths[c] + 2 - length(cell)));
            }
            console.print(line.toString().stripTrailing());
        }
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
