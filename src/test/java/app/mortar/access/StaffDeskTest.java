package app.mortar.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.access.StaffDesk.Outcome;
import app.mortar.kernel.Actor;
import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.NotPermitted;
import app.mortar.kernel.Span;
import app.mortar.testing.Crowd;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StaffDeskTest extends StaffTest {
    private static InvalidInput refusal(ThrowingCallable act) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(InvalidInput.class, act);
    }

    @Test
    void somebody_taken_on_is_on_the_list_with_all_that_was_said() {
        StaffForm form = form(Role.PHARMACIST, "0803 123 4567", "ada@ilera.example", AlertKind.EXPIRY);
        StaffView ada = done(desk.add(ADMIN, "Ada Obi", form, GOOD));
        assertThat(desk.list(ADMIN)).containsExactly(ada);
        assertThat(ada.name()).isEqualTo("Ada Obi");
        assertThat(ada.role()).isEqualTo(Role.PHARMACIST);
        assertThat(ada.phone()).contains("+2348031234567");
        assertThat(ada.email()).contains("ada@ilera.example");
        assertThat(ada.alerts()).containsExactly(AlertKind.EXPIRY);
        assertThat(ada.createdAt()).isEqualTo(MORNING);
        assertThat(ada.lastSignedInAt()).isEmpty();
        assertThat(ada.enabled()).isTrue();
    }

    @Test
    void a_name_is_taken_however_it_is_spelt_and_by_who_has_left_too() {
        hired("Ada Obi", Role.ASSISTANT);
        done(desk.disable(ADMIN, "Ada Obi"));
        for (String same : List.of("Ada Obi", "ADA OBI", "ada  obi", "Ada\u00A0Obi")) {
            assertThat(desk.add(ADMIN, same, StaffForm.of(Role.ADMIN), GOOD)).isEqualTo(new Outcome.NameTaken(same));
        }
    }

    @Test
    void a_name_cannot_be_mistaken_for_a_command_a_key_or_the_agent_in_the_ledger() {
        for (String name :
                List.of("", " ", " ada", "a\nb", "a\u202Eb", "x".repeat(61), "cli:root", "Agent@till", "key:1")) {
            assertThat(refusal(() -> desk.add(ADMIN, name, StaffForm.of(Role.ASSISTANT), GOOD)))
                    .as(name)
                    .isNotNull();
        }
        hired("Ọlá Ìbùkún-Ẹ̀ṣọ́ 3", Role.ASSISTANT);
    }

    @Test
    void a_telephone_number_is_kept_with_its_country_and_refused_when_it_is_none() {
        for (String written : List.of("08031234567", "+234 803 123 4567", "+234-(0)803-123-4567", "+44 20 7946 0958")) {
            StaffView who = done(desk.add(ADMIN, "P " + written, form(Role.ASSISTANT, written, "a@b"), GOOD));
            assertThat(who.phone().orElseThrow()).isIn("+2348031234567", "+442079460958");
        }
        for (String wrong :
                List.of("12", "0803", "+999 803 123 4567", "0803CALLADA", "+234 803 123 4567 ext 5", "phone")) {
            assertThat(refusal(() -> desk.add(ADMIN, "x", form(Role.ASSISTANT, wrong, "a@b"), GOOD)))
                    .as(wrong)
                    .isNotNull()
                    .hasMessageContaining("telephone number");
        }
    }

    @Test
    void an_e_mail_address_that_could_carry_more_than_an_address_is_refused() {
        for (String wrong :
                List.of("ada", "ada@", "@x", "a b@x", "a@x\nBcc: b@y", "a@x,b@y", "<a@x>", "a@x..y", "a@b@c")) {
            assertThatThrownBy(() -> form(Role.ASSISTANT, "08031234567", wrong))
                    .as(wrong)
                    .isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void a_password_is_long_and_not_guessed_first() {
        for (String weak : List.of(
                "",
                "short",
                "1234567",
                "password1",
                "PASSWORD1",
                "qwertyuiop",
                "aaaaaaaaaaaa",
                "abababababab",
                "ada12345",
                "Mortar2026!",
                "pharmacy-1234",
                "x".repeat(201),
                "tab\tin the middle")) {
            assertThat(refusal(() -> desk.add(ADMIN, "Ada", StaffForm.of(Role.ADMIN), new Secret(weak))))
                    .as(weak)
                    .isNotNull()
                    .hasMessageStartingWith("password: ");
        }
        for (String good : List.of(
                "correct horse battery",
                "x7!kQ92b",
                "ẹ̀wà àgánrán wà níbí",
                "long ".repeat(13).strip())) {
            done(desk.add(ADMIN, "who " + good.hashCode(), StaffForm.of(Role.ASSISTANT), new Secret(good)));
        }
    }

    @Test
    void what_is_kept_and_what_is_shown_gives_no_password_away() throws SQLException {
        StaffView ada = hired("Ada", Role.ADMIN);
        assertThat(List.of(ada.toString(), GOOD.toString(), audit().toString()))
                .noneMatch(text -> text.contains(GOOD.text()));
        try (var connection = DriverManager.getConnection(
                        pharmacy.link.url(), pharmacy.link.user(), pharmacy.link.password());
                var rows = connection.createStatement().executeQuery("select * from staff")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString("password_hash")).startsWith("$argon2id$");
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                assertThat(String.valueOf(rows.getString(i))).doesNotContain(GOOD.text());
            }
        }
    }

    @Test
    void nobody_can_sign_in_before_somebody_was_taken_on() {
        assertThat(desk.nobodyYet(ADMIN)).isTrue();
        for (String usual : List.of("admin", "root", "mortar", "demo")) {
            refused(door("till-1").withPassword(usual, new Secret("admin")));
        }
    }

    @Test
    void the_first_admin_is_made_once_and_only_while_nobody_works_here() {
        StaffView first = done(desk.addFirst("till-1", "Ada", StaffForm.of(Role.ASSISTANT), GOOD));
        assertThat(first.role()).isEqualTo(Role.ADMIN);
        assertThat(desk.nobodyYet(ADMIN)).isFalse();
        assertThat(desk.addFirst("till-2", "Eve", StaffForm.of(Role.ADMIN), GOOD))
                .isEqualTo(new Outcome.NotTheFirst());
        assertThat(desk.list(ADMIN)).hasSize(1);
    }

    @Test
    void of_many_first_runs_at_once_one_makes_the_admin() {
        List<Outcome> outcomes =
                Crowd.of(8, n -> desk.addFirst("till-" + n, "Admin " + n, StaffForm.of(Role.ADMIN), GOOD));
        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(desk.list(ADMIN)).hasSize(1);
    }

    @Test
    void the_last_admin_can_be_neither_disabled_nor_made_less() {
        StaffView ada = hired("Ada", Role.ADMIN);
        hired("Ben", Role.MANAGER);
        assertThat(desk.disable(ADMIN, "Ada")).isEqualTo(new Outcome.LastAdmin("Ada"));
        assertThat(desk.change(ADMIN, ada, StaffForm.of(Role.MANAGER))).isEqualTo(new Outcome.LastAdmin("Ada"));
        done(desk.change(ADMIN, ada, form(Role.ADMIN, "08031234567", "a@b")));

        hired("Cem", Role.ADMIN);
        done(desk.disable(ADMIN, "Ada"));
        assertThat(desk.disable(ADMIN, "Cem")).isEqualTo(new Outcome.LastAdmin("Cem"));
        assertThat(desk.disable(ADMIN, "Ada")).isInstanceOf(Outcome.AlreadySo.class);
    }

    @Test
    void of_all_admins_who_disable_each_other_at_once_one_remains() {
        List<String> names = List.of("Ada", "Ben", "Cem", "Dayo", "Efe", "Femi");
        names.forEach(name -> hired(name, Role.ADMIN));
        Crowd.of(names.size(), n -> desk.disable(ADMIN, names.get(n)));
        assertThat(desk.list(ADMIN)).filteredOn(StaffView::enabled).hasSize(1);
    }

    @Test
    void a_change_that_somebody_else_made_meanwhile_is_not_lost() {
        StaffView seen = hired("Ada", Role.ASSISTANT);
        StaffView now = done(desk.change(ADMIN, seen, StaffForm.of(Role.MANAGER)));
        assertThat(desk.change(ADMIN, seen, StaffForm.of(Role.PHARMACIST)))
                .isEqualTo(new Outcome.ChangedMeanwhile(now));
        assertThat(done(desk.change(ADMIN, now, StaffForm.of(Role.PHARMACIST))).role())
                .isEqualTo(Role.PHARMACIST);
        assertThat(desk.change(
                        ADMIN,
                        new StaffView(
                                "Nobody",
                                Role.ADMIN,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                0,
                                MORNING,
                                Optional.empty(),
                                Optional.empty()),
                        StaffForm.of(Role.ADMIN)))
                .isEqualTo(new Outcome.Unknown("Nobody"));
    }

    @Test
    void who_is_disabled_is_let_in_again_only_by_being_enabled() {
        hired("Ada", Role.ASSISTANT);
        done(desk.disable(ADMIN, "ada"));
        done(desk.newPassword(ADMIN, "Ada", OTHER));
        refused(door("till-1").withPassword("Ada", OTHER));
        done(desk.enable(ADMIN, "Ada"));
        assertThat(door("till-1").withPassword("Ada", OTHER)).isInstanceOf(SignIn.Answer.Welcome.class);
        assertThat(desk.enable(ADMIN, "Ada")).isInstanceOf(Outcome.AlreadySo.class);
        assertThat(desk.enable(ADMIN, "Eve")).isEqualTo(new Outcome.Unknown("Eve"));
    }

    @Test
    void only_who_manages_staff_sees_or_changes_it_whatever_a_screen_shows() {
        StaffView ada = hired("Ada", Role.ADMIN);
        for (Role role : List.of(Role.ASSISTANT, Role.PHARMACIST, Role.MANAGER)) {
            Actor actor = Actor.staff("x", "till-1", role.permissions());
            for (ThrowingCallable act : List.<ThrowingCallable>of(
                    () -> desk.list(actor),
                    () -> desk.add(actor, "y", StaffForm.of(Role.ADMIN), GOOD),
                    () -> desk.change(actor, ada, StaffForm.of(Role.ADMIN)),
                    () -> desk.disable(actor, "Ada"),
                    () -> desk.enable(actor, "Ada"),
                    () -> desk.newPassword(actor, "Ada", OTHER),
                    () -> pharmacy.transactions.read(actor, tx -> new AuditList()
                            .list(tx, AuditList.Filter.ALL, AuditList.Sort.AT, true, new Span(0, 10))),
                    () -> pharmacy.transactions.read(actor, tx -> new StaffList()
                            .list(tx, null, StaffList.Sort.NAME, false, new Span(0, 10))))) {
                assertThatThrownBy(act).as(role.word()).isInstanceOf(NotPermitted.class);
            }
        }
    }

    @Test
    void every_change_is_written_down_with_who_did_it_and_from_where() {
        StaffView ada = hired("Ada", Role.ASSISTANT);
        done(desk.change(ADMIN, ada, form(Role.ADMIN, "08031234567", "ada@x")));
        done(desk.newPassword(ADMIN, "Ada", OTHER));
        hired("Ben", Role.ADMIN);
        done(desk.disable(ADMIN, "Ada"));
        done(desk.enable(ADMIN, "Ada"));
        assertThat(audit())
                .extracting(AuditEvent::kind)
                .containsExactly(
                        AuditKind.STAFF_ENABLED,
                        AuditKind.STAFF_DISABLED,
                        AuditKind.STAFF_ADDED,
                        AuditKind.PASSWORD_CHANGED,
                        AuditKind.STAFF_CHANGED,
                        AuditKind.STAFF_ADDED);
        assertThat(audit())
                .allMatch(event -> event.by().equals("cli:root")
                        && event.workstation().equals("office")
                        && event.at().equals(MORNING));
        assertThat(audit().toString()).doesNotContain("+234", "ada@x").contains("admin, alerts none");
    }
}
