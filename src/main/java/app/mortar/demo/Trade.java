package app.mortar.demo;

import app.mortar.fulfilment.Channel;
import app.mortar.fulfilment.OrderRequest;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.fulfilment.OrderView;
import app.mortar.kernel.Actor;
import app.mortar.reservation.HoldView;
import app.mortar.stock.SetAside;
import app.mortar.stock.Wanted;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What goes out on a usual day: over the counter, through the web shop, and to clinics. */
final class Trade {
    private final Desks desks;
    private final Diary diary;
    private final Baskets baskets;
    private final Random chance;
    private final Actor shop;

    Trade(Desks desks, Diary diary, Baskets baskets, Random chance, Actor shop) {
        this.desks = desks;
        this.diary = diary;
        this.baskets = baskets;
        this.chance = chance;
        this.shop = shop;
    }

    void ofTheDay(int daysAgo, Round round) {
        inTheWebShop(daysAgo, round);
        switch (daysAgo % 7) {
            case 2, 5 -> toClinics(daysAgo, round);
            case 6 -> abandonedCarts(daysAgo, round);
            default -> {}
        }
        atTheCounter(daysAgo, round);
    }

    /** The day's sales over the counter are booked from the till roll before closing. */
    private void atTheCounter(int daysAgo, Round round) {
        List<Wanted> lines = new ArrayList<>();
        for (Medicine medicine : baskets.formulary().all()) {
            if (chance.nextInt(300) < 12 + medicine.minimum()) {
                int wanted = 1 + chance.nextInt(Math.max(2, medicine.minimum() * 4 / 5));
                int units = round.countOn(medicine, wanted);
                if (units > 0) {
                    lines.add(medicine.units(units));
                }
            }
        }
        if (!lines.isEmpty()) {
            Actor seller = daysAgo % 2 == 0 ? Staff.PHARMACIST : Staff.ASSISTANT;
            OrderRequest roll = baskets.order(Channel.COUNTER, lines);
            diary.note(daysAgo, LocalTime.of(19, 40), () -> desks.sell(seller, roll));
        }
    }

    /** Somebody orders in the web shop; every third customer's cart was held until the payment came. */
    private void inTheWebShop(int daysAgo, Round round) {
        OrderRequest order = baskets.order(Channel.RETAIL, baskets.ofACustomer(round));
        diary.note(daysAgo, LocalTime.of(10, 10), () -> {
            OrderRequest paid = daysAgo % 3 > 0
                    ? order
                    : Baskets.from(order, desks.hold(shop, Baskets.cart(order.items(), order.externalRef())));
            afterwards(daysAgo, desks.place(shop, paid));
        });
    }

    /** Parcels leave in the afternoon and arrive the next day; not every customer keeps what he ordered. */
    private void afterwards(int daysAgo, OrderView order) {
        switch (daysAgo) {
            case 20, 53 -> step(daysAgo, LocalTime.of(12, 5), shop, order, OrderStatus.CANCELLED);
            case 4, 30 -> {
                step(daysAgo, LocalTime.of(15, 30), Staff.STOREKEEPER, order, OrderStatus.DELIVERED);
                step(daysAgo - 2, LocalTime.of(11, 0), shop, order, OrderStatus.RETURNED);
                diary.note(daysAgo - 12, LocalTime.of(17, 0), () -> destroy(order));
            }
            default -> {
                step(daysAgo, LocalTime.of(15, 30), Staff.STOREKEEPER, order, OrderStatus.DISPATCHED);
                step(daysAgo - 1, LocalTime.of(11, 0), shop, order, OrderStatus.DELIVERED);
            }
        }
    }

    /** What a customer brought back is not sold again. */
    private void destroy(OrderView order) {
        Round round = desks.round();
        order.items().forEach(item -> item.allocations()
                .forEach(portion -> desks.writeOff(new SetAside.WriteOff(
                        round.named(item.sku(), portion.batchNumber()),
                        portion.quantity(),
                        SetAside.Reason.OTHER,
                        "Brought back by the customer of " + order.externalRef() + "; not to be sold again.",
                        null))));
    }

    /** A clinic orders; the driver takes it at noon, and the clinic signs the next morning. */
    private void toClinics(int daysAgo, Round round) {
        OrderRequest request = baskets.order(Channel.WHOLESALE, baskets.ofAClinic(round));
        diary.note(daysAgo, LocalTime.of(9, 30), () -> {
            OrderView order = desks.place(Staff.MANAGER, request);
            step(daysAgo, LocalTime.of(13, 15), Staff.STOREKEEPER, order, OrderStatus.DISPATCHED);
            step(daysAgo - 1, LocalTime.of(9, 5), Staff.MANAGER, order, OrderStatus.DELIVERED);
        });
    }

    private void step(int daysAgo, LocalTime at, Actor by, OrderView order, OrderStatus next) {
        diary.note(daysAgo, at, () -> desks.move(by, order, next));
    }

    /** Carts that came to nothing: one is emptied by its customer, the other just runs out. */
    private void abandonedCarts(int daysAgo, Round round) {
        List<Wanted> lines = baskets.ofACustomer(round);
        diary.note(daysAgo, LocalTime.of(18, 0), () -> {
            HoldView emptied = desks.hold(shop, Baskets.cart(lines, null));
            diary.note(daysAgo, LocalTime.of(18, 4), () -> desks.release(shop, emptied));
        });
        diary.note(daysAgo, LocalTime.of(18, 10), () -> desks.hold(shop, Baskets.cart(lines, null)));
        diary.note(daysAgo, LocalTime.of(18, 30), desks::sweep);
    }
}
