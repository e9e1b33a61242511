package app.mortar.desktop.counter;

import static app.mortar.desktop.Packs.PARA;
import static app.mortar.desktop.Packs.code;
import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.AtWork;
import app.mortar.desktop.Packs;
import app.mortar.desktop.widget.HoldRing;
import app.mortar.desktop.work.Work;
import app.mortar.fulfilment.CounterDesk;
import app.mortar.reservation.Limits;
import app.mortar.testing.Db;
import app.mortar.testing.Pharmacy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CounterViewModelTest {
    private Pharmacy pharmacy;
    private AtWork work;
    private CounterViewModel cart;

    @BeforeEach
    void open() {
        pharmacy = Pharmacy.open(Db.H2);
        pharmacy.product(Packs.form("PARA", "Paracetamol tabs", PARA, "B2-04"));
        pharmacy.product(Packs.form("TRAM", "Tramadol caps", Packs.INS, null, null, true));
        pharmacy.receive("PARA", "A", pharmacy.today().plusDays(25), 6);
        pharmacy.receive("PARA", "B", pharmacy.today().plusDays(300), 4);
        pharmacy.receive("TRAM", "T", pharmacy.today().plusDays(300), 4);
        sitDown(AtWork.in(pharmacy));
    }

    private void sitDown(AtWork where) {
        work = where;
        cart = new CounterViewModel(where.session, new CounterDesk(pharmacy.reservations, pharmacy.orders));
    }

    @AfterEach
    void close() {
        assertThat(work.bugs).isEmpty();
        pharmacy.close();
    }

    private Till till() {
        return cart.till();
    }

    private String says() {
        return cart.says().get() == null
                ? ""
                : cart.says().get().title() + " " + cart.says().get().evidence();
    }

    private CartLine line() {
        return cart.lines().getFirst();
    }

    @Test
    void a_scan_adds_a_pack_and_shows_what_can_be_sold_and_which_batch_to_hand_over() {
        cart.scanned(work.scan(code(PARA, "A", "260404")));
        cart.scanned(work.scan(code(PARA, "A", "260404")));
        assertThat(cart.lines()).hasSize(1);
        assertThat(line().units()).isEqualTo(2);
        assertThat(line().offer().available()).isEqualTo(10);
        assertThat(line().offer().batches().getFirst().batchNumber()).isEqualTo("A");
        assertThat(cart.toPay()).isEqualByComparingTo(new BigDecimal("3600"));
        assertThat(says()).isBlank();
    }

    @Test
    void a_pack_of_a_batch_that_goes_later_is_to_be_put_back() {
        cart.scanned(work.scan(code(PARA, "B", "270104")));
        assertThat(says())
                .contains("Put B back")
                .contains("Hand over A")
                .contains("4 Apr 2026")
                .contains("B2-04");
    }

    @Test
    void three_star_then_a_scan_is_three_packs_and_only_once() {
        cart.typed("3*");
        cart.scanned(
                work.scan("]E09520123456788".substring(0, 3) + PARA.digits().substring(1)));
        assertThat(line().units()).isEqualTo(3);
        cart.typed("2* paracet");
        assertThat(line().units()).isEqualTo(5);
        cart.typed("PARA");
        assertThat(line().units()).isEqualTo(6);
        cart.typed("9* no such thing");
        cart.typed("PARA");
        cart.scanned(work.scan("]E0" + PARA.digits().substring(1)));
        assertThat(line().units()).isEqualTo(8);
    }

    @Test
    void words_that_fit_several_products_are_a_choice_and_words_that_fit_none_say_so() {
        cart.typed("500 mg");
        assertThat(cart.hits()).hasSize(2);
        assertThat(cart.lines()).isEmpty();
        cart.choose(cart.hits().getFirst());
        assertThat(cart.hits()).isEmpty();
        assertThat(cart.lines()).hasSize(1);
        cart.typed("nothing like it");
        assertThat(says()).contains("nothing like it");
        cart.scanned(work.scan(code(Packs.NEW, "X", "270101")));
        assertThat(says()).contains(Packs.NEW.digits());
    }

    @Test
    void checkout_holds_for_fifteen_minutes_and_counts_down_by_the_shared_clock() {
        cart.scanned(work.scan(code(PARA, "A", "260404")));
        till().post();
        assertThat(till().holding().phase().get()).isEqualTo(Holding.Phase.HELD);
        assertThat(till().holding().whole()).isEqualTo(Duration.ofMinutes(15));
        assertThat(till().holding().left().get()).isEqualTo(Duration.ofMinutes(15));
        assertThat(pharmacy.available("PARA")).isEqualTo(9);
        work.pass(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(HoldRing.Stage.of(till().holding().left().get())).isEqualTo(HoldRing.Stage.WARNING);
        work.pass(Duration.ofMinutes(4));
        assertThat(HoldRing.Stage.of(till().holding().left().get())).isEqualTo(HoldRing.Stage.DANGER);
        till().keep();
        assertThat(till().holding().left().get()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void at_zero_the_items_are_released_nothing_can_be_handed_over_and_reserving_again_works() {
        cart.scanned(work.scan(code(PARA, "A", "260404")));
        till().checkout();
        String number = till().holding().number();
        work.pass(Duration.ofMinutes(15));
        assertThat(till().holding().phase().get()).isEqualTo(Holding.Phase.EXPIRED);
        assertThat(pharmacy.available("PARA")).isEqualTo(10);
        till().post();
        till().handOver();
        assertThat(pharmacy.rows("select count(*) from sales_order")).containsExactly("0");
        till().checkout();
        assertThat(till().holding().phase().get()).isEqualTo(Holding.Phase.HELD);
        assertThat(till().holding().number()).isEqualTo(number);
        till().post();
        assertThat(pharmacy.rows("select status from sales_order")).containsExactly("DELIVERED");
    }

    @Test
    void the_countdown_is_right_on_a_workstation_whose_clock_is_twenty_minutes_off_or_jumps() {
        for (Duration wrong : java.util.List.of(Duration.ofMinutes(20), Duration.ofMinutes(-20))) {
            sitDown(AtWork.withWrongClock(pharmacy, wrong));
            work.time.told(pharmacy.clock.instant(), Duration.ZERO);
            cart.scanned(work.scan(code(PARA, "A", "260404")));
            till().checkout();
            assertThat(till().holding().left().get()).isEqualTo(Duration.ofMinutes(15));
            work.pass(Duration.ofMinutes(14).plusSeconds(59));
            assertThat(till().holding().left().get()).isEqualTo(Duration.ofSeconds(1));
            assertThat(till().holding().phase().get()).isEqualTo(Holding.Phase.HELD);
            work.pass(Duration.ofSeconds(1));
            assertThat(till().holding().phase().get()).isEqualTo(Holding.Phase.EXPIRED);
        }
    }

    @Test
    void hand_over_sells_shows_the_slip_and_empties_the_counter_for_the_next_customer() {
        cart.scanned(work.scan(code(PARA, "A", "260404")));
        cart.units(line().goods().id(), 8);
        till().checkout();
        till().customer().set("Mrs Eze");
        String number = Objects.requireNonNull(till().holding().number());
        till().post();
        assertThat(cart.lines()).isEmpty();
        assertThat(till().holding().phase().get()).isEqualTo(Holding.Phase.CART);
        assertThat(till().customer().get()).isEmpty();
        assertThat(work.toasts)
                .singleElement()
                .asString()
                .contains(number)
                .contains("8 packs")
                .contains("Stock updated");
        Slip slip = Objects.requireNonNull(till().slip().get());
        assertThat(slip.text()).contains("Mrs Eze", "Paracetamol tabs", "batch A", "batch B", "14,400", "Adaeze Okoro");
        assertThat(slip.lines()).allSatisfy(text -> assertThat(text.length()).isLessThanOrEqualTo(42));
        assertThat(pharmacy.rows("select channel, status from sales_order")).containsExactly("COUNTER DELIVERED");
        assertThat(pharmacy.rows("select owner from sales_order")).containsExactly("staff");
    }

    @Test
    void f9_pressed_twice_fast_sells_once() {
        Deque<Runnable> later = new ArrayDeque<>();
        cart.scanned(work.scan(code(PARA, "A", "260404")));
        sitDown(AtWork.in(pharmacy, new Work(later::add, Runnable::run)));
        cart.scanned(work.scan(code(PARA, "A", "260404")));
        drain(later);
        till().post();
        drain(later);
        till().post();
        till().post();
        assertThat(later).hasSize(1);
        drain(later);
        till().post();
        drain(later);
        assertThat(pharmacy.rows("select quantity from inventory_movement where type = 'OUT'"))
                .containsExactly("-1");
    }

    private static void drain(Deque<Runnable> later) {
        for (Runnable task = later.poll(); task != null; task = later.poll()) {
            task.run();
        }
    }

    @Test
    void a_cart_that_changes_while_it_is_held_takes_the_hold_along_or_goes_back_to_what_is_held() {
        cart.scanned(work.scan(code(PARA, "A", "260404")));
        till().checkout();
        cart.units(line().goods().id(), 7);
        assertThat(pharmacy.available("PARA")).isEqualTo(3);
        assertThat(line().offer().batches()).hasSize(2);
        cart.units(line().goods().id(), 11);
        assertThat(says()).contains("Paracetamol tabs: 11 wanted, 10 can be sold");
        assertThat(line().units()).isEqualTo(7);
        assertThat(pharmacy.available("PARA")).isEqualTo(3);
        cart.remove(line().goods().id());
        assertThat(pharmacy.available("PARA")).isEqualTo(10);
        assertThat(till().holding().phase().get()).isEqualTo(Holding.Phase.CART);
    }

    @Test
    void too_few_units_are_named_before_anything_is_held() {
        pharmacy.hold(wanted("PARA", 8));
        cart.scanned(work.scan(code(PARA, "A", "260404")));
        cart.units(line().goods().id(), 3);
        assertThat(line().isShort()).isTrue();
        till().checkout();
        assertThat(says()).contains("Paracetamol tabs: 3 wanted, 2 can be sold");
        assertThat(till().holding().phase().get()).isEqualTo(Holding.Phase.CART);
    }

    @Test
    void a_recall_between_reserving_and_handing_over_stops_the_sale_and_shows_the_other_packs() {
        cart.scanned(work.scan(code(PARA, "A", "260404")));
        till().checkout();
        pharmacy.recall("PARA", "A");
        till().handOver();
        assertThat(says()).contains("Other packs");
        assertThat(line().offer().batches().getFirst().batchNumber()).isEqualTo("B");
        assertThat(pharmacy.rows("select count(*) from sales_order")).containsExactly("0");
        till().handOver();
        assertThat(pharmacy.rows("select batch_number from inventory_movement where type = 'OUT'"))
                .containsExactly("B");
    }

    @Test
    void a_controlled_product_is_not_handed_over_without_a_note_which_the_order_keeps() {
        cart.typed("TRAM");
        till().checkout();
        till().handOver();
        assertThat(says()).contains("note the prescription");
        assertThat(till().holding().phase().get()).isEqualTo(Holding.Phase.HELD);
        till().note().set("Rx 4711, Dr Bello");
        till().handOver();
        assertThat(pharmacy.rows("select customer from sales_order"))
                .containsExactly("{\"note\":\"Rx 4711, Dr Bello\"}");
    }

    @Test
    void a_phone_order_is_parked_and_taken_up_again_at_another_till() {
        cart.scanned(work.scan(code(PARA, "A", "260404")));
        till().park("Mr Adeyemi");
        assertThat(cart.lines()).isEmpty();
        assertThat(cart.parking().sales()).hasSize(1);
        assertThat(pharmacy.available("PARA")).isEqualTo(9);
        sitDown(AtWork.in(pharmacy));
        cart.refresh();
        work.pass(Duration.ofMinutes(11));
        till().resume(cart.parking().sales().getFirst());
        assertThat(line().goods().name()).isEqualTo("Paracetamol tabs");
        assertThat(line().offer().batches().getFirst().batchNumber()).isEqualTo("A");
        assertThat(till().customer().get()).isEqualTo("Mr Adeyemi");
        assertThat(till().holding().left().get()).isEqualTo(Duration.ofMinutes(4));
        assertThat(cart.parking().sales()).isEmpty();
        till().handOver();
        assertThat(pharmacy.rows("select status from sales_order")).containsExactly("DELIVERED");
    }

    private void keptFor(int minutes) {
        pharmacy.limits(new Limits(Duration.ofMinutes(minutes), 1000, 10_000, Duration.ofHours(2)));
    }

    @Test
    void a_parked_sale_comes_back_as_long_as_it_was_given_for_whatever_is_given_now() {
        for (int minutes : new int[] {5, 40}) {
            keptFor(minutes);
            sitDown(AtWork.in(pharmacy));
            cart.scanned(work.scan(code(PARA, "A", "260404")));
            till().park("Mr Adeyemi " + minutes);
            keptFor(60);
            cart.refresh();
            CounterDesk.Parked parked = cart.parking().sales().getFirst();
            work.pass(Duration.ofMinutes(2));
            assertThat(parked.length()).isEqualTo(Duration.ofMinutes(minutes));
            till().resume(parked);
            assertThat(till().holding().whole()).isEqualTo(Duration.ofMinutes(minutes));
            assertThat(till().holding().left().get()).isEqualTo(Duration.ofMinutes(minutes - 2));
            till().release();
        }
    }

    @Test
    void a_parked_sale_that_ran_out_comes_back_as_expired_and_can_be_reserved_again() {
        cart.scanned(work.scan(code(PARA, "A", "260404")));
        till().park("Mr Adeyemi");
        work.pass(Duration.ofMinutes(20));
        cart.refresh();
        assertThat(cart.parking().sales().getFirst().live()).isFalse();
        till().resume(cart.parking().sales().getFirst());
        assertThat(till().holding().phase().get()).isEqualTo(Holding.Phase.EXPIRED);
        till().checkout();
        assertThat(till().holding().phase().get()).isEqualTo(Holding.Phase.HELD);
    }

    @Test
    void clearing_the_cart_gives_back_what_was_held() {
        cart.scanned(work.scan(code(PARA, "A", "260404")));
        till().checkout();
        cart.clear();
        assertThat(cart.lines()).isEmpty();
        assertThat(pharmacy.available("PARA")).isEqualTo(10);
    }
}
