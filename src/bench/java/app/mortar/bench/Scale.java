package app.mortar.bench;

import app.mortar.Entities;
import app.mortar.catalogue.ProductDesk;
import app.mortar.fulfilment.Channel;
import app.mortar.fulfilment.OrderAnswer;
import app.mortar.fulfilment.OrderDesk;
import app.mortar.fulfilment.OrderRequest;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.kernel.Actor;
import app.mortar.reservation.HoldRequest;
import app.mortar.reservation.Limits;
import app.mortar.reservation.ReservationDesk;
import app.mortar.reservation.Tokens;
import app.mortar.stock.ProductRef;
import app.mortar.stock.StockList;
import app.mortar.stock.Wanted;
import app.mortar.stock.WhyThisNumber;
import app.mortar.store.Kind;
import app.mortar.store.Sessions;
import app.mortar.store.StoreClock;
import app.mortar.store.Transactions;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.hibernate.SessionFactory;

/** One clerk at the desks of pharmacies of different sizes: medians in milliseconds. */
final class Scale implements AutoCloseable {
    private static final int TIMES = 300;
    private static final int FEW_TIMES = 20;

    private final HikariDataSource pool;
    private final SessionFactory sessions;
    private final Transactions transactions;
    private final Random chance = new Random(1);
    private final Actor clerk = Actor.commandLine("bench", "bench");
    private final ReservationDesk reservations;
    private final OrderDesk orders;
    private final int products;

    private Scale(Kind kind, String url, int products) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(kind == Kind.H2 ? "sa" : "postgres");
        config.setPassword(kind == Kind.H2 ? "" : "postgres");
        try (HikariDataSource filling = new HikariDataSource(config)) {
            Pharmacies.fill(filling, kind, products);
        }
        config.setAutoCommit(false);
        this.pool = new HikariDataSource(config);
        this.sessions = Sessions.open(pool, Entities.ALL, false);
        this.transactions = new Transactions(sessions, StoreClock.ofThisMachine(), () -> Pharmacies.LAGOS);
        Tokens tokens = new Tokens();
        this.reservations = new ReservationDesk(() -> Limits.STANDARD, tokens);
        this.orders = new OrderDesk(tokens);
        this.products = products;
    }

    /** @param args sizes, e.g. {@code 1000 10000}; PostgreSQL takes all, H2 those up to 100 000 */
    static void run(List<String> args) throws Exception {
        List<Integer> sizes = args.isEmpty()
                ? List.of(1_000, 10_000, 100_000, 1_000_000)
                : args.stream().map(Integer::valueOf).toList();
        System.out.println("| database | products | reserve | dispatch | availability | low stock, 100 | search, common | search, rare |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|");
        row(1_000, false); // warms up
        for (int size : sizes) {
            row(size, true);
        }
    }

    private static void row(int size, boolean shown) throws Exception {
        if (size <= 100_000) {
            Path folder = Files.createTempDirectory("mortar-scale");
            try (Scale scale = new Scale(
                    Kind.H2,
                    "jdbc:h2:file:" + folder + "/x;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                            + ";WRITE_DELAY=0;LOCK_TIMEOUT=3000",
                    size)) {
                scale.measure("H2", shown);
            }
        }
        try (EmbeddedPostgres server = Comparison.postgres();
                Scale scale = new Scale(
                        Kind.POSTGRESQL, "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres", size)) {
            scale.measure("PostgreSQL", shown);
        }
    }

    private void measure(String database, boolean shown) {
        long[] orderIds = new long[TIMES];
        StockList list = new StockList();
        WhyThisNumber why = new WhyThisNumber();
        ProductDesk desk = new ProductDesk();
        double reserve = median(TIMES, i -> transactions.write(
                clerk, tx -> reservations.reserve(tx, new HoldRequest(null, null, null, one()))));
        for (int i = 0; i < TIMES; i++) {
            orderIds[i] = transactions.write(clerk, tx -> placed(orders.place(
                    tx,
                    new OrderRequest(UUID.randomUUID().toString(), Channel.RETAIL, null, one(), true, null, null))));
        }
        double dispatch = median(TIMES, i -> transactions.write(
                clerk, tx -> orders.move(tx, orderIds[i], OrderStatus.DISPATCHED)));
        double availability = median(TIMES, i -> transactions.read(
                clerk,
                tx -> why.explain(
                        tx, Objects.requireNonNull(desk.find(tx, Pharmacies.sku(chance.nextInt(products)))))));
        double low = median(FEW_TIMES, i -> transactions.read(clerk, tx -> list.list(tx, null, true, 100, null)));
        double common = median(
                FEW_TIMES, i -> transactions.read(clerk, tx -> list.list(tx, "tablet", false, 100, null)));
        double rare = median(FEW_TIMES, i -> transactions.read(
                clerk, tx -> list.list(tx, "medicine " + (1 + chance.nextInt(products)) + " ", false, 100, null)));
        if (!shown) {
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.2f | %.2f | %.2f | %.1f | %.1f | %.1f |%n",
                database,
                products,
                reserve,
                dispatch,
                availability,
                low,
                common,
                rare);
    }

    private List<Wanted> one() {
        return List.of(new Wanted(new ProductRef.BySku(Pharmacies.sku(chance.nextInt(products))), 1));
    }

    private static long placed(OrderAnswer answer) {
        if (answer instanceof OrderAnswer.Placed placed) {
            return placed.order().id();
        }
        throw new IllegalStateException(String.valueOf(answer));
    }

    /** Milliseconds, after a third of the acts went by to warm up. */
    private static double median(int times, IntConsumer act) {
        long[] taken = new long[times];
        for (int i = 0; i < times; i++) {
            long before = System.nanoTime();
            act.accept(i);
            taken[i] = System.nanoTime() - before;
        }
        long[] warm = Arrays.copyOfRange(taken, times / 3, times);
        Arrays.sort(warm);
        return warm[warm.length / 2] / 1e6;
    }

    @Override
    public void close() {
        sessions.close();
        pool.close();
    }
}
