package app.mortar.http;

import app.mortar.kernel.Actor;
import app.mortar.kernel.Permission;
import app.mortar.metrics.Meters;
import app.mortar.store.Idempotency;
import app.mortar.store.Link;
import app.mortar.store.Sessions;
import app.mortar.store.StoreClock;
import app.mortar.store.Transactions;
import app.mortar.testing.Db;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.SocketException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/** A server on a free port with some routes, and two keys: {@code all} may do everything, {@code none} nothing. */
final class Running implements AutoCloseable {
    static final HttpLimits GENEROUS = HttpLimits.standard();
    static final String HOST = "Host: mortar\r\n";
    static final String KEY = HOST + "Authorization: Bearer all\r\n";

    final Server server;
    private final HikariDataSource pool = new HikariDataSource();
    private final SessionFactory sessions;
    private final Idempotency idempotency;
    private final Routes routes;

    Running(List<Route> routes) {
        this(GENEROUS, RateLimit.OFF, null, routes);
    }

    Running(HttpLimits limits, RateLimit rate, HttpSettings.@Nullable Tls tls, List<Route> routes) {
        Link link = Db.H2.fresh();
        pool.setJdbcUrl(link.url());
        pool.setUsername(link.user());
        pool.setPassword(link.password());
        pool.setAutoCommit(false);
        sessions = Sessions.open(pool, List.of(), false);
        Clock clock = Clock.fixed(Instant.parse("2026-03-31T10:00:00Z"), ZoneOffset.UTC);
        Transactions transactions = new Transactions(sessions, StoreClock.of(clock), () -> ZoneOffset.UTC);
        List<Route> all = new ArrayList<>(routes);
        all.addAll(new Health(() -> {}, Duration.ofSeconds(3)).routes());
        idempotency = new Idempotency(transactions, clock);
        this.routes = new Routes(all);
        server = another(new HttpSettings("127.0.0.1", 0, tls, limits, rate));
        server.start();
    }

    /** A second server over the same routes, not started. */
    Server another(HttpSettings settings) {
        return new Server(settings, routes, Running::actorOf, idempotency, Meters.unread());
    }

    private static Optional<Actor> actorOf(String key) {
        return switch (key) {
            case "all" -> Optional.of(new Actor("All", "key:1", "test", EnumSet.allOf(Permission.class)));
            case "none" -> Optional.of(new Actor("None", "key:2", "test", Set.of()));
            default -> Optional.empty();
        };
    }

    Wire open() throws IOException {
        return Wire.to(server.port());
    }

    /** One request on a connection of its own. */
    Wire.Heard ask(String request) throws IOException {
        try (Wire wire = open()) {
            try {
                wire.say(request);
            } catch (SocketException hungUp) {
                // the server may refuse and close before it has heard all of it; what it said is still to be heard
            }
            return wire.hear();
        }
    }

    Wire.Heard get(String target) throws IOException {
        return ask("GET " + target + " HTTP/1.1\r\n" + KEY + "\r\n");
    }

    Wire.Heard post(String target, String body) throws IOException {
        return post(target, "", body);
    }

    Wire.Heard post(String target, String headers, String body) throws IOException {
        byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        try (Wire wire = open()) {
            wire.say("POST " + target + " HTTP/1.1\r\n" + KEY + headers
                    + "Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n");
            return wire.say(bytes).hear();
        }
    }

    @Override
    public void close() {
        server.stop();
        sessions.close();
        pool.close();
    }
}
