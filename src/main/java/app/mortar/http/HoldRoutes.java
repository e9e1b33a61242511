package app.mortar.http;

import app.mortar.kernel.Permission;
import app.mortar.reservation.Checkout;
import app.mortar.reservation.HoldAnswer;
import app.mortar.reservation.HoldRequest;
import app.mortar.reservation.HoldView;
import app.mortar.reservation.ReservationDesk;
import app.mortar.stock.HoldStatus;
import app.mortar.stock.Wanted;
import app.mortar.store.Transactions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** {@code /api/cart/reserve}: units are kept for a cart while its customer pays. */
public final class HoldRoutes {
    private static final int MOST_LINES = 10_000;

    private final Checkout checkout;
    private final ReservationDesk desk;
    private final Transactions transactions;
    private final IntSupplier maxLines;

    /** @param maxLines of a cart; 0 for no limit but the size of a body */
    public HoldRoutes(Checkout checkout, ReservationDesk desk, Transactions transactions, IntSupplier maxLines) {
        this.checkout = checkout;
        this.desk = desk;
        this.transactions = transactions;
        this.maxLines = maxLines;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/api/cart/reserve", Permission.RESERVE, this::reserve),
                Route.get("/api/cart/reserve/{id}", Permission.RESERVE, this::show),
                Route.delete("/api/cart/reserve/{id}", Permission.RESERVE, this::release));
    }

    /** A hold as the API shows it; {@code id} and {@code token} are the same. */
    record Shown(
            String id,
            String token,
            @Nullable String cartId,
            @Nullable String orderId,
            HoldStatus status,
            Instant expiresAt,
            long expiresInSeconds,
            Instant serverTime,
            @Nullable String releasedReason,
            List<Item> items) {
        static Shown of(HoldView hold) {
            return new Shown(
                    hold.token(),
                    hold.token(),
                    hold.cartId(),
                    hold.orderRef(),
                    hold.status(),
                    hold.expiresAt(),
                    hold.expiresInSeconds(),
                    hold.serverTime(),
                    hold.releasedReason(),
                    hold.items().stream().map(Item::of).toList());
        }
    }

    record Item(String productId, String sku, int quantity, List<Portion> batches) {
        static Item of(HoldView.Item item) {
            return new Item(item.product().toString(), item.sku(), item.quantity(), Portion.of(item.batches()));
        }
    }

    record Portion(String batchNumber, @Nullable LocalDate expiryDate, int quantity) {
        static List<Portion> of(List<HoldView.Portion> portions) {
            return portions.stream()
                    .map(portion -> new Portion(portion.batchNumber(), portion.expiryDate(), portion.quantity()))
                    .toList();
        }
    }

    private Reply reserve(Call call) {
        HoldRequest request = call.body(this::request);
        return call.replyTo(checkout.answer(call.actor(), request, call.ticket(), answer -> reply(call, answer)
                .asAnswer()));
    }

    private HoldRequest request(Form form) {
        boolean shortForm = form.has("sku") || form.has("productId") || form.has("quantity");
        if (shortForm && form.has("items")) {
            form.mistake("items", "Give items, or one product with its quantity, not both at once.");
        }
        int most = maxLines.getAsInt() == 0 ? MOST_LINES : maxLines.getAsInt();
        List<Wanted> items = shortForm
                ? List.of(Words.item(form))
                : form.list("items", most, Words::item).or(List.of());
        return new HoldRequest(
                form.text("cartId", 100).optional(),
                form.text("token", 100).optional(),
                form.text("orderId", 100).optional(),
                items);
    }

    private static Reply reply(Call call, HoldAnswer answer) {
        return switch (answer) {
            case HoldAnswer.Created created -> call.json(201, Shown.of(created.hold()));
            case HoldAnswer.Refreshed refreshed -> call.json(200, Shown.of(refreshed.hold()));
            case HoldAnswer.NotEnough no -> call.problem(StockProblems.insufficient(no.shortages()));
            case HoldAnswer.UnknownProducts unknown -> call.problem(StockProblems.unknownProducts(unknown.names()));
            case HoldAnswer.UnknownHold unknown -> call.problem(StockProblems.unknownReservation());
            case HoldAnswer.Closed closed -> call.problem(StockProblems.closed(closed.status()));
            case HoldAnswer.OverLimit over -> overLimit(call, over);
        };
    }

    private static Reply overLimit(Call call, HoldAnswer.OverLimit over) {
        boolean later = over.limit() == HoldAnswer.Limit.OPEN_HOLDS;
        Reply reply =
                call.problem(new Problem(later ? 429 : 409, "limit-exceeded", "This is over a limit", over.message()));
        return later ? reply.with("Retry-After", "60") : reply;
    }

    private Reply show(Call call) {
        HoldView hold = transactions.read(call.actor(), tx -> desk.show(tx, call.variable("id")));
        return hold == null ? call.problem(StockProblems.unknownReservation()) : call.json(200, Shown.of(hold));
    }

    private Reply release(Call call) {
        return call.inOneTransaction(tx -> switch (desk.release(tx, call.variable("id"))) {
            case ReservationDesk.Release.Released released -> call.noContent();
            case ReservationDesk.Release.UnknownHold unknown -> call.problem(StockProblems.unknownReservation());
            case ReservationDesk.Release.Closed closed -> call.problem(StockProblems.closed(closed.status()));
        });
    }
}
