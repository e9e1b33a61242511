package app.mortar.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook made by hand, part by part, so that every part can be wrong. */
public final class RawWorkbook {
    public static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final Set<String> missing = new HashSet<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder links = new StringBuilder();
    private String properties = "";
    private int count;

    /** A workbook with one sheet, {@code Sheet1}, of these rows (XML). */
    public static RawWorkbook of(String rows) {
        return new RawWorkbook().sheet("Sheet1", "", rows);
    }

    /** A workbook without a sheet. */
    public static RawWorkbook empty() {
        return new RawWorkbook();
    }

    private RawWorkbook() {
        part("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        part(
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                        + " Id=\"rId1\" Type=\"" + RELATIONS
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    }

    /** One more sheet; {@code state} is empty, hidden or veryHidden. */
    public RawWorkbook sheet(String name, String state, String rows) {
        int number = ++count;
        String hidden = state.isEmpty() ? "" : " state=\"" + state + "\"";
        sheets.append("<sheet name=\"%s\" sheetId=\"%d\"%s r:id=\"s%d\"/>".formatted(name, number, hidden, number));
        link("s" + number, "worksheet", "worksheets/sheet" + number + ".xml");
        return part("xl/worksheets/sheet" + number + ".xml", sheetXml(rows, ""));
    }

    /** A sheet's XML with something behind its rows, e.g. merged cells. */
    public static String sheetXml(String rows, String behind) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet " + MAIN + "><sheetData>" + rows + "</sheetData>"
                + behind + "</worksheet>";
    }

    /** The table of texts; {@code items} is XML. */
    public RawWorkbook texts(String items) {
        link("texts", "sharedStrings", "sharedStrings.xml");
        return part("xl/sharedStrings.xml", "<sst " + MAIN + ">" + items + "</sst>");
    }

    /** Cell style 0 is General, then one style for each of these number formats. */
    public RawWorkbook formats(String... formats) {
        StringBuilder codes = new StringBuilder();
        StringBuilder styles = new StringBuilder("<xf numFmtId=\"0\"/>");
        for (int i = 0; i < formats.length; i++) {
            String code = formats[i].replace("&", "&amp;").replace("\"", "&quot;");
            codes.append("<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>".formatted(200 + i, code));
            styles.append("<xf numFmtId=\"%d\"/>".formatted(200 + i));
        }
        link("styles", "styles", "styles.xml");
        return part(
                "xl/styles.xml",
                "<styleSheet " + MAIN + "><numFmts>" + codes + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/>"
                        + "</cellStyleXfs><cellXfs>" + styles + "</cellXfs></styleSheet>");
    }

    public RawWorkbook from1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    public RawWorkbook part(String name, String text) {
        return part(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public RawWorkbook part(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    public RawWorkbook without(String name) {
        missing.add(name);
        return this;
    }

    private void link(String id, String type, String target) {
        links.append("<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, RELATIONS, type, target));
    }

    public byte[] bytes() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        String book = "<workbook " + MAIN + " xmlns:r=\"" + RELATIONS + "\">" + properties + "<sheets>" + sheets
                + "</sheets></workbook>";
        all.put("xl/workbook.xml", book.getBytes(StandardCharsets.UTF_8));
        String related = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + links + "</Relationships>";
        all.put("xl/_rels/workbook.xml.rels", related.getBytes(StandardCharsets.UTF_8));
        all.putAll(parts);
        all.keySet().removeAll(missing);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> part : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public Path save(Path file) {
        try {
            return Files.write(file, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A row of texts, as XML. */
    public static String row(int number, String... texts) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].isEmpty()) {
                row.append(text((char) ('A' + i) + "" + number, texts[i]));
            }
        }
        return row.append("</row>").toString();
    }

    /** A text cell, as XML. */
    public static String text(String reference, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped + "</t></is></c>";
    }
}
