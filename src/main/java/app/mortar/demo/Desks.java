package app.mortar.demo;

import app.mortar.catalogue.ProductDesk;
import app.mortar.count.CountApproval;
import app.mortar.count.CountDesk;
import app.mortar.count.CountRules;
import app.mortar.count.Rounds;
import app.mortar.count.Scope;
import app.mortar.fulfilment.OrderAnswer;
import app.mortar.fulfilment.OrderDesk;
import app.mortar.fulfilment.OrderRequest;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.fulfilment.OrderView;
import app.mortar.kernel.Actor;
import app.mortar.kernel.ProductId;
import app.mortar.recall.RecallDesk;
import app.mortar.reservation.HoldAnswer;
import app.mortar.reservation.HoldRequest;
import app.mortar.reservation.HoldView;
import app.mortar.reservation.Limits;
import app.mortar.reservation.ReservationDesk;
import app.mortar.reservation.Tokens;
import app.mortar.stock.Batch;
import app.mortar.stock.BatchName;
import app.mortar.stock.DayChange;
import app.mortar.stock.GoodsIn;
import app.mortar.stock.SetAside;
import app.mortar.store.Transactions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The pharmacy's own desks. What the demo asks of them was planned to be possible, so any no is a mistake of the plan
 * and ends the filling.
 */
final class Desks {
    private final Transactions transactions;
    private final ProductDesk products = new ProductDesk();
    private final GoodsIn goodsIn = new GoodsIn();
    private final SetAside setAside = new SetAside();
    private final RecallDesk recalls = new RecallDesk();
    private final CountDesk counts = new CountDesk(CountRules.STANDARD);
    private final CountApproval approval = new CountApproval(CountRules.STANDARD);
    private final Rounds rounds = new Rounds(CountRules.STANDARD);
    private final ReservationDesk reservations;
    private final OrderDesk orders;
    private final Map<ProductId, Medicine> medicines = new HashMap<>();

    Desks(Transactions transactions) {
        this.transactions = transactions;
        Tokens tokens = new Tokens();
        this.reservations = new ReservationDesk(() -> Limits.STANDARD, tokens);
        this.orders = new OrderDesk(tokens);
    }

    void list(List<Medicine> listed) {
        transactions.run(
                Staff.MANAGER,
                tx -> listed.forEach(medicine -> {
                    switch (products.create(tx, medicine.asForm())) {
                        case ProductDesk.Outcome.Saved saved ->
                            medicines.put(saved.product().id(), medicine);
                        case ProductDesk.Outcome other -> throw unplanned(other);
                    }
                }));
    }

    /** A look at all shelves. */
    Round round() {
        return transactions.read(
                Staff.STOREKEEPER,
                tx -> new Round(
                        tx.today(),
                        tx
                                .session()
                                .createSelectionQuery("from Batch b where b.quantity > 0 order by b.id", Batch.class)
                                .getResultList()
                                .stream()
                                .map(batch ->
                                        new Round.Seen(Objects.requireNonNull(medicines.get(batch.product())), batch))
                                .toList()));
    }

    void receive(GoodsIn.Receipt receipt) {
        switch (transactions.write(Staff.STOREKEEPER, tx -> goodsIn.receive(tx, receipt))) {
            case GoodsIn.Outcome.Booked booked -> {}
            case GoodsIn.Outcome other -> throw unplanned(other);
        }
    }

    OrderView place(Actor by, OrderRequest request) {
        return order(transactions.write(by, tx -> orders.place(tx, request)));
    }

    OrderView move(Actor by, OrderView order, OrderStatus next) {
        return order(transactions.write(by, tx -> orders.move(tx, order.id(), next)));
    }

    /** Sold over the counter: placed and handed out in one act. */
    void sell(Actor by, OrderRequest request) {
        transactions.run(by, tx -> {
            OrderView order = order(orders.place(tx, request));
            order(orders.move(tx, order.id(), OrderStatus.DELIVERED));
        });
    }

    private static OrderView order(OrderAnswer answer) {
        return switch (answer) {
            case OrderAnswer.Placed placed -> placed.order();
            case OrderAnswer.Stands stands -> stands.order();
            case OrderAnswer other -> throw unplanned(other);
        };
    }

    HoldView hold(Actor by, HoldRequest request) {
        return switch (transactions.write(by, tx -> reservations.reserve(tx, request))) {
            case HoldAnswer.Created created -> created.hold();
            case HoldAnswer.Refreshed refreshed -> refreshed.hold();
            case HoldAnswer other -> throw unplanned(other);
        };
    }

    void release(Actor by, HoldView hold) {
        switch (transactions.write(by, tx -> reservations.release(tx, hold.token()))) {
            case ReservationDesk.Release.Released released -> {}
            case ReservationDesk.Release other -> throw unplanned(other);
        }
    }

    /** Holds that have run out are closed. */
    void sweep() {
        reservations.sweep(transactions, Staff.AGENT);
    }

    /** Promises on batches that may not be sold today are planned again. */
    void replan() {
        new DayChange(transactions).replan(Staff.AGENT);
    }

    void writeOff(SetAside.WriteOff note) {
        done(transactions.write(Staff.PHARMACIST, tx -> setAside.writeOff(tx, note)));
    }

    void quarantine(SetAside.Quarantine note) {
        done(transactions.write(Staff.PHARMACIST, tx -> setAside.quarantine(tx, note)));
    }

    private static void done(SetAside.Outcome outcome) {
        switch (outcome) {
            case SetAside.Outcome.Done done -> {}
            case SetAside.Outcome other -> throw unplanned(other);
        }
    }

    void recall(BatchName batch, String note) {
        switch (transactions.write(
                Staff.PHARMACIST, tx -> recalls.recall(tx, batch.sku(), batch.batchNumber(), note))) {
            case RecallDesk.Outcome.Recalled recalled -> {}
            case RecallDesk.Outcome other -> throw unplanned(other);
        }
    }

    long beginCount(String title, Scope scope) {
        return switch (transactions.write(Staff.MANAGER, tx -> counts.begin(tx, title, scope))) {
            case CountDesk.Begun.Open open -> open.round().id();
            case CountDesk.Begun other -> throw unplanned(other);
        };
    }

    List<Rounds.ToCount> sheet(long round) {
        return transactions.read(Staff.MANAGER, tx -> rounds.sheet(tx, round, 0, 200));
    }

    /** Somebody finds what the books say of the batch, or so many units more or less. */
    void count(Actor by, long round, Rounds.ToCount row, int difference) {
        BatchName name = new BatchName(row.sku(), row.batchNumber(), row.expiryDate());
        switch (transactions.write(by, tx -> {
            int there = tx.session()
                    .createSelectionQuery("""
                            select b.quantity from Batch b join Product p on p.id = b.productId
                            where p.sku = :sku and b.number = :number and b.quantity > 0""", Integer.class)
                    .setParameter("sku", row.sku())
                    .setParameter("number", row.batchNumber())
                    .getSingleResult();
            return counts.enter(tx, CountDesk.Entry.of(round, name, there + difference));
        })) {
            case CountDesk.Entered.Counted counted -> {}
            case CountDesk.Entered other -> throw unplanned(other);
        }
    }

    void approveAndEnd(long round) {
        CountApproval.Decided decided = transactions.write(Staff.MANAGER, tx -> {
            List<Long> lines = rounds.toDecide(tx, round).stream()
                    .map(line -> line.line().id())
                    .toList();
            return approval.approve(tx, round, lines, null);
        });
        if (!decided.refused().isEmpty()) {
            throw unplanned(decided);
        }
        switch (transactions.write(Staff.MANAGER, tx -> counts.close(tx, round))) {
            case CountDesk.Ended.Done done -> {}
            case CountDesk.Ended other -> throw unplanned(other);
        }
    }

    private static IllegalStateException unplanned(Object answer) {
        return new IllegalStateException("The demo pharmacy did not go as planned: " + answer);
    }
}
