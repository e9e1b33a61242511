package app.mortar.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real browser without a window, one run for each page, with nothing remembered. Time in it is virtual: it runs as
 * fast as there is nothing to do.
 */
public final class Browser {
    private static final Duration CAP = Duration.ofMinutes(2);

    private final Path folder;

    /** @param folder for what it writes, thrown away by the caller */
    public Browser(Path folder) {
        this.folder = folder;
    }

    /** The page as it stands after that much of its own time. */
    public String page(URI address, Duration virtual) {
        return run(List.of("--virtual-time-budget=" + virtual.toMillis(), "--dump-dom"), address);
    }

    /** A picture of it, as a PNG file. */
    public Path picture(URI address, Duration virtual, int width, int height) {
        Path file = folder.resolve("page.png");
        run(
                List.of(
                        "--virtual-time-budget=" + virtual.toMillis(),
                        "--window-size=" + width + "," + height,
                        "--screenshot=" + file),
                address);
        return file;
    }

    private String run(List<String> wanted, URI address) {
        try {
            Path out = Files.createTempFile(folder, "page", ".html");
            List<String> command = new ArrayList<>(List.of(
                    "chromium",
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--user-data-dir=" + Files.createTempDirectory(folder, "browser")));
            command.addAll(wanted);
            command.add(address.toString());
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(folder.resolve("browser.err").toFile())
                    .start();
            if (!process.waitFor(CAP.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("The browser did not come to an end with " + address);
            }
            return Files.readString(out, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
