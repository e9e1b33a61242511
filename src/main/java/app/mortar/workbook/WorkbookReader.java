package app.mortar.workbook;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads .xlsx files row by row in bounded memory, whoever made them. Nothing in them is evaluated, fetched or unpacked
 * to disk.
 */
public final class WorkbookReader {
    /** {@code import.max-bytes} unless set otherwise. */
    public static final long DEFAULT_MAX_BYTES = 33_554_432;
    /** {@code import.max-rows} unless set otherwise. */
    public static final int DEFAULT_MAX_ROWS = 150_000;

    private static final String SAVE_AGAIN =
            " Open it in Excel, save it again as Excel Workbook (.xlsx) and use that file.";
    /** XML of an honest list packs to a tenth or less. */
    private static final int UNPACKED = 10;

    private final long maxBytes;
    private final int maxRows;

    /**
     * A reader with limits.
     *
     * @param maxBytes the largest file, in bytes; ten times as much may come out of the zip
     * @param maxRows the most rows of one sheet, its heading row not counted; blank rows do not count
     */
    public WorkbookReader(long maxBytes, int maxRows) {
        this.maxBytes = maxBytes;
        this.maxRows = maxRows;
    }

    public int maxRows() {
        return maxRows;
    }

    /**
     * Reads the worksheets in their order. Rows are handed on before the rest of the file has been seen, so nothing
     * may be done with them for good before this returns.
     *
     * @throws Unreadable the file is not a whole workbook of bearable size; the message says so to its sender
     */
    public void read(Path file, SheetVisitor visitor) {
        String name = String.valueOf(file.getFileName());
        try {
            check(file, name);
            try (WorkbookZip zip = new WorkbookZip(file, UNPACKED * maxBytes)) {
                read(zip, name, visitor);
            }
        } catch (SheetHandler.VisitorFailed e) {
            throw e.why();
        } catch (Unreadable e) {
            throw e;
        } catch (WorkbookZip.Damaged e) {
            throw new Unreadable(name + " " + e.getMessage() + "." + SAVE_AGAIN, e);
        } catch (AccessDeniedException e) {
            throw new Unreadable(name + " may not be opened. Close it in Excel, or ask for the right to read it.", e);
        } catch (IOException | SAXException | RuntimeException e) {
            throw new Unreadable(name + " " + what(e) + "." + SAVE_AGAIN, e);
        } catch (OutOfMemoryError | StackOverflowError e) {
            throw new Unreadable(name + " needs more memory than there is. Split the list into several files.", e);
        }
    }

    private void check(Path file, String name) throws IOException {
        if (Files.isDirectory(file)) {
            throw new Unreadable(name + " is a folder, not a workbook.");
        }
        if (!Files.isRegularFile(file)) {
            throw new Unreadable("There is no file " + file + ".");
        }
        long size = Files.size(file);
        if (size == 0) {
            throw new Unreadable(name + " is empty (0 bytes): it was not copied or saved to its end.");
        }
        if (size > maxBytes) {
            throw new Unreadable(name + " has " + size + " bytes; at most " + maxBytes
                    + " are read (import.max-bytes). Split the list into several files.");
        }
        FileKind kind = FileKind.of(file);
        if (kind != FileKind.ZIP) {
            throw new Unreadable(kind.refusal(name));
        }
        // counted before the zip's directory is loaded, as that could be all of a big file
        if (FileKind.count(file, "PK\u0001\u0002", WorkbookZip.MOST_PARTS) > WorkbookZip.MOST_PARTS) {
            throw new Unreadable(name + " consists of more than " + WorkbookZip.MOST_PARTS + " parts." + SAVE_AGAIN);
        }
    }

    private void read(WorkbookZip zip, String name, SheetVisitor visitor) throws IOException, SAXException {
        Contents contents = Contents.of(zip);
        if (contents == null) {
            throw new Unreadable(name + " " + otherKind(zip));
        }
        if (contents.sheets().isEmpty()) {
            throw new Unreadable(name + " has no sheet: it was not saved to its end, or holds charts only.");
        }
        NumberFormats formats =
                NumberFormats.read(contents.styles() == null ? null : zip.open(contents.styles()), contents.date1904());
        int mostText = (int) Math.min(2 * maxBytes, Integer.MAX_VALUE / 2);
        SharedTexts texts = SharedTexts.read(contents.texts() == null ? null : zip.open(contents.texts()), mostText);
        CellContent content = new CellContent(texts, formats);
        for (Contents.SheetPart sheet : contents.sheets()) {
            SheetHandler handler = new SheetHandler(sheet.name(), visitor, content, maxRows + 1);
            if (handler.begin(sheet.hidden()) == SheetVisitor.Next.GO_ON) {
                sheet(zip, name, sheet, handler);
            }
        }
    }

    private void sheet(WorkbookZip zip, String name, Contents.SheetPart sheet, SheetHandler handler)
            throws IOException, SAXException {
        var part = zip.open(sheet.part());
        if (part == null) {
            throw new WorkbookZip.Damaged("has lost its sheet \"" + sheet.name() + "\"");
        }
        try {
            Xml.read(part, handler);
        } catch (SheetHandler.Enough enough) {
            // the visitor has seen what it wanted of this sheet
        } catch (SAXException e) {
            if (e.getException() instanceof SheetHandler.TooManyRows) {
                throw new Unreadable(name + " has more than " + maxRows + " rows in sheet \"" + sheet.name()
                        + "\" (import.max-rows). Split the list into several files.");
            }
            throw e;
        }
    }

    private static String otherKind(WorkbookZip zip) {
        if (zip.has("xl/workbook.bin")) {
            return "is a binary workbook (.xlsb). Open it in Excel and save it as Excel Workbook (.xlsx).";
        }
        if (zip.has("content.xml")) {
            return "is an OpenDocument file. Open it in LibreOffice or Excel and save it as Excel Workbook (.xlsx).";
        }
        if (zip.has("word/document.xml")) {
            return "is a Word document, not a workbook. Copy its table into Excel and save that.";
        }
        return "is a zip file, but no Excel workbook is in it.";
    }

    private static String what(Exception e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof SAXException sax && sax.getException() instanceof WorkbookZip.Damaged damaged) {
            return String.valueOf(damaged.getMessage());
        }
        if (message.startsWith("Zip bomb")) {
            return "unpacks to far more than a list of this size can hold";
        }
        if (e instanceof SAXParseException && message.contains("DOCTYPE")) {
            return "holds a document type declaration, as no spreadsheet program writes it";
        }
        return "is damaged or was only partly copied";
    }
}
