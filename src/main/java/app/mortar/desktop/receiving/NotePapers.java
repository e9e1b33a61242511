package app.mortar.desktop.receiving;

import app.mortar.desktop.Texts;
import app.mortar.desktop.goods.LabelPaper;
import app.mortar.desktop.goods.Paper;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Toast;
import app.mortar.desktop.work.Once;
import app.mortar.paper.Label;
import app.mortar.paper.LabelPdf;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;

/** What is put on paper of a delivery that was booked: the note, and a label for each batch. */
public final class NotePapers {
    private final Session session;
    private final Paper paper;
    private final LabelPaper labels;
    private final Once printing;

    public NotePapers(Session session, Paper paper, LabelPaper labels) {
        this.session = session;
        this.paper = paper;
        this.labels = labels;
        this.printing = new Once(session.work());
    }

    public ReadOnlyBooleanProperty running() {
        return printing.running();
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
                printed -> said(printed, Texts.of("receive.note.as-excel"), otherwise),
                failure -> failed(failure));
    }

    /** Prints the labels; they can be kept as a PDF when there is no printer. */
    public void printLabels(GoodsNote note) {
        List<Label> all = note.labels(session.formats());
        printing.run(
                () -> labels.print(all, session.time().today()),
                printed -> said(printed, Texts.of("receive.note.as-pdf"), () -> saveLabels(note)),
                failure -> failed(failure));
    }

    /** Asks where the labels go, and writes them as a PDF. */
    public void saveLabels(GoodsNote note) {
        Path target = session.front()
                .files()
                .toWrite(Texts.of("receive.note.labels-file", note.reference().replaceAll("[^\\p{L}\\p{N}]+", "-")));
        if (target == null) {
            return;
        }
        List<Label> all = note.labels(session.formats());
        printing.run(
                () -> {
                    LabelPdf.write(all, session.time().today(), target);
                    return target;
                },
                written -> session.front()
                        .toast(Toast.done(Texts.of("receive.note.labels-written", all.size()), written.toString())),
                failure -> failed(failure));
    }

    private void said(boolean printed, String words, Runnable otherwise) {
        session.front()
                .toast(
                        printed
                                ? Toast.done(Texts.of("receive.note.printed"), "")
                                : Toast.warning(
                                                Texts.of("receive.note.no-printer"),
                                                Texts.of("receive.note.no-printer-why"))
                                        .with(words, otherwise));
    }

    private void failed(Throwable failure) {
        session.front()
                .toast(Toast.warning(
                        Texts.of("receive.note.not-written"),
                        session.trouble(failure).sentence()));
    }
}
