package app.mortar.access;

import app.mortar.store.Tx;
import java.util.List;

/**
 * Who is told about what. Only people who work here and have a telephone number or an e-mail address; on which channel
 * a message reaches them is for the channel to know.
 *
 * <p>No permission is asked for: an alert is written in the very transaction that finds the shelf empty, whoever's it
 * is, and the addresses go into its messages and to nobody else.
 */
public final class Recipients {
    private static final String REACHABLE =
            "from StaffMember m where m.disabledAt is null and (m.phone is not null or m.email is not null)";

    /** Who wants alerts of that kind, by name; managers and pharmacists unless they chose otherwise. */
    public List<Recipient> of(Tx tx, AlertKind kind) {
        return read(tx, REACHABLE + " order by m.nameKey").stream()
                .filter(recipient -> recipient.wants().contains(kind))
                .toList();
    }

    /** Whom an alert goes to that nobody has acted on: all managers and admins, whatever they chose. */
    public List<Recipient> forEscalation(Tx tx) {
        return read(tx, REACHABLE + " and m.role in (MANAGER, ADMIN) order by m.nameKey");
    }

    private static List<Recipient> read(Tx tx, String query) {
        return tx.session().createSelectionQuery(query, StaffMember.class).getResultList().stream()
                .map(StaffMember::view)
                .map(who -> new Recipient(who.name(), who.role(), who.phone(), who.email(), who.alerts()))
                .toList();
    }
}
