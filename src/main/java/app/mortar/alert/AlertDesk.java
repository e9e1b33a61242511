package app.mortar.alert;

import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.store.Tx;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.hibernate.LockMode;

/** What people do about alerts: take note of a shortage, put it off, have a message tried again. */
public final class AlertDesk {
    /** What the desk says. */
    public enum Outcome {
        DONE,
        /** The product has recovered, or the message was taken: there is nothing to do any more. */
        OVER,
        /** A day that is not in the future puts nothing off. */
        NOT_LATER
    }

    /** Somebody acts on it: nothing more is said until it gets worse or is resolved. */
    public Outcome acknowledge(Tx tx, long episode) {
        return onOpen(tx, episode, open -> open.acknowledge(tx.actor().name(), tx.now()));
    }

    /** The same for the shortage of a product. */
    public Outcome acknowledge(Tx tx, ProductId product) {
        return on(
                tx,
                open(tx, "e.openProduct = :it", product.value()),
                open -> open.acknowledge(tx.actor().name(), tx.now()));
    }

    /** Nothing is said of it before that day. */
    public Outcome snoozeUntil(Tx tx, long episode, LocalDate day) {
        tx.actor().must(Permission.HANDLE_ALERTS);
        return day.isAfter(tx.today()) ? onOpen(tx, episode, open -> open.snoozeUntil(day)) : Outcome.NOT_LATER;
    }

    /** Nothing is said of it until units come in. */
    public Outcome snoozeToReceipt(Tx tx, long episode) {
        return onOpen(tx, episode, Episode::snoozeToReceipt);
    }

    /** It is spoken of again, as if nobody had taken note of it or put it off. */
    public Outcome wake(Tx tx, long episode) {
        return onOpen(tx, episode, Episode::wake);
    }

    private static Outcome onOpen(Tx tx, long id, Consumer<Episode> act) {
        return on(tx, open(tx, "e.id = :it and e.openProduct is not null", id), act);
    }

    private static Optional<Episode> open(Tx tx, String which, long it) {
        tx.actor().must(Permission.HANDLE_ALERTS);
        return tx
                .session()
                .createSelectionQuery("from Episode e where " + which, Episode.class)
                .setParameter("it", it)
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    private static Outcome on(Tx tx, Optional<Episode> open, Consumer<Episode> act) {
        open.ifPresent(episode -> {
            act.accept(episode);
            tx.session().update(episode);
        });
        return open.isPresent() ? Outcome.DONE : Outcome.OVER;
    }

    /** A message that was given up is tried again from the start, at once where this program sends messages. */
    public Outcome retry(Tx tx, long message) {
        tx.actor().must(Permission.HANDLE_ALERTS);
        Optional<Notice> failed = tx
                .session()
                .createSelectionQuery("from Notice n where n.id = :id and n.status = FAILED", Notice.class)
                .setParameter("id", message)
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
        failed.ifPresent(notice -> {
            notice.retry(tx.now());
            tx.session().update(notice);
            tx.attending(Outbox.class).ifPresent(outbox -> outbox.ring(tx));
        });
        return failed.isPresent() ? Outcome.DONE : Outcome.OVER;
    }
}
