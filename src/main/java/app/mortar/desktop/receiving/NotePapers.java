package app.mortar.desktop.receiving;

import app.mortar.desktop.Texts;
import app.mortar.desktop.goods.LabelPaper;
import app.mortar.desktop.goods.Labels;
import app.mortar.desktop.goods.Paper;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Toast;
import app.mortar.desktop.work.Once;
import javafx.beans.binding.BooleanExpression;

/** What is put on paper of a delivery that was booked: the note, and a label for each batch. */
public final class NotePapers {
    private final Session session;
    private final Paper paper;
    private final Labels labels;
    private final Once printing;

    public NotePapers(Session session, Paper paper, LabelPaper labels) {
        this.session = session;
        this.paper = paper;
        this.labels = new Labels(session, labels);
        this.printing = new Once(session.work());
    }

    public BooleanExpression running() {
        return BooleanExpression.booleanExpression(printing.running()).or(labels.running());
    }

    /**
     * Prints the note.
     *
     * @param otherwise takes it along as a workbook; offered when there is no printer
     */
    public void print(GoodsNote note, Runnable otherwise) {
        String text = note.text(session.formats());
        printing.run(
                () -> paper.print(text),
                printed -> session.front()
                        .toast(
                                printed
                                        ? Toast.done(Texts.of("paper.printed"), "")
                                        : Labels.noPrinter().with(Texts.of("receive.note.as-excel"), otherwise)),
                failure -> session.front()
                        .toast(Labels.notWritten(session.trouble(failure).sentence())));
    }

    /** Prints the labels; they can be kept as a PDF when there is no printer. */
    public void printLabels(GoodsNote note) {
        labels.print(note.reference(), note.labels(session.formats()));
    }

    /** Asks where the labels go, and writes them as a PDF. */
    public void saveLabels(GoodsNote note) {
        labels.save(note.reference(), note.labels(session.formats()));
    }
}
