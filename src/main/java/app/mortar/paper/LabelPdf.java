package app.mortar.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** Labels as a PDF: one page of a label's size for each, as label printers want them. */
public final class LabelPdf {
    private static final String FONTS = "/app/mortar/desktop/theme/fonts/";

    private LabelPdf() {}

    /**
     * Writes them.
     *
     * @param today the pharmacy's
     * @throws UncheckedIOException the file could not be written
     */
    public static void write(List<Label> labels, LocalDate today, Path file) {
        try (PDDocument document = new PDDocument()) {
            PDFont plain = font(document, "IBMPlexSans_400Regular.ttf");
            PDFont strong = font(document, "IBMPlexSans_600SemiBold.ttf");
            for (Label label : labels) {
                PDPage page = new PDPage(new PDRectangle((float) LabelSize.WIDTH, (float) LabelSize.HEIGHT));
                document.addPage(page);
                try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                    draw(out, label, label.code(today), plain, strong);
                }
            }
            document.save(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDFont font(PDDocument document, String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(LabelPdf.class.getResourceAsStream(FONTS + name), name)) {
            return PDType0Font.load(document, file);
        }
    }

    private static void draw(
            PDPageContentStream out, Label label, @Nullable DataMatrix code, PDFont plain, PDFont strong)
            throws IOException {
        double wide = LabelSize.WIDTH - 2 * LabelSize.MARGIN;
        double y = LabelSize.MARGIN + 8;
        write(out, strong, 8, LabelSize.MARGIN, y, label.product(), wide);
        double left = code == null ? LabelSize.MARGIN : LabelSize.WORDS;
        double rest = LabelSize.WIDTH - LabelSize.MARGIN - left;
        y += 18;
        write(out, strong, 9, left, y, label.batch(), rest);
        if (!label.expiryInWords().isEmpty()) {
            y += 14;
            write(out, strong, 9, left, y, label.expiryInWords(), rest);
        }
        if (label.shelf() != null) {
            y += 14;
            write(out, plain, 8, left, y, label.shelf(), rest);
        }
        if (code != null) {
            double module = LabelSize.CODE / (code.size() + 2);
            double top = LabelSize.MARGIN + 13;
            for (int row = 0; row < code.size(); row++) {
                for (int column = 0; column < code.size(); column++) {
                    if (code.isDark(column, row)) {
                        out.addRect(
                                (float) (LabelSize.MARGIN + (column + 1) * module),
                                (float) (LabelSize.HEIGHT - top - (row + 2) * module),
                                (float) module,
                                (float) module);
                    }
                }
            }
            out.fill();
        }
    }

    /** A line of text, cut where the label ends. */
    private static void write(
            PDPageContentStream out, PDFont font, int size, double x, double y, String text, double wide)
            throws IOException {
        String known = known(font, text);
        String shown = known;
        while (shown.length() > 1 && font.getStringWidth(shown) / 1000 * size > wide) {
            shown = shown.substring(0, shown.length() - 2) + "…";
        }
        out.beginText();
        out.setFont(font, size);
        out.newLineAtOffset((float) x, (float) (LabelSize.HEIGHT - y));
        out.showText(shown);
        out.endText();
    }

    /** Letters that the typeface does not have become question marks. */
    private static String known(PDFont font, String text) {
        StringBuilder known = new StringBuilder();
        text.codePoints().forEach(letter -> {
            String one = Character.toString(letter);
            try {
                font.getStringWidth(one);
                known.append(one);
            } catch (IllegalArgumentException | IOException none) {
                known.append('?');
            }
        });
        return known.toString();
    }
}
