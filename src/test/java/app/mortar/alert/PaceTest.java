package app.mortar.alert;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.testing.DeskTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a message may first be sent. Lagos is an hour ahead of UTC, in which these moments are written. */
class PaceTest extends DeskTest {
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private void low(String sku, String at) {
        pharmacy.product(sku, 5);
        pharmacy.clock.set(Instant.parse(at));
        stock(sku, "A", 300, 4);
    }

    private List<String> due(String kind) {
        return pharmacy.transactions.read(pharmacy.staff, tx -> tx
                .session()
                .createNativeQuery("select due_at from notification where kind = :kind order by id", Instant.class)
                .setParameter("kind", kind)
                .getResultList()
                .stream()
                .map(Instant::toString)
                .toList());
    }

    @ParameterizedTest(name = "quiet {0} to {1} in Lagos: found at {2}, due at {3}")
    @CsvSource({
        "21:00,07:00,2026-03-10T19:59:59Z,2026-03-10T19:59:59Z",
        "21:00,07:00,2026-03-10T20:00:00Z,2026-03-11T06:00:00Z",
        "21:00,07:00,2026-03-10T22:59:59Z,2026-03-11T06:00:00Z",
        "21:00,07:00,2026-03-10T23:30:00Z,2026-03-11T06:00:00Z",
        "21:00,07:00,2026-03-11T05:59:59Z,2026-03-11T06:00:00Z",
        "21:00,07:00,2026-03-11T06:00:00Z,2026-03-11T06:00:00Z",
        "13:00,15:00,2026-03-10T11:59:59Z,2026-03-10T11:59:59Z",
        "13:00,15:00,2026-03-10T12:00:00Z,2026-03-10T14:00:00Z",
        "13:00,15:00,2026-03-10T14:00:00Z,2026-03-10T14:00:00Z"
    })
    void nobody_is_woken_for_what_is_low(String from, String until, String found, String due) {
        pharmacy.alerts.quiet(from, until);
        low("PARA", found);
        assertThat(due("LOW_STOCK")).containsExactly(due);
    }

    @Test
    void a_stock_out_is_told_at_night() {
        pharmacy.alerts.quiet("21:00", "07:00");
        low("PARA", "2026-03-10T23:30:00Z");
        pharmacy.writeOff("PARA", "A", 4, app.mortar.stock.SetAside.Reason.DAMAGED);
        assertThat(due("STOCK_OUT")).containsExactly("2026-03-10T23:30:00Z");
    }

    @Test
    void what_comes_up_in_the_night_is_one_message_in_the_morning() {
        pharmacy.alerts.quiet("21:00", "07:00");
        low("PARA", "2026-03-10T21:00:00Z");
        low("IBU", "2026-03-11T01:00:00Z");
        assertThat(due("LOW_STOCK")).containsExactly("2026-03-11T06:00:00Z");
        assertThat(pharmacy.rows("select count(*) from notification_episode")).containsExactly("2");
    }

    /** Messages that went to somebody in the minutes before. */
    private void toldBefore(String recipient, int messages, String at) {
        toldBefore("sms", recipient, messages, at);
    }

    private void toldBefore(String channel, String recipient, int messages, String at) {
        pharmacy.transactions.run(pharmacy.staff, tx -> {
            for (int i = 0; i < messages; i++) {
                tx.session()
                        .createNativeMutationQuery("""
                                insert into notification
                                  (id, channel, recipient, kind, status, attempts, detected_at, due_at, next_at, sent_at)
                                values (:id, :channel, :to, 'EXPIRY', 'SENT', 1, :at, :at, :at, :at)""")
                        .setParameter("id", 900_000L + recipient.hashCode() % 1000 * 1000L + i)
                        .setParameter("channel", channel)
                        .setParameter("to", recipient)
                        .setParameter("at", Instant.parse(at))
                        .executeUpdate();
            }
        });
    }

    @Test
    void who_was_told_a_hundred_things_today_is_told_the_next_tomorrow_unless_something_is_out() {
        pharmacy.alerts.channels("sms");
        pharmacy.alerts.person("+2348031234567", null, Kind.LOW_STOCK, Kind.STOCK_OUT);
        // the pharmacy's day began at 23:00 UTC: the first of these belong to the day before
        toldBefore("+2348031234567", Pace.MOST_A_DAY - 1, "2026-03-09T23:00:00Z");
        toldBefore("+2348039999999", Pace.MOST_A_DAY, "2026-03-09T23:00:00Z");
        low("PARA", "2026-03-10T22:58:00Z");
        assertThat(due("LOW_STOCK")).as("the hundredth").containsExactly("2026-03-10T22:58:00Z");
        said();
        pharmacy.clock.pass(A_WHILE);
        low("IBU", "2026-03-10T22:59:00Z");
        assertThat(due("LOW_STOCK")).as("one more").containsExactly("2026-03-10T22:58:00Z", "2026-03-10T23:00:00Z");
        pharmacy.writeOff("PARA", "A", 4, app.mortar.stock.SetAside.Reason.DAMAGED);
        assertThat(due("STOCK_OUT")).containsExactly("2026-03-10T22:59:00Z");
    }

    @Test
    void tomorrow_begins_when_its_quiet_hours_are_over() {
        pharmacy.alerts.quiet("21:00", "07:00");
        pharmacy.alerts.set(new app.mortar.settings.AlertSettings.Messages(
                List.of("sms"),
                Duration.ofSeconds(5),
                8,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                pharmacy.alerts.settings().messages().quietHours()));
        pharmacy.alerts.person("+2348031234567", null, Kind.LOW_STOCK);
        toldBefore("+2348031234567", Pace.MOST_A_DAY, "2026-03-10T08:00:00Z");
        low("PARA", "2026-03-10T09:00:00Z");
        assertThat(due("LOW_STOCK")).containsExactly("2026-03-11T06:00:00Z");
    }

    @Test
    void the_log_takes_any_number() {
        toldBefore("log", Medium.THE_LOG, Pace.MOST_A_DAY, "2026-03-10T08:00:00Z");
        low("PARA", "2026-03-10T09:00:00Z");
        assertThat(due("LOW_STOCK")).containsExactly("2026-03-10T09:00:00Z");
    }

    @Test
    void each_stage_of_expiry_is_gathered_for_itself() {
        pharmacy.product("PARA");
        stock("PARA", "A", 30, 1);
        pharmacy.alerts.expiry.check(pharmacy.transactions, pharmacy.staff);
        said();
        pharmacy.clock.pass(Duration.ofSeconds(5));
        stock("PARA", "B", 30, 1);
        stock("PARA", "C", 90, 1);
        pharmacy.alerts.expiry.check(pharmacy.transactions, pharmacy.staff);
        assertThat(pharmacy.rows("select stage from notification order by stage"))
                .containsExactly("30", "30", "90");
        List<Instant> due = pharmacy.transactions.read(pharmacy.staff, tx -> tx.session()
                .createNativeQuery("select due_at from notification order by stage, due_at", Instant.class)
                .getResultList());
        assertThat(due).containsExactly(MORNING, MORNING.plusSeconds(15), MORNING.plusSeconds(5));
    }

    @Test
    void a_new_day_of_the_pharmacy_begins_at_its_own_midnight() {
        pharmacy.alerts.channels("sms");
        pharmacy.alerts.person("+2348031234567", null, Kind.LOW_STOCK);
        toldBefore("+2348031234567", Pace.MOST_A_DAY, "2026-03-10T22:59:59Z");
        low("PARA", "2026-03-10T23:30:00Z");
        assertThat(due("LOW_STOCK")).containsExactly("2026-03-10T23:30:00Z");
    }

    @Test
    void what_comes_up_right_after_a_message_is_gathered_for_a_moment() {
        low("PARA", "2026-03-10T09:00:00Z");
        said();
        low("IBU", "2026-03-10T09:00:05Z");
        low("ASA", "2026-03-10T09:00:06Z");
        assertThat(due("LOW_STOCK")).containsExactly("2026-03-10T09:00:00Z", "2026-03-10T09:00:15Z");
        said();
        low("ZINC", "2026-03-10T09:00:20Z");
        assertThat(due("LOW_STOCK").getLast()).as("after the last one").isEqualTo("2026-03-10T09:00:30Z");
        said();
        low("ORS", "2026-03-10T09:00:46Z");
        assertThat(due("LOW_STOCK").getLast()).isEqualTo("2026-03-10T09:00:46Z");
    }

    private void said() {
        pharmacy.transactions.run(pharmacy.staff, tx -> tx.session()
                .createNativeMutationQuery("update notification set status = 'SENT', body = 'said', sent_at = :now"
                        + " where status = 'PENDING'")
                .setParameter("now", tx.now())
                .executeUpdate());
    }
}
