package app.mortar.alert;

import app.mortar.store.Tx;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What messages are about: their links to episodes and to batches. */
final class Mentions {
    private final Tx tx;

    Mentions(Tx tx) {
        this.tx = tx;
    }

    /** A message to one address that tells of an episode. */
    private record OfEpisode(long notice, Episode episode) {}

    /** An episode, in its present period, told of to an address. */
    record Told(long episode, int period, Address address) {}

    /** Who was or will be told of these episodes by messages of that kind, in which period. */
    Set<Told> told(Kind kind, Collection<Episode> episodes) {
        Set<Told> told = new HashSet<>();
        tx.session()
                .createNativeQuery("""
                        select m.episode_id, m.period, n.channel, n.recipient from notification_episode m
                        join notification n on n.id = m.notification_id
                        where m.episode_id in (:episodes) and n.kind = :kind""", Object[].class)
                .setParameterList("episodes", episodes.stream().map(Episode::id).toList())
                .setParameter("kind", kind.name())
                .getResultList()
                .forEach(row -> told.add(new Told(
                        ((Number) row[0]).longValue(),
                        ((Number) row[1]).intValue(),
                        new Address(Medium.named((String) row[2]).orElseThrow(), (String) row[3]))));
        return told;
    }

    void add(Notice notice, List<Episode> episodes) {
        batched(
                """
                insert into notification_episode (notification_id, episode_id, period, good_units, minimum)
                values (?, ?, ?, ?, ?)""",
                episodes.stream()
                        .map(episode -> new OfEpisode(notice.id(), episode))
                        .toList(),
                (row, mention) -> {
                    row.setLong(1, mention.notice());
                    row.setLong(2, mention.episode().id());
                    row.setInt(3, mention.episode().period());
                    row.setInt(4, mention.episode().goodUnits());
                    row.setInt(5, mention.episode().minimum());
                });
    }

    /** A batch and its good units. */
    record OfBatch(long batch, int units) {}

    void addBatches(Notice notice, List<OfBatch> batches) {
        batched(
                "insert into notification_batch (notification_id, batch_id, units) values (?, ?, ?)",
                batches,
                (row, mention) -> {
                    row.setLong(1, notice.id());
                    row.setLong(2, mention.batch());
                    row.setInt(3, mention.units());
                });
    }

    /**
     * Takes these episodes out of the messages that nobody has begun to send; a message about nothing is not sent.
     *
     * @return the episodes that were in one
     */
    Set<Long> withdraw(Collection<Episode> episodes) {
        List<Long> ids = episodes.stream().map(Episode::id).toList();
        List<Long> notices = tx.session()
                .createNativeQuery("""
                        select n.id from notification n
                        where n.status = 'PENDING' and n.body is null and n.claimed_until is null
                          and exists (select 1 from notification_episode m
                            where m.notification_id = n.id and m.episode_id in (:episodes))
                        for update skip locked""", Long.class)
                .setParameterList("episodes", ids)
                .getResultList();
        if (notices.isEmpty()) {
            return Set.of();
        }
        Set<Long> withdrawn = new HashSet<>(tx.session()
                .createNativeQuery("""
                        select episode_id from notification_episode
                        where notification_id in (:notices) and episode_id in (:episodes)""", Long.class)
                .setParameterList("notices", notices)
                .setParameterList("episodes", ids)
                .getResultList());
        tx.session()
                .createNativeMutationQuery(
                        "delete from notification_episode where notification_id in (:notices) and episode_id in (:episodes)")
                .setParameterList("notices", notices)
                .setParameterList("episodes", ids)
                .executeUpdate();
        tx.session()
                .createNativeMutationQuery("""
                        delete from notification where id in (:notices) and not exists (
                          select 1 from notification_episode m where m.notification_id = notification.id)""")
                .setParameterList("notices", notices)
                .executeUpdate();
        return withdrawn;
    }

    private interface Binding<R> {
        void bind(PreparedStatement row, R value) throws SQLException;
    }

    private <R> void batched(String sql, Collection<R> rows, Binding<R> binding) {
        tx.session().doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (R row : rows) {
                    binding.bind(statement, row);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }
}
