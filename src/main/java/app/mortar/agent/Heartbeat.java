package app.mortar.agent;

import app.mortar.store.Tx;
import java.time.Duration;

/** Says that a program keeps the timetable. */
final class Heartbeat {
    /** How often it says so. */
    static final Duration INTERVAL = Duration.ofSeconds(10);

    private static final Duration REMEMBERED = Duration.ofDays(7);

    private Heartbeat() {}

    static void beat(Tx tx, String agent) {
        int known = tx.session()
                .createNativeMutationQuery("update agent_heartbeat set beat_at = :now where agent = :agent")
                .setParameter("now", tx.now())
                .setParameter("agent", agent)
                .executeUpdate();
        if (known == 0) {
            tx.session()
                    .createNativeMutationQuery(
                            "insert into agent_heartbeat (agent, started_at, beat_at) values (:agent, :now, :now)")
                    .setParameter("agent", agent)
                    .setParameter("now", tx.now())
                    .executeUpdate();
        }
    }

    /** A program that ends in order is not missed. */
    static void stop(Tx tx, String agent) {
        tx.session()
                .createNativeMutationQuery("delete from agent_heartbeat where agent = :agent")
                .setParameter("agent", agent)
                .executeUpdate();
    }

    /** Drops programs that were ended otherwise, long ago. */
    static void forgetOld(Tx tx) {
        tx.session()
                .createNativeMutationQuery("delete from agent_heartbeat where beat_at < :before")
                .setParameter("before", tx.now().minus(REMEMBERED))
                .executeUpdate();
    }
}
