package app.mortar.desktop.reports;

import app.mortar.desktop.Texts;
import java.io.File;
import java.nio.file.Path;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks where a workbook is to be written, in the operating system's own way; begins where the last one went. */
final class SaveDialog {
    private @Nullable File folder;

    @Nullable
    Path ask(String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.of("reports.where"));
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Excel", "*.xlsx"));
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        Window owner = Window.getWindows().stream()
                .filter(Window::isFocused)
                .findFirst()
                .orElse(null);
        File chosen = chooser.showSaveDialog(owner);
        if (chosen == null) {
            return null;
        }
        folder = chosen.getParentFile();
        return chosen.toPath();
    }
}
