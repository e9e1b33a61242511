package app.mortar.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.store.Link;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link DrivenDesktop}, seen from the test that works it. Every act waits until it is done. */
public final class DesktopProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter acts;
    private final List<String> heard = new ArrayList<>();

    private DesktopProcess(Process process) throws IOException {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.acts = process.outputWriter(StandardCharsets.UTF_8);
        hear();
    }

    /** Opens the desktop of a workstation on that shared database. */
    public static DesktopProcess on(Path home, Link database) throws IOException {
        Files.createDirectories(home);
        Files.writeString(
                home.resolve("mortar.properties"),
                "db.url=" + database.url() + "\ndb.user=" + database.user() + "\ndb.password=" + database.password()
                        + "\n");
        return in(home);
    }

    /** Opens the desktop of that home. */
    public static DesktopProcess in(Path home) throws IOException {
        ProcessBuilder program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx500m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.timezone=UTC",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Dh2.bindAddress=127.0.0.1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                DrivenDesktop.class.getName());
        program.environment().put("MORTAR_HOME", home.toString());
        // it must be named; the toolkit needs none
        program.environment().put("DISPLAY", ":none");
        program.redirectErrorStream(true);
        return new DesktopProcess(program.start());
    }

    public DesktopProcess click(String selector) {
        return done("click " + selector);
    }

    public DesktopProcess write(String words) {
        return done("write " + words);
    }

    /** Keys by their names, those held together joined by {@code +}. */
    public DesktopProcess press(String keys) {
        return done("press " + keys);
    }

    /** A scanner that types; write the separator as {@code {GS}}. */
    public DesktopProcess scan(String code) {
        return done("scan " + code);
    }

    /** Waits until the words can be read somewhere in the window. */
    public DesktopProcess sees(String words) {
        return done("sees " + words);
    }

    /** Waits until the words cannot be read anywhere. */
    public DesktopProcess misses(String words) {
        return done("misses " + words);
    }

    /** What stands there now. */
    public String text(String selector) {
        return tell("text " + selector);
    }

    /** Empties the field and types something else. */
    public DesktopProcess replace(String selector, String words) {
        return click(selector).press("CONTROL+A").write(words);
    }

    /** The first person on an empty database. */
    public DesktopProcess firstAdmin(String name, String password) {
        return click("#first-admin-name")
                .write(name)
                .click("#first-admin-password")
                .write(password)
                .click("#first-admin-again")
                .write(password)
                .click("#first-admin-make")
                .sees("Dashboard");
    }

    public DesktopProcess signIn(String name, String password) {
        return click("#sign-in-name")
                .write(name)
                .click("#sign-in-secret")
                .write(password)
                .click("#sign-in-enter")
                .sees("Dashboard");
    }

    public Process process() {
        return process;
    }

    private DesktopProcess done(String act) {
        assertThat(tell(act)).as(act + "\n" + String.join("\n", heard)).isEqualTo("done");
        return this;
    }

    private String tell(String act) {
        try {
            acts.write(act + "\n");
            acts.flush();
            return hear();
        } catch (IOException e) {
            throw new UncheckedIOException(act, e);
        }
    }

    private String hear() throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith("= ")) {
                return line.substring(2);
            }
            heard.add(line);
        }
        throw new AssertionError("The desktop ended:\n" + String.join("\n", heard));
    }

    /** Closes the window, as its user would; the program must end by itself. */
    @Override
    public void close() {
        try {
            acts.write("close\n");
            acts.flush();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("The desktop does not end.");
            }
        } catch (IOException e) {
            // it has ended already
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
