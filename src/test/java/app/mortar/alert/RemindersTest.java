package app.mortar.alert;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.store.Tx;
import app.mortar.testing.DeskTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said again, and to whom, as time goes by. */
class RemindersTest extends DeskTest {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    @BeforeEach
    void one_product_is_low() {
        pharmacy.product("PARA", 5);
        stock("PARA", "A", 900, 4);
        send();
    }

    private void send() {
        pharmacy.transactions.run(pharmacy.staff, tx -> tx.session()
                .createNativeMutationQuery(
                        "update notification set status = 'SENT', body = 'said', sent_at = :now where status = 'PENDING'")
                .setParameter("now", tx.now())
                .executeUpdate());
    }

    private List<String> told() {
        return pharmacy.rows("select kind from notification order by id");
    }

    private void remind() {
        pharmacy.alerts.reminders.remind(pharmacy.transactions, pharmacy.staff);
    }

    private void aDayLater() {
        send();
        pharmacy.clock.pass(Duration.ofHours(24));
        remind();
    }

    @Test
    void after_23_59_59_it_is_silent_and_after_24_hours_it_is_said_again_once() {
        pharmacy.clock.pass(Duration.ofHours(24).minus(A_SECOND));
        remind();
        assertThat(told()).containsExactly("LOW_STOCK");
        pharmacy.clock.pass(A_SECOND);
        remind();
        remind();
        assertThat(told()).containsExactly("LOW_STOCK", "LOW_STOCK");
    }

    @Test
    void after_two_repeats_the_managers_are_told_instead() {
        pharmacy.alerts.channels("sms");
        pharmacy.alerts.person("+2348030000001", null, Kind.LOW_STOCK);
        pharmacy.alerts.person("+2348030000002", null, Kind.ESCALATION);
        aDayLater();
        aDayLater();
        aDayLater();
        assertThat(pharmacy.rows("select kind, recipient from notification order by id"))
                .containsExactly(
                        "LOW_STOCK log",
                        "LOW_STOCK +2348030000001",
                        "LOW_STOCK +2348030000001",
                        "ESCALATION +2348030000002");
    }

    @Test
    void when_no_manager_can_be_reached_the_same_people_are_told_again() {
        pharmacy.alerts.channels("sms");
        pharmacy.alerts.person("+2348030000001", null, Kind.LOW_STOCK);
        aDayLater();
        aDayLater();
        aDayLater();
        assertThat(told()).containsExactly("LOW_STOCK", "LOW_STOCK", "LOW_STOCK", "LOW_STOCK");
    }

    @Test
    void days_on_which_nobody_looked_are_not_made_up_for_one_by_one() {
        pharmacy.clock.pass(Duration.ofDays(10));
        remind();
        remind();
        assertThat(told()).hasSize(2);
    }

    @Test
    void a_stock_out_is_repeated_as_a_stock_out() {
        pharmacy.writeOff("PARA", "A", 4, app.mortar.stock.SetAside.Reason.DAMAGED);
        aDayLater();
        assertThat(told()).containsExactly("LOW_STOCK", "STOCK_OUT", "STOCK_OUT");
    }

    private long episode() {
        return Long.parseLong(pharmacy.rows("select id from alert_episode").getFirst());
    }

    private void done(Function<Tx, AlertDesk.Outcome> act) {
        assertThat(pharmacy.transactions.write(pharmacy.staff, act)).isEqualTo(AlertDesk.Outcome.DONE);
    }

    @Test
    void what_somebody_acts_on_is_not_said_again_until_it_gets_worse() {
        long episode = episode();
        done(tx -> new AlertDesk().acknowledge(tx, episode));
        aDayLater();
        aDayLater();
        assertThat(told()).containsExactly("LOW_STOCK");
        pharmacy.writeOff("PARA", "A", 4, app.mortar.stock.SetAside.Reason.DAMAGED);
        assertThat(told()).containsExactly("LOW_STOCK", "STOCK_OUT");
    }

    @Test
    void what_was_put_off_is_said_again_on_its_day() {
        long episode = episode();
        done(tx -> new AlertDesk().snoozeUntil(tx, episode, tx.today().plusDays(3)));
        aDayLater();
        aDayLater();
        assertThat(told()).containsExactly("LOW_STOCK");
        pharmacy.clock.set(Instant.parse("2026-03-12T22:59:59Z"));
        remind();
        assertThat(told()).containsExactly("LOW_STOCK");
        pharmacy.clock.pass(A_SECOND); // midnight in Lagos
        remind();
        assertThat(told()).containsExactly("LOW_STOCK", "LOW_STOCK");
    }

    @Test
    void what_was_put_off_until_units_come_in_is_said_again_when_too_few_came() {
        long episode = episode();
        done(tx -> new AlertDesk().snoozeToReceipt(tx, episode));
        aDayLater();
        assertThat(told()).containsExactly("LOW_STOCK");
        pharmacy.writeOff("PARA", "A", 2, app.mortar.stock.SetAside.Reason.DAMAGED);
        stock("PARA", "B", 900, 1);
        remind();
        assertThat(told()).containsExactly("LOW_STOCK", "LOW_STOCK");
    }

    @Test
    void it_is_silent_when_the_stock_is_there() {
        stock("PARA", "B", 900, 4);
        aDayLater();
        assertThat(told()).containsExactly("LOW_STOCK");
    }
}
