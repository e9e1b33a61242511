package app.mortar.desktop.receiving;

import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Exporting;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Icon;
import app.mortar.desktop.widget.Press;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** What was booked last, and its papers: stays until the next delivery begins. */
final class NoteBar extends HBox {
    private final Session session;
    private final NotePapers papers;

    NoteBar(Session session, NotePapers papers) {
        this.session = session;
        this.papers = papers;
        setId("receive-note");
        setSpacing(8);
        setAlignment(Pos.CENTER_LEFT);
        show(null);
    }

    void show(@Nullable GoodsNote note) {
        getChildren().clear();
        setManaged(note != null);
        setVisible(note != null);
        if (note == null) {
            return;
        }
        Label what = new Label(Texts.of(
                "receive.note.last", note.reference(), session.formats().time(note.at())));
        what.getStyleClass().add("strong");
        what.setGraphic(Icon.of("check-circle-fill", 16, "success"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Exporting excel = session.exporting(note.asList(session.formats()), "");
        Press print = Press.quiet(
                "receive-note-print",
                Texts.of("receive.note.print"),
                "printer",
                () -> papers.print(note, excel::begin));
        Press workbook =
                Press.quiet("receive-note-excel", Texts.of("table.export"), "file-earmark-spreadsheet", excel::begin);
        Press labels = Press.quiet(
                "receive-note-labels", Texts.of("receive.note.labels"), "upc", () -> papers.printLabels(note));
        Press pdf = Press.quiet(
                "receive-note-pdf",
                Texts.of("receive.note.labels-pdf"),
                "file-earmark-arrow-down",
                () -> papers.saveLabels(note));
        print.disableProperty().bind(papers.running());
        labels.disableProperty().bind(papers.running());
        pdf.disableProperty().bind(papers.running());
        workbook.disableProperty().bind(excel.running());
        getChildren().addAll(what, gap, print, workbook, labels, pdf);
    }
}
