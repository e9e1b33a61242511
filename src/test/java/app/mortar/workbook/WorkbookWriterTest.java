package app.mortar.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookWriterTest {
    private static final List<NewSheet.Column> COLUMNS = List.of(
            NewSheet.Column.text("SKU", 12),
            NewSheet.Column.whole("Quantity", 10),
            NewSheet.Column.money("Unit cost", 10),
            NewSheet.Column.day("Expiry date", 12));

    @TempDir
    Path folder;

    private Path write(List<List<Cell>> rows) {
        Path file = folder.resolve("out.xlsx");
        WorkbookWriter.write(file, List.of(NewSheet.list("List", COLUMNS, rows)));
        return file;
    }

    @Test
    void what_was_written_is_read_back() {
        Path file = write(List.of(
                List.of(
                        Cell.of("0012"),
                        Cell.of(5),
                        Cell.of(new BigDecimal("12.3456")),
                        Cell.of(LocalDate.of(2027, 3, 31))),
                List.of(Cell.of(" tab\tline\nreturn\rbell\u0007 _x0041_ é 💊 "), Cell.BLANK, new Cell.Bool(true)),
                List.of(Cell.of(LocalDate.of(2027, 2, 28)))));

        assertThat(WorkbookReaderTest.read(file))
                .containsExactly(
                        "List!A1 = Text[text=SKU]",
                        "List!B1 = Text[text=Quantity]",
                        "List!C1 = Text[text=Unit cost]",
                        "List!D1 = Text[text=Expiry date]",
                        "List!A2 = Text[text=0012]",
                        "List!B2 = Numeric[exact=5.0, format=#,##0, shown=5]",
                        "List!C2 = Numeric[exact=12.3456, format=#,##0.00##, shown=12.3456]",
                        "List!D2 = Date[day=2027-03-31, format=yyyy-mm-dd, shown=2027-03-31]",
                        "List!A3 = Text[text= tab\tline\nreturn\rbell\u0007 _x0041_ é 💊 ]",
                        "List!C3 = Bool[value=true]",
                        "List!A4 = Date[day=2027-02-28, format=yyyy-mm-dd, shown=2027-02-28]");
    }

    @Test
    void text_that_looks_like_a_formula_stays_text() throws IOException {
        List<String> evil = List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|'/c calc'!A0", "plain");
        Path file = write(Stream.concat(evil.stream().map(Cell::of), Stream.of((Cell) new Cell.Formula("1+1")))
                .map(List::of)
                .toList());

        try (XSSFWorkbook workbook = new XSSFWorkbook(file.toString())) {
            XSSFSheet sheet = workbook.getSheet("List");
            for (int i = 0; i <= evil.size(); i++) {
                var cell = sheet.getRow(i + 1).getCell(0);
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getStringCellValue()).isEqualTo(i < evil.size() ? evil.get(i) : "=1+1");
                assertThat(cell.getCellStyle().getQuotePrefixed())
                        .as(cell.getStringCellValue())
                        .isEqualTo(!cell.getStringCellValue().equals("plain"));
            }
        }
        assertThat(WorkbookReaderTest.read(file)).noneMatch(line -> line.contains("Formula["));
    }

    @Test
    void a_text_too_long_for_excel_is_cut_and_says_so() {
        Path file = write(List.of(List.of(Cell.of("z".repeat(50_000)))));

        assertThat(WorkbookReaderTest.read(file))
                .last()
                .asString()
                .endsWith("z…]")
                .hasSizeLessThan(33_000);
    }

    @Test
    void more_rows_than_fit_into_memory_at_once_are_all_there() {
        List<List<Cell>> rows = IntStream.range(0, 12_000)
                .mapToObj(i -> List.of(Cell.of("P" + i), Cell.of(i)))
                .toList();

        assertThat(WorkbookReaderTest.read(write(rows)))
                .hasSize(4 + 24_000)
                .endsWith(
                        "List!A12001 = Text[text=P11999]",
                        "List!B12001 = Numeric[exact=11999.0, format=#,##0, shown=11,999]");
    }

    @Test
    void a_list_longer_than_a_sheet_goes_on_in_the_next_one_with_headings_and_a_total_of_its_own() throws IOException {
        Path file = folder.resolve("long.xlsx");
        List<NewSheet.Column> columns = List.of(
                NewSheet.Column.text("SKU", 12),
                NewSheet.Column.whole("Quantity", 10).total());
        List<List<Cell>> rows = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> List.of(Cell.of("P" + i), Cell.of(i)))
                .toList();
        try (NewWorkbook workbook = NewWorkbook.at(file, 10)) {
            workbook.add(NewSheet.report("Movements", columns, rows));
            workbook.finish();
        }

        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            assertThat(workbook)
                    .extracting(sheet -> sheet.getSheetName())
                    .containsExactly("Movements", "Movements (2)", "Movements (3)");
            int next = 1;
            for (int part = 0; part < 3; part++) {
                XSSFSheet sheet = workbook.getSheetAt(part);
                int count = part < 2 ? 8 : 4;
                assertThat(sheet.getLastRowNum()).as("headings, rows, total").isEqualTo(count + 1);
                assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("SKU");
                int sum = 0;
                for (int row = 1; row <= count; row++) {
                    assertThat(sheet.getRow(row).getCell(0).getStringCellValue())
                            .isEqualTo("P" + next);
                    sum += next++;
                }
                assertThat(sheet.getRow(count + 1).getCell(0).getStringCellValue())
                        .isEqualTo("Total");
                assertThat(sheet.getRow(count + 1).getCell(1).getNumericCellValue())
                        .isEqualTo(sum);
                assertThat(sheet.getRow(count + 1).getCell(1).getCellFormula())
                        .isEqualTo("SUBTOTAL(109,B2:B" + (count + 1) + ")");
            }
        }
    }

    @Test
    void a_list_that_just_fills_a_sheet_begins_no_other() throws IOException {
        Path file = folder.resolve("full.xlsx");
        List<List<Cell>> rows =
                IntStream.range(0, 8).mapToObj(i -> List.of(Cell.of("P" + i))).toList();
        try (NewWorkbook workbook = NewWorkbook.at(file, 10)) {
            workbook.add(NewSheet.report("List", List.of(NewSheet.Column.text("SKU", 12)), rows));
            workbook.finish();
        }
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(1);
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(9);
        }
    }

    @Test
    void headings_are_frozen_and_notes_are_where_they_belong() throws IOException {
        Path file = folder.resolve("out.xlsx");
        NewSheet sheet = NewSheet.list("A/B: list?", COLUMNS, List.of(List.of(Cell.of("P1"))))
                .noting(Map.of(new Address("", 2, 1), "Quantity is missing."));
        WorkbookWriter.write(
                file, List.of(NewSheet.page("Cover", List.of(30), List.of(List.of(Cell.of("Hello")))), sheet));

        try (XSSFWorkbook workbook = new XSSFWorkbook(file.toString())) {
            assertThat(workbook.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("Hello");
            XSSFSheet list = workbook.getSheet("A-B- list-");
            assertThat(list.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            assertThat(list.getCellComments()).hasSize(1);
            assertThat(list.getCellComments()
                            .values()
                            .iterator()
                            .next()
                            .getString()
                            .getString())
                    .isEqualTo("Quantity is missing.");
            assertThat(list.getColumnStyle(0).getDataFormatString()).isEqualTo("@");
        }
    }

    @Test
    void an_existing_file_is_replaced_only_by_a_complete_one() throws IOException {
        Path file = Files.writeString(folder.resolve("out.xlsx"), "precious");
        Iterable<List<Cell>> breaksOff = () -> {
            throw new IllegalStateException("the database is away");
        };

        assertThatThrownBy(() -> WorkbookWriter.write(file, List.of(NewSheet.list("List", COLUMNS, breaksOff))))
                .hasMessage("the database is away");
        assertThat(file).hasContent("precious");
        assertThat(names()).containsExactly("out.xlsx");

        write(List.of());
        assertThat(WorkbookReaderTest.read(file)).hasSize(4);
        assertThat(names()).containsExactly("out.xlsx");
    }

    @Test
    void says_why_a_file_cannot_be_written() {
        assertThatThrownBy(() -> WorkbookWriter.write(folder, List.of()))
                .isInstanceOf(Unwritable.class)
                .hasMessage(folder + " is a folder; name a file in it.");
        Path nowhere = folder.resolve("no/out.xlsx");
        assertThatThrownBy(() -> WorkbookWriter.write(nowhere, List.of(NewSheet.list("List", COLUMNS, List.of()))))
                .isInstanceOf(Unwritable.class)
                .hasMessage("There is no folder " + folder.resolve("no") + ".");
    }

    private List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> names.add(String.valueOf(file.getFileName())));
        }
        return names;
    }
}
