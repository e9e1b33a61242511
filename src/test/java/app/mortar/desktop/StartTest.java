package app.mortar.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is around the window: one per home, reports of mistakes. */
class StartTest {
    @TempDir
    Path home;

    @Test
    void a_second_start_on_the_same_home_calls_the_first_to_the_front() {
        try (OnlyOne first = OnlyOne.in(home).orElseThrow()) {
            assertThat(first.wished()).isFalse();
            assertThat(OnlyOne.in(home)).isEmpty();
            assertThat(first.wished()).isTrue();
            assertThat(first.wished()).isFalse();
        }
        Optional<OnlyOne> next = OnlyOne.in(home);
        assertThat(next).isPresent();
        next.get().close();
    }

    @Test
    void a_mistake_of_the_program_is_kept_under_a_code_that_stays_the_same() throws IOException {
        CrashReports reports = new CrashReports(home, "1.2.3", InstantSource.fixed(Instant.EPOCH));
        List<String> codes = Stream.of("one", "two")
                .map(message -> reports.write(mistake(message)))
                .toList();
        String first = codes.getFirst();

        assertThat(codes).allMatch(code -> code.matches("[2-9A-Z]{4}")).containsOnly(first);
        assertThat(Files.readString(home.resolve("crash").resolve("mortar-" + first + ".txt")))
                .contains("code     " + first, "mortar   1.2.3", "IllegalStateException: two", "StartTest");
    }

    private static IllegalStateException mistake(String message) {
        return new IllegalStateException(message);
    }
}
