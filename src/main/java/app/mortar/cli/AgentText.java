package app.mortar.cli;

import app.mortar.agent.Status;
import app.mortar.books.CheckLog;
import app.mortar.store.JobMark;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How the agent does, for people and for programs. */
public final class AgentText {
    private static final JsonMapper JSON = new JsonMapper();

    private AgentText() {}

    public static AgentCommand.Answer of(Status status) {
        return new AgentCommand.Answer(status.alive(), table(status), json(status));
    }

    private static String table(Status status) {
        List<String> lines = new ArrayList<>();
        lines.add(
                status.alive()
                        ? "The agent is alive."
                        : "Nobody keeps the timetable and nobody sends alerts: no heartbeat for two minutes."
                                + " Start `mortar serve`.");
        status.agents()
                .forEach(agent -> lines.add("  " + agent.name() + ", since " + shown(agent.startedAt())
                        + ", last heartbeat " + shown(agent.beatAt())));
        lines.add("");
        lines.add("%-14s %-22s %-24s %s"
                .formatted("JOB", "LAST DONE", "WHERE", "OUTCOME")
                .stripTrailing());
        status.jobs()
                .forEach(run -> lines.add("%-14s %-22s %-24s %s"
                        .formatted(run.job(), shown(run.lastAt()), run.workstation(), outcome(run))));
        lines.add("");
        lines.add(status.check().map(AgentText::check).orElse("The books were not checked at night yet."));
        return String.join("\n", lines);
    }

    private static String outcome(JobMark.Run run) {
        return run.failing()
                ? "failed at " + shown(run.failedAt()) + " on " + run.failedOn() + ": " + run.failure()
                : "ok";
    }

    private static String check(CheckLog.Entry check) {
        return "Books checked at " + shown(check.at()) + " on " + check.workstation() + ": "
                + (check.ok() ? "they add up." : check.violations() + " violations.\n" + check.findings());
    }

    private static String shown(@Nullable Instant moment) {
        return moment == null ? "never" : moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String json(Status status) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("alive", status.alive());
        all.put("now", status.now().toString());
        all.put(
                "agents",
                status.agents().stream()
                        .map(agent ->
                                row("name", agent.name(), "startedAt", agent.startedAt(), "beatAt", agent.beatAt()))
                        .toList());
        all.put(
                "jobs",
                status.jobs().stream()
                        .map(run -> row(
                                "job", run.job(),
                                "lastAt", run.lastAt(),
                                "workstation", run.workstation(),
                                "outcome", run.failing() ? "failed" : "ok",
                                "failedAt", run.failedAt(),
                                "failure", run.failure()))
                        .toList());
        all.put(
                "check",
                status.check()
                        .map(check -> row(
                                "at", check.at(),
                                "workstation", check.workstation(),
                                "ok", check.ok(),
                                "violations", check.violations()))
                        .orElse(null));
        return JSON.writeValueAsString(all);
    }

    /** Names and values in turn; moments as text. */
    private static Map<String, @Nullable Object> row(@Nullable Object... parts) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            Object value = parts[i + 1];
            row.put(String.valueOf(parts[i]), value instanceof Instant moment ? moment.toString() : value);
        }
        return row;
    }
}
