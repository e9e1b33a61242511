package app.mortar.desktop.goods;

import javafx.print.PageLayout;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Prints plain text. A page is as long as the text: for receipt printers and for short lists. */
@FunctionalInterface
public interface Paper {
    /**
     * Prints; takes as long as the printer's queue takes.
     *
     * @return false when there is no printer, or it did not take the job
     */
    boolean print(String text);

    /** The printer that the system calls its default one. */
    static Paper ofThisMachine() {
        return text -> {
            Printer printer = Printer.getDefaultPrinter();
            PrinterJob job = printer == null ? null : PrinterJob.createPrinterJob(printer);
            if (job == null) {
                return false;
            }
            Text node = new Text(text);
            node.setFont(Font.font("IBM Plex Mono", 9));
            PageLayout page = job.getJobSettings().getPageLayout();
            double wide = node.getLayoutBounds().getWidth();
            double scale = Math.min(1, page.getPrintableWidth() / Math.max(1, wide));
            node.getTransforms().add(new javafx.scene.transform.Scale(scale, scale));
            node.setTranslateY(12);
            return job.printPage(node) && job.endJob();
        };
    }
}
