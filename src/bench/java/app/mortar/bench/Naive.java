package app.mortar.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;

/** The usual way: one transaction of as many statements as there are things to do, each waited for. */
final class Naive implements Load.Client {
    private final Connection connection;
    private final PreparedStatement owner;
    private final PreparedStatement seen;
    private final PreparedStatement product;
    private final PreparedStatement batch;
    private final PreparedStatement hold;
    private final PreparedStatement line;
    private final PreparedStatement allocation;
    private final PreparedStatement batchRow;
    private final PreparedStatement productRow;
    private final PreparedStatement answer;
    private final String prefix;

    Naive(DataSource database, String key) throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
        prefix = key.split("_", 3)[1];
        owner = connection.prepareStatement("select 'key:' || id from api_key where prefix = ? and revoked_at is null");
        seen = connection.prepareStatement(
                "select status from idempotency_answer where owner = ? and route = 'bench' and idem_key = ?");
        product = connection.prepareStatement("select id from product where sku = ? for no key update");
        batch = connection.prepareStatement(
                """
                select id from inventory_batch where product_id = ? and quantity > reserved_quantity
                  and status = 'AVAILABLE' and expiry_date > ? order by expiry_date nulls last, received_at, id limit 1""");
        hold = connection.prepareStatement(
                "insert into cart_hold (token, owner, status, expires_at, created_at) values (?, ?, 'ACTIVE', ?, ?)");
        line = connection.prepareStatement(
                """
                insert into stock_reservation (id, token, product_id, quantity, expires_at, status)
                values (nextval('stock_reservation_seq'), ?, ?, 1, ?, 'ACTIVE') returning id""");
        allocation = connection.prepareStatement(
                "insert into reservation_allocation (reservation_id, batch_id, quantity, fefo) values (?, ?, 1, 'YES')");
        batchRow = connection.prepareStatement(
                "update inventory_batch set reserved_quantity = reserved_quantity + 1 where id = ?");
        productRow = connection.prepareStatement(
                "update product set reserved_quantity = reserved_quantity + 1 where id = ?");
        answer = connection.prepareStatement(
                """
                insert into idempotency_answer (owner, route, idem_key, body_hash, status, media_type, created_at)
                values (?, 'bench', ?, 'x', 201, 'application/json', ?)""");
    }

    @Override
    public void reserve(int number) throws SQLException {
        String token = UUID.randomUUID().toString();
        Timestamp now = Timestamp.from(Instant.now());
        Timestamp end = Timestamp.from(Instant.now().plusSeconds(900));
        String who = string(owner, prefix);
        string(seen, who, token);
        long id = number(product, Pharmacies.sku(number));
        long from = number(batch, id, LocalDate.now(Pharmacies.LAGOS));
        write(hold, token, who, end, now);
        long made = number(line, token, id, end);
        write(allocation, made, from);
        write(batchRow, from);
        write(productRow, id);
        write(answer, who, token, now);
        connection.commit();
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static String string(PreparedStatement statement, Object... values) throws SQLException {
        bind(statement, values);
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private static long number(PreparedStatement statement, Object... values) throws SQLException {
        return Long.parseLong(string(statement, values));
    }

    private static void write(PreparedStatement statement, Object... values) throws SQLException {
        bind(statement, values);
        statement.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
