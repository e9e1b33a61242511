package app.mortar.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a file is by its first bytes, whatever its name says. */
enum FileKind {
    ZIP,
    ENCRYPTED,
    OLD_EXCEL,
    PDF,
    TEXT,
    OTHER;

    /** Names inside an OLE2 file are UTF-16LE; an encrypted workbook is one part of this name. */
    private static final String ENCRYPTED_PART =
            new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);

    static FileKind of(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(4096);
        }
        String latin = new String(start, StandardCharsets.ISO_8859_1);
        if (latin.startsWith("PK\u0003\u0004") || latin.startsWith("PK\u0005\u0006")) {
            return ZIP;
        }
        if (latin.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return count(file, ENCRYPTED_PART, 0) > 0 ? ENCRYPTED : OLD_EXCEL;
        }
        if (latin.startsWith("%PDF")) {
            return PDF;
        }
        boolean unicode = latin.startsWith("\u00ff\u00fe") || latin.startsWith("\u00fe\u00ff");
        boolean controls = latin.chars().anyMatch(c -> c < 32 && c != '\t' && c != '\n' && c != '\r');
        return unicode || !controls ? TEXT : OTHER;
    }

    /** Why a file of this kind is not read, for a file of this name. */
    String refusal(String name) {
        return switch (this) {
            case ENCRYPTED ->
                name + " is protected with a password. Open it in Excel, take the password off (File, Info, Protect"
                        + " Workbook) and save it again.";
            case OLD_EXCEL ->
                name + " is a workbook of the old kind (.xls). Open it in Excel and save it as Excel Workbook (.xlsx).";
            case PDF -> name + " is a PDF, not a workbook. Ask for the Excel file that it was made from.";
            case TEXT ->
                name + " is a text file" + (name.toLowerCase(Locale.ROOT).endsWith(".csv") ? " (CSV)" : "")
                        + ", not a workbook. Import it into Excel with all columns as Text and save it as Excel"
                        + " Workbook (.xlsx).";
            case ZIP, OTHER -> name + " is not an Excel workbook (.xlsx).";
        };
    }

    /** How often a pattern stands in the file; no longer counted once it is more than {@code enough}. */
    static int count(Path file, String pattern, int enough) throws IOException {
        byte[] window = new byte[65_536];
        int kept = 0;
        int count = 0;
        try (InputStream in = Files.newInputStream(file)) {
            while (count <= enough) {
                int read = in.readNBytes(window, kept, window.length - kept);
                String text = new String(window, 0, kept + read, StandardCharsets.ISO_8859_1);
                for (int at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) {
                    count++;
                }
                if (read < window.length - kept) {
                    break;
                }
                kept = pattern.length() - 1; // too short to hold it twice
                System.arraycopy(window, window.length - kept, window, 0, kept);
            }
        }
        return count;
    }
}
