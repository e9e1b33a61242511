package app.mortar.bench;

import app.mortar.store.Kind;
import app.mortar.store.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import javax.sql.DataSource;

/** Makes pharmacies of any size: products with three batches each, and plenty of units in them. */
final class Pharmacies {
    static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");

    private Pharmacies() {}

    static String sku(int product) {
        return "P" + (product + 1);
    }

    /** Fills an empty database. Every twentieth product is low. */
    static void fill(DataSource database, Kind kind, int products) throws SQLException {
        new Schema(database, kind).migrate();
        String numbers = kind == Kind.H2
                ? "system_range(1, " + products + ") as n(i)"
                : "generate_series(1, " + products + ") as n(i)";
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into product (id, sku, name, generic_name, strength, form, min_stock_level, stock_quantity,
                      search_text, created_at, updated_at)
                    select i, 'P' || i, 'Medicine ' || i, 'Generic ' || mod(i, 500), mod(i, 20) * 50 || ' mg', 'tablet',
                      case when mod(i, 20) = 0 then 4000000 else 10 end, 3000000,
                      'p' || i || ' medicine ' || i || ' generic ' || mod(i, 500) || ' ' || mod(i, 20) * 50 || ' mg tablet',
                      current_timestamp, current_timestamp from %s"""
                            .formatted(numbers));
            for (int batch = 1; batch <= 3; batch++) {
                statement.execute(
                        """
                        insert into inventory_batch (id, product_id, batch_number, expiry_date, received_at, quantity)
                        select i * 3 + %d, i, 'B%d', cast('%d-06-30' as date), current_timestamp, 1000000 from %s"""
                                .formatted(batch, batch, 2060 + batch, numbers));
            }
            long next = products * 3L + 1_000;
            statement.execute("alter sequence inventory_batch_seq restart with " + next);
            statement.execute("alter sequence product_seq restart with " + next);
            statement.execute("analyze");
            if (kind == Kind.POSTGRESQL) {
                statement.execute("checkpoint");
            }
        }
    }
}
