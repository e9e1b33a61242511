package app.mortar.intake;

import static app.mortar.testing.RawWorkbook.row;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.workbook.Address;
import app.mortar.workbook.Row;
import app.mortar.workbook.SheetVisitor;
import app.mortar.workbook.WorkbookReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent out to be filled in or mended. */
class TemplateTest {
    @TempDir
    Path folder;

    @Test
    void a_template_is_formatted_as_text_and_reads_back_when_filled_in() throws Exception {
        Path file = folder.resolve("template.xlsx");
        Template.PRODUCTS.write(file);
        Template.STOCK.write(folder.resolve("stock.xlsx"));
        WorkbookReader workbooks = new WorkbookReader(1_000_000, 1_000);

        assertThat(new ProductSheet(workbooks).read(file))
                .isEqualTo(new Reading.Unusable<>(
                        "template.xlsx has no rows below its headings (sheet \"Products\", row 1)."));
        assertThat(new StockSheet(workbooks).read(folder.resolve("stock.xlsx")))
                .isEqualTo(
                        new Reading.Unusable<>("stock.xlsx has no rows below its headings (sheet \"Stock\", row 1)."));

        Path filled = folder.resolve("filled.xlsx");
        try (var workbook = new XSSFWorkbook(file.toString());
                var out = Files.newOutputStream(filled)) {
            var sheet = workbook.getSheet("Products");
            List<String> headings = new ArrayList<>();
            for (var heading : sheet.getRow(0)) {
                headings.add(heading.getStringCellValue());
                assertThat(heading.getCellComment()).isNotNull();
                assertThat(sheet.getColumnStyle(heading.getColumnIndex()).getDataFormatString())
                        .isEqualTo("@");
            }
            assertThat(headings)
                    .isEqualTo(Arrays.stream(ProductColumn.values())
                            .map(ProductColumn::heading)
                            .toList());
            assertThat(sheet.getDataValidations()).hasSize(6);
            assertThat(workbook.getSheet("Instructions")).isNotNull();
            var row = sheet.createRow(1);
            row.createCell(0).setCellValue("P1");
            row.createCell(1).setCellValue("Paracetamol");
            row.createCell(10).setCellValue(20);
            row.createCell(12).setCellValue(12.5);
            workbook.write(out);
        }
        ProductRow read = ((Reading.Rows<ProductRow, ProductColumn>) new ProductSheet(workbooks).read(filled))
                .rows()
                .getFirst();
        assertThat(read.minimumLevel()).isEqualTo(20);
        assertThat(read.price()).isEqualTo("12.5");
    }

    @Test
    void the_faults_can_be_sent_back_as_a_workbook() {
        Path file = folder.resolve("to mend.xlsx");
        Faults faults = new Faults(List.of(new Fault("Stock", "C7", "=1+1", "This is a formula.")), 1);
        ToMend.write(file, faults);

        List<String> seen = new ArrayList<>();
        new WorkbookReader(1_000_000, 10).read(file, new SheetVisitor() {
            @Override
            public Next sheet(String name, boolean hidden) {
                return Next.GO_ON;
            }

            @Override
            public Next row(Row row) {
                row.cells().values().forEach(cell -> seen.add(cell.shown()));
                return Next.GO_ON;
            }

            @Override
            public void merged(Address topLeft, Address bottomRight) {}
        });
        assertThat(seen)
                .containsExactly(
                        "Sheet", "Cell", "Value", "How to mend it", "Stock", "C7", "=1+1", "This is a formula.");
    }
}
