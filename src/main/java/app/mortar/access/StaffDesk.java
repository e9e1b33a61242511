package app.mortar.access;

import app.mortar.kernel.Actor;
import app.mortar.kernel.Permission;
import app.mortar.store.Transactions;
import app.mortar.store.Tx;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

/**
 * The desk for staff. No account comes with the program: the first admin is made at the first run, by whoever sits
 * there. Nobody is ever deleted, because the ledger names them; who leaves is disabled. One admin always remains.
 */
public final class StaffDesk {
    private static final long FIRST = 1;

    private final Transactions transactions;
    private final SecretHash hash;
    private final Supplier<Currency> currency;
    private final PasswordRules rules = new PasswordRules();
    private final Phones phones = new Phones();

    /**
     * Opens the desk.
     *
     * @param currency the pharmacy's, which tells its country
     */
    public StaffDesk(Transactions transactions, SecretHash hash, Supplier<Currency> currency) {
        this.transactions = transactions;
        this.hash = hash;
        this.currency = currency;
    }

    /** The answer to a wish about somebody. Anything but {@code Done} has changed nothing. */
    public sealed interface Outcome {
        record Done(StaffView who) implements Outcome {}

        /** It was so already. */
        record AlreadySo(StaffView who) implements Outcome {}

        /** Somebody of that name works or worked here; the ledger must tell the two apart. */
        record NameTaken(String name) implements Outcome {}

        record Unknown(String name) implements Outcome {}

        /** Nobody could let anyone in any more. */
        record LastAdmin(String name) implements Outcome {}

        /** Somebody else has changed it since it was shown. */
        record ChangedMeanwhile(StaffView now) implements Outcome {}

        /** People work here already, so this is not the first run. */
        record NotTheFirst() implements Outcome {}
    }

    /** Whether nobody works here yet: then the first run asks for an admin. */
    public boolean nobodyYet(Actor actor) {
        return transactions.read(actor, StaffDesk::isEmpty);
    }

    /** Makes the first admin, whatever role the form says, as long as nobody works here; of two at once one is made. */
    public Outcome addFirst(String workstation, String name, StaffForm form, Secret password) {
        StaffForm admin = new StaffForm(Role.ADMIN, form.phone(), form.email(), form.alerts());
        Actor self = Actor.staff(name, workstation, Set.of());
        return add(self, name, admin, password, true);
    }

    /** Takes somebody on. */
    public Outcome add(Actor actor, String name, StaffForm form, Secret password) {
        actor.must(Permission.MANAGE_STAFF);
        return add(actor, name, form, password, false);
    }

    private Outcome add(Actor actor, String name, StaffForm form, Secret password, boolean first) {
        StaffForm.checkName(name);
        String phone = phone(form);
        rules.check(name, password);
        // slow on purpose, and so before the transaction
        String hashed = hash.of(password);
        return transactions.write(actor, tx -> {
            if (first && !isEmpty(tx)) {
                return new Outcome.NotTheFirst();
            }
            if (find(tx, name, false) != null) {
                return new Outcome.NameTaken(name);
            }
            long id = first ? FIRST : next(tx);
            StaffMember member = StaffMember.joined(id, name, form, phone, hashed, tx.now());
            tx.session().insert(member);
            AuditList.note(tx, AuditKind.STAFF_ADDED, name, described(member.view()));
            return new Outcome.Done(member.view());
        });
    }

    /** All who work or worked here, by name. */
    public List<StaffView> list(Actor actor) {
        actor.must(Permission.MANAGE_STAFF);
        return transactions.read(actor, tx -> tx
                .session()
                .createSelectionQuery("from StaffMember m order by m.nameKey", StaffMember.class)
                .getResultList()
                .stream()
                .map(StaffMember::view)
                .toList());
    }

    /**
     * Changes what is written down about somebody.
     *
     * @param seen as it was shown to whoever changes it
     */
    public Outcome change(Actor actor, StaffView seen, StaffForm form) {
        actor.must(Permission.MANAGE_STAFF);
        String phone = phone(form);
        return amongAdmins(actor, seen.name(), (tx, member, admins) -> {
            if (member.revision() != seen.revision()) {
                return new Outcome.ChangedMeanwhile(member.view());
            }
            if (form.role() != Role.ADMIN && admins.equals(List.of(member.id()))) {
                return new Outcome.LastAdmin(member.name());
            }
            member.change(form, phone);
            return saved(tx, member, AuditKind.STAFF_CHANGED, described(member.view()));
        });
    }

    /** Lets somebody in no more, from now on. */
    public Outcome disable(Actor actor, String name) {
        actor.must(Permission.MANAGE_STAFF);
        return amongAdmins(actor, name, (tx, member, admins) -> {
            if (!member.enabled()) {
                return new Outcome.AlreadySo(member.view());
            }
            if (admins.equals(List.of(member.id()))) {
                return new Outcome.LastAdmin(member.name());
            }
            member.disable(tx.now());
            return saved(tx, member, AuditKind.STAFF_DISABLED, null);
        });
    }

    /** Lets somebody in again who was disabled. */
    public Outcome enable(Actor actor, String name) {
        actor.must(Permission.MANAGE_STAFF);
        return on(actor, name, (tx, member) -> {
            if (member.enabled()) {
                return new Outcome.AlreadySo(member.view());
            }
            member.enable();
            return saved(tx, member, AuditKind.STAFF_ENABLED, null);
        });
    }

    /** Gives somebody a new password. The PIN goes with the old one: whoever knew the one may know the other. */
    public Outcome newPassword(Actor actor, String name, Secret password) {
        actor.must(Permission.MANAGE_STAFF);
        rules.check(name, password);
        String hashed = hash.of(password);
        return on(actor, name, (tx, member) -> {
            member.takePassword(hashed);
            member.takePin(null);
            SignInFailures.forget(tx, member.name());
            return saved(tx, member, AuditKind.PASSWORD_CHANGED, null);
        });
    }

    private @Nullable String phone(StaffForm form) {
        return form.phone().map(written -> phones.e164(written, currency.get())).orElse(null);
    }

    private Outcome on(Actor actor, String name, BiFunction<Tx, StaffMember, Outcome> act) {
        return transactions.write(actor, tx -> {
            StaffMember member = find(tx, name, true);
            return member == null ? new Outcome.Unknown(name) : act.apply(tx, member);
        });
    }

    /** An act that may cost the pharmacy an admin. */
    private interface AmongAdmins {
        /**
         * Acts.
         *
         * @param admins the numbers of all who may sign in as admin now
         */
        Outcome act(Tx tx, StaffMember member, List<Long> admins);
    }

    /** Locks all admins first, in one order, so that two who disable each other do it one after the other. */
    private Outcome amongAdmins(Actor actor, String name, AmongAdmins act) {
        return transactions.write(actor, tx -> {
            List<Long> admins = tx.session()
                    .createNativeQuery(
                            "select id from staff where role = 'ADMIN' and disabled_at is null order by id for update",
                            Long.class)
                    .getResultList();
            StaffMember member = find(tx, name, true);
            return member == null ? new Outcome.Unknown(name) : act.act(tx, member, admins);
        });
    }

    private static Outcome saved(Tx tx, StaffMember member, AuditKind kind, @Nullable String detail) {
        tx.session().update(member);
        AuditList.note(tx, kind, member.name(), detail);
        return new Outcome.Done(member.view());
    }

    static @Nullable StaffMember find(Tx tx, String name, boolean lock) {
        var query = tx.session()
                .createSelectionQuery("from StaffMember m where m.nameKey = :key", StaffMember.class)
                .setParameter("key", StaffMember.key(name));
        if (lock) {
            query.setHibernateLockMode(LockMode.PESSIMISTIC_WRITE);
        }
        return query.getSingleResultOrNull();
    }

    private static boolean isEmpty(Tx tx) {
        return tx.session()
                        .createSelectionQuery("select count(*) from StaffMember", Long.class)
                        .getSingleResult()
                == 0;
    }

    private static long next(Tx tx) {
        return tx.session()
                .createNativeQuery("select nextval('staff_seq')", Long.class)
                .getSingleResult();
    }

    /** Without telephone and e-mail: the list of what was done outlives people's addresses. */
    private static String described(StaffView who) {
        return who.role().word() + ", alerts " + AlertKind.written(who.alerts());
    }
}
