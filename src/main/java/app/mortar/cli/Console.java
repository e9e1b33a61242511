package app.mortar.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Where a command prints: its result to {@code out}, and why there is none, in one line, to {@code err}. */
public final class Console {
    private final PrintStream out;
    private final PrintStream err;
    private final boolean watched;
    private final List<String> warnings = new ArrayList<>();

    /** A console that nobody watches while a command runs. */
    public Console(PrintStream out, PrintStream err) {
        this(out, err, false);
    }

    private Console(PrintStream out, PrintStream err, boolean watched) {
        this.out = out;
        this.err = err;
        this.watched = watched;
    }

    /** The real one. In a locale that knows ASCII only, names are printed in UTF-8 rather than as question marks. */
    @SuppressWarnings("SystemConsoleNull") // Java 25 has none again where nobody sits at a terminal
    public static Console ofThisProcess() {
        java.io.Console terminal = System.console();
        return new Console(
                stream(FileDescriptor.out, System.out.charset()),
                stream(FileDescriptor.err, System.err.charset()),
                terminal != null && terminal.isTerminal());
    }

    private static PrintStream stream(FileDescriptor descriptor, Charset charset) {
        Charset rich = charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
        return new PrintStream(new FileOutputStream(descriptor), true, rich);
    }

    public PrintStream out() {
        return out;
    }

    public PrintStream err() {
        return err;
    }

    /** One line to standard output. */
    public void print(String line) {
        out.println(line);
    }

    /** How far a long command has come: told only to somebody who sits at a terminal. */
    public void progress(String what) {
        if (watched) {
            err.println(oneLine(what) + " …");
        }
    }

    /** Something a person should look at; told at the end of a command that went well. */
    public void warn(String sentence) {
        warnings.add(sentence);
    }

    void tellWarnings() {
        warnings.forEach(warning -> err.println("mortar: warning: " + oneLine(warning)));
    }

    void error(String sentence) {
        err.println("mortar: " + oneLine(sentence));
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cntrl}", "?");
    }
}
