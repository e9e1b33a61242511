package app.mortar.demo;

import static app.mortar.fulfilment.OrderStatus.DISPATCHED;
import static app.mortar.fulfilment.OrderStatus.PACKED;
import static app.mortar.fulfilment.OrderStatus.PICKING;

import app.mortar.fulfilment.Channel;
import app.mortar.fulfilment.OrderRequest;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.fulfilment.OrderView;
import app.mortar.kernel.Actor;
import app.mortar.stock.Wanted;
import java.util.List;

/** What is going on as the doors of the demo open: orders on their way through the house, carts at checkout. */
final class JustNow {
    private final Desks desks;
    private final Diary diary;
    private final Baskets baskets;
    private final Actor shop;

    JustNow(Desks desks, Diary diary, Baskets baskets, Actor shop) {
        this.desks = desks;
        this.diary = diary;
        this.baskets = baskets;
        this.shop = shop;
    }

    /** Enters it all into the diary. */
    void expect() {
        diary.noteMinutesAgo(235, () -> {
            desks.replan();
            Round round = desks.round();
            order(220, Staff.MANAGER, baskets.order(Channel.WHOLESALE, baskets.ofAClinic(round)));
            order(
                    200,
                    shop,
                    forACustomer(round),
                    new Step(110, PICKING),
                    new Step(70, PACKED),
                    new Step(40, DISPATCHED));
            order(180, shop, forACustomer(round), new Step(95, PICKING), new Step(55, PACKED));
            order(160, shop, forACustomer(round), new Step(35, PICKING));
            order(90, shop, Baskets.unpaid(forACustomer(round)));
            order(25, shop, forACustomer(round));
            cart(50, baskets.ofACustomer(round));
            cart(11, baskets.ofACustomer(round));
            cart(6, baskets.ofACustomer(round));
            cartOfAnOrder(2, forACustomer(round));
        });
        diary.noteMinutesAgo(30, desks::sweep);
        diary.noteMinutesAgo(0, desks::replan);
    }

    private record Step(int minutesAgo, OrderStatus next) {}

    private OrderRequest forACustomer(Round round) {
        return baskets.order(Channel.RETAIL, baskets.ofACustomer(round));
    }

    private void order(int minutesAgo, Actor by, OrderRequest request, Step... steps) {
        diary.noteMinutesAgo(minutesAgo, () -> {
            OrderView order = desks.place(by, request);
            for (Step step : steps) {
                diary.noteMinutesAgo(step.minutesAgo(), () -> desks.move(Staff.STOREKEEPER, order, step.next()));
            }
        });
    }

    private void cart(int minutesAgo, List<Wanted> lines) {
        diary.noteMinutesAgo(minutesAgo, () -> desks.hold(shop, Baskets.cart(lines, null)));
    }

    /** The customer is being asked by the bank; the timer runs. */
    private void cartOfAnOrder(int minutesAgo, OrderRequest order) {
        diary.noteMinutesAgo(minutesAgo, () -> {
            desks.hold(shop, Baskets.cart(order.items(), order.externalRef()));
            desks.place(shop, Baskets.unpaid(order));
        });
    }
}
