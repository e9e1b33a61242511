package app.mortar.desktop.entry;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.shell.Person;
import app.mortar.desktop.work.Work;
import app.mortar.kernel.Actor;
import app.mortar.kernel.Permission;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StillInTest {
    private static final int A_MINUTE = 60;
    private static final Person ADA = person("Ada", Permission.RECALL);
    private static final Person BEN = person("Ben", Permission.COUNT);

    private final List<String> told = new ArrayList<>();
    private final List<Person> asked = new ArrayList<>();
    private Optional<Person> answer = Optional.of(ADA);
    private boolean away;

    private static Person person(String name, Permission may) {
        return new Person(Actor.staff(name, "till-1", Set.of(may)), name, "Pharmacist");
    }

    private StillIn watch(Work work) {
        return new StillIn(
                new Door(),
                work,
                person -> told.add("gone " + person.name()),
                (was, is) -> told.add(was.name() + " may " + is.actor().permissions()));
    }

    private static void pass(StillIn watch, int seconds, @Nullable Person person) {
        for (int i = 0; i < seconds; i++) {
            watch.tick(person);
        }
    }

    @Test
    void whoever_is_disabled_is_told_so_within_a_minute_and_once() {
        StillIn watch = watch(Work.here());
        pass(watch, A_MINUTE, ADA);
        assertThat(told).isEmpty();
        assertThat(asked).hasSizeGreaterThan(1).containsOnly(ADA);
        answer = Optional.empty();
        pass(watch, A_MINUTE, ADA);
        assertThat(told.getFirst()).isEqualTo("gone Ada");
    }

    @Test
    void another_role_holds_within_a_minute() {
        StillIn watch = watch(Work.here());
        answer = Optional.of(person("Ada", Permission.COUNT));
        pass(watch, A_MINUTE, ADA);
        assertThat(told.getFirst()).isEqualTo("Ada may [COUNT]");
    }

    @Test
    void nobody_is_asked_about_while_nobody_is_at_work() {
        pass(watch(Work.here()), 10 * A_MINUTE, null);
        assertThat(asked).isEmpty();
    }

    @Test
    void a_database_that_is_away_sends_nobody_home() {
        StillIn watch = watch(Work.here());
        away = true;
        pass(watch, 3 * A_MINUTE, ADA);
        assertThat(told).isEmpty();
        away = false;
        answer = Optional.empty();
        pass(watch, A_MINUTE, ADA);
        assertThat(told).isNotEmpty().containsOnly("gone Ada");
    }

    @Test
    void an_answer_about_somebody_who_has_left_meanwhile_is_of_no_interest() {
        Deque<Runnable> later = new ArrayDeque<>();
        StillIn watch = watch(new Work(later::add, Runnable::run));
        answer = Optional.empty();
        pass(watch, A_MINUTE, ADA);
        assertThat(later).hasSize(1);
        watch.tick(BEN);
        later.remove().run();
        assertThat(told).isEmpty();
        answer = Optional.of(BEN);
        pass(watch, A_MINUTE, BEN);
        later.remove().run();
        assertThat(asked).containsExactly(ADA, BEN);
        assertThat(told).isEmpty();
    }

    private final class Door implements Doorkeeper {
        @Override
        public boolean nobodyYet() {
            return false;
        }

        @Override
        public Answer first(String name, String password) {
            return new Answer.Wrong();
        }

        @Override
        public Answer withPassword(String name, String password) {
            return new Answer.Wrong();
        }

        @Override
        public Answer withPin(String name, String pin) {
            return new Answer.Wrong();
        }

        @Override
        public boolean takesPins() {
            return false;
        }

        @Override
        public Optional<Person> still(Person person) {
            asked.add(person);
            if (away) {
                throw new IllegalStateException("away");
            }
            return answer;
        }
    }
}
