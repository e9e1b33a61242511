package app.mortar.desktop.counts;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.FileAsk;
import app.mortar.desktop.widget.Press;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The buttons of count sheets: out, in, and what can be done about one that was not taken as it is. */
final class SheetActs {
    private final Press[] files;
    private final Press[] answers;

    SheetActs(CountsViewModel room, FileAsk ask) {
        SheetsModel model = room.sheets();
        Press out = Press.quiet(
                "counts-sheet-out",
                Texts.of("counts.sheet-out"),
                "file-earmark-spreadsheet",
                () -> with(ask.toWrite(model.name()), model::write));
        Press in = Press.quiet(
                "counts-sheet-in",
                Texts.of("counts.sheet-in"),
                "box-arrow-in-down",
                () -> with(ask.toRead(), model::take));
        ObservableValue<Boolean> none = room.round().isNull().or(room.acting());
        out.disableProperty().bind(none);
        in.disableProperty().bind(none);
        Press right = only(
                Press.secondary("counts-sheet-take-over", Texts.of("counts.sheet-take-over"), null, model::takeOver),
                model.countedBefore());
        Press back = only(
                Press.secondary(
                        "counts-sheet-give-back",
                        Texts.of("counts.sheet-give-back"),
                        "chat-left-text",
                        () -> with(ask.toWrite(model.givenBackName()), model::giveBack)),
                model.faulty());
        files = new Press[] {out, in};
        answers = new Press[] {right, back};
    }

    private static void with(@Nullable Path file, Consumer<Path> act) {
        if (file != null) {
            act.accept(file);
        }
    }

    private static Press only(Press press, ObservableValue<Boolean> when) {
        press.visibleProperty().bind(when);
        press.managedProperty().bind(press.visibleProperty());
        return press;
    }

    /** Out and in. */
    Press[] files() {
        return files.clone();
    }

    /** For a sheet that was not taken as it is; beside the sentence that says why. */
    Press[] answers() {
        return answers.clone();
    }
}
