package app.mortar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happened to the file: it is never built over, and stays byte for byte as it was found. */
class DamagedFileTest {
    @TempDir
    Path home;

    private byte[] whole = {};

    @BeforeEach
    void a_database_with_something_in_it() throws Exception {
        try (Database database = open();
                Connection connection = database.source().getConnection()) {
            Random random = new Random(1);
            for (int i = 0; i < 300; i++) {
                byte[] noise = new byte[400];
                random.nextBytes(noise);
                EmbeddedDatabase.execute(
                        connection,
                        "insert into pharmacy_setting values ('n" + i + "', '"
                                + HexFormat.of().formatHex(noise) + "')");
                connection.commit();
            }
        }
        whole = Files.readAllBytes(file());
    }

    private Path file() {
        return home.resolve("mortar.mv.db");
    }

    private Database open() {
        return Database.open(Holder.EMBEDDED, home, "test", Use.COMMAND, true, Duration.ofMillis(300));
    }

    private void refusedWith(byte[] content) throws IOException {
        Files.write(file(), content);
        assertThatThrownBy(this::open)
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining(file().toString())
                .hasMessageContaining("Nothing was changed")
                .hasMessageNotContaining("\n");
        assertThat(Files.readAllBytes(file())).isEqualTo(content);
        assertThat(home.resolve("mortar.open")).doesNotExist();
        // and the right file opens again afterwards
        Files.write(file(), whole);
        open().close();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99})
    void a_file_that_was_cut_is_refused(double share) throws IOException {
        refusedWith(Arrays.copyOf(whole, (int) (whole.length * share)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 4096, 8192, 20_000})
    void a_file_whose_tail_is_missing_is_refused(int bytes) throws IOException {
        refusedWith(Arrays.copyOf(whole, whole.length - bytes));
    }

    @Test
    void zeros_or_text_are_refused() throws IOException {
        refusedWith(new byte[whole.length]);
        refusedWith("this is not a database\n".repeat(1000).getBytes(StandardCharsets.UTF_8));
        refusedWith("H:2,".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_damaged_header_is_either_refused_or_does_no_harm() throws IOException {
        for (int at = 0; at < 8300; at += 397) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 4;
            Files.write(file(), flipped);
            try (Database database = open()) {
                assertThat(database.kept().loadOrSeed(Map.of()))
                        .as("flipped at " + at)
                        .hasSize(300);
            } catch (CannotOpen e) {
                assertThat(Files.readAllBytes(file())).as("flipped at " + at).isEqualTo(flipped);
            }
            Files.write(file(), whole);
        }
    }

    @Test
    void a_database_of_somebody_else_is_refused() throws Exception {
        Path foreign = Files.createTempDirectory(home, "foreign");
        try (Connection connection =
                DriverManager.getConnection("jdbc:h2:file:" + foreign.resolve("mortar"), "sa", "")) {
            EmbeddedDatabase.execute(connection, "create table t (id int)");
        }
        refusedWith(Files.readAllBytes(foreign.resolve("mortar.mv.db")));

        Path other = Files.createTempDirectory(home, "other");
        Database.open(Holder.EMBEDDED, other, "test", Use.COMMAND, true, Duration.ofSeconds(1))
                .close();
        refusedWith(Files.readAllBytes(other.resolve("mortar.mv.db")));
    }

    @Test
    void a_file_without_its_identity_or_an_identity_without_its_file_is_refused() throws IOException {
        byte[] identity = Files.readAllBytes(home.resolve("mortar.identity"));
        Files.delete(home.resolve("mortar.identity"));
        assertThatThrownBy(this::open).isInstanceOf(CannotOpen.class).hasMessageContaining("mortar.identity");
        assertThat(Files.readAllBytes(file())).isEqualTo(whole);

        Files.write(home.resolve("mortar.identity"), identity);
        Files.delete(file());
        assertThatThrownBy(this::open).isInstanceOf(CannotOpen.class).hasMessageContaining("is gone");
        assertThat(file()).doesNotExist();

        Files.write(file(), whole);
        Files.writeString(home.resolve("mortar.identity"), "id=x");
        assertThatThrownBy(this::open).isInstanceOf(CannotOpen.class).hasMessageContaining("damaged");
        assertThat(Files.readAllBytes(file())).isEqualTo(whole);
    }
}
