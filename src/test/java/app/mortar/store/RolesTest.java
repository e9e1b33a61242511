package app.mortar.store;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.testing.Db;
import app.mortar.testing.Pharmacy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code installer/postgresql/roles.sql} on a real server: the program can work, and nobody can do more. */
class RolesTest {
    private static Link till;

    @BeforeAll
    static void as_an_administrator_would() throws IOException, SQLException {
        Link admin = Db.POSTGRESQL.empty();
        run(admin, Files.readString(Path.of("installer/postgresql/roles.sql")));
        String address = admin.url().replaceAll("\\?.*", "");
        String database = address.substring(address.lastIndexOf('/') + 1);
        run(admin, "create role mortar_migration login password 'm' in role mortar_owner");
        run(admin, "alter role mortar_migration in database " + database + " set role mortar_owner");
        run(admin, "create role till_1 login password 't' in role mortar_app connection limit 10");
        new Schema(new Link(address, "mortar_migration", "m").source(), Kind.POSTGRESQL).migrate();
        till = new Link(address, "till_1", "t");
        run(till, """
                insert into product (id, sku, name, search_text, created_at, updated_at)
                values (nextval('product_seq'), 'S', 'Name', 's', current_timestamp, current_timestamp)""");
        run(till, """
                insert into inventory_batch (id, product_id, batch_number, received_at, quantity)
                select nextval('inventory_batch_seq'), id, 'A', current_timestamp, 0 from product where sku = 'S'""");
    }

    private static void run(Link who, String sql) throws SQLException {
        try (Connection connection = who.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_till_can_receive_hold_and_sell() {
        try (Pharmacy pharmacy = Pharmacy.on(till)) {
            pharmacy.product("PARA");
            pharmacy.receive("PARA", "A", pharmacy.today().plusDays(90), 5);
            pharmacy.hold(wanted("PARA", 2));
            assertThat(pharmacy.why("PARA").available()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update inventory_movement set quantity = 6",
                "delete from inventory_movement",
                "truncate inventory_movement",
                "alter table inventory_movement disable trigger all",
                "drop trigger ledger_is_append_only on inventory_movement",
                "drop table inventory_movement",
                "alter table product drop constraint product_not_oversold",
                "update batch_event set quantity = 1",
                "delete from batch_event",
                "delete from audit_event",
                "delete from flyway_schema_history",
                "create table mine (id integer)",
                "create schema mine",
                "create function mine() returns integer language sql as 'select 1'",
                "create role another",
                "alter role till_1 superuser",
                "set role mortar_owner",
                "set session_replication_role = replica",
                "copy product to program 'cat'",
                "select pg_read_file('/etc/passwd')"
            })
    void a_till_is_refused(String hostile) {
        assertThatThrownBy(() -> run(till, hostile))
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                        .as(refused.getMessage())
                        .isEqualTo("42501"));
    }
}
