package app.mortar.store;

import app.mortar.settings.DatabaseSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Optional;

/**
 * A second program on the same home: opens the database, says so, works or waits, and closes it when its standard input
 * ends. Tests start it and may kill it.
 */
final class Holder {
    static final DatabaseSettings EMBEDDED =
            new DatabaseSettings(Optional.empty(), Optional.empty(), Optional.empty(), true, Optional.empty());

    private Holder() {}

    /** The arguments are the home, the use, and {@code idle} or {@code busy}. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws Exception {
        try (Database database = Database.open(EMBEDDED, Path.of(args[0]), "test", Use.valueOf(args[1]));
                Connection connection = database.source().getConnection()) {
            System.out.println("open " + database.address());
            if (args[2].equals("busy")) {
                scribble(database, connection);
            }
            while (System.in.read() >= 0) {
                // until the test lets go
            }
        } catch (CannotOpen e) {
            System.out.println("refused " + e.getMessage());
        }
    }

    /** One transaction stays open all the time while others come and go. */
    private static void scribble(Database database, Connection open) throws Exception {
        EmbeddedDatabase.execute(open, "insert into pharmacy_setting values ('never', 'committed')");
        try (Connection connection = database.source().getConnection()) {
            for (int i = 0; System.in.available() == 0; i++) {
                EmbeddedDatabase.execute(connection, "delete from pharmacy_setting where name = 'count'");
                EmbeddedDatabase.execute(connection, "insert into pharmacy_setting values ('count', '" + i + "')");
                connection.commit();
                System.out.println(i);
            }
        }
    }

    /** One such program, seen from the test. */
    record Running(Process process, BufferedReader lines, String first) implements AutoCloseable {
        static Process launch(Path home, Use use, String what) throws IOException {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Xshare:auto",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Holder.class.getName(),
                            home.toString(),
                            use.name(),
                            what)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }

        static Running of(Process process) throws IOException {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            return new Running(process, lines, String.valueOf(lines.readLine()));
        }

        static Running start(Path home, Use use, String what) throws IOException {
            return of(launch(home, use, what));
        }

        /** Lets it come to its end, without waiting for that. */
        void letGo() throws IOException {
            if (process.isAlive()) {
                process.getOutputStream().write('\n');
                process.getOutputStream().close();
            }
        }

        /** Like a power cut for this program: nothing of it runs any more. */
        void kill() {
            process.destroyForcibly().onExit().join();
        }

        @Override
        public void close() throws IOException {
            letGo();
            process.onExit().join();
        }
    }
}
