package app.mortar.desktop.goods;

import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Toast;
import app.mortar.desktop.work.Once;
import app.mortar.paper.Label;
import app.mortar.paper.LabelPdf;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;

/** Puts labels on paper, or into a file where no printer answers. */
public final class Labels {
    private final Session session;
    private final LabelPaper paper;
    private final Once printing;

    public Labels(Session session, LabelPaper paper) {
        this.session = session;
        this.paper = paper;
        this.printing = new Once(session.work());
    }

    public ReadOnlyBooleanProperty running() {
        return printing.running();
    }

    /**
     * Prints them; they can be kept as a PDF when there is no printer.
     *
     * @param name what the labels are of, for the name of that file
     */
    public void print(String name, List<Label> labels) {
        printing.run(
                () -> paper.print(labels, session.time().today()),
                printed -> session.front()
                        .toast(
                                printed
                                        ? Toast.done(Texts.of("paper.printed"), "")
                                        : noPrinter().with(Texts.of("paper.as-pdf"), () -> save(name, labels))),
                this::failed);
    }

    /** Asks where they go, and writes them as a PDF. */
    public void save(String name, List<Label> labels) {
        Path target = session.front()
                .files()
                .toWrite(Texts.of("paper.labels-file", name.replaceAll("[^\\p{L}\\p{N}]+", "-")));
        if (target == null) {
            return;
        }
        printing.run(
                () -> {
                    LabelPdf.write(labels, session.time().today(), target);
                    return target;
                },
                written -> session.front()
                        .toast(Toast.done(Texts.of("paper.labels-written", labels.size()), written.toString())),
                this::failed);
    }

    private void failed(Throwable failure) {
        session.front().toast(notWritten(session.trouble(failure).sentence()));
    }

    /** Said when nothing can be printed here; whoever says it offers another way. */
    public static Toast noPrinter() {
        return Toast.warning(Texts.of("paper.no-printer"), Texts.of("paper.no-printer-why"));
    }

    /** Said when it went wrong for that reason. */
    public static Toast notWritten(String reason) {
        return Toast.warning(Texts.of("paper.not-written"), reason);
    }
}
