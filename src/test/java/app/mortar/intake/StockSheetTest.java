package app.mortar.intake;

import static app.mortar.testing.RawWorkbook.row;
import static app.mortar.testing.RawWorkbook.sheetXml;
import static app.mortar.testing.RawWorkbook.text;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.testing.RawWorkbook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockSheetTest extends StockLists {
    private static final String AS_TEXT = " Format the column as Text and type it again, as it stands on the pack.";

    @Test
    void reads_a_batch() {
        assertThat(rows(read(row(2, "P1", "B1", "2027-03-31", "10", "8.75", "A3"))))
                .containsExactly(
                        new StockRow(2, "P1", "B1", LocalDate.of(2027, 3, 31), 10, new BigDecimal("8.75"), "A3"));
    }

    @Test
    void columns_may_stand_in_any_order_and_letter_case_below_a_title() {
        RawWorkbook workbook = RawWorkbook.of(row(1, "Stock of 1 March")
                + row(4, "quantity", " Expiry  DATE ", "", "sku", "BATCH\u00a0Number")
                + row(5, "10", "2027-03", "", "P1", "B1"));

        assertThat(rows(read(workbook)))
                .containsExactly(new StockRow(5, "P1", "B1", LocalDate.of(2027, 3, 31), 10, null, null));
    }

    @Test
    void invisible_characters_do_not_make_another_batch() {
        StockRow row = rows(read(row(2, "\u00a0P1\u200b ", "\ufeffB\u200e1\u00a0", " 2027-03-31\u202f", "\u00a010 ")))
                .getFirst();

        assertThat(row.sku()).isEqualTo("P1");
        assertThat(row.batchNumber()).isEqualTo("B1");
        assertThat(row.quantity()).isEqualTo(10);
    }

    @Test
    void a_batch_number_that_excel_made_a_number_or_a_date_is_refused() {
        String number = "Excel made a number of it; zeros at its start or an E in it may be lost." + AS_TEXT;
        assertThat(faults(read(with(value("B2", "n", 4, "1200000")))))
                .containsExactly("Sheet1!B2 \"1.20E+06\": " + number);
        assertThat(faults(read(with(value("B2", "n", 0, "123456")))))
                .containsExactly("Sheet1!B2 \"123456\": " + number);
        assertThat(faults(read(row(2, "P1", "1.2E+06", "2027-03", "1"))))
                .containsExactly("Sheet1!B2 \"1.2E+06\": " + number);
        assertThat(faults(read(with(value("B2", "n", 2, "46477")))))
                .containsExactly("Sheet1!B2 \"2027-03-31\": Excel made a date of it." + AS_TEXT);
        assertThat(faults(read(with(value("B2", "b", 0, "1")))))
                .containsExactly("Sheet1!B2 \"TRUE\": Excel made a yes/no value of it." + AS_TEXT);
    }

    @Test
    void a_batch_number_that_only_looks_like_a_number_is_kept_letter_by_letter() {
        assertThat(rows(read(row(2, "P1", "12E5", "2027-03", "1") + row(3, "P1", "00123", "2027-03", "1"))))
                .extracting(StockRow::batchNumber)
                .containsExactly("12E5", "00123");
    }

    @Test
    void a_sku_that_is_a_whole_number_is_taken_and_told_but_a_formatted_one_is_refused() {
        Reading<StockRow, StockColumn> reading = read(with(value("A2", "n", 0, "10045")));
        assertThat(rows(reading).getFirst().sku()).isEqualTo("10045");
        assertThat(remarks(reading))
                .containsExactly(
                        "SKU is a number in Excel and was taken as it stands; zeros at its start, if it had any, are"
                                + " lost (A2)");

        String number = "Excel made a number of it; zeros at its start or an E in it may be lost." + AS_TEXT;
        assertThat(faults(read(with(value("A2", "n", 4, "1200000")))))
                .containsExactly("Sheet1!A2 \"1.20E+06\": " + number);
        assertThat(faults(read(with(value("A2", "n", 5, "45"))))).containsExactly("Sheet1!A2 \"00045\": " + number);
        assertThat(faults(read(with(value("A2", "n", 0, "1.5"))))).containsExactly("Sheet1!A2 \"1.5\": " + number);
    }

    @Test
    void formulas_errors_and_control_characters_are_refused_where_they_stand() {
        assertThat(faults(read(with("<c r=\"D2\"><f>5+5</f><v>10</v></c>"))))
                .containsExactly("Sheet1!D2 \"=5+5\": This is a formula, and formulas are not calculated here. Copy the"
                        + " column and paste it as values (Paste Special, Values).");
        assertThat(faults(read(with(value("D2", "e", 0, "#N/A")))))
                .containsExactly(
                        "Sheet1!D2 \"#N/A\": This is an error of Excel's. Write the value, or clear the cell.");
        assertThat(faults(read(row(2, "P1", "B_x0000_1", "2027-03", "1"))))
                .containsExactly(
                        "Sheet1!B2 \"B[U+0000]1\": There is an invisible control character in it (U+0000). Type it"
                                + " again.");
        assertThat(faults(read(row(2, "P1", "B1\nB2", "2027-03", "1"))))
                .containsExactly("Sheet1!B2 \"B1[U+000A]B2\": There is a line break or tab in it. Delete it.");
        assertThat(faults(read(row(2, "P1", "x".repeat(33_000), "2027-03", "1"))))
                .containsExactly("Sheet1!B2 \"" + "x".repeat(60)
                        + "...\": It has more than 32767 characters; at most 40 fit. Shorten it.");
    }

    @ParameterizedTest
    @CsvSource({"0", "-3", "1.5", "'1,000'", "10 pcs", "ten"})
    void a_quantity_is_a_whole_number_above_0(String quantity) {
        assertThat(faults(read(row(2, "P1", "B1", "2027-03", quantity))))
                .containsExactly("Sheet1!D2 \"" + quantity + "\": Write a whole number of units, 1 or more.");
    }

    @Test
    void a_quantity_may_be_a_number_or_the_text_of_one() {
        assertThat(rows(read(with(value("D2", "n", 0, "10.0")))).getFirst().quantity())
                .isEqualTo(10);
        assertThat(rows(read(row(2, "P1", "B1", "2027-03", "2147483647")))
                        .getFirst()
                        .quantity())
                .isEqualTo(2147483647);
        assertThat(faults(read(row(2, "P1", "B1", "2027-03", "5012345678900"))))
                .containsExactly(
                        "Sheet1!D2 \"5012345678900\": At most 2147483647 units can be booked. Is this a code in"
                                + " the wrong column?");
    }

    @Test
    void every_fault_of_every_row_is_named() {
        assertThat(faults(read(row(2, "", "B1", "soon", "0")
                        + row(3, "P1", "B1", "2027-03", "1")
                        + row(9, "P2", "", "2027-03", ""))))
                .containsExactly(
                        "Sheet1!A2: SKU is missing.",
                        "Sheet1!C2 \"soon\": This is no date." + HOW,
                        "Sheet1!D2 \"0\": Write a whole number of units, 1 or more.",
                        "Sheet1!B9: Batch number is missing.",
                        "Sheet1!D9: Quantity is missing.");
    }

    @Test
    void a_long_list_of_faults_ends_with_how_many_more_there_are() {
        StringBuilder rows = new StringBuilder();
        for (int i = 2; i <= 501; i++) {
            rows.append(row(i, "P" + i, "B1", "2027-03", "0"));
        }
        assertThat(faults(read(rows.toString()))).hasSize(201).endsWith("... and 300 more.");
    }

    @Test
    void the_same_batch_twice_is_refused_with_both_rows() {
        assertThat(faults(read(row(2, "P1", "B1", "2027-03-31", "1") + row(5, "P1", "B1", "2027-03", "2"))))
                .containsExactly(
                        "Sheet1!B5 \"B1\": This batch of P1 stands in row 2 too. Delete one of the rows, or add"
                                + " their quantities up in one.");
        assertThat(faults(read(row(2, "P1", "B1", "2027-03", "1") + row(5, "P1", "B1", "2027-04", "2"))))
                .containsExactly(
                        "Sheet1!C5 \"2027-04\": Batch B1 of P1 expires on 2027-03-31 in row 2 and on 2027-04-30"
                                + " here. Read the date again from the pack.");
    }

    @Test
    void a_totals_row_is_left_out_and_told() {
        String row = row(2, "P1", "B1", "2027-03", "10");
        String told = "Row 4 was taken for a total and left out.";
        for (String total : List.of(
                row(4, "TOTAL", "", "", "10"),
                row(4, "Grand total:", "", "", "10", "87.5"),
                row(4, "", "Sum", "", "10"),
                row(4, "", "", "", "10"),
                "<row r='4'><c r='D4'><f>SUM(D2:D3)</f><v>10</v></c></row>",
                "<row r='4'>" + text("A4", "Total") + "<c r='D4'><f>SUM(D2:D3)</f><v>10</v></c></row>")) {
            assertThat(rows(read(row + total))).as(total).hasSize(1);
            assertThat(remarks(read(row + total))).containsExactly(told);
        }
    }

    @Test
    void a_lone_quantity_above_other_rows_is_a_forgotten_code_and_total_may_be_a_sku() {
        assertThat(faults(read(row(2, "", "", "", "10") + row(3, "P1", "B1", "2027-03", "1"))))
                .containsExactly("Sheet1!A2: SKU is missing.", "Sheet1!B2: Batch number is missing.");
        assertThat(rows(read(row(2, "TOTAL", "B1", "2027-03", "1")))).hasSize(1);
        assertThat(rows(read(row(2, "123", "SUM", "", "10")))).hasSize(1);
        assertThat(faults(read(row(2, "", "777", "", "10")))).containsExactly("Sheet1!A2: SKU is missing.");
    }

    @Test
    void unknown_columns_are_named_and_a_misspelt_heading_is_asked_about() {
        RawWorkbook workbook = RawWorkbook.of(row(1, "SKU", "Batch number", "Expiry date", "Quantity", "Colour")
                + row(2, "P1", "B1", "2027-03", "1", "red", "stray"));
        assertThat(remarks(read(workbook)))
                .containsExactly(
                        "Column E \"Colour\" is not known and was not read.",
                        "Column F has no heading and was not read (F2).");

        assertThat(faults(read(RawWorkbook.of(row(1, "SKU", "Batch number", "Expiry date", "Quantity", "Unit csot")
                        + row(2, "P1", "B1", "2027-03", "1", "2")))))
                .containsExactly("Sheet1!E1 \"Unit csot\": This heading is not known. Is it meant to be Unit cost? Then"
                        + " write it so, or else delete the column.");
    }

    @Test
    void missing_doubled_and_merged_headings_are_refused() {
        assertThat(faults(read(RawWorkbook.of(
                        row(1, "SKU", "Lot", "Expiry date", "Qty") + row(2, "P1", "B1", "2027-03", "1")))))
                .containsExactly(
                        "Sheet1!A1: The heading Batch number is missing in row 1. Not known are: Lot, Qty.",
                        "Sheet1!A1: The heading Quantity is missing in row 1. Not known are: Lot, Qty.");
        assertThat(faults(read(RawWorkbook.of(row(1, "SKU", "Batch number", "Expiry date", "Quantity", "sku")
                        + row(2, "P1", "B1", "2027-03", "1")))))
                .containsExactly(
                        "Sheet1!E1 \"sku\": The heading SKU stands in A1 too. Delete or rename one of the columns.");
        String list = HEADINGS + row(2, "P1", "B1", "2027-03", "1");
        RawWorkbook merged = RawWorkbook.of("")
                .part(
                        "xl/worksheets/sheet1.xml",
                        sheetXml(list, "<mergeCells><mergeCell ref=\"D1:E1\"/></mergeCells>"));
        assertThat(faults(read(merged)))
                .containsExactly(
                        "Sheet1!D1: The heading cells D1 to E1 are merged. Unmerge them and give every column its"
                                + " own heading.");
    }

    @Test
    void only_one_visible_sheet_may_hold_the_list() {
        String list = HEADINGS + row(2, "P1", "B1", "2027-03", "1");
        assertThat(faults(read(RawWorkbook.of(list).sheet("March", "", list))))
                .containsExactly(
                        "March!A1: Sheet \"Sheet1\" holds such a list too. Put all rows on one sheet, or move one"
                                + " sheet into a file of its own.");
        assertThat(remarks(read(RawWorkbook.of(list).sheet("Old", "hidden", list))))
                .containsExactly("The hidden sheet \"Old\" was not read.");
        assertThat(rows(read(RawWorkbook.of(row(1, "SKU", "Name", "Shelf") + row(2, "P1", "x", "A1"))
                        .sheet("Stock", "", list))))
                .hasSize(1);
        assertThat(read(RawWorkbook.empty().sheet("Old", "hidden", list)))
                .isEqualTo(new Reading.Unusable<>(
                        "stock.xlsx has its list on a hidden sheet (\"Old\"). Unhide it in Excel and save."));
    }

    @Test
    void says_when_there_is_no_list_or_nothing_in_it() {
        assertThat(read(RawWorkbook.of(row(1, "Dear Sir") + row(30, "SKU", "Batch number", "Expiry date", "Quantity"))))
                .isEqualTo(new Reading.Unusable<>("stock.xlsx has no heading row with SKU, Batch number, Expiry date,"
                        + " Quantity in the first 20 rows of any sheet. Start from the template."));
        assertThat(read(""))
                .isEqualTo(
                        new Reading.Unusable<>("stock.xlsx has no rows below its headings (sheet \"Sheet1\", row 1)."));
    }

    @Test
    void blank_rows_in_the_middle_and_at_the_end_are_passed_over() {
        assertThat(rows(read(row(2, "P1", "B1", "2027-03", "1")
                        + row(3, " ", "\u00a0")
                        + row(10, "P2", "B1", "", "1")
                        + row(11, " "))))
                .extracting(StockRow::row)
                .containsExactly(2, 10);
    }

    @Test
    void a_fault_found_later_can_name_its_cell() {
        Reading.Rows<StockRow, StockColumn> reading =
                (Reading.Rows<StockRow, StockColumn>) read(row(7, "P1", "B1", "2027-03", "1"));

        assertThat(reading.layout().fault(StockColumn.EXPIRY_DATE, 7, "2027-03", "It has expired."))
                .hasToString("Sheet1!C7 \"2027-03\": It has expired.");
    }
}
