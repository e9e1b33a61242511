package app.mortar.proof;

import app.mortar.store.Link;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the database says, in the same words as {@link ModelState#said}. */
final class StoredState implements AutoCloseable {
    private final Connection connection;

    StoredState(Link link) {
        try {
            connection = DriverManager.getConnection(link.url(), link.user(), link.password());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Row {
        String said(ResultSet row) throws SQLException;
    }

    SortedSet<String> said() {
        TreeSet<String> said = new TreeSet<>();
        add(
                said,
                "select sku, stock_quantity, reserved_quantity, active from product",
                row -> "product "
                        + row.getString(1) + " stock " + row.getInt(2) + " reserved " + row.getInt(3) + " active "
                        + row.getBoolean(4));
        add(
                said,
                """
                select p.sku, b.batch_number, b.expiry_date, b.quantity, b.reserved_quantity, b.quarantined_quantity,
                  b.status from inventory_batch b join product p on p.id = b.product_id""",
                row -> "batch " + row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " holds "
                        + row.getInt(4) + " reserved " + row.getInt(5) + " quarantined " + row.getInt(6)
                        + " recalled " + row.getString(7).equals("RECALLED"));
        add(said, """
                select h.token, h.status, h.expires_at, h.cart_id, h.live_cart, h.order_ref, o.external_ref
                from cart_hold h left join sales_order o on o.id = h.order_id""", row -> {
            String live = row.getString(5);
            return "hold " + row.getString(1) + " " + row.getString(2) + " until "
                    + row.getObject(3, OffsetDateTime.class).toInstant() + " cart " + row.getString(4)
                    + " live " + (live == null ? null : live.substring(live.indexOf(' ') + 1)) + " ref "
                    + row.getString(6) + " order " + row.getString(7);
        });
        add(
                said,
                """
                select r.token, p.sku, r.quantity, r.status
                from stock_reservation r join product p on p.id = r.product_id""",
                row -> "line " + row.getString(1) + " " + row.getString(2) + " " + row.getInt(3) + " "
                        + row.getString(4));
        add(
                said,
                """
                select r.token, p.sku, b.batch_number, a.quantity
                from reservation_allocation a join stock_reservation r on r.id = a.reservation_id
                join inventory_batch b on b.id = a.batch_id join product p on p.id = r.product_id""",
                row -> "plan " + row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " "
                        + row.getInt(4));
        add(
                said,
                "select external_ref, status, token, stock_updated_at is not null from sales_order",
                row -> "order " + row.getString(1) + " " + row.getString(2) + " hold " + row.getString(3) + " left "
                        + row.getBoolean(4));
        add(said, """
                select o.external_ref, p.sku, l.quantity
                from order_line l join sales_order o on o.id = l.order_id join product p on p.id = l.product_id""", row -> "order line " + row.getString(1) + " " + row.getString(2) + " " + row.getInt(3));
        return said;
    }

    private void add(SortedSet<String> said, String sql, Row row) {
        try (var statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                said.add(row.said(rows));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
