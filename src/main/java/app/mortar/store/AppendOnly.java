package app.mortar.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** Refuses every change of a ledger row in the embedded database; PostgreSQL has the same rule as a function. */
public final class AppendOnly implements Trigger {
    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after)
            throws SQLException {
        throw new SQLException(
                "The ledger is append-only: a change of inventory_movement is refused. Post a reversing movement.",
                "23001");
    }
}
