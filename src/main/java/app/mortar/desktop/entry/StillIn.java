package app.mortar.desktop.entry;

import app.mortar.desktop.shell.Person;
import app.mortar.desktop.work.Work;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks now and then whether whoever is at work still may be: somebody who was disabled, or whose role was changed, must
 * not go on with what they could do before. Told once a second that a second has passed.
 */
public final class StillIn {
    /** Seconds between two questions; so nobody stays in for a minute. */
    static final int EVERY = 20;

    private final Doorkeeper door;
    private final Work work;
    private final Consumer<Person> gone;
    private final BiConsumer<Person, Person> changed;
    private @Nullable Person watched;
    private int pause;
    private boolean asking;

    /**
     * A watch.
     *
     * @param gone is told who may be in no more
     * @param changed is told who somebody was and who they are now
     */
    public StillIn(Doorkeeper door, Work work, Consumer<Person> gone, BiConsumer<Person, Person> changed) {
        this.door = door;
        this.work = work;
        this.gone = gone;
        this.changed = changed;
    }

    /** A second has passed; {@code person} is at work, nobody if null. */
    public void tick(@Nullable Person person) {
        if (person == null || !person.equals(watched)) {
            watched = person;
            pause = EVERY;
        } else if (!asking && --pause <= 0) {
            ask(person);
        }
    }

    private void ask(Person person) {
        asking = true;
        // while the database is away nothing can be done with rights either
        work.run(() -> door.still(person), answer -> answered(person, answer), failure -> rest());
    }

    private void answered(Person asked, Optional<Person> now) {
        rest();
        if (!asked.equals(watched)) {
            return;
        }
        if (now.isEmpty()) {
            watched = null;
            gone.accept(asked);
        } else if (!now.get().equals(asked)) {
            watched = null;
            changed.accept(asked, now.get());
        }
    }

    private void rest() {
        asking = false;
        pause = EVERY;
    }
}
