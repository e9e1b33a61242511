package app.mortar;

import app.mortar.access.Role;
import app.mortar.access.Secret;
import app.mortar.access.SignIn;
import app.mortar.access.StaffDesk;
import app.mortar.access.StaffForm;
import app.mortar.desktop.entry.Doorkeeper;
import app.mortar.desktop.shell.Person;
import app.mortar.kernel.Actor;
import app.mortar.kernel.InvalidInput;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The door of the windows: staff with their passwords and PINs. */
final class StaffDoor implements Doorkeeper {
    private final StaffDesk staff;
    private final SignIn signIn;
    private final Actor workstation;

    /**
     * A door.
     *
     * @param workstation whom the database knows this machine as, while nobody is in
     */
    StaffDoor(StaffDesk staff, SignIn signIn, Actor workstation) {
        this.staff = staff;
        this.signIn = signIn;
        this.workstation = workstation;
    }

    @Override
    public boolean nobodyYet() {
        return staff.nobodyYet(workstation);
    }

    @Override
    public Answer first(String name, String password) {
        try {
            var made = staff.addFirst(workstation.workstation(), name, StaffForm.of(Role.ADMIN), new Secret(password));
            return made instanceof StaffDesk.Outcome.Done ? withPassword(name, password) : new Answer.Wrong();
        } catch (InvalidInput no) {
            return new Answer.Refused(
                    no.mistakes().stream().map(InvalidInput.Mistake::message).collect(Collectors.joining(" ")));
        }
    }

    @Override
    public Answer withPassword(String name, String password) {
        return answer(signIn.withPassword(name, new Secret(password)));
    }

    @Override
    public Answer withPin(String name, String pin) {
        return answer(signIn.withPin(name, new Secret(pin)));
    }

    @Override
    public boolean takesPins() {
        return signIn.takesPins();
    }

    @Override
    public Optional<Person> still(Person person) {
        return signIn.still(person.actor()).map(StaffDoor::person);
    }

    private static Person person(SignIn.Answer.Welcome welcome) {
        return new Person(
                welcome.actor(), welcome.who().name(), word(welcome.who().role()));
    }

    private static Answer answer(SignIn.Answer answer) {
        return switch (answer) {
            case SignIn.Answer.Welcome welcome -> new Answer.Welcome(person(welcome));
            case SignIn.Answer.Wrong _ -> new Answer.Wrong();
            case SignIn.Answer.LockedOut out -> new Answer.LockedOut(out.pause());
            case SignIn.Answer.PasswordFirst _ -> new Answer.PasswordFirst();
        };
    }

    /** One person of each role, who has invented names and the rights of the role. */
    static List<Person> demo(String host) {
        return List.of(
                person("Ngozi Eze", Role.ADMIN, host),
                person("Kemi Bello", Role.MANAGER, host),
                person("Ada Obi", Role.PHARMACIST, host),
                person("Chidi Nwosu", Role.ASSISTANT, host));
    }

    private static Person person(String name, Role role, String host) {
        String owner = "staff:" + name.toLowerCase(Locale.ROOT).replace(' ', '-');
        return new Person(new Actor(name, owner, host, role.permissions()), name, word(role));
    }

    private static String word(Role role) {
        return role.word().substring(0, 1).toUpperCase(Locale.ROOT)
                + role.word().substring(1);
    }
}
