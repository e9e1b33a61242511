package app.mortar.proof;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.testing.Db;
import app.mortar.testing.Pharmacy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two programs on one PostgreSQL, fifty buyers in each. */
class TwoProcessesTest {
    private static final class Shop implements AutoCloseable {
        private final Process process;
        private final BufferedReader answers;
        private final List<String> heard = new ArrayList<>();

        Shop(Pharmacy pharmacy) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Buyers.class.getName(),
                            pharmacy.link.url(),
                            pharmacy.link.user(),
                            pharmacy.link.password(),
                            "50")
                    .redirectErrorStream(true)
                    .start();
            answers = process.inputReader(StandardCharsets.UTF_8);
        }

        /** Reads on to the line that begins so; the log in between is kept for the message of a failure. */
        String hear(String beginning) throws IOException {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith(beginning)) {
                    return line;
                }
                heard.add(line);
            }
            throw new AssertionError("It ended without a word of \"" + beginning + "\":\n" + String.join("\n", heard));
        }

        void go() {
            try {
                process.getOutputStream().write('\n');
                process.getOutputStream().flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void fifty_buyers_in_each_of_two_processes_get_exactly_the_stock() throws IOException {
        try (Pharmacy pharmacy = Pharmacy.open(Db.POSTGRESQL)) {
            LastUnits.stock(pharmacy);
            try (Shop one = new Shop(pharmacy);
                    Shop other = new Shop(pharmacy)) {
                one.hear("ready");
                other.hear("ready");
                one.go();
                other.go();
                int sold = units(one.hear("sold ")) + units(other.hear("sold "));
                assertThat(LastUnits.wrong(pharmacy, sold)).isEmpty();
            }
            assertThat(pharmacy.available(LastUnits.SKU)).isZero();
        }
    }

    private static int units(String said) {
        return Integer.parseInt(said.substring("sold ".length()));
    }
}
