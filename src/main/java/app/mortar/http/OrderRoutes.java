package app.mortar.http;

import app.mortar.fulfilment.Channel;
import app.mortar.fulfilment.OrderAnswer;
import app.mortar.fulfilment.OrderDesk;
import app.mortar.fulfilment.OrderRequest;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.fulfilment.OrderView;
import app.mortar.kernel.Cursor;
import app.mortar.kernel.Page;
import app.mortar.kernel.Permission;
import app.mortar.store.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** {@code /api/orders}: orders are placed, moved through their states and shown. */
public final class OrderRoutes {
    private static final int MOST_LINES = 100;
    private static final int CUSTOMER = 4000;

    private final OrderDesk desk;
    private final Transactions transactions;

    public OrderRoutes(OrderDesk desk, Transactions transactions) {
        this.desk = desk;
        this.transactions = transactions;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/api/orders", Permission.ORDER, this::place),
                Route.get("/api/orders", Permission.ORDER, this::list),
                Route.get("/api/orders/{id}", Permission.ORDER, this::show),
                Route.patch("/api/orders/{id}/status", Permission.ORDER, this::move)
                        .repeatably(),
                Route.put("/api/orders/{id}/status", Permission.ORDER, this::move)
                        .repeatably());
    }

    /** An order as the API shows it. */
    record Shown(
            String id,
            String externalRef,
            Channel channel,
            OrderStatus status,
            @Nullable String reservationId,
            List<Item> items,
            List<StockProblems.ShortLine> shortages,
            boolean stockUpdated,
            @Nullable Instant stockUpdatedAt,
            @Nullable Instant promisedAt,
            Instant createdAt,
            Instant updatedAt) {
        static Shown of(OrderView order) {
            return new Shown(
                    Long.toString(order.id()),
                    order.externalRef(),
                    order.channel(),
                    order.status(),
                    order.reservationId(),
                    order.items().stream().map(Item::of).toList(),
                    StockProblems.ShortLine.of(order.shortages()),
                    order.stockUpdatedAt() != null,
                    order.stockUpdatedAt(),
                    order.promisedAt(),
                    order.createdAt(),
                    order.updatedAt());
        }
    }

    record Item(String productId, String sku, int quantity, List<HoldRoutes.Portion> allocations) {
        static Item of(OrderView.Item item) {
            return new Item(
                    item.product().toString(), item.sku(), item.quantity(), HoldRoutes.Portion.of(item.allocations()));
        }
    }

    /** The states an order may be placed in. */
    enum FirstStatus {
        PENDING,
        CONFIRMED
    }

    private Reply place(Call call) {
        OrderRequest request = call.body(OrderRoutes::request);
        return call.inOneTransaction(tx -> reply(call, desk.place(tx, request)));
    }

    private static OrderRequest request(Form form) {
        return new OrderRequest(
                form.text("externalRef", Words.REFERENCE).required(),
                form.choice("channel", Channel.class).or(Channel.RETAIL),
                form.text("reservationId", 100).optional(),
                form.list("items", MOST_LINES, Words::item).or(List.of()),
                form.choice("status", FirstStatus.class).or(FirstStatus.PENDING) == FirstStatus.CONFIRMED,
                form.anyObject("customer", CUSTOMER).optional(),
                form.instant("promisedAt").optional());
    }

    private static Reply reply(Call call, OrderAnswer answer) {
        return switch (answer) {
            case OrderAnswer.Placed placed -> call.json(201, Shown.of(placed.order()));
            case OrderAnswer.Stands stands -> call.json(200, Shown.of(stands.order()));
            case OrderAnswer.UnknownOrder unknown -> call.problem(unknownOrder());
            case OrderAnswer.UnknownProducts unknown -> call.problem(StockProblems.unknownProducts(unknown.names()));
            case OrderAnswer.UnknownHold unknown -> call.problem(StockProblems.unknownReservation());
            case OrderAnswer.HoldClosed closed -> call.problem(StockProblems.closed(closed.status()));
            case OrderAnswer.ItemsDiffer differ ->
                call.problem(new Problem(
                        409,
                        "items-differ",
                        "The items are not the reservation's",
                        "Leave the items out, or send the same products and quantities as the reservation holds."));
            case OrderAnswer.NotEnough no -> call.problem(StockProblems.insufficient(no.shortages()));
            case OrderAnswer.IllegalStep step ->
                call.problem(new Problem(
                        409,
                        "illegal-transition",
                        "The order cannot take this step",
                        "An order that is " + step.from() + " cannot become " + step.to() + ".",
                        Map.of("from", step.from(), "to", step.to())));
        };
    }

    private static Problem unknownOrder() {
        return new Problem(404, "not-found", "There is no such order", "This key has no order of that id.");
    }

    private Reply move(Call call) {
        OrderStatus next =
                call.body(form -> form.choice("status", OrderStatus.class).required());
        OptionalLong id = id(call);
        return id.isEmpty()
                ? call.problem(unknownOrder())
                : call.inOneTransaction(tx -> reply(call, desk.move(tx, id.getAsLong(), next)));
    }

    private Reply show(Call call) {
        OptionalLong id = id(call);
        OrderView order = id.isEmpty() ? null : transactions.read(call.actor(), tx -> desk.show(tx, id.getAsLong()));
        return order == null ? call.problem(unknownOrder()) : call.json(200, Shown.of(order));
    }

    private static OptionalLong id(Call call) {
        String text = call.variable("id");
        return text.matches("[1-9][0-9]{0,17}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    private record Filter(
            @Nullable OrderStatus status,
            int limit,
            @Nullable Cursor after) {}

    private Reply list(Call call) {
        Filter filter = call.query(query ->
                new Filter(query.choice("status", OrderStatus.class).optional(), query.limit(), Lists.cursor(query)));
        Page<OrderView> page =
                transactions.read(call.actor(), tx -> desk.list(tx, filter.status(), filter.limit(), filter.after()));
        return call.json(200, Lists.shown(page, Shown::of));
    }
}
