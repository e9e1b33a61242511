package app.mortar.fulfilment;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.reservation.HoldView;
import app.mortar.stock.GoodsIn;
import app.mortar.stock.SetAside;
import app.mortar.testing.DeskTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivityTest extends DeskTest {
    private List<Activity.Entry> latest(int limit) {
        return pharmacy.transactions.read(pharmacy.staff, tx -> new Activity().latest(tx, limit));
    }

    private void next() {
        pharmacy.clock.pass(Duration.ofMinutes(1));
    }

    @Test
    void tells_what_happened_one_entry_for_each_document_the_newest_first() {
        pharmacy.product("PARA");
        pharmacy.product("IBU");
        pharmacy.receive(new GoodsIn.Receipt(
                "GRN-1",
                "Calabash",
                List.of(
                        new GoodsIn.Line("PARA", "A", pharmacy.today().plusDays(50), 20, null),
                        new GoodsIn.Line("IBU", "B", pharmacy.today().plusDays(50), 5, null))));
        next();
        OrderView order = confirmed("WEB-1", wanted("PARA", 2), wanted("IBU", 1));
        next();
        moved(order, OrderStatus.PACKED);
        next();
        moved(order, OrderStatus.DISPATCHED);
        next();
        pharmacy.writeOff("PARA", "A", 4, SetAside.Reason.DAMAGED);
        next();
        pharmacy.quarantine("PARA", "A", 3, SetAside.Action.HOLD);
        next();
        pharmacy.recall("IBU", "B");
        next();
        HoldView hold = pharmacy.hold(wanted("PARA", 1));
        pharmacy.transactions.run(
                pharmacy.staff, tx -> pharmacy.reservations.release(tx, hold.token(), "Customer left"));
        next();
        pharmacy.reserve(forCart("cart-7", wanted("PARA", 1)));
        pharmacy.clock.pass(Duration.ofMinutes(16));
        pharmacy.sweep();
        assertThat(latest(20))
                .extracting(entry -> entry.kind() + " " + entry.about() + " " + entry.units() + " " + entry.why())
                .containsExactly(
                        "HOLD_EXPIRED cart-7 0 null",
                        "HOLD_RELEASED " + hold.token().substring(0, 8) + " 0 Customer left",
                        "RECALLED Product IBU B 4 null",
                        "SET_ASIDE Product PARA A 3 null",
                        "WRITTEN_OFF Product PARA 4 DAMAGED",
                        "DISPATCHED WEB-1 3 null",
                        "PACKED WEB-1 0 null",
                        "CONFIRMED WEB-1 0 null",
                        "RECEIVED GRN-1 25 null");
        assertThat(latest(20).stream().filter(entry -> entry.kind().movesStock()))
                .extracting(Activity.Entry::kind)
                .containsExactly(Activity.Kind.WRITTEN_OFF, Activity.Kind.DISPATCHED, Activity.Kind.RECEIVED);
        assertThat(latest(3)).hasSize(3);
        assertThat(latest(20).get(4).product()).isNotNull();
        assertThat(latest(20).getLast().product()).isNull();
        assertThat(latest(20).get(5).order()).isEqualTo(order.id());
    }

    @Test
    void a_document_that_was_read_in_part_is_left_out_rather_than_told_wrongly() {
        pharmacy.product("PARA");
        List<GoodsIn.Line> many = new java.util.ArrayList<>();
        for (int i = 0; i < 600; i++) {
            many.add(new GoodsIn.Line("PARA", "B" + i, pharmacy.today().plusDays(50), 1, null));
        }
        pharmacy.receive(new GoodsIn.Receipt("LONG", null, many));
        next();
        pharmacy.receive(new GoodsIn.Receipt("SHORT", null, many.subList(0, 2)));
        assertThat(latest(20)).extracting(Activity.Entry::about).containsExactly("SHORT");
    }
}
