package app.mortar.access;

import app.mortar.kernel.Actor;
import app.mortar.store.Transactions;
import app.mortar.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The door for staff at one workstation. A wrong name, a wrong password, a person who was disabled and a PIN that was
 * never set get the same answer after the same work, so that nobody learns from outside who works here.
 */
public final class SignIn {
    private static final String NOBODY = "a name that nobody has";

    private final Transactions transactions;
    private final SecretHash hash;
    private final KnownWorkstation workstation;
    private final Actor door;

    /** The door at this workstation. */
    public SignIn(Transactions transactions, SecretHash hash, KnownWorkstation workstation) {
        this.transactions = transactions;
        this.hash = hash;
        this.workstation = workstation;
        this.door = new Actor("sign-in", "sign-in", workstation.name(), Set.of());
    }

    /** The answer at the door. */
    public sealed interface Answer {
        /** Come in: every desk takes this actor. */
        record Welcome(StaffView who, Actor actor) implements Answer {}

        /** Name or password is wrong; which of the two is not said. */
        record Wrong() implements Answer {}

        /**
         * Wrong too often.
         *
         * @param until when a try is looked at again, by the database's clock
         * @param pause how long that is from now
         */
        record LockedOut(Instant until, Duration pause) implements Answer {}

        /** Nobody has signed in here with a password yet, so a PIN is not enough. */
        record PasswordFirst() implements Answer {}
    }

    /** With name and password, anywhere; from then on a PIN is enough at this workstation. */
    public Answer withPassword(String name, Secret password) {
        Answer answer = tried(name, password, false);
        if (answer instanceof Answer.Welcome welcome) {
            workstation.makeKnown(welcome.actor());
        }
        return answer;
    }

    /** With name and PIN, at a workstation where somebody has signed in with a password before. */
    public Answer withPin(String name, Secret pin) {
        return workstation.isKnown(door) ? tried(name, pin, true) : new Answer.PasswordFirst();
    }

    /** Whether a PIN is enough here. */
    public boolean takesPins() {
        return workstation.isKnown(door);
    }

    /**
     * The same person with the rights of this moment; empty when they may be in no more. For windows that stay open
     * while an admin changes roles.
     */
    public Optional<Answer.Welcome> still(Actor actor) {
        return transactions.read(door, tx -> Optional.ofNullable(StaffDesk.find(tx, actor.name(), false))
                .filter(StaffMember::enabled)
                .map(this::welcome));
    }

    /** Counts, compares, then admits or refuses; the slow comparison is outside of both transactions. */
    Answer tried(String name, Secret secret, boolean pin) {
        Begun begun = transactions.write(door, tx -> begun(tx, name, pin));
        if (begun.standing().lockedUntil().isPresent()) {
            return lockedOut(begun.standing().lockedUntil().get(), begun.at());
        }
        String kept = begun.kept().orElse(hash.nobodys());
        boolean right = hash.matches(secret, kept) && begun.kept().isPresent();
        String stronger = right && hash.outdated(kept) ? hash.of(secret) : null;
        return transactions.write(door, tx -> {
            StaffMember member = right ? StaffDesk.find(tx, name, true) : null;
            // disabled, or another password, since the first look
            return member != null && member.enabled() && kept(member, pin).equals(begun.kept())
                    ? admitted(tx, member, pin, stronger)
                    : refused(tx, begun, pin);
        });
    }

    private record Begun(
            SignInFailures.Standing standing, Optional<String> knownAs, Optional<String> kept, Instant at) {}

    private static Begun begun(Tx tx, String name, boolean pin) {
        SignInFailures.Standing standing = SignInFailures.count(tx, name);
        Optional<StaffMember> member = Optional.ofNullable(StaffDesk.find(tx, name, false));
        return new Begun(
                standing,
                member.map(StaffMember::name),
                member.filter(StaffMember::enabled).flatMap(m -> kept(m, pin)),
                tx.now());
    }

    private static Optional<String> kept(StaffMember member, boolean pin) {
        return pin ? member.pinHash() : Optional.of(member.passwordHash());
    }

    private Answer admitted(Tx tx, StaffMember member, boolean pin, @Nullable String stronger) {
        if (stronger != null && pin) {
            member.takePin(stronger);
        } else if (stronger != null) {
            member.takePassword(stronger);
        }
        member.signedIn(tx.now());
        tx.session().update(member);
        SignInFailures.forgetHere(tx, member.name());
        AuditList.note(tx, AuditKind.SIGNED_IN, member.name(), by(pin));
        return welcome(member);
    }

    private Answer refused(Tx tx, Begun begun, boolean pin) {
        // what was typed for the name is not written down: people type their password there
        String who = begun.knownAs().orElse(NOBODY);
        AuditList.note(tx, AuditKind.SIGN_IN_REFUSED, who, by(pin));
        return begun.standing()
                .ifWrong()
                .<Answer>map(until -> {
                    AuditList.note(tx, AuditKind.LOCKED_OUT, who, "until " + until);
                    return lockedOut(until, tx.now());
                })
                .orElseGet(Answer.Wrong::new);
    }

    private static String by(boolean pin) {
        return pin ? "PIN" : "password";
    }

    private static Answer lockedOut(Instant until, Instant now) {
        return new Answer.LockedOut(until, Duration.between(now, until));
    }

    private Answer.Welcome welcome(StaffMember member) {
        return new Answer.Welcome(member.view(), member.view().at(workstation.name()));
    }
}
