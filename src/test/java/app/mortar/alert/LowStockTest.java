package app.mortar.alert;

import static app.mortar.testing.Pharmacy.form;
import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.fulfilment.OrderStatus;
import app.mortar.stock.SetAside;
import app.mortar.testing.DeskTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When an episode opens and closes, and what is said at once. */
class LowStockTest extends DeskTest {
    private int orders;

    private void sell(String sku, int units) {
        moved(confirmed("O-" + orders++, wanted(sku, units)), OrderStatus.DISPATCHED);
    }

    private void after(Duration time) {
        pharmacy.clock.pass(time);
    }

    private List<String> episodes() {
        return pharmacy.rows("""
                select p.sku, e.severity, e.good_units, case when e.resolved_at is null then 'open' else 'over' end
                from alert_episode e join product p on p.id = e.product_id order by p.sku, e.id""");
    }

    private List<String> messages() {
        return pharmacy.rows("""
                select n.kind, n.channel, n.recipient, (select count(*) from notification_episode m
                  where m.notification_id = n.id) from notification n order by n.id""");
    }

    private List<String> notified(String sku) {
        return pharmacy.rows(
                "select case when low_stock_notified_at is null then 'no' else 'yes' end from product where sku = '"
                        + sku + "'");
    }

    private int incidents() {
        return pharmacy.rows("select id from stockout").size();
    }

    @Test
    void a_product_is_low_below_its_minimum_and_not_at_it() {
        pharmacy.product("PARA", 5);
        stock("PARA", "A", 200, 8);
        sell("PARA", 3);
        assertThat(episodes()).isEmpty();
        assertThat(notified("PARA")).containsExactly("no");
        sell("PARA", 1);
        assertThat(episodes()).containsExactly("PARA LOW 4 open");
        assertThat(messages()).containsExactly("LOW_STOCK log log 1");
        assertThat(notified("PARA")).containsExactly("yes");
        assertThat(pharmacy.alerts.rung).hasPositiveValue();
    }

    @Test
    void a_hold_alone_alarms_nobody() {
        pharmacy.product("PARA", 5);
        stock("PARA", "A", 200, 8);
        pharmacy.hold(wanted("PARA", 3));
        confirmed("O-1", wanted("PARA", 5));
        assertThat(pharmacy.alerts.lowStock.check(pharmacy.transactions, pharmacy.staff))
                .isZero();
        assertThat(episodes()).isEmpty();
    }

    @Test
    void the_last_unit_makes_it_a_stock_out_which_is_told_apart() {
        pharmacy.product("PARA", 5);
        stock("PARA", "A", 200, 8);
        sell("PARA", 4);
        sell("PARA", 4);
        assertThat(episodes()).containsExactly("PARA OUT 0 open");
        assertThat(messages()).containsExactly("LOW_STOCK log log 1", "STOCK_OUT log log 1");
        assertThat(incidents()).isOne();
    }

    @Test
    void a_stock_out_is_told_once_in_a_period_however_often_it_comes_and_goes() {
        pharmacy.product("PARA", 5);
        stock("PARA", "A", 200, 4);
        sell("PARA", 4);
        stock("PARA", "B", 200, 2);
        assertThat(episodes()).containsExactly("PARA LOW 2 open");
        sell("PARA", 2);
        assertThat(messages()).containsExactly("LOW_STOCK log log 1", "STOCK_OUT log log 1");
        assertThat(incidents()).isEqualTo(2);
    }

    @Test
    void a_minimum_of_0_asks_for_nothing_but_a_stock_out_is_counted() {
        pharmacy.product("PARA", 0);
        stock("PARA", "A", 200, 2);
        sell("PARA", 2);
        assertThat(episodes()).isEmpty();
        assertThat(messages()).isEmpty();
        assertThat(incidents()).isOne();
        stock("PARA", "B", 200, 1);
        assertThat(pharmacy.rows("select count(*) from stockout where ended_at is null"))
                .containsExactly("0");
    }

    @Test
    void a_product_that_was_never_there_has_not_run_out() {
        pharmacy.product("NEW", 0);
        pharmacy.alerts.lowStock.check(pharmacy.transactions, pharmacy.staff);
        assertThat(incidents()).isZero();
        pharmacy.product("WANTED", 3);
        pharmacy.alerts.lowStock.check(pharmacy.transactions, pharmacy.staff);
        assertThat(episodes()).containsExactly("WANTED OUT 0 open");
        assertThat(incidents()).isZero();
    }

    @Test
    void it_is_over_when_units_come_and_what_was_not_sent_yet_is_taken_back() {
        pharmacy.product("PARA", 5);
        pharmacy.product("IBU", 5);
        stock("PARA", "A", 200, 4);
        stock("IBU", "A", 200, 4);
        assertThat(messages()).containsExactly("LOW_STOCK log log 2");
        stock("PARA", "B", 200, 6);
        assertThat(episodes()).containsExactly("IBU LOW 4 open", "PARA LOW 10 over");
        assertThat(messages()).containsExactly("LOW_STOCK log log 1");
        assertThat(notified("PARA")).containsExactly("no");
        stock("IBU", "B", 200, 6);
        assertThat(messages()).isEmpty();
    }

    @Test
    void write_off_quarantine_and_recall_are_seen_at_once() {
        for (String sku : List.of("BROKEN", "DOUBTFUL", "CALLED")) {
            pharmacy.product(sku, 5);
            stock(sku, "A", 200, 9);
        }
        pharmacy.writeOff("BROKEN", "A", 5, SetAside.Reason.DAMAGED);
        pharmacy.quarantine("DOUBTFUL", "A", 9, SetAside.Action.HOLD);
        pharmacy.recall("CALLED", "A");
        assertThat(episodes()).containsExactly("BROKEN LOW 4 open", "CALLED OUT 0 open", "DOUBTFUL OUT 0 open");
        pharmacy.quarantine("DOUBTFUL", "A", 9, SetAside.Action.RELEASE);
        assertThat(episodes()).contains("DOUBTFUL OUT 9 over");
    }

    @Test
    void what_time_does_is_found_by_the_look_at_all_products() {
        pharmacy.product("PARA", 5);
        stock("PARA", "A", 1, 9);
        stock("PARA", "B", 100, 2);
        pharmacy.clock.set(Instant.parse("2026-03-10T22:59:59Z"));
        assertThat(pharmacy.alerts.lowStock.check(pharmacy.transactions, pharmacy.staff))
                .isZero();
        pharmacy.clock.set(Instant.parse("2026-03-10T23:00:00Z"));
        assertThat(pharmacy.alerts.lowStock.check(pharmacy.transactions, pharmacy.staff))
                .isOne();
        assertThat(episodes()).containsExactly("PARA LOW 2 open");
        assertThat(pharmacy.alerts.lowStock.check(pharmacy.transactions, pharmacy.staff))
                .isZero();
    }

    @Test
    void raising_a_minimum_is_news_at_once_and_lowering_it_ends_it() {
        pharmacy.product("PARA", 5);
        stock("PARA", "A", 200, 8);
        pharmacy.replace(form("PARA", 9, true));
        assertThat(episodes()).containsExactly("PARA LOW 8 open");
        assertThat(messages()).hasSize(1);
        pharmacy.replace(form("PARA", 8, true));
        assertThat(episodes()).containsExactly("PARA LOW 8 over");
        pharmacy.replace(form("PARA", 20, true));
        assertThat(episodes()).containsExactly("PARA LOW 8 over", "PARA LOW 8 open");
    }

    @Test
    void a_product_that_is_not_sold_any_more_is_not_missed() {
        pharmacy.product("PARA", 5);
        stock("PARA", "A", 200, 3);
        assertThat(episodes()).containsExactly("PARA LOW 3 open");
        pharmacy.replace(form("PARA", 5, false));
        assertThat(episodes()).containsExactly("PARA LOW 3 over");
        pharmacy.writeOff("PARA", "A", 3, SetAside.Reason.DAMAGED);
        pharmacy.alerts.lowStock.check(pharmacy.transactions, pharmacy.staff);
        assertThat(episodes()).hasSize(1);
        assertThat(incidents()).isZero();
        pharmacy.replace(form("PARA", 5, true));
        assertThat(episodes()).containsExactly("PARA LOW 3 over", "PARA OUT 0 open");
    }

    private void claimed() {
        pharmacy.transactions.run(pharmacy.staff, tx -> tx.session()
                .createNativeMutationQuery(
                        "update notification set status = 'SENT', body = 'said', sent_at = :now where status = 'PENDING'")
                .setParameter("now", tx.now())
                .executeUpdate());
    }

    @Test
    void within_the_cool_down_it_was_not_away() {
        pharmacy.product("PARA", 5);
        stock("PARA", "A", 200, 4);
        claimed();
        stock("PARA", "B", 200, 4);
        after(Duration.ofMinutes(14).plusSeconds(59));
        sell("PARA", 4);
        assertThat(episodes()).containsExactly("PARA LOW 4 open");
        assertThat(messages()).hasSize(1);
        assertThat(notified("PARA")).containsExactly("yes");
    }

    @Test
    void within_it_only_those_are_told_whose_message_was_taken_back() {
        pharmacy.alerts.channels("sms");
        pharmacy.alerts.person("+2348031234567", null, Kind.LOW_STOCK);
        pharmacy.alerts.person("+2348039999999", null, Kind.LOW_STOCK);
        pharmacy.product("PARA", 5);
        stock("PARA", "A", 200, 4);
        pharmacy.transactions.run(pharmacy.staff, tx -> assertThat(tx.session()
                        .createNativeMutationQuery(
                                "update notification set status = 'SENT', body = 'said', sent_at = :now"
                                        + " where recipient = '+2348031234567'")
                        .setParameter("now", tx.now())
                        .executeUpdate())
                .isEqualTo(1));
        stock("PARA", "B", 200, 4);
        after(Duration.ofMinutes(1));
        sell("PARA", 4);
        assertThat(episodes()).containsExactly("PARA LOW 4 open");
        assertThat(pharmacy.rows("""
                        select n.recipient, count(*) from notification n
                        join notification_episode m on m.notification_id = n.id group by n.recipient order by n.recipient""")).containsExactly("+2348031234567 1", "+2348039999999 1");
    }

    @Test
    void after_the_cool_down_it_is_new() {
        pharmacy.product("PARA", 5);
        stock("PARA", "A", 200, 4);
        claimed();
        stock("PARA", "B", 200, 4);
        after(Duration.ofMinutes(15));
        sell("PARA", 4);
        assertThat(episodes()).containsExactly("PARA LOW 8 over", "PARA LOW 4 open");
        assertThat(messages()).hasSize(2);
    }

    @Test
    void one_transaction_that_fails_tells_nobody() {
        pharmacy.product("PARA", 5);
        stock("PARA", "A", 200, 9);
        pharmacy.alerts.rung.set(0);
        pharmacy.order(app.mortar.testing.Pharmacy.request("O-1", null, true, wanted("PARA", 10)));
        assertThat(episodes()).isEmpty();
        assertThat(pharmacy.alerts.rung).hasValue(0);
    }

    @Test
    void everybody_is_told_by_every_way_that_reaches_them() {
        pharmacy.alerts.channels("sms", "email", "log");
        pharmacy.alerts.person("+2348031234567", null, Kind.LOW_STOCK);
        pharmacy.alerts.person("+2348031234568", "ada@pharmacy.example", Kind.LOW_STOCK);
        pharmacy.alerts.person(null, null, Kind.LOW_STOCK);
        pharmacy.product("PARA", 5);
        stock("PARA", "A", 200, 4);
        assertThat(messages())
                .containsExactlyInAnyOrder(
                        "LOW_STOCK log log 1",
                        "LOW_STOCK sms +2348031234567 1",
                        "LOW_STOCK sms +2348031234568 1",
                        "LOW_STOCK email ada@pharmacy.example 1");
    }

    @Test
    void while_there_is_nobody_to_tell_it_stays_unsaid_and_is_said_to_the_first_who_can_hear_it() {
        pharmacy.alerts.channels("sms");
        pharmacy.product("PARA", 5);
        stock("PARA", "A", 200, 4);
        assertThat(messages()).isEmpty();
        assertThat(notified("PARA")).containsExactly("no");
        pharmacy.alerts.person("+2348031234567", null, Kind.LOW_STOCK);
        pharmacy.alerts.reminders.remind(pharmacy.transactions, pharmacy.staff);
        assertThat(messages()).containsExactly("LOW_STOCK sms +2348031234567 1");
        assertThat(notified("PARA")).containsExactly("yes");
    }
}
