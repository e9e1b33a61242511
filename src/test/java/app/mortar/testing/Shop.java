package app.mortar.testing;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.Monitoring;
import app.mortar.access.ApiKeys;
import app.mortar.access.Scope;
import app.mortar.alert.MessageDesk;
import app.mortar.http.AlertRoutes;
import app.mortar.http.HttpLimits;
import app.mortar.http.HttpSettings;
import app.mortar.http.RateLimit;
import app.mortar.http.Route;
import app.mortar.http.Routes;
import app.mortar.http.Server;
import app.mortar.http.ShopApi;
import app.mortar.http.ShopKit;
import app.mortar.kernel.Actor;
import app.mortar.reservation.Checkout;
import app.mortar.store.Idempotency;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The real server with all its routes, on a real database and a real port, as a shop meets it. Its clock stands still
 * in Lagos until it is moved.
 */
public final class Shop implements AutoCloseable {
    /** What a cart may hold in lines. */
    public static final int MAX_LINES = 100;

    public final Pharmacy pharmacy;
    public final MovableClock clock;
    public final Routes routes;
    public final ApiKeys keys;

    /** A key with every scope. */
    public final Caller admin;

    /** A web shop: may reserve and order. */
    public final Caller store;

    /** Another web shop, which must not see the first one's carts. */
    public final Caller rival;

    /** A back office: reads and writes stock. */
    public final Caller stock;

    /** Somebody without a key. */
    public final Caller anyone;

    private final Checkout checkout;
    private final Server server;
    private final HttpClient http;
    private final AtomicInteger numbers = new AtomicInteger();

    private Shop(Pharmacy pharmacy, RateLimit rateLimit) {
        this.pharmacy = pharmacy;
        this.clock = pharmacy.clock;
        this.keys = new ApiKeys(pharmacy.transactions, clock, use -> {});
        Idempotency idempotency = new Idempotency(pharmacy.transactions, clock);
        Actor agent = Actor.agent("test");
        this.checkout =
                new Checkout(pharmacy.transactions, pharmacy.reservations, idempotency, agent, Duration.ofSeconds(3));
        Monitoring monitoring = new Monitoring(pharmacy.transactions, pharmacy.verdicts, agent);
        List<Route> more = new ArrayList<>(monitoring.routes());
        more.addAll(new ShopKit(true).routes());
        more.addAll(
                new AlertRoutes(new MessageDesk(), pharmacy.alerts::settings, pharmacy.transactions, agent).routes());
        this.routes = ShopApi.routes(
                pharmacy.transactions, checkout, pharmacy.reservations, pharmacy.orders, agent, () -> MAX_LINES, more);
        this.server = new Server(
                new HttpSettings("127.0.0.1", 0, null, HttpLimits.standard(), rateLimit),
                routes,
                keys::authenticate,
                idempotency,
                monitoring.meters());
        server.start();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.admin = with(Scope.ADMIN);
        this.store = with(Scope.RESERVE, Scope.ORDERS);
        this.rival = with(Scope.RESERVE, Scope.ORDERS);
        this.stock = with(Scope.STOCK_READ, Scope.STOCK_WRITE);
        this.anyone = new Caller(http, address(), null);
    }

    /** Opens a shop on an empty database. */
    public static Shop open(Db db) {
        return open(db, RateLimit.OFF);
    }

    public static Shop open(Db db, RateLimit rateLimit) {
        return new Shop(Pharmacy.open(db), rateLimit);
    }

    public URI address() {
        return URI.create(server.address());
    }

    public int port() {
        return server.port();
    }

    /** Somebody with a new key of these scopes. */
    public Caller with(Scope... scopes) {
        return caller(newKey("key-" + numbers.incrementAndGet(), scopes));
    }

    /** Somebody who sends {@code key}, whatever it is. */
    public Caller caller(@Nullable String key) {
        return new Caller(http, address(), key);
    }

    public String newKey(String name, Scope... scopes) {
        return switch (keys.create(pharmacy.staff, name, Set.of(scopes))) {
            case ApiKeys.Creation.Created created -> created.text();
            case ApiKeys.Creation.NameTaken taken -> throw new AssertionError(taken);
        };
    }

    public LocalDate today() {
        return pharmacy.today();
    }

    /** A name that no other row has. */
    public String fresh(String kind) {
        return kind + "-" + numbers.incrementAndGet();
    }

    /** A product without stock; answers its sku. */
    public String product() {
        String sku = fresh("SKU");
        admin.post("/api/products", "{'sku':'" + sku + "','name':'Product " + sku + "'}")
                .is(201);
        return sku;
    }

    /** A product with units of one batch, B1, that is good for a year; answers its sku. */
    public String product(int units) {
        String sku = product();
        receive(sku, "B1", today().plusDays(365), units);
        return sku;
    }

    public void receive(String sku, String batch, @Nullable LocalDate expiry, int units) {
        String date = expiry == null ? "null" : "'" + expiry + "'";
        admin.post(
                        "/api/stock/receipts",
                        "{'reference':'" + fresh("GRN") + "','lines':[{'sku':'" + sku + "','batchNumber':'" + batch
                                + "','expiryDate':" + date + ",'quantity':" + units + "}]}")
                .is(201);
    }

    /** The store's hold on some units; answers its token. */
    public String hold(String sku, int units) {
        return store.post("/api/cart/reserve", item(sku, units)).is(201).text("/token");
    }

    /** The store's order, placed with that status; answers its id. */
    public String order(String status, String items) {
        return store.post(
                        "/api/orders",
                        "{'externalRef':'" + fresh("web") + "','status':'" + status + "','items':[" + items + "]}")
                .is(201)
                .text("/id");
    }

    /** One item of a cart, as JSON with single quotes. */
    public static String item(String sku, int units) {
        return "{'sku':'" + sku + "','quantity':" + units + "}";
    }

    /** What may be promised of a product now. */
    public int available(String sku) {
        Caller.Answer answer = admin.get("/api/products/" + segment(sku) + "/availability?explain=true")
                .is(200);
        assertThat(answer.number("/available"))
                .as("every unit is counted in one term: %s", answer.body())
                .isEqualTo(answer.number("/onShelf")
                        - answer.number("/recalled")
                        - answer.number("/expired")
                        - answer.number("/quarantined")
                        - answer.number("/inCarts")
                        - answer.number("/committed"));
        return answer.number("/available");
    }

    /** Text as one segment of a path. */
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        http.close();
        server.stop();
        checkout.close();
        pharmacy.close();
    }
}
