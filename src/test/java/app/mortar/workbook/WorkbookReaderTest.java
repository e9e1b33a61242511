package app.mortar.workbook;

import static app.mortar.testing.RawWorkbook.row;
import static app.mortar.testing.RawWorkbook.sheetXml;
import static app.mortar.testing.RawWorkbook.text;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.testing.RawWorkbook;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookReaderTest {
    @TempDir
    Path folder;

    private List<String> read(RawWorkbook workbook) {
        return read(workbook.save(folder.resolve("x.xlsx")));
    }

    static List<String> read(Path file) {
        List<String> seen = new ArrayList<>();
        new WorkbookReader(WorkbookReader.DEFAULT_MAX_BYTES, WorkbookReader.DEFAULT_MAX_ROWS)
                .read(file, new SheetVisitor() {
                    @Override
                    public Next sheet(String name, boolean hidden) {
                        if (hidden) {
                            seen.add(name + " is hidden");
                        }
                        return Next.GO_ON;
                    }

                    @Override
                    public Next row(Row row) {
                        row.cells().forEach((column, cell) -> seen.add(row.address(column) + " = " + cell));
                        return Next.GO_ON;
                    }

                    @Override
                    public void merged(Address topLeft, Address bottomRight) {
                        seen.add("merged " + topLeft.cell() + " to " + bottomRight.cell());
                    }
                });
        return seen;
    }

    @Test
    void every_kind_of_cell_arrives_as_what_it_is() {
        RawWorkbook workbook = RawWorkbook.of("<row r='3'>"
                        + "<c r='A3' t='s'><v>1</v></c>"
                        + "<c r='B3'><v>12.50</v></c>"
                        + "<c r='C3' s='1'><v>46477</v></c>"
                        + "<c r='D3' t='b'><v>1</v></c>"
                        + "<c r='E3' t='e'><v>#N/A</v></c>"
                        + "<c r='F3'><f>SUM(B1:B2)</f><v>99</v></c>"
                        + "<c r='G3' s='1'/>"
                        + "<c r='H3' t='str'><f t='shared' si='0'/><v>old</v></c>"
                        + "<c r='I3' t='d'><v>2027-03-31T00:00:00</v></c>"
                        + "</row>")
                .texts("<si><t>zero</t></si><si><t>one</t></si>")
                .formats("yyyy-mm-dd");

        assertThat(read(workbook))
                .containsExactly(
                        "Sheet1!A3 = Text[text=one]",
                        "Sheet1!B3 = Numeric[exact=12.50, format=General, shown=12.5]",
                        "Sheet1!C3 = Date[day=2027-03-31, format=yyyy-mm-dd, shown=2027-03-31]",
                        "Sheet1!D3 = Bool[value=true]",
                        "Sheet1!E3 = Broken[code=#N/A]",
                        "Sheet1!F3 = Formula[formula=SUM(B1:B2)]",
                        "Sheet1!H3 = Formula[formula=]",
                        "Sheet1!I3 = Date[day=2027-03-31, format=yyyy-mm-dd, shown=2027-03-31T00:00:00]");
    }

    @Test
    void a_number_keeps_its_digits_and_tells_how_it_looks() {
        RawWorkbook workbook = RawWorkbook.of("<row r='1'>"
                        + "<c r='A1'><v>5012345678900</v></c>"
                        + "<c r='B1'><v>5.0123456789E12</v></c>"
                        + "<c r='C1' s='1'><v>1200000</v></c>"
                        + "<c r='D1' s='2'><v>0.05</v></c>"
                        + "<c r='E1'><v>1.1000000000000001</v></c>"
                        + "<c r='F1' s='3'><v>500</v></c>"
                        + "</row>")
                .formats("0.00E+00", "0%", "0 \"mg\"");

        assertThat(read(workbook))
                .containsExactly(
                        "Sheet1!A1 = Numeric[exact=5012345678900, format=General, shown=5012345678900]",
                        "Sheet1!B1 = Numeric[exact=5.0123456789E12, format=General, shown=5012345678900]",
                        "Sheet1!C1 = Numeric[exact=1200000, format=0.00E+00, shown=1.20E+06]",
                        "Sheet1!D1 = Numeric[exact=0.05, format=0%, shown=5%]",
                        "Sheet1!E1 = Numeric[exact=1.1000000000000001, format=General, shown=1.1]",
                        "Sheet1!F1 = Numeric[exact=500, format=0 \"mg\", shown=500 mg]");
        assertThat(new Cell.Numeric("1.1000000000000001", "General", "1.1").value())
                .isEqualTo(new BigDecimal("1.1"));
        assertThat(new Cell.Numeric("5.0123456789E12", "General", "").value()).isEqualTo("5012345678900");
    }

    @Test
    void a_date_knows_what_its_format_shows() {
        RawWorkbook workbook = RawWorkbook.of("<row r='1'><c r='A1' s='1'><v>46477</v></c></row>")
                .formats("[$-409]mmm\\-yy;@");

        assertThat(read(workbook))
                .containsExactly("Sheet1!A1 = Date[day=2027-03-31, format=[$-409]mmm\\-yy;@, shown=Mar-27]");
        Cell.Date monthYear = date("[$-409]mmm\\-yy;@");
        assertThat(monthYear.showsDay()).isFalse();
        assertThat(monthYear.showsMonth() && monthYear.showsYear()).isTrue();
        assertThat(date("d\\-mmm").showsYear()).isFalse();
        assertThat(date("dd/mm/yyyy hh:mm").showsMonth()).isTrue();
        assertThat(date("hh:mm").showsMonth()).isFalse();
        assertThat(date("mm\"day\"/yyyy").showsDay()).isFalse();
    }

    private static Cell.Date date(String format) {
        return new Cell.Date(LocalDate.of(2027, 3, 31), format, "");
    }

    @Test
    void days_are_counted_from_1904_when_the_workbook_says_so() {
        RawWorkbook workbook = RawWorkbook.of("<row r='1'><c r='A1' s='1'><v>45015</v></c></row>")
                .formats("yyyy-mm-dd")
                .from1904();

        assertThat(read(workbook))
                .containsExactly("Sheet1!A1 = Date[day=2027-03-31, format=yyyy-mm-dd, shown=2027-03-31]");
    }

    @Test
    void a_number_that_is_no_day_stays_a_number_in_a_date_format() {
        RawWorkbook workbook = RawWorkbook.of(
                        "<row r='1'><c r='A1' s='1'><v>-5</v></c><c r='B1' s='1'><v>99999999</v></c></row>")
                .formats("yyyy-mm-dd");

        assertThat(read(workbook)).allMatch(line -> line.contains("Numeric"));
    }

    @Test
    void rich_text_is_joined_and_phonetic_hints_are_left_out() {
        RawWorkbook workbook = RawWorkbook.of("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1'"
                        + " t='inlineStr'><is><r><t>Para</t></r><r><rPr><b/></rPr><t>cetamol</t></r></is></c></row>")
                .texts("<si><r><rPr><b/></rPr><t>Ibu</t></r><r><t xml:space='preserve'>profen </t></r>"
                        + "<rPh sb='0' eb='1'><t>イブ</t></rPh></si>");

        assertThat(read(workbook))
                .containsExactly("Sheet1!A1 = Text[text=Ibuprofen ]", "Sheet1!B1 = Text[text=Paracetamol]");
    }

    @Test
    void invisible_characters_arrive_untouched() {
        RawWorkbook workbook =
                RawWorkbook.of(row(1, "\u00a0A\u200b ", "a_x0007_b_x000D_c", "_x005F_x0041_", "fish &#10; chips"));

        assertThat(read(workbook))
                .containsExactly(
                        "Sheet1!A1 = Text[text=\u00a0A\u200b ]",
                        "Sheet1!B1 = Text[text=a\u0007b\rc]",
                        "Sheet1!C1 = Text[text=_x0041_]",
                        "Sheet1!D1 = Text[text=fish &#10; chips]");
    }

    @Test
    void a_text_longer_than_excel_allows_is_cut_where_it_shows() {
        List<String> seen = read(RawWorkbook.of(row(1, "y".repeat(40_000))));

        assertThat(seen.getFirst()).hasSize("Sheet1!A1 = Text[text=]".length() + Cell.LONGEST_TEXT + 1);
    }

    @Test
    void blank_rows_and_cells_are_passed_over_and_rows_keep_their_numbers() {
        assertThat(read(RawWorkbook.of(
                        row(1, "a") + "<row r='2'/><row r='3'><c r='A3' s='0'/></row>" + row(7, "", "b"))))
                .containsExactly("Sheet1!A1 = Text[text=a]", "Sheet1!B7 = Text[text=b]");
    }

    @Test
    void rows_and_cells_without_an_address_follow_each_other() {
        assertThat(read(RawWorkbook.of(
                        "<row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>")))
                .extracting(line -> line.substring(0, 9))
                .containsExactly("Sheet1!A1", "Sheet1!D1", "Sheet1!E1", "Sheet1!A2");
    }

    @Test
    void hidden_sheets_and_merged_cells_are_told() {
        RawWorkbook workbook = RawWorkbook.of("")
                .part(
                        "xl/worksheets/sheet1.xml",
                        sheetXml(row(1, "a"), "<mergeCells><mergeCell ref='A1:C2'/></mergeCells>"))
                .sheet("Old", "veryHidden", row(1, "b"));

        assertThat(read(workbook))
                .containsExactly(
                        "Sheet1!A1 = Text[text=a]", "merged A1 to C2", "Old is hidden", "Old!A1 = Text[text=b]");
    }

    @Test
    void other_programs_prefixes_namespaces_and_part_names_are_understood() {
        String strict = "<x:workbook xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main'"
                + " xmlns:rel='http://purl.oclc.org/ooxml/officeDocument/relationships'><x:sheets>"
                + "<x:sheet name='My list' sheetId='1' rel:id='s1'/></x:sheets></x:workbook>";
        String links = "<Relationships><Relationship Id='s1' Type='http://purl.oclc.org/ooxml/officeDocument/"
                + "relationships/worksheet' Target='/xl/worksheets/LIST.xml'/></Relationships>";
        RawWorkbook workbook = RawWorkbook.empty()
                .part("xl/workbook.xml", strict)
                .part("xl/_rels/workbook.xml.rels", links)
                .part(
                        "xl\\worksheets\\list.xml",
                        "<x:worksheet xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main'>"
                                + "<x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>");

        assertThat(read(workbook)).containsExactly("'My list'!A1 = Numeric[exact=7, format=General, shown=7]");
    }

    @Test
    void many_escaped_ampersands_are_no_attack() {
        Random random = new Random(11);
        StringBuilder text = new StringBuilder();
        while (text.length() < 30_000) {
            text.append(Integer.toHexString(random.nextInt())).append("&&&&");
        }
        String rows = row(1, text.toString(), text.reverse().toString());

        assertThat(read(RawWorkbook.of(rows + "<row r='2'>" + text("A2", "<&>") + "</row>")))
                .hasSize(3)
                .endsWith("Sheet1!A2 = Text[text=<&>]");
    }

    @Test
    void columns_are_named_as_excel_does() {
        assertThat(Address.columnName(0)).isEqualTo("A");
        assertThat(Address.columnName(25)).isEqualTo("Z");
        assertThat(Address.columnName(26)).isEqualTo("AA");
        assertThat(Address.columnName(Address.COLUMNS - 1)).isEqualTo("XFD");
        assertThat(Address.columnOf("XFD1048576")).isEqualTo(Address.COLUMNS - 1);
        assertThat(Address.rowOf("XFD1048576")).isEqualTo(Address.LAST_ROW);
    }
}
