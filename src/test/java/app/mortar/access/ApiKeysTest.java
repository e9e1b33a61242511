package app.mortar.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.kernel.Actor;
import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.NotPermitted;
import app.mortar.kernel.Permission;
import app.mortar.store.Link;
import app.mortar.store.Sessions;
import app.mortar.store.StoreClock;
import app.mortar.store.Transactions;
import app.mortar.testing.Db;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Db.class)
class ApiKeysTest {
    private static final Actor ADMIN = Actor.commandLine("ada", "office");

    private final Db db;
    private final Deque<Runnable> later = new ArrayDeque<>();
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private HikariDataSource pool;
    private SessionFactory sessions;
    private ApiKeys keys;

    ApiKeysTest(Db db) {
        this.db = db;
    }

    @BeforeEach
    void openTheDesk() {
        Link link = db.fresh();
        pool = new HikariDataSource();
        pool.setJdbcUrl(link.url());
        pool.setUsername(link.user());
        pool.setPassword(link.password());
        pool.setAutoCommit(false);
        pool.setMaximumPoolSize(3);
        sessions = Sessions.open(pool, List.of(), false);
        keys = desk();
    }

    @AfterEach
    void closeTheDesk() {
        sessions.close();
        pool.close();
    }

    /** One more process on the same database. */
    private ApiKeys desk() {
        return new ApiKeys(new Transactions(sessions, StoreClock.of(clock), () -> ZoneOffset.UTC), clock, later::add);
    }

    private String created(String name, Scope... scopes) {
        ApiKeys.Creation creation = keys.create(ADMIN, name, Set.copyOf(Arrays.asList(scopes)));
        assertThat(creation).isInstanceOf(ApiKeys.Creation.Created.class);
        return ((ApiKeys.Creation.Created) creation).text();
    }

    @Test
    void a_key_opens_the_doors_of_its_scopes_and_no_others() {
        String text = created("shop", Scope.RESERVE, Scope.ORDERS);
        assertThat(text).matches("mk_[a-z0-9]{8}_[A-Za-z0-9_-]{43}");
        Actor shop = keys.authenticate(text).orElseThrow();
        assertThat(shop.name()).isEqualTo("shop");
        assertThat(shop.owner()).isEqualTo("key:" + keys.list(ADMIN).getFirst().id());
        assertThat(shop.workstation()).isEqualTo("api");
        assertThat(shop.permissions()).isEqualTo(EnumSet.of(Permission.RESERVE, Permission.ORDER));
    }

    @Test
    void admin_may_do_everything_and_stock_write_may_not_read() {
        assertThat(keys.authenticate(created("root", Scope.ADMIN)).orElseThrow().permissions())
                .isEqualTo(EnumSet.allOf(Permission.class));
        assertThat(keys.authenticate(created("scanner", Scope.STOCK_WRITE))
                        .orElseThrow()
                        .permissions())
                .contains(Permission.RECEIVE, Permission.RECALL)
                .doesNotContain(Permission.SEE_STOCK, Permission.MANAGE_KEYS, Permission.ACT_FOR_OTHERS);
    }

    @Test
    void what_is_not_a_key_opens_nothing() {
        String text = created("shop", Scope.RESERVE);
        char last = text.charAt(text.length() - 1);
        for (String wrong : List.of(
                "",
                "mk_",
                text + "x",
                text.substring(0, text.length() - 1),
                text.substring(0, text.length() - 1) + (last == 'A' ? 'B' : 'A'),
                "mk_zzzzzzzz" + text.substring(11),
                text.toUpperCase(Locale.ROOT),
                " " + text,
                "mk_'or'1'='_" + text.substring(12))) {
            assertThat(keys.authenticate(wrong)).as(wrong).isEmpty();
        }
        assertThat(keys.authenticate(text)).isPresent();
    }

    @Test
    void nothing_that_is_kept_gives_the_key_away() throws Exception {
        String text = created("shop", Scope.RESERVE);
        try (var connection = pool.getConnection();
                var rows = connection.createStatement().executeQuery("select * from api_key")) {
            assertThat(rows.next()).isTrue();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                assertThat(String.valueOf(rows.getString(i))).doesNotContain(text.substring(12));
            }
        }
        assertThat(keys.list(ADMIN).toString()).doesNotContain(text.substring(12));
        assertThat(keys.create(ADMIN, "other", Set.of(Scope.RESERVE)).toString())
                .doesNotContain("_-")
                .hasSizeLessThan(250);
    }

    @Test
    void a_revoked_key_is_refused_from_the_next_request_on_in_every_process_and_its_name_stays_taken() {
        String text = created("shop", Scope.RESERVE);
        assertThat(keys.authenticate(text)).isPresent();
        assertThat(desk().revoke(ADMIN, "shop")).isEqualTo(ApiKeys.Revocation.REVOKED);
        assertThat(keys.authenticate(text)).isEmpty();
        assertThat(keys.revoke(ADMIN, "shop")).isEqualTo(ApiKeys.Revocation.REVOKED_BEFORE);
        assertThat(keys.revoke(ADMIN, "nobody")).isEqualTo(ApiKeys.Revocation.UNKNOWN);
        assertThat(keys.create(ADMIN, "shop", Set.of(Scope.RESERVE))).isEqualTo(new ApiKeys.Creation.NameTaken("shop"));
        assertThat(keys.list(ADMIN).getFirst().revokedAt()).contains(now);
    }

    @Test
    void a_use_is_noted_at_most_once_a_minute_and_after_the_request() {
        String text = created("shop", Scope.RESERVE);
        keys.authenticate(text);
        keys.authenticate(text);
        assertThat(keys.list(ADMIN).getFirst().lastUsedAt()).isEmpty();
        assertThat(later).hasSize(1);
        later.remove().run();
        assertThat(keys.list(ADMIN).getFirst().lastUsedAt()).contains(now);

        now = now.plus(Duration.ofSeconds(59));
        keys.authenticate(text);
        desk().authenticate(text);
        assertThat(later).isEmpty();
        now = now.plus(Duration.ofSeconds(2));
        keys.authenticate(text);
        later.remove().run();
        assertThat(keys.list(ADMIN).getFirst().lastUsedAt()).contains(now);
    }

    @Test
    void a_name_is_printable_and_short_and_a_key_has_a_scope() {
        created("a".repeat(100), Scope.RESERVE);
        created("Ìlera – shop №1 💊", Scope.RESERVE);
        for (String name : List.of("", " ", " shop", "a\nb", "a\u0000b", "a\u200Eb", "a".repeat(101))) {
            assertThatThrownBy(() -> keys.create(ADMIN, name, Set.of(Scope.RESERVE)))
                    .as(name)
                    .isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> keys.create(ADMIN, "none", Set.of())).isInstanceOf(InvalidInput.class);
    }

    @Test
    void only_who_manages_keys_makes_lists_or_revokes_them() {
        Actor shop = keys.authenticate(created("shop", Scope.RESERVE)).orElseThrow();
        assertThatThrownBy(() -> keys.create(shop, "x", Set.of(Scope.ADMIN))).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> keys.list(shop)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> keys.revoke(shop, "shop")).isInstanceOf(NotPermitted.class);
    }
}
