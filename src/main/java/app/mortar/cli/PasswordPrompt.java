package app.mortar.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a password: twice on the terminal, without showing it; where there is no terminal, it is the first line of
 * standard input. Never an argument, which every user of the machine could read.
 */
public final class PasswordPrompt {
    private static final int LONGEST_LINE = 4096;

    private final InputStream in;
    private final Charset charset;
    private final @Nullable Terminal terminal;

    /** A terminal, where somebody sits. */
    interface Terminal {
        /** What was typed; null at the end of the input. */
        char @Nullable [] ask(String prompt);
    }

    PasswordPrompt(InputStream in, Charset charset, @Nullable Terminal terminal) {
        this.in = in;
        this.charset = charset;
        this.terminal = terminal;
    }

    /** The first line of that stream, in UTF-8. */
    public static PasswordPrompt of(InputStream in) {
        return new PasswordPrompt(in, StandardCharsets.UTF_8, null);
    }

    /** The real one. */
    public static PasswordPrompt ofThisProcess() {
        // there is none where nobody sits at it, and on some Javas one that nobody sits at
        Optional<java.io.Console> console =
                Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal);
        Charset said = Charset.forName(
                System.getProperty("stdin.encoding", System.getProperty("native.encoding", "UTF-8")),
                StandardCharsets.UTF_8);
        return new PasswordPrompt(
                System.in,
                said.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : said,
                console.<Terminal>map(here -> prompt -> here.readPassword("%s: ", prompt))
                        .orElse(null));
    }

    /**
     * The password.
     *
     * @param whose to follow "Password for"
     * @throws Refused when there is none, or the two differ
     */
    String ask(String whose) {
        Terminal here = terminal;
        return here == null ? firstLine() : twice(here, whose);
    }

    private static String twice(Terminal terminal, String whose) {
        char[] first = terminal.ask("Password for " + whose);
        char[] again = first == null ? null : terminal.ask("The same again");
        if (first == null || again == null) {
            throw Refused.input("No password was given.");
        }
        if (!Arrays.equals(first, again)) {
            throw Refused.input("The two passwords differ.");
        }
        return new String(first);
    }

    private String firstLine() {
        try {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int b = in.read();
            if (b < 0) {
                throw Refused.input("No password was given: it is the first line of standard input.");
            }
            for (; b >= 0 && b != '\n' && line.size() < LONGEST_LINE; b = in.read()) {
                line.write(b);
            }
            String text = line.toString(charset);
            return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        } catch (IOException e) {
            throw Refused.usage("The password cannot be read from standard input: " + e.getMessage());
        }
    }
}
