package app.mortar.desktop.entry;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.entry.Doorkeeper.Answer;
import app.mortar.desktop.shell.Person;
import app.mortar.desktop.work.Work;
import app.mortar.kernel.Actor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignInModelTest {
    private static final Person ADA = new Person(new Actor("Ada", "staff:1", "till-1", Set.of()), "Ada", "Pharmacist");

    private final Door door = new Door();
    private final List<Person> in = new ArrayList<>();

    private static final class Door implements Doorkeeper {
        private boolean pins;
        private Answer next = new Answer.Wrong();
        private final List<String> tried = new ArrayList<>();

        @Override
        public boolean nobodyYet() {
            return false;
        }

        @Override
        public Answer first(String name, String password) {
            tried.add("first " + name + " " + password);
            return next;
        }

        @Override
        public Answer withPassword(String name, String password) {
            tried.add("password " + name + " " + password);
            return next;
        }

        @Override
        public Answer withPin(String name, String pin) {
            tried.add("pin " + name + " " + pin);
            return next;
        }

        @Override
        public boolean takesPins() {
            return pins;
        }

        @Override
        public Optional<Person> still(Person person) {
            return Optional.of(person);
        }
    }

    private SignInModel model(Work work) {
        return new SignInModel(door, work, in::add, failure -> "no: " + failure.getMessage());
    }

    private SignInModel model() {
        return model(Work.here());
    }

    @Test
    void who_has_the_right_password_is_in_and_it_stays_in_no_field() {
        door.next = new Answer.Welcome(ADA);
        SignInModel model = model();
        model.name().set(" Ada ");
        model.secret().set("three brown foxes");
        model.enter();

        assertThat(in).containsExactly(ADA);
        assertThat(door.tried).containsExactly("password Ada three brown foxes");
        assertThat(model.secret().get()).isEmpty();
    }

    @Test
    void a_refusal_says_so_and_how_long_to_wait_after_too_many() {
        SignInModel model = model();
        model.name().set("Ada");
        model.secret().set("wrong");
        model.enter();
        assertThat(model.no().get()).isEqualTo("Name or password is wrong.");

        door.next = new Answer.LockedOut(Duration.ofSeconds(30));
        model.secret().set("wrong");
        model.enter();
        assertThat(model.no().get()).contains("30 seconds");
        assertThat(in).isEmpty();
    }

    @Test
    void a_pin_is_offered_where_it_is_enough_and_the_password_asked_where_it_is_not() {
        door.pins = true;
        door.next = new Answer.PasswordFirst();
        SignInModel model = model();
        assertThat(model.takesPins().get()).isTrue();
        model.byPin().set(true);
        model.name().set("Ada");
        model.secret().set("4711");
        model.enter();

        assertThat(door.tried).containsExactly("pin Ada 4711");
        assertThat(model.byPin().get()).isFalse();
    }

    @Test
    void nothing_is_tried_before_both_are_typed() {
        SignInModel model = model();
        model.name().set("Ada");
        model.enter();

        assertThat(door.tried).isEmpty();
        assertThat(model.no().get()).isNotEmpty();
    }

    @Test
    void two_fast_presses_of_enter_try_once() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        SignInModel model = model(new Work(waiting::add, Runnable::run));
        model.name().set("Ada");
        model.secret().set("x");
        model.enter();
        model.enter();
        while (!waiting.isEmpty()) {
            waiting.poll().run();
        }

        assertThat(door.tried).hasSize(1);
    }

    @Test
    void the_first_admin_types_a_password_twice_alike() {
        door.next = new Answer.Welcome(ADA);
        FirstAdminModel model =
                new FirstAdminModel(door, Work.here(), in::add, failure -> String.valueOf(failure.getMessage()));
        model.name().set("Ada");
        model.password().set("three brown foxes");
        model.again().set("three brown boxes");
        model.make();
        assertThat(model.no().get()).contains("not the same");
        assertThat(in).isEmpty();

        model.again().set("three brown foxes");
        model.make();
        assertThat(in).containsExactly(ADA);
    }

    @Test
    void a_shared_address_is_tried_only_when_it_can_be_meant() {
        assertThat(new SharedAddress("", "5432", "mortar", "mortar", "").mistake())
                .isPresent();
        assertThat(new SharedAddress("db/x?a=b", "5432", "mortar", "mortar", "").mistake())
                .isPresent();
        assertThat(new SharedAddress("db", "70000", "mortar", "mortar", "").mistake())
                .isPresent();
        SharedAddress good = new SharedAddress(" db.pharmacy.local ", "5432", "mortar", "mortar", "secret");
        assertThat(good.mistake()).isEmpty();
        assertThat(good.url()).isEqualTo("jdbc:postgresql://db.pharmacy.local:5432/mortar");
        assertThat(good.toString()).doesNotContain("secret");
    }
}
