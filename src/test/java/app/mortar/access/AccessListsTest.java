package app.mortar.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.kernel.Actor;
import app.mortar.kernel.NotPermitted;
import app.mortar.kernel.Span;
import app.mortar.kernel.Stretch;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff, keys and what was done, as lists of which a page is read at a time. */
class AccessListsTest extends StaffTest {
    private static final Span ALL = new Span(0, 100);

    private ApiKeys keys;

    @BeforeEach
    void open_the_keys() {
        keys = new ApiKeys(pharmacy.transactions, pharmacy.clock, Runnable::run);
    }

    private Stretch<StaffView> staff(@Nullable String words, StaffList.Sort sort, boolean descending, Span span) {
        return pharmacy.transactions.read(ADMIN, tx -> new StaffList().list(tx, words, sort, descending, span));
    }

    private static List<String> names(Stretch<StaffView> staff) {
        return staff.rows().stream().map(StaffView::name).toList();
    }

    @Test
    void staff_are_read_page_by_page_in_the_order_that_is_asked_for() {
        hired("chidi nwosu", Role.ASSISTANT);
        hired("Ada Obi", Role.PHARMACIST);
        done(desk.add(ADMIN, "Ben Eze", form(Role.ADMIN, "08031234567", "ben@pharmacy.example"), GOOD));
        assertThat(door("till-1").withPassword("Ada Obi", GOOD)).isInstanceOf(SignIn.Answer.Welcome.class);

        Stretch<StaffView> second = staff("", StaffList.Sort.NAME, false, new Span(1, 1));
        assertThat(names(second)).containsExactly("Ben Eze");
        assertThat(second.total()).isEqualTo(3);
        assertThat(names(staff(null, StaffList.Sort.NAME, true, ALL)))
                .containsExactly("chidi nwosu", "Ben Eze", "Ada Obi");
        assertThat(names(staff(null, StaffList.Sort.ROLE, false, ALL)))
                .containsExactly("Ben Eze", "chidi nwosu", "Ada Obi");
        assertThat(names(staff(null, StaffList.Sort.SIGNED_IN, false, ALL)))
                .containsExactly("Ada Obi", "Ben Eze", "chidi nwosu");
        assertThat(names(staff(null, StaffList.Sort.SIGNED_IN, true, ALL)))
                .as("who never was in comes last either way")
                .containsExactly("Ada Obi", "Ben Eze", "chidi nwosu");
    }

    @Test
    void staff_are_found_by_name_number_and_address() {
        hired("Ada Obi", Role.PHARMACIST);
        done(desk.add(ADMIN, "Ben Eze", form(Role.ADMIN, "08031234567", "ben@pharmacy.example"), GOOD));
        assertThat(names(staff("OBI ada", StaffList.Sort.NAME, false, ALL))).containsExactly("Ada Obi");
        assertThat(names(staff("803123", StaffList.Sort.NAME, false, ALL))).containsExactly("Ben Eze");
        assertThat(names(staff("@PHARMACY", StaffList.Sort.NAME, false, ALL))).containsExactly("Ben Eze");
        Stretch<StaffView> none = staff("a%o", StaffList.Sort.NAME, false, ALL);
        assertThat(none.rows()).isEmpty();
        assertThat(none.total()).isZero();
    }

    private List<String> keys(@Nullable String words, KeyList.Sort sort, boolean descending, Span span) {
        return pharmacy
                .transactions
                .read(ADMIN, tx -> new KeyList().list(tx, words, sort, descending, span))
                .rows()
                .stream()
                .map(ApiKey::name)
                .toList();
    }

    private String made(String name, Scope... scopes) {
        return ((ApiKeys.Creation.Created) keys.create(ADMIN, name, Set.of(scopes))).text();
    }

    @Test
    void keys_are_read_page_by_page_and_are_those_that_the_desk_knows() {
        made("shop", Scope.RESERVE, Scope.ORDERS);
        String text = made("Board", Scope.METRICS);
        made("archive", Scope.STOCK_READ);
        assertThat(keys.authenticate(text)).isPresent();
        assertThat(keys.revoke(ADMIN, "archive")).isEqualTo(ApiKeys.Revocation.REVOKED);

        assertThat(pharmacy.transactions
                        .read(ADMIN, tx -> new KeyList().list(tx, null, KeyList.Sort.MADE, false, ALL))
                        .rows())
                .isEqualTo(keys.list(ADMIN));
        assertThat(keys(null, KeyList.Sort.MADE, true, new Span(1, 2))).containsExactly("Board", "shop");
        assertThat(keys(null, KeyList.Sort.NAME, false, ALL)).containsExactly("archive", "Board", "shop");
        assertThat(keys(null, KeyList.Sort.USED, true, ALL)).containsExactly("Board", "shop", "archive");
        assertThat(keys("orders SHOP", KeyList.Sort.MADE, false, ALL)).containsExactly("shop");
        Stretch<ApiKey> one = pharmacy.transactions.read(
                ADMIN, tx -> new KeyList().list(tx, "o", KeyList.Sort.MADE, false, new Span(0, 1)));
        assertThat(one.rows()).hasSize(1);
        assertThat(one.total()).isEqualTo(3);
    }

    private Stretch<AuditEvent> done(@Nullable String words, AuditList.Sort sort, boolean descending, Span span) {
        return pharmacy.transactions.read(
                ADMIN, tx -> new AuditList().list(tx, new AuditList.Filter(words, Set.of()), sort, descending, span));
    }

    @Test
    void what_was_done_is_read_page_by_page_and_found_by_words() {
        hired("Ada", Role.ADMIN);
        pharmacy.clock.pass(Duration.ofMinutes(1));
        Actor ada = Actor.staff("Ada", "till-2", Role.ADMIN.permissions());
        keys.create(ada, "shop", Set.of(Scope.METRICS));
        pharmacy.clock.pass(Duration.ofMinutes(1));
        keys.revoke(ADMIN, "shop");

        Stretch<AuditEvent> second = done(null, AuditList.Sort.AT, true, new Span(1, 1));
        assertThat(second.rows()).extracting(AuditEvent::kind).containsExactly(AuditKind.KEY_CREATED);
        assertThat(second.total()).isEqualTo(3);
        assertThat(done(null, AuditList.Sort.AT, false, ALL).rows())
                .extracting(AuditEvent::kind)
                .containsExactly(AuditKind.STAFF_ADDED, AuditKind.KEY_CREATED, AuditKind.KEY_REVOKED);
        assertThat(done(null, AuditList.Sort.BY, false, ALL).rows())
                .extracting(AuditEvent::kind)
                .containsExactly(AuditKind.KEY_CREATED, AuditKind.KEY_REVOKED, AuditKind.STAFF_ADDED);
        assertThat(done("TILL-2 metrics", AuditList.Sort.AT, true, ALL).rows())
                .extracting(AuditEvent::by)
                .containsExactly("Ada");
        assertThat(done("nobody", AuditList.Sort.AT, true, ALL).total()).isZero();
    }

    @Test
    void who_may_not_is_shown_no_list() {
        Actor manager = Actor.staff("x", "till-1", Role.MANAGER.permissions());
        assertThatThrownBy(() -> pharmacy.transactions.read(
                        manager, tx -> new KeyList().list(tx, null, KeyList.Sort.MADE, false, ALL)))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> pharmacy.transactions.read(
                        manager, tx -> new StaffList().list(tx, null, StaffList.Sort.NAME, false, ALL)))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> pharmacy.transactions.read(
                        manager, tx -> new AuditList().list(tx, AuditList.Filter.ALL, AuditList.Sort.AT, true, ALL)))
                .isInstanceOf(NotPermitted.class);
    }
}
