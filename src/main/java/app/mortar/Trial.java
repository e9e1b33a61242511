package app.mortar;

import app.mortar.books.Books;
import app.mortar.catalogue.ProductDesk;
import app.mortar.catalogue.ProductForm;
import app.mortar.cli.SelftestCommand;
import app.mortar.fulfilment.Channel;
import app.mortar.fulfilment.OrderAnswer;
import app.mortar.fulfilment.OrderDesk;
import app.mortar.fulfilment.OrderRequest;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.kernel.Actor;
import app.mortar.reservation.HoldAnswer;
import app.mortar.reservation.HoldRequest;
import app.mortar.reservation.Limits;
import app.mortar.reservation.ReservationDesk;
import app.mortar.reservation.Tokens;
import app.mortar.stock.GoodsIn;
import app.mortar.stock.Ledger;
import app.mortar.stock.Movement;
import app.mortar.stock.MovementType;
import app.mortar.stock.ProductRef;
import app.mortar.stock.Wanted;
import app.mortar.store.Transactions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The selftest: 50 checkouts at once for 20 units in three batches, then one order after the other, on a scratch database. */
final class Trial {
    private static final int BUYERS = 50;
    private static final String RUSH = "RUSH";
    private static final String QUEUE = "QUEUE";
    private static final List<Integer> BATCHES = List.of(5, 8, 7);

    private final Transactions transactions;
    private final Actor actor;
    private final ReservationDesk reservations;
    private final OrderDesk orders;

    Trial(Transactions transactions, Actor actor) {
        this.transactions = transactions;
        this.actor = actor;
        Tokens tokens = new Tokens();
        this.reservations = new ReservationDesk(() -> Limits.STANDARD, tokens);
        this.orders = new OrderDesk(tokens);
    }

    SelftestCommand.Result run() {
        stockUp(RUSH);
        stockUp(QUEUE);
        int stock = BATCHES.stream().mapToInt(Integer::intValue).sum();
        List<String> holds = checkOut();
        int oversold = Math.max(0, holds.size() - stock);
        holds.forEach(hold -> deliver("rush-" + hold, hold, List.of()));
        for (int i = 1; i <= stock; i++) {
            deliver("queue-" + i, null, List.of(one(QUEUE)));
        }
        List<String> went = batchesThatWentOut();
        boolean inOrder =
                went.size() == stock && went.equals(went.stream().sorted().toList());
        boolean booksOk = new Books(transactions, () -> Duration.ofMinutes(5))
                .check(actor)
                .ok();
        boolean ok = oversold == 0 && holds.size() == stock && inOrder && booksOk;
        return new SelftestCommand.Result(
                ok,
                List.of(
                        BUYERS + " simultaneous checkouts for " + stock + " units: " + holds.size() + " granted",
                        "oversold: " + oversold,
                        "first expiry first out: " + (inOrder ? "yes" : "NO, taken from " + went),
                        "books: " + (booksOk ? "they add up" : "THEY DO NOT ADD UP"),
                        ok ? "ok" : "FAILED"));
    }

    /** The latest expiry comes in first, so that the order of arrival cannot be mistaken for the right one. */
    private void stockUp(String sku) {
        ProductForm form = new ProductForm(
                sku, sku, null, null, null, null, null, null, null, null, 0, null, null, null, false, true, true);
        transactions.write(actor, tx -> new ProductDesk().create(tx, form));
        LocalDate today = transactions.read(actor, tx -> tx.today());
        for (int i = BATCHES.size(); i >= 1; i--) {
            GoodsIn.Line line = new GoodsIn.Line(sku, "B" + i, today.plusDays(30L * i), BATCHES.get(i - 1), null);
            GoodsIn.Receipt receipt = new GoodsIn.Receipt(sku + "-" + i, null, List.of(line));
            transactions.write(actor, tx -> new GoodsIn().receive(tx, receipt));
        }
    }

    private static Wanted one(String sku) {
        return new Wanted(new ProductRef.BySku(sku), 1);
    }

    /** One unit at a time left the queue's product: the numbers of the batches, in that order. */
    private List<String> batchesThatWentOut() {
        return transactions.read(actor, tx -> new Ledger()
                .list(tx, new Ledger.Filter(QUEUE, null, null), 500, null).items().stream()
                        .map(Ledger.Entry::movement)
                        .filter(movement -> movement.type() == MovementType.OUT)
                        .sorted(Comparator.comparingLong(Movement::seq))
                        .map(Movement::batchNumber)
                        .toList());
    }

    private List<String> checkOut() {
        HoldRequest wish = new HoldRequest(null, null, null, List.of(one(RUSH)));
        try (ExecutorService buyers = Executors.newFixedThreadPool(BUYERS)) {
            List<Callable<HoldAnswer>> checkouts = IntStream.range(0, BUYERS)
                    .<Callable<HoldAnswer>>mapToObj(
                            i -> () -> transactions.write(actor, tx -> reservations.reserve(tx, wish)))
                    .toList();
            return buyers.invokeAll(checkouts).stream()
                    .map(Trial::answer)
                    .filter(HoldAnswer.Created.class::isInstance)
                    .map(answer -> ((HoldAnswer.Created) answer).hold().token())
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static HoldAnswer answer(Future<HoldAnswer> checkout) {
        try {
            return checkout.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("A checkout failed", e);
        }
    }

    private void deliver(String reference, @Nullable String hold, List<Wanted> items) {
        OrderRequest request = new OrderRequest(reference, Channel.COUNTER, hold, items, true, null, null);
        OrderAnswer placed = transactions.write(actor, tx -> orders.place(tx, request));
        if (placed instanceof OrderAnswer.Placed order) {
            transactions.write(actor, tx -> orders.move(tx, order.order().id(), OrderStatus.DELIVERED));
        }
    }
}
