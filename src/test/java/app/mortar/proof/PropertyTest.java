package app.mortar.proof;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.testing.Books;
import app.mortar.testing.DeskTest;
import app.mortar.testing.LedgerChain;
import app.mortar.testing.Seed;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random lives of a pharmacy; after every step the books add up and the database is what the model says. */
class PropertyTest extends DeskTest {
    private static final int STEPS = Integer.getInteger("mortar.steps", 150);

    static LongStream seeds() {
        return Seed.some(PropertyTest.class, 3);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_happens_the_books_add_up_and_every_unit_is_where_first_expiry_first_out_puts_it(long seed) {
        Deque<String> done = new ArrayDeque<>();
        try (Books books = new Books(pharmacy.link);
                StoredState stored = new StoredState(pharmacy.link)) {
            Life life = new Life(pharmacy, new Random(seed));
            for (int i = 0; i < STEPS; i++) {
                Life.Step step = life.step();
                done.addLast(i + " at " + pharmacy.clock.instant() + " " + step);
                if (done.size() > 12) {
                    done.removeFirst();
                }
                String story = "-Dmortar.seed=" + seed + "\n" + String.join("\n", done);
                assertThat(step.real()).as(story).isEqualTo(step.expected());
                assertSame(story, stored.said(), life.model.state.said());
                assertThat(books.violations(pharmacy.clock.instant())).as(story).isEmpty();
            }
            assertThat(LedgerChain.broken(pharmacy.link)).as("seed %d", seed).isEmpty();
        }
    }

    private static void assertSame(String story, SortedSet<String> database, SortedSet<String> model) {
        if (!database.equals(model)) {
            SortedSet<String> onlyThere = new TreeSet<>(database);
            onlyThere.removeAll(model);
            SortedSet<String> onlyExpected = new TreeSet<>(model);
            onlyExpected.removeAll(database);
            throw new AssertionError(story + "\nThe database says\n" + String.join("\n", onlyThere)
                    + "\nThe model says\n" + String.join("\n", onlyExpected));
        }
    }
}
