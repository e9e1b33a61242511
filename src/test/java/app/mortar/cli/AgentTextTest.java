package app.mortar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.agent.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How {@code mortar agent status} says that somebody is there, or nobody. */
class AgentTextTest {
    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");

    private static AgentCommand.Answer said(boolean alive, Status.Agent... agents) {
        return AgentText.of(new Status(NOW, alive, List.of(agents), List.of(), Optional.empty()));
    }

    @Test
    void one_that_keeps_the_timetable_is_named() {
        AgentCommand.Answer answer =
                said(true, new Status.Agent("agent@server", NOW.minusSeconds(60), NOW.minusSeconds(5)));
        assertThat(answer.alive()).isTrue();
        assertThat(answer.table())
                .startsWith("The agent is alive.")
                .contains("agent@server, since 2026-03-10T08:59:00Z, last heartbeat 2026-03-10T08:59:55Z");
    }

    @Test
    void when_it_was_stopped_in_order_nobody_is_named() {
        AgentCommand.Answer answer = said(false);
        assertThat(answer.alive()).isFalse();
        assertThat(answer.table())
                .startsWith("Nobody keeps the timetable and nobody sends alerts")
                .contains("mortar serve")
                .doesNotContain("last heartbeat");
        assertThat(answer.json()).contains("\"alive\":false");
    }

    @Test
    void when_it_was_killed_it_says_since_when_it_is_silent() {
        AgentCommand.Answer answer =
                said(false, new Status.Agent("agent@server", NOW.minusSeconds(900), NOW.minusSeconds(300)));
        assertThat(answer.table())
                .startsWith("Nobody keeps the timetable and nobody sends alerts")
                .contains("last heartbeat 2026-03-10T08:55:00Z");
    }
}
