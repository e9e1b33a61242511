package app.mortar.http;

import app.mortar.kernel.Cursor;
import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.Page;
import app.mortar.kernel.Permission;
import app.mortar.recall.RecallDesk;
import app.mortar.stock.Affected;
import app.mortar.stock.BatchName;
import app.mortar.stock.GoodsIn;
import app.mortar.stock.Ledger;
import app.mortar.stock.MovementType;
import app.mortar.stock.SetAside;
import app.mortar.store.Transactions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /api/stock} and {@code /api/movements}: goods in, waste, quarantine, recalls, and the ledger. */
public final class StockRoutes {
    private static final int MOST_LINES = 1000;

    private final GoodsIn goodsIn;
    private final SetAside setAside;
    private final RecallDesk recalls;
    private final Ledger ledger;
    private final Transactions transactions;

    public StockRoutes(
            GoodsIn goodsIn, SetAside setAside, RecallDesk recalls, Ledger ledger, Transactions transactions) {
        this.goodsIn = goodsIn;
        this.setAside = setAside;
        this.recalls = recalls;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/api/stock/receipts", Permission.RECEIVE, this::receive),
                Route.post("/api/stock/write-offs", Permission.WRITE_OFF, this::writeOff),
                Route.post("/api/stock/quarantine", Permission.QUARANTINE, this::quarantine),
                Route.post("/api/stock/recalls", Permission.RECALL, this::recall),
                Route.get("/api/movements", Permission.SEE_STOCK, this::movements));
    }

    // ---- goods in ----

    record ReceiptShown(String reference, @Nullable String supplier, Instant receivedAt, List<LineShown> lines) {
        static ReceiptShown of(GoodsIn.Receipt receipt, Instant at) {
            return new ReceiptShown(
                    receipt.reference(),
                    receipt.supplier(),
                    at,
                    receipt.lines().stream()
                            .map(line -> new LineShown(
                                    line.sku(),
                                    line.batchNumber(),
                                    line.expiryDate(),
                                    line.quantity(),
                                    line.unitCost()))
                            .toList());
        }
    }

    record LineShown(
            String sku,
            String batchNumber,
            @Nullable LocalDate expiryDate,
            int quantity,
            @Nullable BigDecimal unitCost) {}

    private Reply receive(Call call) {
        GoodsIn.Receipt receipt = call.body(StockRoutes::receipt);
        return call.inOneTransaction(tx -> switch (goodsIn.receive(tx, receipt)) {
            case GoodsIn.Outcome.Booked booked -> call.json(201, ReceiptShown.of(booked.receipt(), booked.at()));
            case GoodsIn.Outcome.BookedBefore before -> call.json(200, ReceiptShown.of(before.receipt(), before.at()));
            case GoodsIn.Outcome.ReferenceTaken taken -> call.problem(referenceTaken(receipt.reference()));
            case GoodsIn.Outcome.UnknownProducts unknown -> call.problem(StockProblems.unknownProducts(unknown.skus()));
            case GoodsIn.Outcome.LineRefused refused -> call.problem(refused(refused));
        });
    }

    private static GoodsIn.Receipt receipt(Form form) {
        return new GoodsIn.Receipt(
                form.text("reference", Words.REFERENCE).required(),
                form.text("supplier", 200).optional(),
                form.list("lines", MOST_LINES, StockRoutes::line).required());
    }

    private static GoodsIn.Line line(Form form) {
        return new GoodsIn.Line(
                Words.sku(form).required(),
                Words.batchNumber(form).required(),
                form.date("expiryDate").optional(),
                Words.quantity(form),
                form.money("unitCost").optional());
    }

    private static Problem referenceTaken(String reference) {
        return StockProblems.duplicate(
                "The reference " + reference + " was booked before with other content. Nothing was booked now.",
                "reference");
    }

    private static Problem refused(GoodsIn.Outcome.LineRefused refused) {
        String name =
                switch (refused.why()) {
                    case EXPIRED_ON_ARRIVAL -> "expired-on-arrival";
                    case OTHER_EXPIRY, RECALLED, SHORT_LIFE -> "batch-conflict";
                };
        return new Problem(
                409,
                name,
                "A line cannot be received",
                "Line " + refused.line() + ": " + refused.message() + " Nothing was booked.",
                Map.of("line", refused.line(), "sku", refused.sku()));
    }

    // ---- waste and quarantine ----

    record AffectedShown(
            @Nullable String reservationId,
            @Nullable String orderId,
            String sku,
            int quantity,
            Affected.Outcome outcome) {
        static List<AffectedShown> of(List<Affected> affected) {
            return affected.stream()
                    .map(moved -> new AffectedShown(
                            moved.orderId() == null ? moved.token() : null,
                            moved.orderId() == null ? null : moved.orderId().toString(),
                            moved.sku(),
                            moved.quantity(),
                            moved.outcome()))
                    .toList();
        }
    }

    record SetAsideShown(
            String sku,
            String batchNumber,
            @Nullable LocalDate expiryDate,
            int quantity,
            int onShelf,
            int quarantined,
            List<AffectedShown> affected) {
        static SetAsideShown of(SetAside.After after, int quantity, List<Affected> affected) {
            return new SetAsideShown(
                    after.sku(),
                    after.batchNumber(),
                    after.expiryDate(),
                    quantity,
                    after.onShelf(),
                    after.quarantined(),
                    AffectedShown.of(affected));
        }
    }

    private Reply writeOff(Call call) {
        SetAside.WriteOff request = call.body(form -> new SetAside.WriteOff(
                Words.batch(form),
                Words.quantity(form),
                form.choice("reason", SetAside.Reason.class).required(),
                form.text("note", Words.NOTE).optional(),
                form.text("reference", Words.REFERENCE).optional()));
        return call.inOneTransaction(
                tx -> reply(call, request.batch(), request.quantity(), setAside.writeOff(tx, request)));
    }

    private Reply quarantine(Call call) {
        SetAside.Quarantine request = call.body(form -> new SetAside.Quarantine(
                Words.batch(form),
                Words.quantity(form),
                form.choice("action", SetAside.Action.class).required(),
                form.text("note", Words.NOTE).optional()));
        return call.inOneTransaction(
                tx -> reply(call, request.batch(), request.quantity(), setAside.quarantine(tx, request)));
    }

    private static Reply reply(Call call, BatchName batch, int quantity, SetAside.Outcome outcome) {
        return switch (outcome) {
            case SetAside.Outcome.Done done ->
                call.json(201, SetAsideShown.of(done.after(), quantity, done.affected()));
            case SetAside.Outcome.DoneBefore before ->
                call.json(200, SetAsideShown.of(before.after(), quantity, List.of()));
            case SetAside.Outcome.ReferenceTaken taken -> call.problem(referenceTaken("of this write-off"));
            case SetAside.Outcome.UnknownProduct unknown ->
                call.problem(StockProblems.unknownProducts(List.of(batch.sku())));
            case SetAside.Outcome.UnknownBatch unknown ->
                call.problem(StockProblems.unknownBatch(batch.sku(), batch.batchNumber()));
            case SetAside.Outcome.Ambiguous ambiguous ->
                call.problem(new Problem(
                        409,
                        "batch-conflict",
                        "Several batches have this number",
                        batch.sku() + " has more than one batch " + batch.batchNumber() + "; name its expiryDate."));
            case SetAside.Outcome.NotThere no -> call.problem(StockProblems.insufficient(List.of(no.shortage())));
            case SetAside.Outcome.UnitsHeld held -> call.problem(StockProblems.unitsHeld(held.shortage()));
            case SetAside.Outcome.WitnessNeeded needed ->
                call.problem(StockProblems.conflict(batch.sku() + " is controlled: somebody else must watch."));
            case SetAside.Outcome.NotExpired not ->
                call.problem(StockProblems.conflict("Batch " + batch.batchNumber() + " of " + batch.sku()
                        + (not.expiryDate() == null ? " does not expire" : " is good until " + not.expiryDate())
                        + "; give the real reason. Nothing was written off."));
        };
    }

    // ---- recalls ----

    record ServedShown(String orderId, String externalRef, int quantity) {}

    record RecallShown(
            String sku, String batchNumber, int onShelf, List<AffectedShown> affected, List<ServedShown> served) {}

    private record RecallRequest(
            String sku, String batchNumber, @Nullable String note) {}

    private Reply recall(Call call) {
        RecallRequest request = call.body(form -> new RecallRequest(
                Words.sku(form).required(),
                Words.batchNumber(form).required(),
                form.text("note", Words.NOTE).optional()));
        return call.inOneTransaction(tx -> switch (recalls.recall(
                tx, request.sku(), request.batchNumber(), request.note())) {
            case RecallDesk.Outcome.Recalled recalled -> call.json(recalled.before() ? 200 : 201, shown(recalled));
            case RecallDesk.Outcome.UnknownProduct unknown ->
                call.problem(StockProblems.unknownProducts(List.of(request.sku())));
            case RecallDesk.Outcome.UnknownBatch unknown ->
                call.problem(StockProblems.unknownBatch(request.sku(), request.batchNumber()));
        });
    }

    private static RecallShown shown(RecallDesk.Outcome.Recalled recalled) {
        return new RecallShown(
                recalled.sku(),
                recalled.batchNumber(),
                recalled.onShelf(),
                AffectedShown.of(recalled.affected()),
                recalled.served().stream()
                        .map(served -> new ServedShown(
                                Long.toString(served.orderId()), served.externalRef(), served.quantity()))
                        .toList());
    }

    // ---- the ledger ----

    record MovementShown(
            String id,
            long seq,
            MovementType type,
            int quantity,
            String sku,
            String batchNumber,
            @Nullable LocalDate expiryDate,
            Instant at,
            String by,
            String workstation,
            @Nullable String reference,
            @Nullable String reason,
            @Nullable String note) {
        static MovementShown of(Ledger.Entry entry) {
            var movement = entry.movement();
            return new MovementShown(
                    Long.toString(movement.id()),
                    movement.seq(),
                    movement.type(),
                    movement.quantity(),
                    entry.sku(),
                    movement.batchNumber(),
                    movement.expiryDate(),
                    movement.at(),
                    movement.actor(),
                    movement.workstation(),
                    movement.reference(),
                    movement.reason(),
                    movement.note());
        }
    }

    private record Filter(
            Ledger.Filter ledger, int limit, @Nullable Cursor after) {}

    private Reply movements(Call call) {
        Filter filter = call.query(StockRoutes::filter);
        Page<Ledger.Entry> page =
                transactions.read(call.actor(), tx -> ledger.list(tx, filter.ledger(), filter.limit(), filter.after()));
        return call.json(200, Lists.shown(page, MovementShown::of));
    }

    private static Filter filter(Query query) {
        LocalDate from = query.date("from").optional();
        LocalDate to = query.date("to").optional();
        if (from != null && to != null && from.isAfter(to)) {
            throw new InvalidInput("from", "This must not be after to.");
        }
        return new Filter(new Ledger.Filter(Words.sku(query).optional(), from, to), query.limit(), Lists.cursor(query));
    }
}
