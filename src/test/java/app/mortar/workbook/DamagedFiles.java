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
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Makes files that are no whole workbooks. */
final class DamagedFiles {
    static final String GOOD = row(1, "SKU", "Name") + row(2, "P1", "Paracetamol");

    private DamagedFiles() {}

    static byte[] good() {
        return RawWorkbook.of(GOOD + "<row r='3'><c t='s'><v>0</v></c><c s='1'><v>46000</v></c></row>")
                .texts("<si><t>shared</t></si>")
                .formats("yyyy-mm-dd")
                .bytes();
    }

    static byte[] cut(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, length);
    }

    static byte[] overwritten() {
        byte[] bytes = good();
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("xl/worksheets/sheet1.xml") + 24;
        Arrays.fill(bytes, at, at + 30, (byte) 0xff);
        return bytes;
    }

    static byte[] noise() {
        byte[] bytes = new byte[5_000];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    static byte[] zip(String name, String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    /** A workbook whose sheet is stored without compression, with one quantity changed from 10 to 90. */
    static byte[] flipped() throws IOException {
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

    static byte[] part(byte[] zipped, String name) throws IOException {
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
    static byte[] patientBomb() {
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
    static String longTexts() {
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

    static byte[] manyParts() {
        RawWorkbook workbook = RawWorkbook.of(GOOD);
        for (int i = 0; i < 5_000; i++) {
            workbook.part("xl/media/" + i, "x");
        }
        return workbook.bytes();
    }

    static byte[] oldExcel() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("Sheet1").createRow(0).createCell(0).setCellValue("SKU");
            workbook.write(out);
        }
        return out.toByteArray();
    }

    static byte[] encrypted() throws Exception {
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
