package app.mortar.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.work.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {
    record Line(String batch, LocalDate expiry, int packs) {}

    record Draft(String supplier, List<Line> lines) {}

    private static final Draft DRAFT = new Draft("Lagoon", List.of(new Line("AMX2291", LocalDate.of(2027, 4, 30), 36)));

    @TempDir
    Path folder;

    @Test
    void a_draft_is_there_again_after_the_program_ended() {
        new Memory(folder, Work.here()).keep("receive", DRAFT);

        assertThat(new Memory(folder, Work.here()).recall("receive", Draft.class))
                .contains(DRAFT);
    }

    @Test
    void what_was_posted_is_forgotten_for_good() {
        Memory memory = new Memory(folder, Work.here());
        memory.keep("receive", DRAFT);
        memory.forget("receive");

        assertThat(memory.recall("receive", Draft.class)).isEmpty();
        assertThat(new Memory(folder, Work.here()).recall("receive", Draft.class))
                .isEmpty();
    }

    @Test
    void of_two_that_are_kept_fast_the_newer_stays() {
        Memory memory = new Memory(folder, Work.here());
        memory.keep("receive", DRAFT);
        memory.keep("receive", new Draft("Ikeja", List.of()));

        assertThat(new Memory(folder, Work.here()).recall("receive", Draft.class))
                .contains(new Draft("Ikeja", List.of()));
    }

    @Test
    void what_another_version_wrote_is_left_out() throws IOException {
        Files.writeString(folder.resolve("receive.json"), "{\"cut");

        assertThat(new Memory(folder, Work.here()).recall("receive", Draft.class))
                .isEmpty();
    }
}
