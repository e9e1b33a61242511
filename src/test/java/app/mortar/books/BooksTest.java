package app.mortar.books;

import static app.mortar.testing.Pharmacy.request;
import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.fulfilment.OrderAnswer;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.store.JobMark;
import app.mortar.testing.Db;
import app.mortar.testing.Pharmacy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Every invariant is seen to hold on honest books, and to fail when exactly it is broken behind Mortar's back. */
@ParameterizedClass
@EnumSource(Db.class)
class BooksTest {
    private final Db db;
    private final Pharmacy pharmacy;
    private final Books books;

    BooksTest(Db db) {
        this.db = db;
        pharmacy = Pharmacy.open(db);
        books = new Books(pharmacy.transactions, () -> Duration.ofMinutes(5));
    }

    @BeforeEach
    void a_day_at_the_counter() {
        pharmacy.product("PARA");
        pharmacy.receive("PARA", "A", pharmacy.today().plusDays(30), 10);
        pharmacy.receive("PARA", "B", pharmacy.today().plusDays(60), 10);
        pharmacy.hold(wanted("PARA", 3));
        var placed = (OrderAnswer.Placed) pharmacy.order(request("O-1", null, true, wanted("PARA", 4)));
        pharmacy.move(placed.order().id(), OrderStatus.DISPATCHED);
        pharmacy.order(request("O-2", null, true, wanted("PARA", 5)));
    }

    @AfterEach
    void close() {
        pharmacy.close();
    }

    private List<String> broken() {
        return books.check(pharmacy.staff).checks().stream()
                .filter(check -> !check.ok())
                .map(Report.Checked::name)
                .toList();
    }

    /** As an administrator with too many rights would: past triggers and constraints. */
    private void behindMortarsBack(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        pharmacy.link.url(), pharmacy.link.user(), pharmacy.link.password());
                var statement = connection.createStatement()) {
            statement.execute(
                    db == Db.H2
                            ? "drop trigger ledger_is_append_only"
                            : "alter table inventory_movement disable trigger all");
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void honest_books_add_up() {
        assertThat(broken()).isEmpty();
        assertThat(books.check(pharmacy.staff).checks()).hasSize(13);
    }

    @Test
    void a_batch_that_differs_from_its_ledger_is_to_be_counted_and_not_repaired() throws SQLException {
        behindMortarsBack(
                "update inventory_batch set quantity = quantity + 1 where batch_number = 'B'",
                "update product set stock_quantity = stock_quantity + 1");
        assertThat(broken()).containsExactly("batch-equals-ledger");
        assertThat(books.check(pharmacy.staff).checks().getFirst().violations())
                .containsExactly("PARA, batch B: the ledger says 10, the shelf 11; count this batch.");
        books.repair(pharmacy.staff);
        assertThat(broken()).containsExactly("batch-equals-ledger");
    }

    @Test
    void counters_are_rebuilt_from_batches_and_batch_plans() throws SQLException {
        behindMortarsBack(
                "update inventory_batch set reserved_quantity = reserved_quantity - 1 where batch_number = 'A'",
                "update product set stock_quantity = stock_quantity + 7, reserved_quantity = 0");
        assertThat(broken())
                .containsExactly(
                        "stock-equals-batches", "batch-reserved-equals-promises", "product-reserved-equals-promises");
        assertThat(books.repair(pharmacy.staff)).isEqualTo(2);
        assertThat(broken()).isEmpty();
    }

    @Test
    void an_edited_ledger_row_is_named() throws SQLException {
        behindMortarsBack("update inventory_movement set actor = 'nobody' where seq = 2");
        assertThat(broken()).containsExactly("ledger-chain");
        assertThat(books.check(pharmacy.staff).checks().getLast().violations())
                .containsExactly("Row 2 in the ledger of PARA (batch B, +10) was changed after it was written.");
    }

    @Test
    void a_ledger_row_deleted_in_the_middle_is_named() throws SQLException {
        behindMortarsBack("delete from inventory_movement where seq = 2");
        assertThat(broken()).contains("ledger-chain", "batch-equals-ledger");
    }

    @Test
    void the_newest_ledger_row_cannot_be_cut_off_unseen() throws SQLException {
        behindMortarsBack("delete from inventory_movement where seq = 3");
        assertThat(books.check(pharmacy.staff).checks().getLast().violations())
                .containsExactly("The ledger of PARA ends at row 2, but row 3 was the last one written.");
    }

    @Test
    void two_swapped_ledger_rows_are_seen() throws SQLException {
        behindMortarsBack(
                "update inventory_movement set seq = 99 where seq = 1",
                "update inventory_movement set seq = 1 where seq = 2",
                "update inventory_movement set seq = 2 where seq = 99");
        assertThat(broken()).contains("ledger-chain");
    }

    @Test
    void a_second_dispatch_of_one_order_is_seen() throws SQLException {
        behindMortarsBack("update sales_order set status = 'CONFIRMED' where external_ref = 'O-1'");
        assertThat(broken()).containsExactly("dispatched-once-in-full");
    }

    @Test
    void a_closed_order_that_keeps_units_is_seen() throws SQLException {
        behindMortarsBack("update sales_order set status = 'CANCELLED' where external_ref = 'O-2'");
        assertThat(broken()).containsExactly("closed-order-keeps-nothing");
    }

    @Test
    void a_promise_on_an_expired_batch_counts_only_once_the_day_was_planned_again() throws SQLException {
        behindMortarsBack("update inventory_batch set expiry_date = '2026-03-10' where batch_number = 'A'");
        assertThat(broken()).isEmpty();
        pharmacy.transactions.run(pharmacy.staff, tx -> JobMark.ran(tx, "replan", Duration.ofHours(25)));
        assertThat(broken()).containsExactly("no-promise-on-unusable-batch");
    }

    @Test
    void a_lapsed_hold_is_late_only_while_somebody_was_there_to_sweep() {
        Runnable swept =
                () -> pharmacy.transactions.run(pharmacy.staff, tx -> JobMark.ran(tx, "sweep", Duration.ofMinutes(10)));
        pharmacy.clock.pass(Duration.ofMinutes(26));
        assertThat(broken()).as("nobody sweeps").isEmpty();
        swept.run();
        assertThat(broken()).as("the sweeper has just come").isEmpty();
        pharmacy.clock.pass(Duration.ofMinutes(5));
        swept.run();
        pharmacy.clock.pass(Duration.ofMinutes(5));
        swept.run();
        assertThat(broken()).as("two sweeps later").containsExactly("lapsed-holds-are-swept");
        pharmacy.sweep();
        assertThat(broken()).isEmpty();
    }
}
