package app.mortar.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.kernel.Actor;
import app.mortar.kernel.Span;
import app.mortar.testing.DeskTest;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Words for tests about people: a desk for staff, doors at workstations, and what was written down about it. */
abstract class StaffTest extends DeskTest {
    /** Cheap ones: what they cost is the library's affair, that they are compared is ours. */
    static final SecretHash HASH = new SecretHash(64, 1, 1);

    static final Secret GOOD = new Secret("three brown foxes");
    static final Secret OTHER = new Secret("a lamp in the well");
    static final Actor ADMIN = Actor.commandLine("root", "office");

    @TempDir
    Path folder;

    StaffDesk desk;

    @BeforeEach
    void open_the_desk() {
        desk = new StaffDesk(pharmacy.transactions, HASH, () -> Currency.getInstance("NGN"));
    }

    StaffView hired(String name, Role role) {
        return done(desk.add(ADMIN, name, StaffForm.of(role), GOOD));
    }

    static StaffView done(StaffDesk.Outcome outcome) {
        return switch (outcome) {
            case StaffDesk.Outcome.Done done -> done.who();
            case StaffDesk.Outcome other -> throw new AssertionError(other);
        };
    }

    static StaffForm form(Role role, String phone, String email, AlertKind... alerts) {
        return new StaffForm(
                role,
                Optional.of(phone),
                Optional.of(email),
                alerts.length == 0 ? Optional.empty() : Optional.of(Set.of(alerts)));
    }

    /** The door at a workstation of that name, each with a home of its own. */
    SignIn door(String workstation) {
        return new SignIn(
                pharmacy.transactions,
                HASH,
                new KnownWorkstation(
                        pharmacy.transactions, folder.resolve(workstation).toAbsolutePath(), workstation));
    }

    List<AuditEvent> audit(AuditKind... kinds) {
        return pharmacy.transactions
                .read(ADMIN, tx -> new AuditList()
                        .list(tx, new AuditList.Filter(null, Set.of(kinds)), AuditList.Sort.AT, true, new Span(0, 100)))
                .rows();
    }

    static void refused(SignIn.Answer answer) {
        assertThat(answer).isEqualTo(new SignIn.Answer.Wrong());
    }
}
