package app.mortar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.testing.Db;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Db.class)
class SchemaTest {
    private final Db db;

    SchemaTest(Db db) {
        this.db = db;
    }

    private static final String LEDGER_ROW = """
            insert into inventory_movement (id, product_id, batch_id, type, quantity, batch_number, seq, prev_hash, hash,
              at, actor, workstation) values (1, 1, 1, 'IN', 5, 'A', 1, 'x', 'y', current_timestamp, 't', 't')""";

    private Connection seeded() throws SQLException {
        Link link = db.fresh();
        Connection connection = DriverManager.getConnection(link.url(), link.user(), link.password());
        execute(connection, """
                insert into product (id, sku, name, search_text, created_at, updated_at)
                values (1, 'S', 'Name', 's', current_timestamp, current_timestamp)""");
        execute(connection, """
                insert into inventory_batch (id, product_id, batch_number, received_at, quantity)
                values (1, 1, 'A', current_timestamp, 5)""");
        execute(connection, LEDGER_ROW);
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_ledger_row_cannot_be_changed_deleted_or_truncated_away() throws SQLException {
        try (Connection connection = seeded()) {
            for (String sql : new String[] {
                "update inventory_movement set quantity = 6",
                "update inventory_movement set quantity = 6 where id = 1",
                "delete from inventory_movement",
                "truncate table inventory_movement"
            }) {
                assertThatThrownBy(() -> execute(connection, sql)).as(sql).isInstanceOf(SQLException.class);
            }
            try (var rows = connection.createStatement().executeQuery("select quantity from inventory_movement")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(5);
            }
        }
    }

    @Test
    void no_row_can_promise_more_than_is_there() throws SQLException {
        try (Connection connection = seeded()) {
            assertThatThrownBy(() -> execute(connection, "update inventory_batch set reserved_quantity = 6"))
                    .hasMessageContaining("batch_not_oversold");
            assertThatThrownBy(() -> execute(
                            connection, "update inventory_batch set reserved_quantity = 3, quarantined_quantity = 3"))
                    .hasMessageContaining("batch_not_oversold");
            assertThatThrownBy(() -> execute(connection, "update product set reserved_quantity = 1"))
                    .hasMessageContaining("product_not_oversold");
            assertThatThrownBy(() -> execute(connection, "update inventory_batch set quantity = -1"))
                    .isInstanceOf(SQLException.class);
        }
    }
}
