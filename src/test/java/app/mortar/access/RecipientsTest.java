package app.mortar.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecipientsTest extends StaffTest {
    private final Recipients recipients = new Recipients();

    private void hired(String name, Role role, String phone, String email, AlertKind... alerts) {
        done(desk.add(ADMIN, name, form(role, phone, email, alerts), GOOD));
    }

    private List<String> told(AlertKind kind) {
        return pharmacy.transactions.read(
                pharmacy.shop,
                tx -> recipients.of(tx, kind).stream().map(Recipient::name).toList());
    }

    private List<String> escalated() {
        return pharmacy.transactions.read(
                pharmacy.shop,
                tx -> recipients.forEscalation(tx).stream().map(Recipient::name).toList());
    }

    @Test
    void managers_and_pharmacists_are_told_by_default_others_when_they_chose_and_nobody_without_an_address() {
        hired("Ada", Role.PHARMACIST, "08031234567", "");
        hired("Ben", Role.MANAGER, "", "ben@x.example");
        hired("Cem", Role.ASSISTANT, "08031234568", "");
        hired("Dayo", Role.ADMIN, "08031234569", "");
        hired("Efe", Role.ASSISTANT, "", "efe@x.example", AlertKind.LOW_STOCK);
        hired("Femi", Role.MANAGER, "", "");
        assertThat(told(AlertKind.LOW_STOCK)).containsExactly("Ada", "Ben", "Efe");
        assertThat(told(AlertKind.EXPIRY)).containsExactly("Ada", "Ben");
        assertThat(escalated()).containsExactly("Ben", "Dayo");
    }

    @Test
    void who_wants_none_is_told_nothing_but_what_nobody_has_acted_on() {
        StaffForm none =
                new StaffForm(Role.MANAGER, Optional.of("08031234567"), Optional.empty(), Optional.of(Set.of()));
        done(desk.add(ADMIN, "Ada", none, GOOD));
        assertThat(told(AlertKind.LOW_STOCK)).isEmpty();
        assertThat(escalated()).containsExactly("Ada");
    }

    @Test
    void who_has_left_is_told_nothing_and_a_new_role_changes_what_is_usual() {
        hired("Ada", Role.ASSISTANT, "08031234567", "");
        hired("Ben", Role.MANAGER, "08031234568", "");
        done(desk.disable(ADMIN, "Ben"));
        assertThat(told(AlertKind.EXPIRY)).isEmpty();
        assertThat(escalated()).isEmpty();
        StaffView ada = desk.list(ADMIN).getFirst();
        done(desk.change(ADMIN, ada, form(Role.PHARMACIST, "08031234567", "")));
        assertThat(told(AlertKind.EXPIRY)).containsExactly("Ada");
    }

    @Test
    void a_recipient_comes_with_the_number_that_a_provider_wants() {
        hired("Ada", Role.PHARMACIST, "0803 123 4567", "ada@x.example");
        Recipient ada = pharmacy.transactions.read(
                pharmacy.shop, tx -> recipients.of(tx, AlertKind.LOW_STOCK).getFirst());
        assertThat(ada)
                .isEqualTo(new Recipient(
                        "Ada",
                        Role.PHARMACIST,
                        Optional.of("+2348031234567"),
                        Optional.of("ada@x.example"),
                        Set.of(AlertKind.LOW_STOCK, AlertKind.EXPIRY)));
    }
}
