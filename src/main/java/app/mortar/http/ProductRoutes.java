package app.mortar.http;

import app.mortar.catalogue.Product;
import app.mortar.catalogue.ProductDesk;
import app.mortar.catalogue.ProductForm;
import app.mortar.kernel.Cursor;
import app.mortar.kernel.ExpiryStage;
import app.mortar.kernel.Gtin;
import app.mortar.kernel.Page;
import app.mortar.kernel.Permission;
import app.mortar.stock.BatchStatus;
import app.mortar.stock.StockList;
import app.mortar.stock.WhyThisNumber;
import app.mortar.store.Transactions;
import app.mortar.store.Tx;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** {@code /api/products}: what is sold, how much of it may be promised, and why. */
public final class ProductRoutes {
    private final ProductDesk products;
    private final StockList stockList;
    private final WhyThisNumber why;
    private final Transactions transactions;

    public ProductRoutes(ProductDesk products, StockList stockList, WhyThisNumber why, Transactions transactions) {
        this.products = products;
        this.stockList = stockList;
        this.why = why;
        this.transactions = transactions;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/products", Permission.SEE_STOCK, this::list),
                Route.post("/api/products", Permission.EDIT_PRODUCTS, this::create),
                Route.get("/api/products/{sku}", Permission.SEE_STOCK, this::show),
                Route.put("/api/products/{sku}", Permission.EDIT_PRODUCTS, this::replace),
                Route.get("/api/products/{sku}/availability", Permission.SEE_STOCK, this::availability),
                Route.get("/api/products/{sku}/batches", Permission.SEE_STOCK, this::batches));
    }

    /** A product as the API shows it. */
    record Shown(
            String id,
            String sku,
            String name,
            @Nullable String gtin,
            @Nullable String genericName,
            @Nullable String strength,
            @Nullable String form,
            @Nullable String atcCode,
            @Nullable String category,
            @Nullable String supplier,
            @Nullable String shelf,
            int minStockLevel,
            @Nullable Integer reorderQuantity,
            @Nullable Integer minShelfLifeDays,
            @Nullable BigDecimal price,
            boolean controlled,
            boolean expires,
            boolean active,
            int stockQuantity,
            int reservedQuantity,
            int available,
            Instant createdAt,
            Instant updatedAt) {
        static Shown of(StockList.Row row) {
            Product product = row.product();
            ProductForm said = product.asForm();
            Gtin gtin = said.gtin();
            return new Shown(
                    product.id().toString(),
                    said.sku(),
                    said.name(),
                    gtin == null ? null : gtin.digits(),
                    said.genericName(),
                    said.strength(),
                    said.form(),
                    said.atcCode(),
                    said.category(),
                    said.supplier(),
                    said.shelf(),
                    said.minStockLevel(),
                    said.reorderQuantity(),
                    said.minShelfLifeDays(),
                    said.price(),
                    said.controlled(),
                    said.expires(),
                    said.active(),
                    product.stockQuantity(),
                    product.reservedQuantity(),
                    row.available(),
                    product.createdAt(),
                    product.updatedAt());
        }
    }

    private static ProductForm form(Form form) {
        return new ProductForm(
                Words.sku(form).required(),
                form.text("name", 200).required(),
                Words.gtin(form).optional(),
                form.text("genericName", 200).optional(),
                form.text("strength", 100).optional(),
                form.text("form", 100).optional(),
                form.text("atcCode", 20).optional(),
                form.text("category", 100).optional(),
                form.text("supplier", 200).optional(),
                form.text("shelf", 50).optional(),
                form.integer("minStockLevel", 0).or(0),
                form.integer("reorderQuantity", 1).optional(),
                form.integer("minShelfLifeDays", 0).optional(),
                form.money("price").optional(),
                form.flag("controlled").or(false),
                form.flag("expires").or(true),
                form.flag("active").or(true));
    }

    private Reply create(Call call) {
        ProductForm form = call.body(ProductRoutes::form);
        return call.inOneTransaction(tx -> reply(call, tx, 201, form.sku(), products.create(tx, form)));
    }

    private Reply replace(Call call) {
        ProductForm form = call.body(ProductRoutes::form);
        String sku = call.variable("sku");
        return call.inOneTransaction(tx -> reply(call, tx, 200, sku, products.replace(tx, sku, form)));
    }

    private static Reply reply(Call call, Tx tx, int status, String sku, ProductDesk.Outcome outcome) {
        return switch (outcome) {
            case ProductDesk.Outcome.Saved saved -> call.json(status, Shown.of(StockList.row(tx, saved.product())));
            case ProductDesk.Outcome.Unknown unknown -> call.problem(StockProblems.unknownProducts(List.of(sku)));
            case ProductDesk.Outcome.Duplicate taken ->
                call.problem(StockProblems.duplicate(
                        "Another product has the " + taken.field() + " " + taken.value() + ".", taken.field()));
            case ProductDesk.Outcome.InUse inUse -> call.problem(StockProblems.conflict(inUse.message()));
            case ProductDesk.Outcome.ChangedMeanwhile changed ->
                call.problem(StockProblems.conflict(sku + " was changed by somebody else meanwhile."));
        };
    }

    private record Filter(
            @Nullable String words,
            boolean lowStock,
            int limit,
            @Nullable Cursor after) {}

    private Reply list(Call call) {
        Filter filter = call.query(query -> new Filter(
                query.text("q", 200).optional(), query.flag("lowStock").or(false), query.limit(), Lists.cursor(query)));
        Page<StockList.Row> page = transactions.read(
                call.actor(),
                tx -> stockList.list(tx, filter.words(), filter.lowStock(), filter.limit(), filter.after()));
        return call.json(200, Lists.shown(page, Shown::of));
    }

    private Reply show(Call call) {
        return onProduct(call, (tx, product) -> call.json(200, Shown.of(StockList.row(tx, product))));
    }

    private Reply onProduct(Call call, BiFunction<Tx, Product, Reply> answer) {
        String sku = call.variable("sku");
        return transactions.read(call.actor(), tx -> {
            Product product = products.find(tx, sku);
            return product == null
                    ? call.problem(StockProblems.unknownProducts(List.of(sku)))
                    : answer.apply(tx, product);
        });
    }

    record Availability(
            String sku,
            int available,
            int onShelf,
            int recalled,
            int expired,
            int quarantined,
            int inCarts,
            int committed,
            @Nullable Instant nextReleaseAt) {}

    private Reply availability(Call call) {
        boolean explained = call.query(query -> query.flag("explain").or(true));
        return onProduct(call, (tx, product) -> {
            WhyThisNumber.Terms terms = why.explain(tx, product);
            return explained
                    ? call.json(200, explained(product.sku(), terms))
                    : call.json(200, java.util.Map.of("sku", product.sku(), "available", terms.available()));
        });
    }

    private static Availability explained(String sku, WhyThisNumber.Terms terms) {
        return new Availability(
                sku,
                terms.available(),
                terms.onShelf(),
                terms.recalled(),
                terms.expired(),
                terms.quarantined(),
                terms.inCarts(),
                terms.committed(),
                terms.nextReleaseAt());
    }

    record BatchShown(
            String batchNumber,
            @Nullable LocalDate expiryDate,
            int quantity,
            int reservedQuantity,
            int quarantinedQuantity,
            BatchStatus status,
            ExpiryStage expiryStage,
            @Nullable BigDecimal unitCost) {
        static BatchShown of(WhyThisNumber.BatchRow row) {
            return new BatchShown(
                    row.batchNumber(),
                    row.expiryDate(),
                    row.quantity(),
                    row.reserved(),
                    row.quarantined(),
                    row.status(),
                    row.stage(),
                    row.unitCost());
        }
    }

    private record Paging(int limit, @Nullable Cursor after) {}

    private Reply batches(Call call) {
        Paging paging = call.query(query -> new Paging(query.limit(), Lists.cursor(query)));
        return onProduct(
                call,
                (tx, product) -> call.json(
                        200, Lists.shown(why.batches(tx, product, paging.limit(), paging.after()), BatchShown::of)));
    }
}
