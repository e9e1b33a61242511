package app.mortar.intake;

import static app.mortar.testing.RawWorkbook.row;
import static app.mortar.testing.RawWorkbook.text;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.kernel.Gtin;
import app.mortar.testing.RawWorkbook;
import app.mortar.workbook.WorkbookReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductSheetTest {
    private static final String SHORT =
            row(1, "SKU", "Name", "GTIN", "Price", "Strength", "Controlled", "Expires", "Active");
    private static final String LOST =
            "Excel made a number of this GTIN and its last digits are lost. Format the column as Text and type it"
                    + " again, from the pack.";

    @TempDir
    Path folder;

    private Reading<ProductRow, ProductColumn> read(RawWorkbook workbook) {
        Path file = workbook.save(folder.resolve("products.xlsx"));
        return new ProductSheet(new WorkbookReader(1_000_000, 1_000)).read(file);
    }

    private Reading<ProductRow, ProductColumn> read(String rows) {
        return read(RawWorkbook.of(SHORT + rows).formats("0%", "0.00", "d-mmm"));
    }

    private static String cell(String cell) {
        return "<row r=\"2\">" + text("A2", "P1") + text("B2", "Paracetamol") + cell + "</row>";
    }

    private static List<ProductRow> rows(Reading<ProductRow, ProductColumn> reading) {
        assertThat(reading).isInstanceOf(Reading.Rows.class);
        return ((Reading.Rows<ProductRow, ProductColumn>) reading).rows();
    }

    private static List<String> faults(Reading<ProductRow, ProductColumn> reading) {
        assertThat(reading).isInstanceOf(Reading.Faulty.class);
        return ((Reading.Faulty<ProductRow, ProductColumn>) reading).faults().lines(200);
    }

    @Test
    void reads_a_product_with_all_its_columns() {
        RawWorkbook workbook = RawWorkbook.of(row(
                        1,
                        "SKU",
                        "Name",
                        "GTIN",
                        "Generic name",
                        "Strength",
                        "Form",
                        "ATC code",
                        "Category",
                        "Supplier",
                        "Shelf",
                        "Minimum level",
                        "Reorder quantity",
                        "Price",
                        "Controlled",
                        "Expires",
                        "Active")
                + row(
                        2,
                        "P1",
                        "Panadol  500\u00a0mg",
                        "5012345678900",
                        "Paracetamol",
                        "500 mg",
                        "tablet",
                        "N02BE01",
                        "Pain",
                        "Emzor",
                        "A3",
                        "20",
                        "100",
                        "12.50",
                        "no",
                        "yes",
                        "ja"));

        assertThat(rows(read(workbook)))
                .containsExactly(new ProductRow(
                        2,
                        "P1",
                        "Panadol 500 mg",
                        Gtin.of("5012345678900"),
                        "Paracetamol",
                        "500 mg",
                        "tablet",
                        "N02BE01",
                        "Pain",
                        "Emzor",
                        "A3",
                        20,
                        100,
                        new BigDecimal("12.5"),
                        false,
                        true,
                        true));
    }

    @Test
    void what_is_blank_or_has_no_column_is_null() {
        Reading<ProductRow, ProductColumn> reading = read(row(2, "P1", "Paracetamol"));

        assertThat(rows(reading))
                .containsExactly(new ProductRow(
                        2,
                        "P1",
                        "Paracetamol",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
        Layout<ProductColumn> layout = ((Reading.Rows<ProductRow, ProductColumn>) reading).layout();
        assertThat(layout.has(ProductColumn.GTIN)).isTrue();
        assertThat(layout.has(ProductColumn.SUPPLIER)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "n, 5012345678900, 05012345678900",
        "n, 5.0123456789E12, 05012345678900",
        "n, 96385074, 00000096385074",
        "n, 3400921600506, 03400921600506",
        "str, 03400921600506, 03400921600506",
        "str, 5 012345 678900, 05012345678900",
        "str, 036000291452, 00036000291452"
    })
    void a_gtin_with_all_its_digits_is_taken(String type, String value, String gtin) {
        String cell = "<c r=\"C2\" t=\"" + type + "\"><v>" + value + "</v></c>";
        assertThat(rows(read(cell(cell))).getFirst().gtin()).isEqualTo(new Gtin(gtin));
    }

    @Test
    void a_gtin_that_excel_has_spoilt_is_refused() {
        assertThat(faults(read(cell("<c r='C2'><v>5010000000000</v></c>"))))
                .containsExactly("Sheet1!C2 \"5010000000000\": " + LOST);
        assertThat(faults(read(cell(text("C2", "5.01E+12"))))).containsExactly("Sheet1!C2 \"5.01E+12\": " + LOST);
        assertThat(faults(read(cell(text("C2", "5,01235E+12"))))).containsExactly("Sheet1!C2 \"5,01235E+12\": " + LOST);
        assertThat(faults(read(cell("<c r='C2'><v>1234565</v></c>"))))
                .containsExactly("Sheet1!C2 \"1234565\": A GTIN has 8, 12, 13 or 14 digits, this has 7. Excel may have"
                        + " dropped zeros at its start. Format the column as Text and type it again, from the pack.");
    }

    @Test
    void a_gtin_with_a_wrong_digit_or_none_at_all_is_refused() {
        assertThat(faults(read(cell(text("C2", "5012345678901")))))
                .containsExactly(
                        "Sheet1!C2 \"5012345678901\": The last digit should be 0: a digit was misread or mistyped."
                                + " Read it again from the pack.");
        for (String none : List.of("n/a", "-", "00000000", "٥٠١٢٣٤٥٦٧٨٩٠٠")) {
            assertThat(faults(read(cell(text("C2", none)))))
                    .containsExactly(
                            "Sheet1!C2 \"" + none + "\": A GTIN is the 8, 12, 13 or 14 digits under the barcode."
                                    + " Leave the cell blank when there is none.");
        }
    }

    @ParameterizedTest
    @CsvSource({"12.5, 12.5", "12.50, 12.5", "'12,50', 12.5", "0, 0", "12.3456, 12.3456", "100, 100"})
    void a_price_may_be_written_with_point_or_comma(String written, BigDecimal price) {
        assertThat(rows(read(cell(text("D2", written)))).getFirst().price()).isEqualByComparingTo(price);
    }

    @Test
    void excels_own_rounding_noise_is_no_price() {
        assertThat(rows(read(cell("<c r='D2'><v>1.1000000000000001</v></c>")))
                        .getFirst()
                        .price())
                .isEqualTo("1.1");
    }

    @Test
    void a_price_that_is_unclear_is_refused() {
        String wanted = "Write a number such as 12.50, without currency or thousands separators.";
        assertThat(faults(read(cell(text("D2", "1,250"))))).containsExactly("Sheet1!D2 \"1,250\": " + wanted);
        assertThat(faults(read(cell(text("D2", "₦12.50"))))).containsExactly("Sheet1!D2 \"₦12.50\": " + wanted);
        assertThat(faults(read(cell(text("D2", "12.34567")))))
                .containsExactly("Sheet1!D2 \"12.34567\": It has more than 4 decimals. Round it.");
        assertThat(faults(read(cell("<c r='D2'><v>3.3333333333333335</v></c>"))))
                .containsExactly("Sheet1!D2 \"3.33333333333333\": It has more than 4 decimals. Round it.");
        assertThat(faults(read(cell(text("D2", "-1"))))).containsExactly("Sheet1!D2 \"-1\": It cannot be less than 0.");
    }

    @Test
    void a_number_among_words_is_taken_as_it_shows_unless_something_is_hidden() {
        assertThat(rows(read(cell("<c r='E2'><v>500</v></c>"))).getFirst().strength())
                .isEqualTo("500");
        assertThat(rows(read(cell("<c r='E2' s='1'><v>0.05</v></c>")))
                        .getFirst()
                        .strength())
                .isEqualTo("5%");
        assertThat(faults(read(cell("<c r='E2' s='2'><v>0.125</v></c>"))))
                .containsExactly(
                        "Sheet1!E2 \"0.13\": It shows 0.13 but holds 0.125. Format the column as Text and type it"
                                + " again.");
        assertThat(faults(read(cell("<c r='E2' s='3'><v>46024</v></c>"))))
                .containsExactly(
                        "Sheet1!E2 \"2-Jan\": Excel made a date of it (2026-01-02). Format the column as Text and"
                                + " type it again.");
    }

    @ParameterizedTest
    @CsvSource({
        "yes,true",
        "Y,true",
        "TRUE,true",
        "Ja,true",
        "1,true",
        "x,true",
        "no,false",
        "N,false",
        "false,false",
        "0,false",
        "nein,false"
    })
    void yes_and_no_come_in_many_words(String word, boolean meant) {
        assertThat(rows(read(cell(text("F2", word)))).getFirst().controlled()).isEqualTo(meant);
    }

    @Test
    void yes_and_no_may_be_excels_own() {
        assertThat(rows(read(cell("<c r='F2' t='b'><v>1</v></c><c r='G2'><v>0</v></c>")))
                        .getFirst())
                .matches(row -> Boolean.TRUE.equals(row.controlled()) && Boolean.FALSE.equals(row.expires()));
        assertThat(faults(read(cell(text("F2", "maybe"))))).containsExactly("Sheet1!F2 \"maybe\": Write yes or no.");
    }

    @Test
    void a_blank_beside_crosses_is_asked_about_where_it_matters() {
        String rows = row(2, "P1", "One", "", "", "", "x", "x", "yes") + row(3, "P2", "Two");

        assertThat(faults(read(rows)))
                .containsExactly(
                        "Sheet1!G3: Other rows are marked with a cross here, so a blank cell could mean yes or no."
                                + " Write yes or no.");
    }

    @Test
    void a_product_twice_is_refused_with_both_rows() {
        assertThat(faults(read(row(2, "P1", "One") + row(3, "P2", "Two") + row(4, "P1", "Three"))))
                .containsExactly(
                        "Sheet1!A4 \"P1\": This SKU stands in row 2 too. Every product has one row; delete one of"
                                + " them or correct it.");
        assertThat(faults(read(row(2, "P1", "One", "5012345678900") + row(3, "P2", "Two", "05012345678900"))))
                .containsExactly(
                        "Sheet1!C3 \"05012345678900\": This GTIN stands in row 2 too. Every product has one row;"
                                + " delete one of them or correct it.");
    }

    @Test
    void a_total_below_the_products_is_left_out() {
        assertThat(rows(read(row(2, "P1", "One", "", "10") + row(3, "Total", "", "", "10"))))
                .hasSize(1);
        assertThat(rows(read(row(2, "SUM", "Sum tablets", "", "10")))).hasSize(1);
    }

    @Test
    void names_keep_what_their_script_needs_and_lose_the_rest() {
        assertThat(rows(read(row(2, "P1", "\u202bپنی\u200cسیلین\u202c\n500 mg", "")
                        + row(3, "P2", "E\u0301phe\u00addrine"))))
                .extracting(ProductRow::name)
                .containsExactly("پنی\u200cسیلین 500 mg", "Éphedrine");
    }
}
