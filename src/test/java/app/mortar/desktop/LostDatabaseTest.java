package app.mortar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mortar.testing.Pharmacy;
import app.mortar.testing.StoppedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The database is stopped under an open window, and started again. */
class LostDatabaseTest {
    private static final String BANNER = "The database is not answering since";

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void what_was_typed_stays_posting_is_refused_in_words_and_goes_on_when_the_database_is_back(TestReporter report)
            throws IOException {
        Path home = folder.resolve("home");
        try (StoppedPostgres database = new StoppedPostgres(folder.resolve("data"))) {
            try (Pharmacy pharmacy = Pharmacy.on(database.link())) {
                pharmacy.product(Packs.form("PARA", "Paracetamol", Packs.PARA, "A 1"));
            }
            try (DesktopProcess till = DesktopProcess.on(home, database.link())) {
                till.firstAdmin("Ada Obi", "a long enough password")
                        .press("F2")
                        .click("#document")
                        .write("DN-1")
                        .scan(Packs.code(Packs.PARA, "KEPT1", "491231"))
                        .sees("31 Dec 2049");

                database.stop();
                till.press("F9").sees(BANNER).sees("What you typed is kept");
                till.replace("#document", "DN-2");
                await().atMost(Duration.ofMinutes(1))
                        .untilAsserted(() -> assertThat(kept(home)).contains("KEPT1", "DN-2"));
                // it is known to be away by now: the key does nothing, the button is grey
                till.press("F9").sees("DN-2").sees("KEPT1");
                long back = System.nanoTime();
                database.start();
                till.misses(BANNER);
                report.publishEntry(
                        "until the window works again, start of the server included",
                        Duration.ofNanos(System.nanoTime() - back).toMillis() + " ms");

                till.sees("KEPT1").press("F9").sees("Received DN-2");
            }
            try (Pharmacy pharmacy = Pharmacy.on(database.link())) {
                assertThat(pharmacy.rows("select reference from stock_document"))
                        .containsExactly("DN-2");
                assertThat(pharmacy.rows("select batch_number, quantity from inventory_batch"))
                        .containsExactly("KEPT1 1");
            }
        }
    }

    /** Whatever this workstation remembers on its disk. */
    private static String kept(Path home) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(home.resolve("desktop"))) {
            files.filter(file -> file.toString().endsWith(".json")).forEach(file -> {
                try {
                    all.append(Files.readString(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return all.toString();
    }
}
