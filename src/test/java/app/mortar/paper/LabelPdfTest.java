package app.mortar.paper;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.gs1.Gs1Reader;
import app.mortar.gs1.Scan;
import app.mortar.kernel.Gtin;
import com.google.zxing.datamatrix.decoder.Decoder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels, read again from the finished pages by a program that did not write them. */
class LabelPdfTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final Gtin GTIN = Gtin.of("09520123456788");

    @TempDir
    Path folder;

    private static Label label(String product, String batch) {
        return new Label(product, batch, LocalDate.of(2027, 3, 31), "31 Mar 2027", GTIN, "B2");
    }

    /** What a reader makes of the page: light and dark looked at in the middle of each module, then decoded. */
    private static String scanned(BufferedImage page, int modules) throws Exception {
        double dot = page.getWidth() / LabelSize.WIDTH;
        double module = LabelSize.CODE / (modules + 2);
        boolean[][] seen = new boolean[modules][modules];
        for (int row = 0; row < modules; row++) {
            for (int column = 0; column < modules; column++) {
                double x = LabelSize.MARGIN + (column + 1.5) * module;
                double y = LabelSize.MARGIN + 13 + (row + 1.5) * module;
                seen[row][column] = (page.getRGB((int) (x * dot), (int) (y * dot)) & 0xFF) < 128;
            }
        }
        return new Decoder().decode(seen).getText();
    }

    @Test
    void a_printed_label_says_to_a_scanner_what_stands_on_it() throws Exception {
        Path file = folder.resolve("labels.pdf");
        LabelPdf.write(
                List.of(label("Amoxicillin 500 mg, 100 capsules", "A-17/b"), label("Zinc", "00012E5")), TODAY, file);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            for (int page = 0; page < 2; page++) {
                String batch = page == 0 ? "A-17/b" : "00012E5";
                String text = scanned(new PDFRenderer(document).renderImageWithDPI(page, 300), 20);
                Scan read = new Gs1Reader().read("]d2" + text.substring(1), TODAY);
                assertThat(text).startsWith("\u001D"); // FNC1 at the head makes it a GS1 code
                assertThat(read).as(text).isInstanceOfSatisfying(Scan.Read.class, said -> {
                    assertThat(said.gtin()).isEqualTo(GTIN);
                    assertThat(said.batchNumber()).isEqualTo(batch);
                    assertThat(said.expiryDate()).isEqualTo(LocalDate.of(2027, 3, 31));
                    assertThat(said.warnings()).isEmpty();
                });
            }
        }
    }

    @Test
    void words_stand_on_it_too_and_are_cut_where_it_ends() throws IOException {
        Path file = folder.resolve("labels.pdf");
        LabelPdf.write(List.of(label("Amoxicillin ".repeat(20) + "\uD83D\uDE00", "A")), TODAY, file);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Amoxicillin Amoxicillin")
                    .contains("…")
                    .contains("31 Mar 2027")
                    .contains("B2")
                    .doesNotContain("Amoxicillin ".repeat(10));
        }
    }

    @Test
    void without_a_gtin_or_with_a_number_that_gs1_cannot_write_there_is_no_code() {
        assertThat(new Label("Zinc", "A", null, "", null, null).code(TODAY)).isNull();
        assertThat(new Label("Zinc", "batch number of more than twenty", null, "", GTIN, null).code(TODAY))
                .isNull();
        assertThat(new Label("Zinc", "A", null, "", GTIN, null).code(TODAY)).isNotNull();
    }

    @Test
    void a_page_of_a_label_is_as_large_as_the_label() throws Exception {
        Path file = folder.resolve("labels.pdf");
        LabelPdf.write(List.of(new Label("Zinc", "A", null, "", null, null)), TODAY, file);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(170f, 170.2f);
            assertThat(document.getPage(0).getMediaBox().getHeight()).isBetween(85f, 85.1f);
        }
    }
}
