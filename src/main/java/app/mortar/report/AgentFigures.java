package app.mortar.report;

import app.mortar.metrics.Reading;
import app.mortar.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether somebody keeps the timetable, and what came of its jobs. */
final class AgentFigures {
    private AgentFigures() {}

    static List<Reading> read(Tx tx) {
        List<Reading> all = new ArrayList<>();
        all.add(jobs(tx));
        tx
                .session()
                .createNativeQuery("select max(beat_at) from agent_heartbeat", Instant.class)
                .getResultList()
                .stream()
                .filter(beat -> beat != null)
                .forEach(beat -> all.add(Reading.Level.of(
                        "mortar_agent_last_beat_timestamp_seconds",
                        "When a program that keeps the timetable last said so, in seconds since 1970",
                        beat.getEpochSecond())));
        tx.session()
                .createNativeQuery("select ok from books_check order by at desc, id desc", Boolean.class)
                .setMaxResults(1)
                .getResultList()
                .forEach(ok -> all.add(Reading.Level.of(
                        "mortar_books_ok", "Whether the last nightly check of the books found nothing", ok ? 1 : 0)));
        return all;
    }

    private static Reading jobs(Tx tx) {
        Map<String, Number> last = new TreeMap<>();
        tx.session()
                .createNativeQuery("select job, last_at from job_mark", Object[].class)
                .addScalar("job", String.class)
                .addScalar("last_at", Instant.class)
                .getResultList()
                .forEach(row -> last.put((String) row[0], ((Instant) row[1]).getEpochSecond()));
        return Reading.Level.by(
                "mortar_job_last_success_timestamp_seconds",
                "When scheduled work was last done, by whichever server, in seconds since 1970",
                "job",
                last);
    }
}
