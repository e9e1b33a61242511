package app.mortar.access;

import app.mortar.kernel.Actor;
import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.Permission;
import app.mortar.store.Transactions;
import app.mortar.store.Tx;
import app.mortar.store.Values;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desk for API keys. A key is looked up at every request, so one that was revoked, by whatever process, is refused
 * from the next request on.
 */
public final class ApiKeys {
    private static final Logger LOG = LoggerFactory.getLogger(ApiKeys.class);
    private static final int LONGEST_NAME = 100;
    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);
    private static final String COLUMNS = "id, name, prefix, scopes, created_at, revoked_at, last_used_at, secret_hash";
    private static final String NO_HASH = "0".repeat(64);
    private static final Actor DOORKEEPER = new Actor("api", "api", "api", Set.of());

    private final Transactions transactions;
    private final Clock clock;
    private final Executor later;
    private final SecureRandom random = new SecureRandom();
    private final ConcurrentHashMap<Long, Instant> noted = new ConcurrentHashMap<>();
    private final SharedLookup<Optional<Known>> known = new SharedLookup<>(this::find);

    /**
     * Opens the desk.
     *
     * @param clock for how often a use is noted
     * @param later runs what no request waits for
     */
    public ApiKeys(Transactions transactions, Clock clock, Executor later) {
        this.transactions = transactions;
        this.clock = clock;
        this.later = later;
    }

    /** The answer to a wish for a key. */
    public sealed interface Creation {
        /** The key's text, shown this once. */
        record Created(ApiKey key, String text) implements Creation {
            /** Never shows the text. */
            @Override
            public String toString() {
                return key.toString();
            }
        }

        /** A key of that name is there already, or was and is revoked. */
        record NameTaken(String name) implements Creation {}
    }

    /** The answer to a wish that a key be worth nothing any more. */
    public enum Revocation {
        REVOKED,
        REVOKED_BEFORE,
        UNKNOWN
    }

    /** Makes a key. */
    public Creation create(Actor actor, String name, Set<Scope> scopes) {
        actor.must(Permission.MANAGE_KEYS);
        check(name, scopes);
        KeyText text = KeyText.fresh(random);
        return transactions.write(actor, tx -> {
            if (idOf(tx, name) != null) {
                return new Creation.NameTaken(name);
            }
            long id = tx.session()
                    .createNativeQuery("select nextval('api_key_seq')", Long.class)
                    .getSingleResult();
            tx.session()
                    .createNativeMutationQuery("""
                        insert into api_key (id, name, prefix, secret_hash, scopes, created_at)
                        values (:id, :name, :prefix, :hash, :scopes, :now)\
                        """)
                    .setParameter("id", id)
                    .setParameter("name", name)
                    .setParameter("prefix", text.prefix())
                    .setParameter("hash", text.hash())
                    .setParameter("scopes", Scope.written(scopes))
                    .setParameter("now", tx.now())
                    .executeUpdate();
            AuditList.note(tx, AuditKind.KEY_CREATED, name, Scope.written(scopes));
            ApiKey key = new ApiKey(id, name, text.prefix(), scopes, tx.now(), Optional.empty(), Optional.empty());
            return new Creation.Created(key, text.text());
        });
    }

    /** All keys, revoked ones too, in the order they were made. */
    public List<ApiKey> list(Actor actor) {
        actor.must(Permission.MANAGE_KEYS);
        return transactions.glance("select " + COLUMNS + " from api_key order by id", ApiKeys::key);
    }

    /** Makes a key worth nothing, from the next request on and for ever. */
    public Revocation revoke(Actor actor, String name) {
        actor.must(Permission.MANAGE_KEYS);
        return transactions.write(actor, tx -> {
            int revoked = tx.session()
                    .createNativeMutationQuery(
                            "update api_key set revoked_at = :now where name = :name and revoked_at is null")
                    .setParameter("now", tx.now())
                    .setParameter("name", name)
                    .executeUpdate();
            if (revoked == 1) {
                AuditList.note(tx, AuditKind.KEY_REVOKED, name, null);
            }
            return revoked == 1
                    ? Revocation.REVOKED
                    : idOf(tx, name) != null ? Revocation.REVOKED_BEFORE : Revocation.UNKNOWN;
        });
    }

    /** Who comes with this key; empty when it is none, or revoked. */
    public Optional<Actor> authenticate(String presented) {
        return KeyText.read(presented).flatMap(text -> {
            Optional<Known> found = known.of(text.prefix());
            // the same work for a prefix that nobody has
            boolean right = text.hasHash(found.map(Known::secretHash).orElse(NO_HASH));
            if (found.isEmpty() || !right) {
                return Optional.empty();
            }
            ApiKey key = found.get().key();
            if (key.revokedAt().isPresent()) {
                return Optional.empty();
            }
            noteUse(key);
            return Optional.of(actor(key));
        });
    }

    private record Known(ApiKey key, String secretHash) {}

    private Optional<Known> find(String prefix) {
        return transactions
                .glance("select " + COLUMNS + " from api_key where prefix = ?", ApiKeys::known, prefix)
                .stream()
                .findFirst();
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(key(row), Values.text(row, 8));
    }

    private static Actor actor(ApiKey key) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        key.scopes().forEach(scope -> permissions.addAll(scope.permissions()));
        return new Actor(key.name(), "key:" + key.id(), "api", permissions);
    }

    /** At most once a minute and key, and nobody waits for it. */
    private void noteUse(ApiKey key) {
        Instant now = clock.instant();
        Instant last = noted.getOrDefault(key.id(), key.lastUsedAt().orElse(Instant.MIN));
        if (last.isAfter(now.minus(USE_IS_NOTED_EVERY))) {
            return;
        }
        if (!Objects.equals(noted.put(key.id(), now), now)) {
            later.execute(() -> writeUse(key.id()));
        }
    }

    private void writeUse(long id) {
        try {
            transactions.run(DOORKEEPER, tx -> tx.session()
                    .createNativeMutationQuery("update api_key set last_used_at = :now where id = :id")
                    .setParameter("now", tx.now())
                    .setParameter("id", id)
                    .executeUpdate());
        } catch (RuntimeException e) {
            LOG.debug("When key {} was last used could not be noted", id, e);
        }
    }

    private static @Nullable Long idOf(Tx tx, String name) {
        return tx.session()
                .createNativeQuery("select id from api_key where name = :name", Long.class)
                .setParameter("name", name)
                .getSingleResultOrNull();
    }

    private static void check(String name, Set<Scope> scopes) {
        if (name.isBlank() || !name.equals(name.strip()) || name.length() > LONGEST_NAME || !Printable.is(name)) {
            throw new InvalidInput(
                    "name", "A key's name has 1 to 100 printable characters, without space around them.");
        }
        if (scopes.isEmpty()) {
            throw new InvalidInput("scopes", "A key needs at least one scope.");
        }
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getLong(1),
                Values.text(row, 2),
                Values.text(row, 3),
                Scope.read(Values.text(row, 4)),
                Values.instant(row, 5),
                Optional.ofNullable(Values.instantOrNull(row, 6)),
                Optional.ofNullable(Values.instantOrNull(row, 7)));
    }
}
