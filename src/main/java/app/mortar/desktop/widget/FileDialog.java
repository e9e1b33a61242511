package app.mortar.desktop.widget;

import app.mortar.desktop.Texts;
import java.io.File;
import java.nio.file.Path;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks for a workbook in the operating system's own way; begins in the folder where the last one was. */
public final class FileDialog implements FileAsk {
    private @Nullable File folder;

    @Override
    public @Nullable Path toWrite(String name) {
        FileChooser chooser = chooser(Texts.of("file.where"), name.endsWith(".pdf"));
        chooser.setInitialFileName(name);
        return chosen(chooser.showSaveDialog(owner()));
    }

    @Override
    public @Nullable Path toRead() {
        return chosen(chooser(Texts.of("file.which"), false).showOpenDialog(owner()));
    }

    private FileChooser chooser(String title, boolean pdf) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .add(
                        pdf
                                ? new FileChooser.ExtensionFilter("PDF", "*.pdf")
                                : new FileChooser.ExtensionFilter("Excel", "*.xlsx"));
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private static @Nullable Window owner() {
        return Window.getWindows().stream()
                .filter(Window::isFocused)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Path chosen(@Nullable File file) {
        if (file == null) {
            return null;
        }
        folder = file.getParentFile();
        return file.toPath();
    }
}
