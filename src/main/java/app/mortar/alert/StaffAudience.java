package app.mortar.alert;

import app.mortar.access.AlertKind;
import app.mortar.access.Recipient;
import app.mortar.access.Recipients;
import app.mortar.store.Tx;
import java.util.List;

/** The staff: each is told what they want to be told, and of what nobody has acted on all managers and admins are. */
public final class StaffAudience implements Audience {
    private final Recipients recipients;

    public StaffAudience(Recipients recipients) {
        this.recipients = recipients;
    }

    @Override
    public List<Addressee> of(Tx tx, Kind kind) {
        return people(tx, kind).stream()
                .map(person -> new Addressee(
                        person.phone().orElse(null), person.email().orElse(null)))
                .toList();
    }

    private List<Recipient> people(Tx tx, Kind kind) {
        return switch (kind) {
            case LOW_STOCK, STOCK_OUT -> recipients.of(tx, AlertKind.LOW_STOCK);
            case EXPIRY -> recipients.of(tx, AlertKind.EXPIRY);
            case ESCALATION -> recipients.forEscalation(tx);
            case TEST -> List.of();
        };
    }
}
