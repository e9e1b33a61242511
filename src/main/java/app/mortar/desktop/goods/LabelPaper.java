package app.mortar.desktop.goods;

import app.mortar.paper.DataMatrix;
import app.mortar.paper.Label;
import app.mortar.paper.LabelSize;
import java.time.LocalDate;
import java.util.List;
import javafx.geometry.VPos;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Prints labels, one page each. */
@FunctionalInterface
public interface LabelPaper {
    /**
     * Prints; takes as long as the printer's queue takes.
     *
     * @param today the pharmacy's
     * @return false when there is no printer, or it did not take the job
     */
    boolean print(List<Label> labels, LocalDate today);

    /** The printer that the system calls its default one. */
    static LabelPaper ofThisMachine() {
        return (labels, today) -> {
            Printer printer = Printer.getDefaultPrinter();
            PrinterJob job = printer == null ? null : PrinterJob.createPrinterJob(printer);
            if (job == null) {
                return false;
            }
            boolean printed = true;
            for (Label label : labels) {
                printed = printed && job.printPage(drawn(label, today));
            }
            return printed && job.endJob();
        };
    }

    /** The label as it is printed, in points. */
    static Node drawn(Label label, LocalDate today) {
        Pane pane = new Pane();
        double wide = LabelSize.WIDTH - 2 * LabelSize.MARGIN;
        pane.getChildren()
                .add(words("IBM Plex Sans SemiBold", 8, LabelSize.MARGIN, LabelSize.MARGIN, label.product(), wide));
        DataMatrix code = label.code(today);
        double left = code == null ? LabelSize.MARGIN : LabelSize.WORDS;
        double rest = LabelSize.WIDTH - LabelSize.MARGIN - left;
        double y = LabelSize.MARGIN + 17;
        for (String line : new String[] {label.batch(), label.expiryInWords(), label.shelf()}) {
            if (line != null && !line.isEmpty()) {
                pane.getChildren().add(words("IBM Plex Sans SemiBold", 9, left, y, line, rest));
                y += 14;
            }
        }
        if (code != null) {
            double module = LabelSize.CODE / (code.size() + 2);
            double top = LabelSize.MARGIN + 13;
            for (int row = 0; row < code.size(); row++) {
                for (int column = 0; column < code.size(); column++) {
                    if (code.isDark(column, row)) {
                        pane.getChildren()
                                .add(new Rectangle(
                                        LabelSize.MARGIN + (column + 1) * module,
                                        top + (row + 1) * module,
                                        module,
                                        module));
                    }
                }
            }
        }
        return pane;
    }

    private static Text words(String font, double size, double x, double y, String text, double wide) {
        Text words = new Text(text);
        words.setFont(Font.font(font, size));
        words.setTextOrigin(VPos.TOP);
        words.relocate(x, y);
        while (words.getText().length() > 1 && words.getLayoutBounds().getWidth() > wide) {
            words.setText(words.getText().substring(0, words.getText().length() - 2) + "…");
        }
        return words;
    }
}
