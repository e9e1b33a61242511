package app.mortar.alert;

import app.mortar.kernel.Actor;
import app.mortar.settings.PharmacySettings;
import app.mortar.settings.Settings;
import app.mortar.store.Transactions;
import app.mortar.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.hibernate.LockMode;

/**
 * Takes one message from the outbox, hands it to its channel and records what came of it: two short transactions, and
 * the call between them. A claim ends by the database's clock, so that what a machine has dropped is taken over.
 */
final class Postman {
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration MARGIN = Duration.ofSeconds(20);

    /** So many that somebody else has in hand are passed over. */
    private static final int LOOKED_AT = 20;

    /** A message in hand. */
    record Claimed(long notice, int attempt, Letter letter) {}

    private final Transactions transactions;
    private final Actor agent;
    private final String name;
    private final Supplier<Settings> settings;
    private final DoubleSupplier chance;

    /**
     * A postman.
     *
     * @param name whose claims these are, different for each program
     * @param chance from 0 to 1, for the jitter of pauses
     */
    Postman(Transactions transactions, Actor agent, String name, Supplier<Settings> settings, DoubleSupplier chance) {
        this.transactions = transactions;
        this.agent = agent;
        this.name = name;
        this.settings = settings;
        this.chance = chance;
    }

    /** The next message that is due; one that was dropped twice is given up on the way. */
    Optional<Claimed> claim(Medium medium) {
        while (true) {
            Found found = transactions.write(agent, tx -> claim(tx, medium));
            if (found instanceof Found.Message message) {
                return Optional.of(message.claimed());
            }
            if (found instanceof Found.Nothing) {
                return Optional.empty();
            }
        }
    }

    private sealed interface Found {
        record Message(Claimed claimed) implements Found {}

        record GivenUp() implements Found {}

        record Nothing() implements Found {}
    }

    private static final String DUE = """
             n.status = PENDING and n.channel = :channel and n.nextAt <= :now
             and (n.claimedUntil is null or n.claimedUntil <= :now)""";

    /** Looks first and locks then, one row only: H2 would lock every row that it has to sort. */
    private Found claim(Tx tx, Medium medium) {
        List<Long> due = tx.session()
                .createSelectionQuery("select n.id from Notice n where " + DUE + " order by n.nextAt, n.id", Long.class)
                .setParameter("channel", medium.word())
                .setParameter("now", tx.now())
                .setMaxResults(LOOKED_AT)
                .getResultList();
        for (Long id : due) {
            List<Notice> locked = tx.session()
                    .createSelectionQuery("from Notice n where n.id = :id and " + DUE, Notice.class)
                    .setParameter("id", id)
                    .setParameter("channel", medium.word())
                    .setParameter("now", tx.now())
                    .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                    .getResultList();
            if (!locked.isEmpty()) {
                return claim(tx, medium, locked.getFirst());
            }
        }
        return new Found.Nothing();
    }

    /** A test message, which nobody else ever sees unclaimed. */
    Claimed test(Tx tx, Medium medium, String to) {
        Notice notice =
                Notice.opened(Kind.TEST, medium, medium == Medium.LOG ? Medium.THE_LOG : to, null, tx.now(), tx.now());
        tx.session().insert(notice);
        return switch (claim(tx, medium, notice)) {
            case Found.Message message -> message.claimed();
            case Found found -> throw new IllegalStateException("A new message is nobody's: " + found);
        };
    }

    private Found claim(Tx tx, Medium medium, Notice notice) {
        Instant now = tx.now();
        PharmacySettings pharmacy = settings.get().pharmacy();
        Wording wording = new Wording(pharmacy.name());
        String body = notice.body();
        boolean mine = notice.claim(
                name, now, now.plus(lease()), body != null ? body : text(tx, wording, medium, notice, pharmacy));
        tx.session().update(notice);
        return mine
                ? new Found.Message(new Claimed(
                        notice.id(),
                        notice.attempts(),
                        new Letter(
                                notice.recipient(),
                                wording.subject(notice.kind(), notice.stage()),
                                String.valueOf(notice.body()))))
                : new Found.GivenUp();
    }

    private static String text(Tx tx, Wording wording, Medium medium, Notice notice, PharmacySettings pharmacy) {
        Contents contents = Contents.of(tx, notice);
        return wording.text(
                medium,
                notice.kind(),
                notice.stage(),
                contents.items(),
                contents.worthIn(pharmacy.currency().getCurrencyCode()));
    }

    /** Long enough for the slowest call, and for writing down what came of it. */
    private Duration lease() {
        return settings.get().alerts().messages().timeout().multipliedBy(2).plus(MARGIN);
    }

    /** Writes down what came of it; nothing if somebody else has taken the message over meanwhile. */
    void record(Claimed claimed, Medium medium, Sending sending) {
        transactions.run(agent, tx -> {
            Notice notice = tx.session().get(Notice.class, claimed.notice(), LockMode.PESSIMISTIC_WRITE);
            if (notice == null || !notice.isAttempt(name, claimed.attempt())) {
                return;
            }
            Instant now = tx.now();
            switch (sending) {
                case Sending.Accepted accepted -> {
                    notice.accepted(accepted.id(), now);
                    DeliveryReports.applyEarly(tx, medium, notice);
                }
                case Sending.Refused refused -> notice.refused(refused.why(), now);
                case Sending.Unknown unknown -> notice.outcomeUnknown(unknown.why(), now.plus(pause(notice)));
                case Sending.NotNow notNow -> {
                    int most = settings.get().alerts().messages().maxAttempts();
                    if (notice.attempts() >= most) {
                        notice.refused(notNow.why() + " Given up after " + most + " attempts.", now);
                    } else {
                        Duration asked = notNow.retryAfter();
                        Duration pause = pause(notice);
                        notice.notNow(
                                notNow.why(), now.plus(asked != null && asked.compareTo(pause) > 0 ? asked : pause));
                    }
                }
            }
            tx.session().update(notice);
        });
    }

    /** Doubles with each attempt, up to an hour, and differs by up to a fifth so that not all come back at once. */
    private Duration pause(Notice notice) {
        double first = (double) settings.get().alerts().messages().backoff().toMillis();
        double pause =
                Math.min(first * Math.pow(2, Math.min(30, notice.attempts() - 1)), (double) LONGEST_PAUSE.toMillis());
        return Duration.ofMillis(Math.round(pause * (0.8 + 0.4 * chance.getAsDouble())));
    }
}
