package app.mortar.alert;

import app.mortar.kernel.Permission;
import app.mortar.store.Tx;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

/**
 * What providers report later of messages they took: late, twice and out of order. A report that comes before the
 * provider's own answer was written down is kept until then.
 */
public final class DeliveryReports {
    private static final Duration KEPT = Duration.ofDays(7);

    /** The provider that reports, and by which media it sends. */
    public enum Provider {
        TERMII,
        WHATSAPP;

        private List<String> media() {
            return Arrays.stream(Medium.values())
                    .filter(medium -> medium != Medium.EMAIL && medium != Medium.LOG && of(medium) == this)
                    .map(Medium::word)
                    .toList();
        }

        private static Provider of(Medium medium) {
            return medium == Medium.WHATSAPP ? WHATSAPP : TERMII;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One report.
     *
     * @param id as the provider calls the message
     * @param status SENT, DELIVERED or FAILED
     */
    public record Said(
            String id, Notice.Status status, @Nullable String why) {}

    /** Moves the message forward, if it is ours; nothing ever moves back. */
    public void take(Tx tx, Provider provider, Said said) {
        tx.actor().must(Permission.RUN_JOBS);
        List<Notice> notices = tx.session()
                .createSelectionQuery(
                        "from Notice n where n.providerId = :id and n.channel in :channels order by n.id", Notice.class)
                .setParameter("id", said.id())
                .setParameter("channels", provider.media())
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList();
        if (notices.isEmpty()) {
            keep(tx, provider, said);
        }
        notices.forEach(notice -> {
            notice.reported(said.status(), said.why(), tx.now());
            tx.session().update(notice);
        });
    }

    private static void keep(Tx tx, Provider provider, Said said) {
        @Nullable String before = early(tx, provider, said.id());
        if (before != null && Notice.Status.valueOf(before).compareTo(said.status()) >= 0) {
            return;
        }
        String sql = before == null ? """
                  insert into delivery_report (status, detail, at, provider, provider_id)
                  values (:status, :detail, :now, :provider, :id)""" : """
                  update delivery_report set status = :status, detail = :detail, at = :now
                  where provider = :provider and provider_id = :id""";
        tx.session()
                .createNativeMutationQuery(sql)
                .setParameter("status", said.status().name())
                .setParameter("detail", said.why(), String.class)
                .setParameter("now", tx.now())
                .setParameter("provider", provider.word())
                .setParameter("id", said.id())
                .executeUpdate();
    }

    private static @Nullable String early(Tx tx, Provider provider, String id) {
        return tx
                .session()
                .createNativeQuery(
                        "select status from delivery_report where provider = :provider and provider_id = :id",
                        String.class)
                .setParameter("provider", provider.word())
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** What was reported of a message before it was known by this id. */
    static void applyEarly(Tx tx, Medium medium, Notice notice) {
        String id = notice.providerId();
        if (id == null) {
            return;
        }
        Provider provider = Provider.of(medium);
        String early = early(tx, provider, id);
        if (early != null) {
            notice.reported(Notice.Status.valueOf(early), null, tx.now());
            tx.session()
                    .createNativeMutationQuery(
                            "delete from delivery_report where provider = :provider and provider_id = :id")
                    .setParameter("provider", provider.word())
                    .setParameter("id", id)
                    .executeUpdate();
        }
    }

    /** Drops reports about messages that never were ours. */
    public int forgetOld(Tx tx) {
        tx.actor().must(Permission.RUN_JOBS);
        return tx.session()
                .createNativeMutationQuery("delete from delivery_report where at < :before")
                .setParameter("before", tx.now().minus(KEPT))
                .executeUpdate();
    }
}
