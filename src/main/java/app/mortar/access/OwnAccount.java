package app.mortar.access;

import app.mortar.kernel.Actor;
import app.mortar.store.Transactions;
import app.mortar.store.Tx;
import java.util.function.BiConsumer;

/** What everybody may do about themselves: another password, a PIN. The password of today is asked for each time. */
public final class OwnAccount {
    private final Transactions transactions;
    private final SecretHash hash;
    private final SignIn door;
    private final PasswordRules rules = new PasswordRules();

    /**
     * Opens the desk.
     *
     * @param door where the password of today is checked, and wrong ones are counted
     */
    public OwnAccount(Transactions transactions, SecretHash hash, SignIn door) {
        this.transactions = transactions;
        this.hash = hash;
        this.door = door;
    }

    /** Changes the password; the PIN goes with the old one. Anything but a welcome has changed nothing. */
    public SignIn.Answer changePassword(Actor me, Secret current, Secret fresh) {
        rules.check(me.name(), fresh);
        return changed(me, current, AuditKind.PASSWORD_CHANGED, hash.of(fresh), (member, hashed) -> {
            member.takePassword(hashed);
            member.takePin(null);
        });
    }

    /** Sets the PIN for known workstations. Anything but a welcome has changed nothing. */
    public SignIn.Answer setPin(Actor me, Secret password, Secret pin) {
        rules.checkPin(pin);
        return changed(me, password, AuditKind.PIN_CHANGED, hash.of(pin), StaffMember::takePin);
    }

    private SignIn.Answer changed(
            Actor me, Secret password, AuditKind kind, String hashed, BiConsumer<StaffMember, String> change) {
        SignIn.Answer answer = door.tried(me.name(), password, false);
        if (answer instanceof SignIn.Answer.Welcome) {
            transactions.run(me, tx -> save(tx, me, kind, member -> change.accept(member, hashed)));
        }
        return answer;
    }

    private static void save(Tx tx, Actor me, AuditKind kind, java.util.function.Consumer<StaffMember> change) {
        StaffMember member = java.util.Objects.requireNonNull(StaffDesk.find(tx, me.name(), true));
        change.accept(member);
        tx.session().update(member);
        AuditList.note(tx, kind, member.name(), null);
    }
}
