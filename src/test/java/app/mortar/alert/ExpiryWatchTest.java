package app.mortar.alert;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.stock.SetAside;
import app.mortar.testing.DeskTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which stage of its expiry a batch is told of, and when. */
class ExpiryWatchTest extends DeskTest {
    @BeforeEach
    void a_product() {
        pharmacy.product("PARA");
    }

    private int look() {
        return pharmacy.alerts.expiry.check(pharmacy.transactions, pharmacy.staff);
    }

    private void daysLater(int days) {
        pharmacy.clock.pass(Duration.ofDays(days));
        look();
    }

    /** Stage and batch of everything that was said, in order. */
    private List<String> told() {
        return pharmacy.rows("""
                select n.stage, b.batch_number, m.units from notification n
                join notification_batch m on m.notification_id = n.id join inventory_batch b on b.id = m.batch_id
                order by n.id, b.batch_number""");
    }

    private void send() {
        pharmacy.transactions.run(pharmacy.staff, tx -> tx.session()
                .createNativeMutationQuery(
                        "update notification set status = 'SENT', body = 'said', sent_at = :now where status = 'PENDING'")
                .setParameter("now", tx.now())
                .executeUpdate());
    }

    @ParameterizedTest(name = "{0} days before its expiry a batch is told of in stage {1}")
    @CsvSource({"91,", "90,90", "31,90", "30,30", "8,30", "7,7", "1,7", "400,"})
    void the_stage_follows_from_the_date(int days, Integer stage) {
        stock("PARA", "A", days, 5);
        assertThat(look()).isEqualTo(stage == null ? 0 : 1);
        assertThat(told()).isEqualTo(stage == null ? List.of() : List.of(stage + " A 5"));
    }

    @Test
    void each_stage_is_told_of_once_as_the_days_go_by_and_none_on_the_expiry_date() {
        stock("PARA", "A", 91, 5);
        for (int day = 0; day <= 92; day++) {
            look();
            look();
            pharmacy.clock.pass(Duration.ofDays(1));
        }
        assertThat(told()).containsExactly("90 A 5", "30 A 5", "7 A 5");
    }

    @Test
    void a_batch_received_inside_a_stage_is_told_of_in_that_stage_only() {
        stock("PARA", "A", 20, 5);
        look();
        daysLater(14);
        assertThat(told()).containsExactly("30 A 5", "7 A 5");
    }

    @Test
    void days_on_which_nobody_looked_are_made_up_for_by_the_nearest_stage() {
        stock("PARA", "A", 92, 5);
        look();
        daysLater(90);
        assertThat(told()).containsExactly("7 A 5");
    }

    @Test
    void empty_quarantined_and_recalled_batches_are_silent() {
        stock("PARA", "GONE", 20, 2);
        stock("PARA", "ASIDE", 20, 3);
        stock("PARA", "HALF", 20, 4);
        stock("PARA", "CALLED", 20, 5);
        pharmacy.writeOff("PARA", "GONE", 2, SetAside.Reason.DAMAGED);
        pharmacy.quarantine("PARA", "ASIDE", 3, SetAside.Action.HOLD);
        pharmacy.quarantine("PARA", "HALF", 1, SetAside.Action.HOLD);
        pharmacy.recall("PARA", "CALLED");
        look();
        assertThat(told()).containsExactly("30 HALF 3");
        pharmacy.quarantine("PARA", "ASIDE", 3, SetAside.Action.RELEASE);
        look();
        assertThat(told()).containsExactlyInAnyOrder("30 HALF 3", "30 ASIDE 3");
    }

    @Test
    void a_stage_on_a_day_is_one_digest() {
        stock("PARA", "A", 20, 5);
        stock("PARA", "B", 25, 5);
        stock("PARA", "C", 85, 5);
        look();
        send();
        stock("PARA", "D", 85, 5);
        look();
        assertThat(pharmacy.rows("select stage, status from notification order by id"))
                .containsExactly("30 SENT", "90 SENT", "90 PENDING");
    }

    @Test
    void the_day_is_the_pharmacys_wherever_the_server_stands() {
        stock("PARA", "A", 91, 5);
        pharmacy.clock.set(Instant.parse("2026-03-10T22:59:59Z"));
        assertThat(look()).isZero();
        pharmacy.clock.set(Instant.parse("2026-03-10T23:30:00Z"));
        assertThat(look()).isOne();
    }
}
