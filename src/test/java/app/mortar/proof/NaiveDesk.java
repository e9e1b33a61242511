package app.mortar.proof;

import app.mortar.store.Link;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How not to do it: looks first and writes then, with nothing locked in between and no constraint to stop it. Only here
 * to show that the race tests see such a desk.
 */
final class NaiveDesk {
    /** What it writes after it has looked. */
    enum Way {
        /** What it read, changed: of two writers one is forgotten. */
        ABSOLUTE,
        /** One more or less: nobody is forgotten, but too many are let in. */
        RELATIVE
    }

    private static final AtomicLong NUMBERS = new AtomicLong(-1_000_000);

    private final Link link;
    private final Way way;
    private final Runnable between;

    NaiveDesk(Link link, Way way, Runnable between) {
        this.link = link;
        this.way = way;
        this.between = between;
    }

    /** Takes the last fence away as well: the constraints that refuse a wrong row whatever the program does. */
    static void withoutFences(Link link) {
        try (Connection connection = connect(link);
                var statement = connection.createStatement()) {
            for (String constraint : List.of(
                    "product drop constraint product_not_oversold",
                    "product drop constraint product_reserved_not_negative",
                    "product drop constraint product_stock_not_negative",
                    "inventory_batch drop constraint batch_not_oversold",
                    "inventory_batch drop constraint batch_reserved_not_negative",
                    "inventory_batch drop constraint batch_quantity_not_negative",
                    "inventory_movement drop constraint movement_is_booked_once_per_line_and_batch",
                    "inventory_movement drop constraint movement_sequence_is_unique")) {
                statement.execute("alter table " + constraint);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect(Link link) throws SQLException {
        return DriverManager.getConnection(link.url(), link.user(), link.password());
    }

    private interface Act<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T act(Act<T> act) {
        try (Connection connection = connect(link)) {
            connection.setAutoCommit(false);
            T answer = act.on(connection);
            connection.commit();
            return answer;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long ask(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement question = prepared(connection, sql, values);
                ResultSet row = question.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void tell(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values)) {
            statement.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** Sells from the first batch of the product. */
    boolean keep(String sku, int units) {
        return act(connection -> {
            long product = ask(connection, "select id from product where sku = ?", sku);
            long batch = ask(connection, "select min(id) from inventory_batch where product_id = ?", product);
            long stock = ask(connection, "select stock_quantity from product where id = ?", product);
            long reserved = ask(connection, "select reserved_quantity from product where id = ?", product);
            if (stock - reserved < units) {
                return false;
            }
            between.run();
            add(connection, "product", "reserved_quantity", product, reserved, units);
            tell(
                    connection,
                    "update inventory_batch set reserved_quantity = reserved_quantity + ? where id = ?",
                    units,
                    batch);
            long number = NUMBERS.incrementAndGet();
            String token = "naive" + number;
            tell(connection, """
                    insert into cart_hold (token, owner, status, expires_at, created_at)
                    values (?, 'naive', 'ACTIVE', date '2030-01-01', date '2026-01-01')""", token);
            tell(connection, """
                    insert into stock_reservation (id, token, product_id, quantity, expires_at, status)
                    values (?, ?, ?, ?, date '2030-01-01', 'ACTIVE')""", number, token, product, units);
            tell(
                    connection,
                    "insert into reservation_allocation (reservation_id, batch_id, quantity) values (?, ?, ?)",
                    number,
                    batch,
                    units);
            return true;
        });
    }

    private void add(Connection connection, String table, String column, long id, long read, int units)
            throws SQLException {
        if (way == Way.ABSOLUTE) {
            tell(connection, "update " + table + " set " + column + " = ? where id = ?", (int) read + units, id);
        } else {
            tell(connection, "update " + table + " set " + column + " = " + column + " + ? where id = ?", units, id);
        }
    }

    /** Dispatches an order of one line from one batch. */
    boolean dispatch(long order) {
        return act(connection -> {
            if (ask(connection, "select count(*) from sales_order where id = ? and status = 'CONFIRMED'", order) == 0) {
                return false;
            }
            long line = ask(connection, "select id from order_line where order_id = ?", order);
            int units = (int) ask(connection, "select quantity from order_line where id = ?", line);
            long product = ask(connection, "select product_id from order_line where id = ?", line);
            long batch = ask(connection, "select min(id) from inventory_batch where product_id = ?", product);
            long stock = ask(connection, "select stock_quantity from product where id = ?", product);
            between.run();
            add(connection, "product", "stock_quantity", product, stock, -units);
            tell(connection, "update inventory_batch set quantity = quantity - ? where id = ?", units, batch);
            tell(connection, """
                    insert into inventory_movement (id, product_id, batch_id, type, quantity, batch_number, seq,
                      prev_hash, hash, at, actor, workstation, order_line_id, fefo)
                    values (?, ?, ?, 'OUT', ?, 'A', 2, '-', '-', date '2026-03-10', 'naive', 'naive', ?, 'YES')""", NUMBERS.incrementAndGet(), product, batch, -units, line);
            tell(connection, "update sales_order set status = 'DISPATCHED' where id = ?", order);
            return true;
        });
    }

    /** Gives a hold of one line in one batch back, as release or sweep. */
    boolean giveBack(String token, String as) {
        return act(connection -> {
            if (ask(connection, "select count(*) from cart_hold where token = ? and status = 'ACTIVE'", token) == 0) {
                return false;
            }
            long line = ask(connection, "select id from stock_reservation where token = ?", token);
            int units = (int) ask(connection, "select quantity from stock_reservation where id = ?", line);
            long product = ask(connection, "select product_id from stock_reservation where id = ?", line);
            long reserved = ask(connection, "select reserved_quantity from product where id = ?", product);
            between.run();
            add(connection, "product", "reserved_quantity", product, reserved, -units);
            tell(
                    connection,
                    "update inventory_batch set reserved_quantity = reserved_quantity - ? where product_id = ?",
                    units,
                    product);
            tell(connection, "delete from reservation_allocation where reservation_id = ?", line);
            tell(connection, "update stock_reservation set status = ? where id = ?", as, line);
            tell(connection, "update cart_hold set status = ? where token = ?", as, token);
            return true;
        });
    }

    /** Locks products in the order in which the cart has them. */
    void lockInCartOrder(List<String> skus) {
        act(connection -> {
            for (String sku : skus) {
                ask(connection, "select id from product where sku = ? for update", sku);
                if (sku.equals(skus.getFirst())) {
                    between.run();
                }
            }
            return true;
        });
    }
}
