package app.mortar.desktop.widget;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Asks somebody for a workbook. Called on the user interface's thread, which waits for the answer. */
public interface FileAsk {
    /**
     * Where is it to be written?
     *
     * @param name what it might be called
     * @return null when nobody wants it any more
     */
    @Nullable
    Path toWrite(String name);

    /** Which one is to be read? Null when none after all. */
    @Nullable
    Path toRead();
}
