package app.mortar.testing;

import app.mortar.Entities;
import app.mortar.alert.Outbox;
import app.mortar.catalogue.Product;
import app.mortar.catalogue.ProductDesk;
import app.mortar.catalogue.ProductForm;
import app.mortar.catalogue.ProductWatch;
import app.mortar.fulfilment.OrderAnswer;
import app.mortar.fulfilment.OrderDesk;
import app.mortar.fulfilment.OrderRequest;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.kernel.Actor;
import app.mortar.recall.RecallDesk;
import app.mortar.report.Reports;
import app.mortar.reservation.CountedVerdicts;
import app.mortar.reservation.HoldAnswer;
import app.mortar.reservation.HoldRequest;
import app.mortar.reservation.HoldView;
import app.mortar.reservation.Limits;
import app.mortar.reservation.ReservationDesk;
import app.mortar.reservation.Tokens;
import app.mortar.settings.PharmacySettings;
import app.mortar.stock.Adjusting;
import app.mortar.stock.BatchName;
import app.mortar.stock.GoodsIn;
import app.mortar.stock.ProductRef;
import app.mortar.stock.SetAside;
import app.mortar.stock.ShelfWatch;
import app.mortar.stock.StockList;
import app.mortar.stock.SupplierReturn;
import app.mortar.stock.Wanted;
import app.mortar.stock.WhyThisNumber;
import app.mortar.store.Kind;
import app.mortar.store.Link;
import app.mortar.store.Sessions;
import app.mortar.store.StoreClock;
import app.mortar.store.Transactions;
import app.mortar.workbook.WorkbookReader;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/** A whole pharmacy on a real database, with words for tests. Its clock stands still in Lagos until it is moved. */
public final class Pharmacy implements AutoCloseable {
    public static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");
    /** Reads what somebody has filled in; no list of a test is larger. */
    public static final WorkbookReader WORKBOOKS = new WorkbookReader(10_000_000, 100_000);

    public final MovableClock clock = new MovableClock(Instant.parse("2026-03-10T09:00:00Z"));
    public final Link link;
    public final SessionFactory sessions;
    public final Transactions transactions;
    public final ProductDesk products = new ProductDesk();
    public final GoodsIn goodsIn = new GoodsIn();
    public final SetAside setAside = new SetAside();
    public final Adjusting adjusting = new Adjusting();
    public final SupplierReturn supplierReturns = new SupplierReturn();
    public final RecallDesk recalls = new RecallDesk();
    public final StockList stockList = new StockList();
    public final WhyThisNumber why = new WhyThisNumber();
    public final Alerts alerts = new Alerts();
    /** Writes what it counted only when it is told to. */
    public final CountedVerdicts verdicts;

    public final ReservationDesk reservations;
    public final OrderDesk orders;
    public final Reports reports;
    public final Actor staff = new Actor("ada", "staff", "till-1", EnumSet.allOf(app.mortar.kernel.Permission.class));
    public final Actor shop = new Actor(
            "shop",
            "key:1",
            "api",
            EnumSet.of(app.mortar.kernel.Permission.RESERVE, app.mortar.kernel.Permission.ORDER));

    private final HikariDataSource pool;
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile Limits limits = Limits.STANDARD;

    private Pharmacy(Link link, @Nullable StoreClock storeClock, UnaryOperator<DataSource> way) {
        this.link = link;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(link.url());
        config.setUsername(link.user());
        config.setPassword(link.password());
        config.setMaximumPoolSize(16);
        config.setMinimumIdle(0);
        config.setAutoCommit(false);
        if (link.kind() == Kind.POSTGRESQL) {
            config.setConnectionInitSql("set lock_timeout = '3s'");
        }
        this.pool = new HikariDataSource(config);
        this.sessions = Sessions.open(way.apply(pool), Entities.ALL, true);
        this.transactions = new Transactions(
                        sessions, storeClock == null ? StoreClock.of(clock) : storeClock, () -> LAGOS)
                .attending(ShelfWatch.class, alerts.lowStock)
                .attending(ProductWatch.class, alerts.lowStock)
                .attending(Outbox.class, alerts.outbox);
        Tokens tokens = new Tokens();
        this.verdicts = new CountedVerdicts(transactions, Actor.agent("test"), Duration.ofHours(1));
        this.reservations = new ReservationDesk(() -> limits, tokens, verdicts);
        this.orders = new OrderDesk(tokens);
        this.reports = new Reports(transactions, Pharmacy::settings);
    }

    /** Opens a pharmacy with no products yet. */
    public static Pharmacy open(Db db) {
        return new Pharmacy(db.fresh(), null, UnaryOperator.identity());
    }

    /** A second program on the same database. */
    public static Pharmacy on(Link link) {
        return new Pharmacy(link, null, UnaryOperator.identity());
    }

    /** The same with something in the way, e.g. {@link HookedSource}. */
    public static Pharmacy on(Link link, UnaryOperator<DataSource> way) {
        return new Pharmacy(link, null, way);
    }

    /** What it is called, where it stands and how it is paid. */
    public static PharmacySettings settings() {
        return new PharmacySettings(LAGOS, Currency.getInstance("NGN"), "Ìlera Pharmacy", Duration.ofMinutes(5));
    }

    /** The pool, for plain JDBC. */
    public DataSource source() {
        return pool;
    }

    public void limits(Limits rules) {
        limits = rules;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LAGOS);
    }

    public static ProductForm form(String sku) {
        return new ProductForm(
                sku,
                "Product " + sku,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                false,
                true,
                true);
    }

    public Product product(String sku) {
        return product(form(sku));
    }

    /** A product that is low below so many good units. */
    public Product product(String sku, int minimum) {
        return product(form(sku, minimum, true));
    }

    /** What is said about a product with that minimum. */
    public static ProductForm form(String sku, int minimum, boolean active) {
        return new ProductForm(
                sku,
                "Product " + sku,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                minimum,
                null,
                null,
                null,
                false,
                true,
                active);
    }

    /** Says something else about a product. */
    public void replace(ProductForm form) {
        if (transactions.write(staff, tx -> products.replace(tx, form.sku(), form))
                instanceof ProductDesk.Outcome.Saved) {
            return;
        }
        throw new AssertionError(form.sku());
    }

    public Product product(ProductForm form) {
        return switch (transactions.write(staff, tx -> products.create(tx, form))) {
            case ProductDesk.Outcome.Saved saved -> saved.product();
            case ProductDesk.Outcome other -> throw new AssertionError(other);
        };
    }

    public GoodsIn.Outcome receive(String sku, String batch, @Nullable LocalDate expiry, int units) {
        return receive(new GoodsIn.Receipt(
                "note-" + numbers.incrementAndGet(), null, List.of(new GoodsIn.Line(sku, batch, expiry, units, null))));
    }

    public GoodsIn.Outcome receive(GoodsIn.Receipt receipt) {
        return transactions.write(staff, tx -> goodsIn.receive(tx, receipt));
    }

    public static Wanted wanted(String sku, int units) {
        return new Wanted(new ProductRef.BySku(sku), units);
    }

    public HoldAnswer reserve(Wanted... items) {
        return reserve(new HoldRequest(null, null, null, List.of(items)));
    }

    public HoldAnswer reserve(HoldRequest request) {
        return transactions.write(shop, tx -> reservations.reserve(tx, request));
    }

    /** Reserves what must be there. */
    public HoldView hold(Wanted... items) {
        return held(reserve(items));
    }

    public static HoldView held(HoldAnswer answer) {
        return switch (answer) {
            case HoldAnswer.Created created -> created.hold();
            case HoldAnswer.Refreshed refreshed -> refreshed.hold();
            case HoldAnswer other -> throw new AssertionError(other);
        };
    }

    public HoldAnswer refresh(String token, Wanted... items) {
        return reserve(new HoldRequest(null, token, null, List.of(items)));
    }

    public ReservationDesk.Release release(String token) {
        return transactions.write(shop, tx -> reservations.release(tx, token));
    }

    public @Nullable HoldView show(String token) {
        return transactions.read(shop, tx -> reservations.show(tx, token));
    }

    public int sweep() {
        return reservations.sweep(transactions, staff);
    }

    public OrderAnswer order(OrderRequest request) {
        return transactions.write(shop, tx -> orders.place(tx, request));
    }

    /** A request for a retail order. */
    public static OrderRequest request(String ref, @Nullable String hold, boolean confirm, Wanted... items) {
        return new OrderRequest(ref, app.mortar.fulfilment.Channel.RETAIL, hold, List.of(items), confirm, null, null);
    }

    public OrderAnswer move(long order, OrderStatus next) {
        return transactions.write(shop, tx -> orders.move(tx, order, next));
    }

    public SetAside.Outcome writeOff(String sku, String batch, int units, SetAside.Reason reason) {
        return transactions.write(
                staff,
                tx -> setAside.writeOff(
                        tx, new SetAside.WriteOff(new BatchName(sku, batch, null), units, reason, null, null)));
    }

    public SetAside.Outcome quarantine(String sku, String batch, int units, SetAside.Action action) {
        return transactions.write(
                staff,
                tx -> setAside.quarantine(
                        tx, new SetAside.Quarantine(new BatchName(sku, batch, null), units, action, null)));
    }

    public Adjusting.Outcome adjust(String sku, String batch, int difference) {
        return transactions.write(
                staff,
                tx -> adjusting.adjust(
                        tx,
                        new Adjusting.Adjustment(
                                new BatchName(sku, batch, null), difference, Adjusting.Reason.OTHER, "Looked again.")));
    }

    public Adjusting.Outcome reverse(long movement) {
        return transactions.write(staff, tx -> adjusting.reverse(tx, movement, "Was a mistake."));
    }

    public SupplierReturn.Outcome sendBack(String reference, SupplierReturn.Line... lines) {
        return transactions.write(
                staff, tx -> supplierReturns.send(tx, new SupplierReturn.Note(reference, "Emzor", List.of(lines))));
    }

    public RecallDesk.Outcome recall(String sku, String batch) {
        return transactions.write(staff, tx -> recalls.recall(tx, sku, batch, null));
    }

    public WhyThisNumber.Terms why(String sku) {
        return transactions.read(
                staff, tx -> why.explain(tx, java.util.Objects.requireNonNull(products.find(tx, sku))));
    }

    public int available(String sku) {
        return why(sku).available();
    }

    /** Rows of a query, each as its columns joined by a blank. */
    public List<String> rows(String sql) {
        return transactions.read(staff, tx -> new ArrayList<>(
                        tx.session().createNativeQuery(sql, Object.class).getResultList())
                .stream()
                        .map(row -> row instanceof Object[] columns
                                ? String.join(
                                        " ",
                                        java.util.Arrays.stream(columns)
                                                .map(String::valueOf)
                                                .toList())
                                : String.valueOf(row))
                        .toList());
    }

    /** Units of each batch number of a picture such as {@code A=3 B=2}. */
    public static Map<String, Integer> batches(List<HoldView.Portion> portions) {
        Map<String, Integer> units = new java.util.LinkedHashMap<>();
        portions.forEach(portion -> units.merge(portion.batchNumber(), portion.quantity(), Integer::sum));
        return units;
    }

    @Override
    public void close() {
        verdicts.close();
        sessions.close();
        pool.close();
    }
}
