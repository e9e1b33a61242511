package app.mortar.desktop.entry;

import app.mortar.desktop.shell.Person;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who lets people in. Everything here asks the database, and hashing takes its time: in the background only. */
public interface Doorkeeper {
    /** The answer at the door. */
    sealed interface Answer {
        record Welcome(Person person) implements Answer {}

        /** Name or password is wrong; which of the two is not said. */
        record Wrong() implements Answer {}

        /**
         * Wrong too often.
         *
         * @param pause until a try is looked at again
         */
        record LockedOut(Duration pause) implements Answer {}

        /** A PIN is not enough yet at this workstation. */
        record PasswordFirst() implements Answer {}

        /** It cannot be: the sentence says why and what would be right. */
        record Refused(String sentence) implements Answer {}
    }

    /** Nobody works here yet: the first admin is to be made. */
    boolean nobodyYet();

    /** Makes the first admin, who is in then. */
    Answer first(String name, String password);

    Answer withPassword(String name, String password);

    Answer withPin(String name, String pin);

    /** Whether a PIN is enough at this workstation. */
    boolean takesPins();

    /**
     * The same person with the rights of this moment; empty when they may be in no more. For windows that stay open
     * while somebody changes roles.
     */
    Optional<Person> still(Person person);

    /** People who come in without a password: those of the demonstration, nobody else. */
    default List<Person> open() {
        return List.of();
    }
}
