package app.mortar.workbook;

import static app.mortar.testing.RawWorkbook.row;
import static app.mortar.testing.RawWorkbook.sheetXml;
import static app.mortar.testing.RawWorkbook.text;

import app.mortar.testing.RawWorkbook;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/** Everything that has been seen, or thought of, in place of a workbook, and what is said about it. */
public final class Damages {
    private static final String SAVE_AGAIN =
            " Open it in Excel, save it again as Excel Workbook (.xlsx) and use that file.";
    private static final String TWO = "x.xlsx is damaged or was only partly copied." + SAVE_AGAIN;

    private Damages() {}

    public interface Maker {
        byte[] make() throws Exception;
    }

    public record Damage(String name, String file, Maker maker, String sentence) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Damage damage(String name, Maker maker, String sentence) {
        return new Damage(name, "x.xlsx", maker, sentence);
    }

    public static Stream<Damage> all() {
        return Stream.of(kinds(), zips(), parts(), sheets()).flatMap(damages -> damages);
    }

    private static Stream<Damage> kinds() {
        return Stream.of(
                damage(
                        "nothing in it",
                        () -> new byte[0],
                        "x.xlsx is empty (0 bytes): it was not copied or saved to its end."),
                damage(
                        "text",
                        () -> "SKU;Name\r\nP1;Paracétamol\r\n".getBytes(StandardCharsets.UTF_8),
                        "x.xlsx is a text file, not a workbook. Import it into Excel with all columns as Text and save"
                                + " it as Excel Workbook (.xlsx)."),
                new Damage(
                        "CSV",
                        "list.csv",
                        () -> "SKU,Name\nP1,Paracetamol\n".getBytes(StandardCharsets.UTF_16),
                        "list.csv is a text file (CSV), not a workbook. Import it into Excel with all columns as Text"
                                + " and save it as Excel Workbook (.xlsx)."),
                damage(
                        "old Excel",
                        DamagedFiles::oldExcel,
                        "x.xlsx is a workbook of the old kind (.xls). Open it in Excel and save it as Excel Workbook"
                                + " (.xlsx)."),
                damage(
                        "password",
                        DamagedFiles::encrypted,
                        "x.xlsx is protected with a password. Open it in Excel, take the password off (File, Info,"
                                + " Protect Workbook) and save it again."),
                damage(
                        "PDF",
                        () -> "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8),
                        "x.xlsx is a PDF, not a workbook. Ask for the Excel file that it was made from."),
                damage("noise", DamagedFiles::noise, "x.xlsx is not an Excel workbook (.xlsx)."),
                damage(
                        "another zip",
                        () -> DamagedFiles.zip("holiday.txt", "sun"),
                        "x.xlsx is a zip file, but no Excel workbook is in it."),
                damage(
                        "binary workbook",
                        () -> DamagedFiles.zip("xl/workbook.bin", "…"),
                        "x.xlsx is a binary workbook (.xlsb). Open it in Excel and save it as Excel Workbook (.xlsx)."),
                damage(
                        "OpenDocument",
                        () -> DamagedFiles.zip("content.xml", "<x/>"),
                        "x.xlsx is an OpenDocument file. Open it in LibreOffice or Excel and save it as Excel Workbook"
                                + " (.xlsx)."),
                damage(
                        "Word",
                        () -> DamagedFiles.zip("word/document.xml", "<x/>"),
                        "x.xlsx is a Word document, not a workbook. Copy its table into Excel and save that."));
    }

    private static Stream<Damage> zips() {
        return Stream.of(
                damage("cut in half", () -> DamagedFiles.cut(DamagedFiles.good(), DamagedFiles.good().length / 2), TWO),
                damage(
                        "last ten bytes missing",
                        () -> DamagedFiles.cut(DamagedFiles.good(), DamagedFiles.good().length - 10),
                        TWO),
                damage(
                        "first kilobyte only",
                        () -> DamagedFiles.cut(DamagedFiles.good(), Math.min(1024, DamagedFiles.good().length / 3)),
                        TWO),
                damage("overwritten in the middle", DamagedFiles::overwritten, TWO),
                damage(
                        "one byte of a stored part changed",
                        DamagedFiles::flipped,
                        "x.xlsx was changed or damaged on its way (a checksum is wrong)." + SAVE_AGAIN),
                damage(
                        "zip bomb",
                        () -> RawWorkbook.of(DamagedFiles.GOOD)
                                .texts("<si><t>" + " ".repeat(30_000_000) + "</t></si>")
                                .bytes(),
                        "x.xlsx unpacks to far more than a list of this size can hold." + SAVE_AGAIN),
                damage(
                        "a bomb that stays below the usual ratio",
                        DamagedFiles::patientBomb,
                        "x.xlsx unpacks to far more than a list of this size can hold." + SAVE_AGAIN),
                damage(
                        "a part that leads out of the zip",
                        () -> RawWorkbook.of(DamagedFiles.GOOD)
                                .part("xl/../../../etc/cron.d/x", "*")
                                .bytes(),
                        "x.xlsx has a part whose name leads out of the workbook, as no spreadsheet program writes it."
                                + SAVE_AGAIN),
                damage(
                        "a part that leads out of the zip, by backslashes",
                        () -> RawWorkbook.of(DamagedFiles.GOOD)
                                .part("..\\..\\x", "*")
                                .bytes(),
                        "x.xlsx has a part whose name leads out of the workbook, as no spreadsheet program writes it."
                                + SAVE_AGAIN),
                damage(
                        "two parts of one name",
                        () -> RawWorkbook.of(DamagedFiles.GOOD)
                                .part("XL/Workbook.xml", "<x/>")
                                .bytes(),
                        "x.xlsx has two parts of the same name, as no spreadsheet program writes them." + SAVE_AGAIN),
                damage(
                        "five thousand parts",
                        DamagedFiles::manyParts,
                        "x.xlsx consists of more than 1000 parts." + SAVE_AGAIN),
                damage(
                        "more bytes than allowed",
                        () -> Arrays.copyOf(DamagedFiles.good(), 1_000_001),
                        "x.xlsx has 1000001 bytes; at most 1000000 are read (import.max-bytes). Split the list into"
                                + " several files."));
    }

    private static Stream<Damage> parts() {
        String doctype = "x.xlsx holds a document type declaration, as no spreadsheet program writes it." + SAVE_AGAIN;
        return Stream.of(
                damage(
                        "no sheet",
                        () -> RawWorkbook.empty().bytes(),
                        "x.xlsx has no sheet: it was not saved to its end, or holds charts only."),
                damage(
                        "the sheet is missing",
                        () -> RawWorkbook.of(DamagedFiles.GOOD)
                                .without("xl/worksheets/sheet1.xml")
                                .bytes(),
                        "x.xlsx has lost its sheet \"Sheet1\"." + SAVE_AGAIN),
                damage(
                        "no links between the parts",
                        () -> RawWorkbook.of(DamagedFiles.GOOD)
                                .without("xl/_rels/workbook.xml.rels")
                                .bytes(),
                        "x.xlsx has lost its sheet \"Sheet1\"." + SAVE_AGAIN),
                damage(
                        "the table of texts is missing",
                        () -> RawWorkbook.of("<row r='1'><c r='A1' t='s'><v>0</v></c></row>")
                                .bytes(),
                        "x.xlsx has lost the text of cell Sheet1!A1 (its table of texts is missing or cut)."
                                + SAVE_AGAIN),
                damage(
                        "the table of texts is short",
                        () -> RawWorkbook.of("<row r='1'><c r='C1' t='s'><v>1</v></c></row>")
                                .texts("<si><t>one</t></si>")
                                .bytes(),
                        "x.xlsx has lost the text of cell Sheet1!C1 (its table of texts is missing or cut)."
                                + SAVE_AGAIN),
                damage(
                        "an outside entity in a sheet",
                        () -> RawWorkbook.of("")
                                .part(
                                        "xl/worksheets/sheet1.xml",
                                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                                                + sheetXml("<row><c t='str'><v>&e;</v></c></row>", "")
                                                        .replaceFirst("<\\?xml.*?\\?>", ""))
                                .bytes(),
                        doctype),
                damage(
                        "a billion laughs in the texts",
                        () -> RawWorkbook.of(DamagedFiles.GOOD)
                                .texts("")
                                .part(
                                        "xl/sharedStrings.xml",
                                        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><sst>&b;</sst>")
                                .bytes(),
                        doctype),
                damage(
                        "an outside entity in the list of sheets",
                        () -> RawWorkbook.of(DamagedFiles.GOOD)
                                .part("xl/workbook.xml", "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x\"><workbook/>")
                                .bytes(),
                        doctype),
                damage(
                        "an outside entity in the links",
                        () -> RawWorkbook.of(DamagedFiles.GOOD)
                                .part("_rels/.rels", "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x\"><x/>")
                                .bytes(),
                        doctype));
    }

    private static Stream<Damage> sheets() {
        return Stream.of(
                sheet(
                        "row 99,999,999",
                        DamagedFiles.GOOD + "<row r=\"99999999\"><c><v>1</v></c></row>",
                        "x.xlsx names a row 99999999 in sheet \"Sheet1\"; Excel ends at row 1048576." + SAVE_AGAIN),
                sheet(
                        "rows out of order",
                        row(5, "a") + row(4, "b"),
                        "x.xlsx has the rows of sheet \"Sheet1\" out of order (row 4 after 5)." + SAVE_AGAIN),
                sheet(
                        "a column that Excel does not have",
                        "<row r=\"1\">" + text("XFE1", "a") + "</row>",
                        "x.xlsx has a cell \"XFE1\" at a wrong place, in row 1 of sheet \"Sheet1\"." + SAVE_AGAIN),
                sheet(
                        "a cell of another row",
                        "<row r=\"1\">" + text("A2", "a") + "</row>",
                        "x.xlsx has a cell \"A2\" at a wrong place, in row 1 of sheet \"Sheet1\"." + SAVE_AGAIN),
                sheet(
                        "no number in a number",
                        "<row r=\"1\"><c r=\"B1\"><v>12abc</v></c></row>",
                        "x.xlsx has a number in cell Sheet1!B1 that cannot be read." + SAVE_AGAIN),
                sheet(
                        "a number with a billion zeros",
                        "<row r=\"1\"><c r=\"B1\"><v>1E999999999</v></c></row>",
                        "x.xlsx has a number in cell Sheet1!B1 that cannot be read." + SAVE_AGAIN),
                sheet(
                        "no date in a date",
                        "<row r=\"1\"><c r=\"B1\" t=\"d\"><v>2027-02-30</v></c></row>",
                        "x.xlsx has a date in cell Sheet1!B1 that cannot be read." + SAVE_AGAIN),
                sheet(
                        "a kind of cell that nobody knows",
                        "<row r=\"1\"><c r=\"B1\" t=\"z\"><v>1</v></c></row>",
                        "x.xlsx has a cell Sheet1!B1 of a kind that Excel does not know." + SAVE_AGAIN),
                sheet(
                        "a row of two million characters",
                        "<row r=\"1\">" + DamagedFiles.longTexts() + "</row>",
                        "x.xlsx holds more text in row 1 of sheet \"Sheet1\" than can be read." + SAVE_AGAIN),
                damage(
                        "XML that breaks off",
                        () -> RawWorkbook.of("")
                                .part(
                                        "xl/worksheets/sheet1.xml",
                                        sheetXml(DamagedFiles.GOOD, "").substring(0, 200))
                                .bytes(),
                        TWO),
                damage(
                        "XML that is no UTF-8",
                        () -> RawWorkbook.of("")
                                .part(
                                        "xl/worksheets/sheet1.xml",
                                        sheetXml(row(1, "é"), "").getBytes(StandardCharsets.ISO_8859_1))
                                .bytes(),
                        TWO),
                damage(
                        "a NUL in the XML",
                        () -> RawWorkbook.of(row(1, "a\u0000b")).bytes(),
                        TWO),
                sheet(
                        "more rows than allowed",
                        Stream.iterate(1, i -> i + 1)
                                .limit(102)
                                .map(i -> row(i, "a"))
                                .reduce("", String::concat),
                        "x.xlsx has more than 100 rows in sheet \"Sheet1\" (import.max-rows). Split the list into"
                                + " several files."));
    }

    private static Damage sheet(String name, String rows, String sentence) {
        return damage(name, () -> RawWorkbook.of(rows).bytes(), sentence);
    }
}
