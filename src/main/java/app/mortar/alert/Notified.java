package app.mortar.alert;

import app.mortar.store.Tx;
import java.sql.PreparedStatement;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;

/** The plan's {@code low_stock_notified_at} on the product: when it was last told of while it is short, else null. */
final class Notified {
    private Notified() {}

    /** Says on each product, whose row is locked, what its episode knows. */
    static void remember(Tx tx, Collection<Episode> episodes) {
        if (episodes.isEmpty()) {
            return;
        }
        tx.session().doWork(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("update product set low_stock_notified_at = ? where id = ?")) {
                for (Episode episode : episodes) {
                    var told = episode.isOpen() ? episode.lastNotifiedAt() : null;
                    if (told == null) {
                        statement.setNull(1, Types.TIMESTAMP_WITH_TIMEZONE);
                    } else {
                        statement.setObject(1, OffsetDateTime.ofInstant(told, ZoneOffset.UTC));
                    }
                    statement.setLong(2, episode.product().value());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }
}
