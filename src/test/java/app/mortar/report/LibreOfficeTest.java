package app.mortar.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.testing.Db;
import app.mortar.testing.NeedsProgram;
import app.mortar.testing.Office;
import app.mortar.testing.Pharmacy;
import app.mortar.testing.ReadBack;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another program makes of the reports: it opens each at 5 000 rows and calculates every formula anew. */
@NeedsProgram("soffice")
class LibreOfficeTest {
    private static final int ROWS = 5_000;

    @TempDir
    Path folder;

    @Test
    void calculates_what_stands_beside_each_formula() throws Exception {
        List<Path> reports = written();
        List<Path> saved = new Office(folder).saved("xlsx", reports);
        for (int i = 0; i < reports.size(); i++) {
            String name = String.valueOf(reports.get(i).getFileName());
            try (ReadBack ours = ReadBack.of(reports.get(i));
                    ReadBack theirs = ReadBack.of(saved.get(i))) {
                assertThat(theirs.sheets()).as(name).isEqualTo(ours.sheets());
                assertThat(rows(ours)).as(name).isGreaterThanOrEqualTo(ROWS);
                assertThat(formulas(ours)).as(name).isPositive();
                ours.sheets().forEach(sheet -> same(name + " " + sheet, sheet, ours, theirs));
            }
        }
    }

    private static int rows(ReadBack workbook) {
        return workbook.sheets().stream()
                .skip(1)
                .mapToInt(sheet -> workbook.workbook.getSheet(sheet).getLastRowNum() - 1)
                .sum();
    }

    private static long formulas(ReadBack workbook) {
        return workbook.sheets().stream()
                .map(workbook.workbook::getSheet)
                .flatMap(sheet -> Stream.iterate(0, row -> row <= sheet.getLastRowNum(), row -> row + 1)
                        .map(sheet::getRow))
                .filter(row -> row != null)
                .mapToLong(row -> {
                    long count = 0;
                    for (Cell cell : row) {
                        count += cell.getCellType() == CellType.FORMULA ? 1 : 0;
                    }
                    return count;
                })
                .sum();
    }

    /** Every cell, formulas by what was calculated of them. */
    private static void same(String what, String sheet, ReadBack ours, ReadBack theirs) {
        var mine = ours.workbook.getSheet(sheet);
        var other = theirs.workbook.getSheet(sheet);
        for (int i = 0; i <= mine.getLastRowNum(); i++) {
            if (mine.getRow(i) == null) {
                continue;
            }
            for (Cell cell : mine.getRow(i)) {
                if (cell.getCellType() != CellType.BLANK) {
                    Cell same = other.getRow(i).getCell(cell.getColumnIndex());
                    assertThat(said(same)).as("%s!%s", what, cell.getAddress()).isEqualTo(said(cell));
                }
            }
        }
    }

    private static String said(Cell cell) {
        boolean formula = cell.getCellType() == CellType.FORMULA;
        return switch (formula ? cell.getCachedFormulaResultType() : cell.getCellType()) {
            case NUMERIC -> (formula ? "calculated " : "") + digits(cell);
            case STRING -> cell.getStringCellValue();
            case CellType other -> throw new AssertionError(cell.getAddress() + " is a " + other);
        };
    }

    /** A sum of decimal fractions as a computer has them is not exact in its last digits, ours is. */
    private static String digits(Cell cell) {
        return BigDecimal.valueOf(cell.getNumericCellValue())
                .round(new MathContext(13))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Else the test above would compare our own figures with themselves. */
    @Test
    void does_calculate_instead_of_believing_what_stands_there() throws IOException {
        Path wrong = folder.resolve("wrong.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(wrong)) {
            var row = workbook.createSheet("Sheet").createRow(0);
            row.createCell(0).setCellValue(2);
            row.createCell(1).setCellFormula("SUBTOTAL(109,A1:A1)");
            row.getCell(1).setCellValue(7);
            workbook.write(out);
        }
        try (ReadBack saved =
                ReadBack.of(new Office(folder).saved("xlsx", List.of(wrong)).getFirst())) {
            assertThat(saved.workbook.getSheetAt(0).getRow(0).getCell(1).getNumericCellValue())
                    .isEqualTo(2);
        }
    }

    private List<Path> written() throws SQLException {
        try (Pharmacy pharmacy = Pharmacy.open(Db.H2)) {
            fill(pharmacy);
            return Stream.of(ReportName.values())
                    .map(name -> {
                        Path file = folder.resolve(name.word() + ".xlsx");
                        var wish = new Reports.Wish(name, null, null);
                        assertThat(pharmacy.reports.write(pharmacy.staff, wish, file, Progress.NONE))
                                .isInstanceOf(Reports.Outcome.Written.class);
                        return file;
                    })
                    .toList();
        }
    }

    /** So many controlled products, each short, with one batch that is near its date, received, thrown away in part, counted. */
    private static void fill(Pharmacy pharmacy) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        pharmacy.link.url(), pharmacy.link.user(), pharmacy.link.password());
                var statement = connection.createStatement()) {
            String many = " from system_range(1, " + ROWS + ") as g(n)";
            statement.execute("""
                    insert into product (id, sku, name, category, supplier, shelf, min_stock_level, price, controlled,
                      stock_quantity, ledger_seq, search_text, created_at, updated_at)
                    select n, case when mod(n, 7) = 0 then '=P' else 'P' end || n, 'Product ' || n || ' @ 5 %', 'Category '
                      || mod(n, 9), 'Supplier ' || mod(n, 5), 'A' || mod(n, 40), 20, 1.25 * mod(n, 90) + 0.05, true,
                      3 + mod(n, 4), 2, 'x', timestamp with time zone '2026-03-01 08:00:00+00',
                      timestamp with time zone '2026-03-01 08:00:00+00'""" + many);
            statement.execute("""
                    insert into inventory_batch (id, product_id, batch_number, expiry_date, received_at, quantity, unit_cost)
                    select n, n, '-B' || n, date '2026-03-01' + mod(n, 98), timestamp with time zone '2026-03-01 08:00:00+00',
                      3 + mod(n, 4), 0.3333 * mod(n, 77)""" + many);
            String movement = """
                    insert into inventory_movement (id, product_id, batch_id, type, quantity, batch_number, expiry_date, seq,
                      prev_hash, hash, at, actor, workstation, reason, note, reference, unit_cost)
                    """;
            statement.execute(movement + """
                    select n, n, n, 'IN', 10, '-B' || n, date '2026-03-01' + mod(n, 98), 1, 'x', 'y',
                    timestamp with time zone '2026-03-01 08:00:00+00' + n * interval '1' second, 'Adaeze Okoro', 'till-1',
                    null, null, 'GRN-' || n, 0.3333 * mod(n, 77)""" + many);
            statement.execute(movement + """
                    select 100000 + n, n, n, 'WASTE', mod(n, 4) - 7, '-B' || n, date '2026-03-01' + mod(n, 98), 2, 'x', 'y',
                    timestamp with time zone '2026-03-02 08:00:00+00' + n * interval '7' second, 'Adaeze Okoro', 'till-1',
                    case when mod(n, 3) = 0 then 'DAMAGED' else 'EXPIRED' end, '+' || n, null, 0.3333 * mod(n, 77)""" + many);
            statement.execute("insert into count_round (id, title, scope, started_at, started_by) values"
                    + " (1, 'All', 'SHELF', timestamp with time zone '2026-03-05 08:00:00+00', 'ada')");
            statement.execute("""
                    insert into count_line (id, round_id, product_id, batch_id, batch_number, expiry_date, expected, counted,
                      attempt, status, unit_cost, counted_at, counted_by, workstation)
                    select n, 1, n, n, '-B' || n, date '2026-03-01' + mod(n, 98), 3 + mod(n, 4), 3 + mod(n, 5), 1, 'COUNTED',
                      0.3333 * mod(n, 77), timestamp with time zone '2026-03-05 08:00:00+00', 'bola', 'till-2'""" + many);
        }
    }
}
