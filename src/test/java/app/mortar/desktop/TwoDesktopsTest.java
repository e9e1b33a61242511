package app.mortar.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.testing.Db;
import app.mortar.testing.Pharmacy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two workstations, each a program of its own with its windows, on one PostgreSQL. */
class TwoDesktopsTest {
    private static final String NAME = "Ada Obi";
    private static final String PASSWORD = "a long enough password";
    /** Generous: what is measured is said in the report. */
    private static final Duration CAP = Duration.ofMinutes(1);

    @TempDir
    Path homes;

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void one_sees_what_the_other_receives_and_neither_runs_over_the_others_words(TestReporter report)
            throws IOException {
        try (Pharmacy pharmacy = Pharmacy.open(Db.POSTGRESQL)) {
            pharmacy.product(Packs.form("PARA", "Paracetamol", Packs.PARA, "A 1"));
            try (DesktopProcess a =
                            DesktopProcess.on(homes.resolve("a"), pharmacy.link).firstAdmin(NAME, PASSWORD);
                    DesktopProcess b =
                            DesktopProcess.on(homes.resolve("b"), pharmacy.link).signIn(NAME, PASSWORD)) {
                b.scan("]d201" + Packs.PARA.digits()).sees("Why this number");

                Duration took = receive(a, b, "LIVE77");
                report.publishEntry("until the other workstation shows a receipt", took.toMillis() + " ms");
                assertThat(took).isLessThan(CAP);

                b.click("#product-edit").replace("#edit-shelf", "B 7");
                a.click("#go-dashboard")
                        .scan("]d201" + Packs.PARA.digits())
                        .sees("LIVE77")
                        .click("#product-edit")
                        .replace("#edit-name", "Para forte")
                        .press("F9")
                        // the form is away; what is said of it stands for a few seconds only
                        .misses("Least shelf life, days")
                        .sees("Para forte");
                b.sees("Para forte").press("F9").sees("Somebody else changed this product");

                assertThat(b.text("#edit-shelf")).isEqualTo("B 7");
                assertThat(pharmacy.rows("select name, shelf, stock_quantity from product"))
                        .containsExactly("Para forte A 1 1");
            }
        }
    }

    /** From the moment that one says it is booked to the moment that the other shows it. */
    private static Duration receive(DesktopProcess a, DesktopProcess b, String batch) {
        a.press("F2")
                .click("#document")
                .write("DN-1")
                .scan(Packs.code(Packs.PARA, batch, "491231"))
                .sees("31 Dec 2049");
        a.press("F9").sees("DN-1 booked at");
        long booked = System.nanoTime();
        b.sees(batch);
        return Duration.ofNanos(System.nanoTime() - booked);
    }
}
