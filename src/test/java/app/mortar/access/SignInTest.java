package app.mortar.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.access.SignIn.Answer;
import app.mortar.kernel.Actor;
import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.Permission;
import app.mortar.testing.Crowd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest extends StaffTest {
    private static final Secret WRONG = new Secret("not the one");
    private static final Secret PIN = new Secret("7391");

    @BeforeEach
    void somebody_works_here() throws IOException {
        for (String workstation : List.of("till-1", "till-2")) {
            Path home = folder.resolve(workstation);
            if (Files.exists(home.resolve("workstation.properties"))) {
                Files.delete(home.resolve("workstation.properties"));
            }
            Files.createDirectories(home);
        }
        hired("Ada", Role.PHARMACIST);
        hired("Ben", Role.ADMIN);
    }

    private static Answer.Welcome welcome(Answer answer) {
        return switch (answer) {
            case Answer.Welcome welcome -> welcome;
            case Answer other -> throw new AssertionError(other);
        };
    }

    private static Duration pause(Answer answer) {
        return switch (answer) {
            case Answer.LockedOut locked -> locked.pause();
            case Answer other -> throw new AssertionError(other);
        };
    }

    private void wrong(SignIn door, String name, int times) {
        for (int i = 0; i < times; i++) {
            refused(door.withPassword(name, WRONG));
        }
    }

    @Test
    void the_right_password_opens_with_the_rights_of_the_role_and_the_name_of_the_person() {
        Answer.Welcome in = welcome(door("till-1").withPassword("ADA ", GOOD));
        assertThat(in.actor()).isEqualTo(Actor.staff("Ada", "till-1", Role.PHARMACIST.permissions()));
        assertThat(in.actor().owner()).isEqualTo("staff");
        assertThat(in.actor().may(Permission.RECALL)).isTrue();
        assertThat(in.actor().may(Permission.MANAGE_STAFF)).isFalse();
        assertThat(in.who().lastSignedInAt()).contains(MORNING);
    }

    @Test
    void a_password_is_the_same_however_the_keyboard_puts_its_accents_together() {
        done(desk.newPassword(ADMIN, "Ada", new Secret("caf\u00E9 at the corner")));
        welcome(door("till-1").withPassword("Ada", new Secret("cafe\u0301 at the corner")));
    }

    @Test
    void nobody_learns_from_the_answer_who_works_here() {
        SignIn door = door("till-1");
        door.withPassword("Ben", GOOD);
        done(desk.disable(ADMIN, "Ada"));
        refused(door.withPassword("Ada", GOOD));
        refused(door.withPassword("Nobody", GOOD));
        refused(door.withPassword("Ben", WRONG));
        refused(door.withPin("Ben", PIN));
        refused(door.withPin("Nobody", PIN));
        refused(door.withPassword("' or 1=1 --", new Secret("nobody has this one")));
    }

    @Test
    void five_wrong_ones_lock_for_30_seconds_then_twice_as_long_up_to_a_quarter_of_an_hour() {
        SignIn door = door("till-1");
        wrong(door, "Ada", 4);
        for (int seconds : new int[] {30, 60, 120, 240, 480, 900, 900}) {
            Duration pause = Duration.ofSeconds(seconds);
            assertThat(pause(door.withPassword("Ada", WRONG))).isEqualTo(pause);
            pharmacy.clock.pass(pause.minusMillis(1));
            assertThat(pause(door.withPassword("Ada", GOOD))).isEqualTo(Duration.ofMillis(1));
            pharmacy.clock.pass(Duration.ofMillis(1));
        }
        welcome(door.withPassword("Ada", GOOD));
        wrong(door, "Ada", 4);
    }

    @Test
    void an_hour_of_guessing_is_twelve_guesses() {
        SignIn door = door("till-1");
        for (Duration spent = Duration.ZERO; spent.toMinutes() < 60; ) {
            Duration wait = door.withPassword("Ada", WRONG) instanceof Answer.LockedOut locked
                    ? locked.pause()
                    : Duration.ofMillis(1);
            pharmacy.clock.pass(wait);
            spent = spent.plus(wait);
        }
        assertThat(audit(AuditKind.SIGN_IN_REFUSED)).hasSize(12);
    }

    @Test
    void a_colleague_elsewhere_and_another_name_here_are_not_kept_out() {
        wrong(door("till-1"), "Ada", 4);
        pause(door("till-1").withPassword("Ada", WRONG));
        pause(door("till-1").withPassword("aDA", GOOD));
        welcome(door("till-2").withPassword("Ada", GOOD));
        welcome(door("till-1").withPassword("Ben", GOOD));
        pause(door("till-1").withPassword("Ada", GOOD));
    }

    @Test
    void a_name_that_nobody_has_is_locked_out_just_the_same() {
        SignIn door = door("till-1");
        wrong(door, "Nobody", 4);
        assertThat(pause(door.withPassword("Nobody", WRONG))).isEqualTo(Duration.ofSeconds(30));
        assertThat(pause(door.withPassword("nobody", WRONG))).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void many_tries_at_once_are_no_way_around() {
        List<Answer> answers = Crowd.of(16, n -> door("till-1").withPassword("Ada", WRONG));
        assertThat(answers).filteredOn(Answer.Wrong.class::isInstance).hasSize(4);
        assertThat(answers).filteredOn(Answer.LockedOut.class::isInstance).hasSize(12);
        assertThat(audit(AuditKind.SIGN_IN_REFUSED)).hasSize(5);
    }

    @Test
    void wrong_ones_are_forgotten_after_a_day_and_when_an_admin_gives_a_new_password() {
        SignIn door = door("till-1");
        wrong(door, "Ada", 4);
        pharmacy.clock.pass(Duration.ofDays(1));
        wrong(door, "Ada", 4);
        pause(door.withPassword("Ada", WRONG));
        done(desk.newPassword(ADMIN, "Ada", OTHER));
        welcome(door.withPassword("Ada", OTHER));
    }

    @Test
    void a_pin_opens_only_where_somebody_has_given_a_password() {
        SignIn till = door("till-1");
        assertThat(till.takesPins()).isFalse();
        assertThat(till.withPin("Ada", PIN)).isEqualTo(new Answer.PasswordFirst());
        Actor ada = welcome(till.withPassword("Ada", GOOD)).actor();
        welcome(own(till).setPin(ada, GOOD, PIN));

        assertThat(till.takesPins()).isTrue();
        assertThat(welcome(till.withPin("Ada", PIN)).actor()).isEqualTo(ada);
        refused(till.withPin("Ada", new Secret("7392")));
        refused(till.withPin("Ben", PIN));
        refused(till.withPassword("Ada", PIN));
        assertThat(door("till-2").withPin("Ada", PIN)).isEqualTo(new Answer.PasswordFirst());
    }

    private OwnAccount own(SignIn door) {
        return new OwnAccount(pharmacy.transactions, HASH, door);
    }

    @Test
    void wrong_pins_lock_out_like_wrong_passwords() {
        SignIn till = door("till-1");
        Actor ada = welcome(till.withPassword("Ada", GOOD)).actor();
        own(till).setPin(ada, GOOD, PIN);
        for (int i = 0; i < 4; i++) {
            refused(till.withPin("Ada", new Secret("000" + i)));
        }
        assertThat(pause(till.withPin("Ada", new Secret("0009")))).isEqualTo(Duration.ofSeconds(30));
        assertThat(pause(till.withPassword("Ada", GOOD))).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void a_workstation_is_known_by_a_file_for_its_owner_alone_and_a_copy_of_the_database_does_not_hold_it()
            throws Exception {
        welcome(door("till-1").withPassword("Ada", GOOD));
        Path file = folder.resolve("till-1").resolve("workstation.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String secret = Files.readString(file).replaceAll("(?s).*secret=(\\w+).*", "$1");
        assertThat(secret).hasSize(64);
        try (var connection = DriverManager.getConnection(
                        pharmacy.link.url(), pharmacy.link.user(), pharmacy.link.password());
                var rows = connection.createStatement().executeQuery("select * from known_workstation")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString("secret_hash")).isEqualTo(Fingerprint.of(secret));
            assertThat(rows.next()).isFalse();
        }

        Files.writeString(file, Files.readString(file).replace(secret, secret.substring(1) + "0"));
        assertThat(door("till-1").takesPins()).isFalse();
        welcome(door("till-1").withPassword("Ben", GOOD));
        assertThat(door("till-1").takesPins()).isTrue();
    }

    @Test
    void a_home_that_cannot_be_written_in_costs_the_pin_and_not_the_sign_in() throws IOException {
        Path file = folder.resolve("till-1").resolve("workstation.properties");
        Files.createDirectories(file.resolve("in the way"));
        try {
            welcome(door("till-1").withPassword("Ada", GOOD));
            assertThat(door("till-1").takesPins()).isFalse();
        } finally {
            Files.delete(file.resolve("in the way"));
        }
    }

    @Test
    void a_pin_is_digits_that_are_not_guessed_first() {
        SignIn till = door("till-1");
        Actor ada = welcome(till.withPassword("Ada", GOOD)).actor();
        for (String bad :
                List.of("", "123", "12345", "9876", "0000", "12a4", "\u0661\u0663\u0665\u0667\n", "1".repeat(13))) {
            assertThatThrownBy(() -> own(till).setPin(ada, GOOD, new Secret(bad)))
                    .as(bad)
                    .isInstanceOf(InvalidInput.class);
        }
        for (String good : List.of("1357", "1122", "84620135")) {
            welcome(own(till).setPin(ada, GOOD, new Secret(good)));
        }
    }

    @Test
    void ones_own_password_is_changed_with_the_one_of_today_and_takes_the_pin_with_it() {
        SignIn till = door("till-1");
        Actor ada = welcome(till.withPassword("Ada", GOOD)).actor();
        welcome(own(till).setPin(ada, GOOD, PIN));
        refused(own(till).changePassword(ada, WRONG, OTHER));
        assertThatThrownBy(() -> own(till).changePassword(ada, GOOD, new Secret("password1")))
                .isInstanceOf(InvalidInput.class);
        welcome(own(till).changePassword(ada, GOOD, OTHER));
        refused(till.withPassword("Ada", GOOD));
        welcome(till.withPassword("Ada", OTHER));
        refused(till.withPin("Ada", PIN));
    }

    @Test
    void a_hash_of_weaker_days_is_made_anew_at_the_next_right_password_and_only_then() throws SQLException {
        String before = kept("Ada");
        SecretHash stronger = new SecretHash(128, 2, 1);
        SignIn raised = new SignIn(
                pharmacy.transactions, stronger, new KnownWorkstation(pharmacy.transactions, folder, "till-1"));
        refused(raised.withPassword("Ada", WRONG));
        assertThat(kept("Ada")).isEqualTo(before).contains("m=64,t=1,p=1");
        welcome(raised.withPassword("Ada", GOOD));
        String after = kept("Ada");
        assertThat(after).contains("m=128,t=2,p=1");
        welcome(raised.withPassword("Ada", GOOD));
        assertThat(kept("Ada")).isEqualTo(after);
    }

    private String kept(String name) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        pharmacy.link.url(), pharmacy.link.user(), pharmacy.link.password());
                var query = connection.prepareStatement("select password_hash from staff where name = ?")) {
            query.setString(1, name);
            var rows = query.executeQuery();
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    @Test
    void the_standard_hash_is_argon2id_with_19_mebibytes_and_two_passes() {
        SecretHash standard = SecretHash.standard();
        String kept = standard.of(GOOD);
        assertThat(kept).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(standard.of(GOOD)).isNotEqualTo(kept);
        assertThat(standard.matches(GOOD, kept)).isTrue();
        assertThat(standard.matches(WRONG, kept)).isFalse();
        assertThat(standard.outdated(kept)).isFalse();
        assertThat(HASH.outdated(kept)).isTrue();
    }

    /** A door beside which something happens after the slow comparison, before anybody is let in. */
    private SignIn doorWhile(Runnable meanwhile) {
        AtomicInteger transactions = new AtomicInteger();
        return new SignIn(
                pharmacy.transactions.guardedBy(() -> {
                    if (transactions.incrementAndGet() == 2) {
                        meanwhile.run();
                    }
                }),
                HASH,
                new KnownWorkstation(
                        pharmacy.transactions, folder.resolve("till-1").toAbsolutePath(), "till-1"));
    }

    @Test
    void what_was_changed_while_it_was_compared_lets_nobody_in() {
        refused(doorWhile(() -> done(desk.newPassword(ADMIN, "Ada", OTHER))).withPassword("Ada", GOOD));
        refused(doorWhile(() -> done(desk.disable(ADMIN, "Ada"))).withPassword("Ada", OTHER));
        done(desk.enable(ADMIN, "Ada"));
        Answer.Welcome in = welcome(door("till-1").withPassword("Ada", OTHER));
        welcome(new OwnAccount(pharmacy.transactions, HASH, door("till-1")).setPin(in.actor(), OTHER, PIN));
        // a new password takes the PIN away
        refused(doorWhile(() -> done(desk.newPassword(ADMIN, "Ada", GOOD))).withPin("Ada", PIN));
        assertThat(audit(AuditKind.SIGN_IN_REFUSED)).hasSize(3);
    }

    @Test
    void who_is_in_has_the_rights_of_this_moment_and_none_once_disabled() {
        SignIn till = door("till-1");
        Answer.Welcome in = welcome(till.withPassword("Ada", GOOD));
        done(desk.change(ADMIN, in.who(), StaffForm.of(Role.MANAGER)));
        assertThat(till.still(in.actor()).orElseThrow().actor().permissions()).isEqualTo(Role.MANAGER.permissions());
        done(desk.disable(ADMIN, "Ada"));
        assertThat(till.still(in.actor())).isEmpty();
    }

    @Test
    void every_try_that_was_looked_at_is_written_down_but_never_what_was_typed() {
        SignIn till = door("till-1");
        welcome(till.withPassword("ada", GOOD));
        till.withPassword("Ada", WRONG);
        till.withPassword(GOOD.text(), WRONG);
        for (int i = 0; i < 5; i++) {
            till.withPassword("Ben", WRONG);
        }
        assertThat(audit())
                .extracting(AuditEvent::kind)
                .containsSubsequence(
                        AuditKind.LOCKED_OUT,
                        AuditKind.SIGN_IN_REFUSED,
                        AuditKind.SIGN_IN_REFUSED,
                        AuditKind.SIGNED_IN);
        assertThat(audit(AuditKind.LOCKED_OUT).getFirst().subject()).contains("Ben");
        assertThat(audit(AuditKind.SIGNED_IN).getFirst().subject()).contains("Ada");
        assertThat(audit(AuditKind.WORKSTATION_KNOWN).getFirst().by()).isEqualTo("Ada");
        assertThat(audit().toString().toLowerCase(Locale.ROOT)).doesNotContain(GOOD.text(), WRONG.text());
    }
}
