package app.mortar.workbook;

import static app.mortar.testing.RawWorkbook.row;
import static app.mortar.testing.RawWorkbook.sheetXml;
import static app.mortar.testing.RawWorkbook.text;

import app.mortar.testing.RawWorkbook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Everything that has been seen, or thought of, in place of a workbook, and what is said about it. */
final class Damages {
    private static final String SAVE_AGAIN =
            " Open it in Excel, save it again as Excel Workbook (.xlsx) and use that file.";
    private static final String GOOD = row(1, "SKU", "Name") + row(2, "P1", "Paracetamol");
    private static final String TWO = "x.xlsx is damaged or was only partly copied." + SAVE_AGAIN;

    private Damages() {}

    interface Maker {
        byte[] make() throws Exception;
    }

    record Damage(String name, String file, Maker maker, String sentence) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Damage damage(String name, Maker maker, String sentence) {
        return new Damage(name, "x.xlsx", maker, sentence);
    }

    static Stream<Damage> all() {
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
                        Damages::oldExcel,
                        "x.xlsx is a workbook of the old kind (.xls). Open it in Excel and save it as Excel Workbook"
                                + " (.xlsx)."),
                damage(
                        "password",
                        Damages::encrypted,
                        "x.xlsx is protected with a password. Open it in Excel, take the password off (File, Info,"
                                + " Protect Workbook) and save it again."),
                damage(
                        "PDF",
                        () -> "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8),
                        "x.xlsx is a PDF, not a workbook. Ask for the Excel file that it was made from."),
                damage("noise", Damages::noise, "x.xlsx is not an Excel workbook (.xlsx)."),
                damage(
                        "another zip",
                        () -> zip("holiday.txt", "sun"),
                        "x.xlsx is a zip file, but no Excel workbook is in it."),
                damage(
                        "binary workbook",
                        () -> zip("xl/workbook.bin", "…"),
                        "x.xlsx is a binary workbook (.xlsb). Open it in Excel and save it as Excel Workbook (.xlsx)."),
                damage(
                        "OpenDocument",
                        () -> zip("content.xml", "<x/>"),
                        "x.xlsx is an OpenDocument file. Open it in LibreOffice or Excel and save it as Excel Workbook"
                                + " (.xlsx)."),
                damage(
                        "Word",
                        () -> zip("word/document.xml", "<x/>"),
                        "x.xlsx is a Word document, not a workbook. Copy its table into Excel and save that."));
    }

    private static Stream<Damage> zips() {
        return Stream.of(
                damage("cut in half", () -> cut(good(), good().length / 2), TWO),
                damage("last ten bytes missing", () -> cut(good(), good().length - 10), TWO),
                damage("first kilobyte only", () -> cut(good(), Math.min(1024, good().length / 3)), TWO),
                damage("overwritten in the middle", Damages::overwritten, TWO),
                damage(
                        "one byte of a stored part changed",
                        Damages::flipped,
                        "x.xlsx was changed or damaged on its way (a checksum is wrong)." + SAVE_AGAIN),
                damage(
                        "zip bomb",
                        () -> RawWorkbook.of(GOOD)
                                .texts("<si><t>" + " ".repeat(30_000_000) + "</t></si>")
                                .bytes(),
                        "x.xlsx unpacks to far more than a list of this size can hold." + SAVE_AGAIN),
                damage(
                        "a bomb that stays below the usual ratio",
                        Damages::patientBomb,
                        "x.xlsx unpacks to far more than a list of this size can hold." + SAVE_AGAIN),
                damage(
                        "a part that leads out of the zip",
                        () -> RawWorkbook.of(GOOD)
                                .part("xl/../../../etc/cron.d/x", "*")
                                .bytes(),
                        "x.xlsx has a part whose name leads out of the workbook, as no spreadsheet program writes it."
                                + SAVE_AGAIN),
                damage(
                        "a part that leads out of the zip, by backslashes",
                        () -> RawWorkbook.of(GOOD).part("..\\..\\x", "*").bytes(),
                        "x.xlsx has a part whose name leads out of the workbook, as no spreadsheet program writes it."
                                + SAVE_AGAIN),
                damage(
                        "two parts of one name",
                        () -> RawWorkbook.of(GOOD)
                                .part("XL/Workbook.xml", "<x/>")
                                .bytes(),
                        "x.xlsx has two parts of the same name, as no spreadsheet program writes them." + SAVE_AGAIN),
                damage(
                        "five thousand parts",
                        Damages::manyParts,
                        "x.xlsx consists of more than 1000 parts." + SAVE_AGAIN),
                damage(
                        "more bytes than allowed",
                        () -> Arrays.copyOf(good(), 1_000_001),
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
                        () -> RawWorkbook.of(GOOD)
                                .without("xl/worksheets/sheet1.xml")
                                .bytes(),
                        "x.xlsx has lost its sheet \"Sheet1\"." + SAVE_AGAIN),
                damage(
                        "no links between the parts",
                        () -> RawWorkbook.of(GOOD)
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
                        () -> RawWorkbook.of(GOOD)
                                .texts("")
                                .part(
                                        "xl/sharedStrings.xml",
                                        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><sst>&b;</sst>")
                                .bytes(),
                        doctype),
                damage(
                        "an outside entity in the list of sheets",
                        () -> RawWorkbook.of(GOOD)
                                .part("xl/workbook.xml", "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x\"><workbook/>")
                                .bytes(),
                        doctype),
                damage(
                        "an outside entity in the links",
                        () -> RawWorkbook.of(GOOD)
                                .part("_rels/.rels", "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x\"><x/>")
                                .bytes(),
                        doctype));
    }

    private static Stream<Damage> sheets() {
        return Stream.of(
                sheet(
                        "row 99,999,999",
                        GOOD + "<row r=\"99999999\"><c><v>1</v></c></row>",
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
                        "<row r=\"1\">" + longTexts() + "</row>",
                        "x.xlsx holds more text in row 1 of sheet \"Sheet1\" than can be read." + SAVE_AGAIN),
                damage(
                        "XML that breaks off",
                        () -> RawWorkbook.of("")
                                .part(
                                        "xl/worksheets/sheet1.xml",
                                        sheetXml(GOOD, "").substring(0, 200))
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

    static byte[] good() {
        return RawWorkbook.of(GOOD + "<row r='3'><c t='s'><v>0</v></c><c s='1'><v>46000</v></c></row>")
                .texts("<si><t>shared</t></si>")
                .formats("yyyy-mm-dd")
                .bytes();
    }

    private static byte[] cut(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, length);
    }

    private static byte[] overwritten() {
        byte[] bytes = good();
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("xl/worksheets/sheet1.xml") + 24;
        Arrays.fill(bytes, at, at + 30, (byte) 0xff);
        return bytes;
    }

    private static byte[] noise() {
        byte[] bytes = new byte[5_000];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static byte[] zip(String name, String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    /** A workbook whose sheet is stored without compression, with one quantity changed from 10 to 90. */
    private static byte[] flipped() throws IOException {
        byte[] sheet =
                sheetXml("<row r=\"1\"><c r=\"A1\"><v>10</v></c></row>", "").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            ZipEntry stored = new ZipEntry("xl/worksheets/sheet1.xml");
            stored.setMethod(ZipEntry.STORED);
            stored.setSize(sheet.length);
            CRC32 sum = new CRC32();
            sum.update(sheet);
            stored.setCrc(sum.getValue());
            zip.putNextEntry(stored);
            zip.write(sheet);
            for (String name : new String[] {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(part(RawWorkbook.of("").bytes(), name));
            }
        }
        byte[] bytes = out.toByteArray();
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("<v>10</v>");
        bytes[at + 3] = '9';
        return bytes;
    }

    private static byte[] part(byte[] zipped, String name) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return zip.readAllBytes();
                }
            }
        }
        throw new IOException("no part " + name);
    }

    /** Packs to about a fiftieth: no single ratio is suspicious, only the sum. */
    private static byte[] patientBomb() {
        Random random = new Random(3);
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 15_000; i++) {
            items.append("<!-- ")
                    .append(Long.toHexString(random.nextLong()))
                    .append(" ".repeat(1_000))
                    .append("-->");
        }
        return RawWorkbook.of(GOOD).texts(items.toString()).bytes();
    }

    /** Cells of 32 000 characters each that do not pack well. */
    private static String longTexts() {
        Random random = new Random(5);
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            StringBuilder text = new StringBuilder();
            while (text.length() < 32_000) {
                text.append(Integer.toHexString(random.nextInt(4096))).append("          ");
            }
            cells.append(text(Address.columnName(i) + "1", text.substring(0, 32_000)));
        }
        return cells.toString();
    }

    private static byte[] manyParts() {
        RawWorkbook workbook = RawWorkbook.of(GOOD);
        for (int i = 0; i < 5_000; i++) {
            workbook.part("xl/media/" + i, "x");
        }
        return workbook.bytes();
    }

    private static byte[] oldExcel() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("Sheet1").createRow(0).createCell(0).setCellValue("SKU");
            workbook.write(out);
        }
        return out.toByteArray();
    }

    private static byte[] encrypted() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream inner = encryptor.getDataStream(files)) {
                inner.write(good());
            }
            files.writeFilesystem(out);
        }
        return out.toByteArray();
    }

    /** Nothing wrong with it but its length. */
    static void honest(OutputStream out, int rows) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : new String[] {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(part(RawWorkbook.of("").bytes(), name));
            }
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            String[] around = sheetXml("|", "").split("\\|", -1);
            zip.write(around[0].getBytes(StandardCharsets.UTF_8));
            for (int i = 1; i <= rows; i++) {
                zip.write(row(i, "P" + i, "Name of product " + i).getBytes(StandardCharsets.UTF_8));
            }
            zip.write(around[1].getBytes(StandardCharsets.UTF_8));
        }
    }
}
