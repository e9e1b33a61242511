package app.mortar.desktop.widget;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Shows a file in the program that the operating system has for it. */
public final class FileOpener {
    private FileOpener() {}

    /**
     * Opens it.
     *
     * @throws UncheckedIOException there is no such program
     */
    public static void open(Path file) {
        try {
            new ProcessBuilder(command(file.toAbsolutePath().toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(String file) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", file);
        }
        return List.of(system.contains("mac") ? "open" : "xdg-open", file);
    }
}
