package app.mortar.alert;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.alert.AlertBoard.Handling;
import app.mortar.alert.AlertBoard.Message;
import app.mortar.alert.AlertBoard.Shortage;
import app.mortar.alert.AlertBoard.Which;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.kernel.NotPermitted;
import app.mortar.kernel.ProductId;
import app.mortar.store.Tx;
import app.mortar.testing.DeskTest;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people see of alerts and do about them. */
class AlertDeskTest extends DeskTest {
    private final AlertDesk desk = new AlertDesk();
    private final AlertBoard board = new AlertBoard();

    @BeforeEach
    void two_are_short() {
        pharmacy.product("PARA", 5);
        stock("PARA", "A", 200, 8);
        pharmacy.product("IBU", 5);
        stock("IBU", "A", 200, 6);
        moved(confirmed("O-1", wanted("PARA", 4)), OrderStatus.DISPATCHED);
        pharmacy.clock.pass(Duration.ofMinutes(1));
        moved(confirmed("O-2", wanted("IBU", 6)), OrderStatus.DISPATCHED);
    }

    private List<Shortage> shortages() {
        return pharmacy.transactions
                .read(pharmacy.staff, tx -> board.shortages(tx, 0, 10))
                .rows();
    }

    private Shortage shortage(String sku) {
        return shortages().stream()
                .filter(row -> row.sku().equals(sku))
                .findFirst()
                .orElseThrow();
    }

    private List<Message> messages(Which which) {
        return pharmacy.transactions
                .read(pharmacy.staff, tx -> board.messages(tx, which, 0, 10))
                .rows();
    }

    private AlertDesk.Outcome done(Function<Tx, AlertDesk.Outcome> act) {
        return pharmacy.transactions.write(pharmacy.staff, act);
    }

    private int untended() {
        return pharmacy.transactions.read(pharmacy.staff, board::untended);
    }

    @Test
    void the_worst_comes_first() {
        assertThat(shortages()).extracting(Shortage::sku).containsExactly("IBU", "PARA");
        assertThat(shortages()).extracting(Shortage::severity).containsExactly(Severity.OUT, Severity.LOW);
        assertThat(shortages()).extracting(Shortage::goodUnits).containsExactly(0, 4);
        assertThat(shortages()).allMatch(row -> row.handling() == Handling.OPEN && row.minimum() == 5);
    }

    @Test
    void a_window_of_the_list_knows_how_long_the_list_is() {
        var second = pharmacy.transactions.read(pharmacy.staff, tx -> board.shortages(tx, 1, 1));
        assertThat(second.rows()).extracting(Shortage::sku).containsExactly("PARA");
        assertThat(second.total()).isEqualTo(2);
    }

    @Test
    void who_takes_note_is_named_and_it_is_spoken_of_again_when_somebody_wants() {
        long episode = shortage("PARA").episode();
        assertThat(untended()).isEqualTo(2);
        assertThat(done(tx -> desk.acknowledge(tx, episode))).isEqualTo(AlertDesk.Outcome.DONE);
        assertThat(shortage("PARA").handling()).isEqualTo(Handling.ACKNOWLEDGED);
        assertThat(shortage("PARA").by()).isEqualTo(pharmacy.staff.name());
        assertThat(untended()).isEqualTo(1);
        assertThat(done(tx -> desk.wake(tx, episode))).isEqualTo(AlertDesk.Outcome.DONE);
        assertThat(shortage("PARA").handling()).isEqualTo(Handling.OPEN);
        assertThat(shortage("PARA").by()).isNull();
    }

    @Test
    void a_shortage_is_found_by_its_product_too() {
        ProductId product = shortage("PARA").product();
        assertThat(done(tx -> desk.acknowledge(tx, product))).isEqualTo(AlertDesk.Outcome.DONE);
        assertThat(shortage("PARA").handling()).isEqualTo(Handling.ACKNOWLEDGED);
        assertThat(shortage("IBU").handling()).isEqualTo(Handling.OPEN);
        stock("PARA", "B", 200, 10);
        assertThat(done(tx -> desk.acknowledge(tx, product))).isEqualTo(AlertDesk.Outcome.OVER);
    }

    @Test
    void put_off_until_a_day_it_is_open_again_on_that_day() {
        long episode = shortage("PARA").episode();
        var day = pharmacy.today().plusDays(2);
        assertThat(done(tx -> desk.snoozeUntil(tx, episode, day))).isEqualTo(AlertDesk.Outcome.DONE);
        assertThat(shortage("PARA").handling()).isEqualTo(Handling.SNOOZED);
        assertThat(shortage("PARA").until()).isEqualTo(day);
        pharmacy.clock.pass(Duration.ofDays(1));
        assertThat(untended()).isEqualTo(1);
        pharmacy.clock.pass(Duration.ofDays(1));
        assertThat(shortage("PARA").handling()).isEqualTo(Handling.OPEN);
        assertThat(untended()).isEqualTo(2);
    }

    @Test
    void today_puts_nothing_off() {
        long episode = shortage("PARA").episode();
        assertThat(done(tx -> desk.snoozeUntil(tx, episode, tx.today()))).isEqualTo(AlertDesk.Outcome.NOT_LATER);
        assertThat(shortage("PARA").handling()).isEqualTo(Handling.OPEN);
    }

    @Test
    void put_off_until_units_come_in_it_is_open_again_when_too_few_came() {
        long episode = shortage("PARA").episode();
        done(tx -> desk.snoozeToReceipt(tx, episode));
        assertThat(shortage("PARA").handling()).isEqualTo(Handling.SNOOZED);
        assertThat(shortage("PARA").toReceipt()).isTrue();
        moved(confirmed("O-3", wanted("PARA", 2)), OrderStatus.DISPATCHED);
        assertThat(shortage("PARA").handling()).isEqualTo(Handling.SNOOZED);
        stock("PARA", "B", 200, 1);
        assertThat(shortage("PARA").handling()).isEqualTo(Handling.OPEN);
    }

    @Test
    void put_off_until_units_come_in_it_is_open_again_when_enough_came_and_were_gone_at_once() {
        long episode = shortage("PARA").episode();
        done(tx -> desk.snoozeToReceipt(tx, episode));
        stock("PARA", "B", 200, 1);
        moved(confirmed("O-3", wanted("PARA", 1)), OrderStatus.DISPATCHED);
        assertThat(shortage("PARA").episode()).isEqualTo(episode);
        assertThat(shortage("PARA").handling()).isEqualTo(Handling.OPEN);
    }

    @Test
    void what_has_recovered_meanwhile_is_over() {
        long episode = shortage("PARA").episode();
        stock("PARA", "B", 200, 10);
        assertThat(done(tx -> desk.acknowledge(tx, episode))).isEqualTo(AlertDesk.Outcome.OVER);
        assertThat(shortages()).extracting(Shortage::sku).containsExactly("IBU");
    }

    @Test
    void messages_say_what_they_are_about_and_how_they_went() {
        assertThat(messages(Which.ALL)).extracting(Message::about).containsExactly("Product IBU", "Product PARA");
        assertThat(messages(Which.ALL)).extracting(Message::kind).containsExactly(Kind.STOCK_OUT, Kind.LOW_STOCK);
        assertThat(messages(Which.WAITING)).hasSize(2);
        assertThat(messages(Which.FAILED)).isEmpty();
    }

    @Test
    void a_message_that_was_given_up_is_tried_again_and_one_that_waits_is_not() {
        long waiting = messages(Which.ALL).getFirst().id();
        pharmacy.alerts.rung.set(0);
        assertThat(done(tx -> desk.retry(tx, waiting))).isEqualTo(AlertDesk.Outcome.OVER);
        assertThat(pharmacy.alerts.rung).hasValue(0);
        pharmacy.transactions.run(pharmacy.staff, tx -> tx.session()
                .createNativeMutationQuery("update notification set status = 'FAILED', attempts = 8,"
                        + " last_error = 'no such number', recipient = '+2348031234567' where id = :id")
                .setParameter("id", waiting)
                .executeUpdate());
        Message failed = messages(Which.FAILED).getFirst();
        assertThat(failed.reason()).isEqualTo("no such number");
        assertThat(failed.recipient()).isEqualTo("+234…567");
        assertThat(done(tx -> desk.retry(tx, waiting))).isEqualTo(AlertDesk.Outcome.DONE);
        assertThat(pharmacy.alerts.rung).as("goes out at once").hasValue(1);
        assertThat(messages(Which.FAILED)).isEmpty();
        assertThat(messages(Which.WAITING)).extracting(Message::attempts).containsExactly(0, 0);
    }

    @Test
    void a_shop_sees_and_does_nothing_of_this() {
        long episode = shortage("PARA").episode();
        assertThatThrownBy(() -> pharmacy.transactions.read(pharmacy.shop, tx -> board.shortages(tx, 0, 1)))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> pharmacy.transactions.read(pharmacy.shop, tx -> board.messages(tx, Which.ALL, 0, 1)))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> pharmacy.transactions.write(pharmacy.shop, tx -> desk.acknowledge(tx, episode)))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> pharmacy.transactions.write(pharmacy.shop, tx -> desk.retry(tx, 1)))
                .isInstanceOf(NotPermitted.class);
    }
}
