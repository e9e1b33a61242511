package app.mortar.desktop;

import app.mortar.desktop.widget.FileAsk;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Somebody who is asked for a workbook and answers at once: everything is in one folder. */
public final class Answers implements FileAsk {
    /** Which file they name when one is to be read; null when they think better of it. */
    public @Nullable Path read;

    private final Supplier<Path> folder;

    public Answers(Supplier<Path> folder) {
        this.folder = folder;
    }

    @Override
    public Path toWrite(String name) {
        return folder.get().resolve(name);
    }

    @Override
    public @Nullable Path toRead() {
        return read;
    }
}
