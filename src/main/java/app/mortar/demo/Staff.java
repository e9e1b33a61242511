package app.mortar.demo;

import app.mortar.access.Role;
import app.mortar.access.Secret;
import app.mortar.access.SecretHash;
import app.mortar.access.StaffDesk;
import app.mortar.access.StaffForm;
import app.mortar.kernel.Actor;
import app.mortar.store.Transactions;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The people of the demo pharmacy, all invented, each at a workstation and with the rights of a role. */
final class Staff {
    private static final List<Colleague> ALL = List.of(
            new Colleague("Ngozi Eze", Role.ADMIN, "back-office"),
            new Colleague("Kemi Bello", Role.MANAGER, "back-office"),
            new Colleague("Ada Obi", Role.PHARMACIST, "till-1"),
            new Colleague("Chidi Nwosu", Role.ASSISTANT, "till-2"),
            new Colleague("Tunde Alabi", Role.ASSISTANT, "back-office"));

    static final Actor MANAGER = ALL.get(1).actor();
    static final Actor PHARMACIST = ALL.get(2).actor();
    static final Actor ASSISTANT = ALL.get(3).actor();
    /** Receives, picks and sends off. */
    static final Actor STOREKEEPER = ALL.get(4).actor();

    /** Nobody: sweeps holds that ran out, plans again when the day has changed. */
    static final Actor AGENT = Actor.agent("back-office");

    /** Passwords that nobody knows, so they need not be hard to try. */
    private static final SecretHash HASH = new SecretHash(1024, 1, 1);

    private record Colleague(String name, Role role, String workstation) {
        Actor actor() {
            return Actor.staff(name, workstation, role.permissions());
        }

        /** An address of the domain that is kept for examples, and no telephone number: any could be somebody's. */
        StaffForm form() {
            String first = name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT);
            return new StaffForm(role, Optional.empty(), Optional.of(first + "@pharmacy.example"), Optional.empty());
        }
    }

    private Staff() {}

    /** Takes them all on, each with a random password that is not kept: a demonstration has no door to guess at. */
    static void hire(Transactions transactions) {
        StaffDesk desk = new StaffDesk(transactions, HASH, () -> Currency.getInstance("NGN"));
        SecureRandom random = new SecureRandom();
        ALL.forEach(who -> {
            Secret secret = new Secret(new BigInteger(256, random).toString(36));
            StaffDesk.Outcome outcome = desk.add(ALL.getFirst().actor(), who.name(), who.form(), secret);
            if (!(outcome instanceof StaffDesk.Outcome.Done)) {
                throw new IllegalStateException("This database is in use already: " + outcome);
            }
        });
    }
}
