package app.mortar.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.testing.RawWorkbook;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent in, its sender gets one plain sentence. */
class DamagedWorkbookTest {
    @TempDir
    Path folder;

    static Stream<Damages.Damage> damages() {
        return Damages.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void says_in_one_sentence_what_is_wrong_with(Damages.Damage damage) throws Exception {
        Path file = Files.write(folder.resolve(damage.file()), damage.maker().make());
        WorkbookReader reader = new WorkbookReader(1_000_000, 100);

        assertThatThrownBy(() -> reader.read(file, new Seen()))
                .isInstanceOf(Unreadable.class)
                .hasMessage(damage.sentence());
        Files.delete(file); // which Windows refuses while the reader holds it open
    }

    @Test
    void says_when_there_is_no_file_or_a_folder() {
        WorkbookReader reader = new WorkbookReader(1_000_000, 100);

        assertThatThrownBy(() -> reader.read(folder.resolve("no.xlsx"), new Seen()))
                .hasMessage("There is no file " + folder.resolve("no.xlsx") + ".");
        assertThatThrownBy(() -> reader.read(folder, new Seen()))
                .hasMessage(folder.getFileName() + " is a folder, not a workbook.");
    }

    @Test
    void stops_at_the_row_limit_of_four_hundred_thousand_honest_rows() throws IOException {
        Path file = folder.resolve("big.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            DamagedFiles.honest(out, 400_000);
        }
        Seen seen = new Seen();

        assertThatThrownBy(() -> new WorkbookReader(33_554_432, 150_000).read(file, seen))
                .hasMessage(
                        "big.xlsx has more than 150000 rows in sheet \"Sheet1\" (import.max-rows). Split the list into"
                                + " several files.");
        assertThat(seen.count).isEqualTo(150_001);
    }

    @Test
    void a_mistake_of_the_visitor_is_not_called_damage_of_the_file() {
        Path file = RawWorkbook.of(RawWorkbook.row(1, "SKU")).save(folder.resolve("x.xlsx"));
        Seen broken = new Seen() {
            @Override
            public Next row(Row row) {
                throw new IllegalStateException("mine");
            }
        };

        assertThatThrownBy(() -> new WorkbookReader(1_000_000, 100).read(file, broken))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("mine");
    }

    @Test
    void bytes_changed_at_random_never_end_in_anything_but_a_sentence() throws IOException {
        long seed = 20_260_101;
        Random random = new Random(seed);
        byte[] good = DamagedFiles.good();
        WorkbookReader reader = new WorkbookReader(1_000_000, 100);
        for (int i = 0; i < 500; i++) {
            byte[] bad = good.clone();
            for (int j = 0; j <= random.nextInt(4); j++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("x.xlsx"), bad);
            try {
                reader.read(file, new Seen());
            } catch (Unreadable e) {
                assertThat(e.getMessage())
                        .as("seed %d, file %d", seed, i)
                        .startsWith("x.xlsx ")
                        .endsWith(".");
            }
        }
    }

    private static class Seen implements SheetVisitor {
        int count;

        @Override
        public Next sheet(String name, boolean hidden) {
            return Next.GO_ON;
        }

        @Override
        public Next row(Row row) {
            count++;
            return Next.GO_ON;
        }

        @Override
        public void merged(Address topLeft, Address bottomRight) {}
    }
}
