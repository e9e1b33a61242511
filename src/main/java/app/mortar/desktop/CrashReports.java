package app.mortar.desktop;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known about a mistake of the program, in a file of its own that is found by a short code. */
public final class CrashReports {
    private static final Logger LOG = LoggerFactory.getLogger(CrashReports.class);
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int FRAMES = 6;

    private final Path folder;
    private final String version;
    private final InstantSource clock;

    /**
     * Reports.
     *
     * @param home the machine's folder: they lie in {@code crash} in it
     */
    public CrashReports(Path home, String version, InstantSource clock) {
        this.folder = home.resolve("crash");
        this.version = version;
        this.clock = clock;
    }

    /** Writes a report. The same mistake gets the same code, so that a person can be told of it once. */
    public String write(Throwable bug) {
        String code = code(bug);
        LOG.error("A mistake of the program, code {}", code, bug);
        StringWriter text = new StringWriter();
        try (PrintWriter out = new PrintWriter(text)) {
            out.println("code     " + code);
            out.println("at       " + clock.instant());
            out.println("mortar   " + version);
            out.println("java     " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                    + System.getProperty("os.version"));
            out.println("thread   " + Thread.currentThread().getName());
            out.println();
            bug.printStackTrace(out);
        }
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("mortar-" + code + ".txt"), text.toString());
        } catch (IOException e) {
            LOG.warn("The report could not be written to {}", folder, e);
        }
        return code;
    }

    private static String code(Throwable bug) {
        int hash = bug.getClass().getName().hashCode();
        StackTraceElement[] trace = bug.getStackTrace();
        for (int i = 0; i < Math.min(FRAMES, trace.length); i++) {
            hash = 31 * hash
                    + (trace[i].getClassName() + trace[i].getMethodName() + trace[i].getLineNumber()).hashCode();
        }
        StringBuilder code = new StringBuilder();
        long rest = hash & 0xFFFFFFFFL;
        for (int i = 0; i < 4; i++) {
            code.append(LETTERS.charAt((int) (rest % LETTERS.length())));
            rest /= LETTERS.length();
        }
        return code.toString().toUpperCase(Locale.ROOT);
    }
}
