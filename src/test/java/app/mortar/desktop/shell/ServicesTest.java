package app.mortar.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.work.Work;
import app.mortar.testing.DeskTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the status bar knows of the agent, wherever that runs. */
class ServicesTest extends DeskTest {
    private Services.Seen seen(boolean alone) {
        Services services = new Services(pharmacy.transactions, pharmacy.staff, Work.here(), alone, Optional.empty());
        services.tick();
        return Objects.requireNonNull(services.seen().get());
    }

    private void beat(String agent) {
        pharmacy.transactions.run(pharmacy.staff, tx -> tx.session()
                .createNativeMutationQuery(
                        "insert into agent_heartbeat (agent, started_at, beat_at) values (:agent, :now, :now)")
                .setParameter("agent", agent)
                .setParameter("now", tx.now())
                .executeUpdate());
    }

    @Test
    void an_agent_elsewhere_is_silent_after_two_minutes_without_a_heartbeat() {
        assertThat(seen(false).silent()).as("there never was one").isTrue();
        beat("server");
        pharmacy.clock.pass(Duration.ofMinutes(2));
        assertThat(seen(false).silent()).isFalse();
        pharmacy.clock.pass(Duration.ofSeconds(1));
        assertThat(seen(false).silent()).isTrue();
        beat("another");
        assertThat(seen(false).silent()).as("one of them is enough").isFalse();
    }

    @Test
    void this_programs_own_agent_needs_no_watching() {
        assertThat(seen(true).silent()).isFalse();
        assertThat(seen(true).lastRan()).isNull();
    }

    @Test
    void the_last_run_of_any_job_and_what_waits_to_be_sent_are_shown() {
        Instant then = pharmacy.clock.instant();
        pharmacy.transactions.run(
                pharmacy.staff, tx -> app.mortar.store.JobMark.ran(tx, "sweep", Duration.ofMinutes(10)));
        pharmacy.product("PARA", 5);
        stock("PARA", "A", 200, 4);
        pharmacy.clock.pass(Duration.ofMinutes(1));
        assertThat(seen(true).lastRan()).isEqualTo(then);
        assertThat(seen(true).unsent()).isOne();
    }
}
