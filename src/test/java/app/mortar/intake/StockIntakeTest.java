package app.mortar.intake;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.kernel.Actor;
import app.mortar.kernel.Permission;
import app.mortar.testing.Pharmacy;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StockIntakeTest extends Lists {
    private static final String[] HEADINGS =
            row("SKU", "Batch number", "Expiry date", "Quantity", "Unit cost", "Shelf");

    @BeforeEach
    void two_products() {
        pharmacy.product("P1");
        pharmacy.product("P2");
    }

    private Intake.Stock booked(Intake intake) {
        assertThat(intake).isInstanceOf(Intake.Stock.class);
        return (Intake.Stock) intake;
    }

    @Test
    void units_go_to_their_batches_and_the_ledger_says_where_they_came_from() {
        Intake.Stock done = booked(takeStock(file(
                "stock.xlsx",
                HEADINGS,
                row("P1", "B1", "2027-03-31", "10", "8.75", "A3"),
                row("P1", "B2", "2026-12", "5", "", "A3"),
                row("P2", "C1", "2028-01-15", "7", "", ""))));

        assertThat(done).isEqualTo(new Intake.Stock(2, 3, 22, List.of()));
        assertThat(pharmacy.available("P1")).isEqualTo(15);
        assertThat(pharmacy.rows("select batch_number, expiry_date, quantity, unit_cost from inventory_batch order by"
                        + " batch_number"))
                .containsExactly("B1 2027-03-31 10 8.7500", "B2 2026-12-31 5 null", "C1 2028-01-15 7 null");
        assertThat(pharmacy.rows("select type, quantity, actor, reference is not null from inventory_movement order by"
                        + " product_id, seq"))
                .containsExactly("IN 10 ada true", "IN 5 ada true", "IN 7 ada true");
        assertThat(pharmacy.rows("select sku, shelf from product order by sku")).containsExactly("P1 A3", "P2 null");
    }

    @Test
    void the_same_list_is_booked_once_whoever_brings_it_and_however_it_is_called_and_sorted() {
        takeStock(file(
                "stock.xlsx",
                HEADINGS,
                row("P1", "B1", "2027-03-31", "10", "8.75", ""),
                row("P2", "C1", "2028-01-15", "7", "", "")));
        List<String> before = everything();
        Path again = file(
                "copy of stock.xlsx",
                HEADINGS,
                row("P2", "C1", "2028-01", "7", "", ""),
                row("P1", "B1", "31.03.2027", "10", "8.7500", ""));
        Path same = file(
                "copy of stock.xlsx",
                row("Quantity", "SKU", "Batch number", "Expiry date", "Unit cost"),
                row("7", "P2", "C1", "2028-01-15", ""),
                row("10", "P1", "B1", "31.03.2027", "8.7500"));
        Actor other = new Actor("bola", "cli", "till-2", EnumSet.allOf(Permission.class));

        assertThat(stockDesk().take(other, same, false, Intake.Progress.UNTOLD))
                .isEqualTo(new Intake.BookedBefore(MORNING));
        assertThat(rehearseStock(same)).isEqualTo(new Intake.BookedBefore(MORNING));
        assertThat(everything()).isEqualTo(before);
        assertThat(again).isEqualTo(same);
    }

    @Test
    void a_list_that_comes_again_with_one_number_changed_books_none_of_its_batches_twice() {
        takeStock(file(
                "stock.xlsx",
                HEADINGS,
                row("P1", "B1", "2027-03-31", "10", "", ""),
                row("P2", "C1", "2028-01-15", "7", "", "")));
        List<String> before = everything();

        Intake refused = takeStock(file(
                "stock.xlsx",
                HEADINGS,
                row("P1", "B1", "2027-03-31", "10", "", ""),
                row("P2", "C1", "2028-01-15", "8", "", ""),
                row("P2", "C2", "2028-01-15", "1", "", "")));

        assertThat(faults(refused))
                .containsExactly(
                        "Sheet1!B2 \"B1\": Batch B1 of P1 was booked as opening stock before. Delete the row; a quantity"
                                + " that is wrong is put right by a count.",
                        "Sheet1!B3 \"C1\": Batch C1 of P2 was booked as opening stock before. Delete the row; a quantity"
                                + " that is wrong is put right by a count.");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_batch_that_goods_in_has_booked_gets_the_units_of_the_list_on_top() {
        pharmacy.receive("P1", "B1", pharmacy.today().plusDays(100), 4);

        booked(takeStock(file(
                "stock.xlsx",
                HEADINGS,
                row("P1", "B1", pharmacy.today().plusDays(100).toString(), "10", "", ""))));

        assertThat(pharmacy.available("P1")).isEqualTo(14);
        assertThat(pharmacy.rows("select quantity from inventory_batch")).containsExactly("14");
    }

    @Test
    void a_batch_that_was_sold_out_is_known_all_the_same() {
        pharmacy.receive("P1", "B1", pharmacy.today().plusDays(100), 4);
        pharmacy.writeOff("P1", "B1", 4, app.mortar.stock.SetAside.Reason.LOST);

        assertThat(faults(takeStock(file("a.xlsx", HEADINGS, row("P1", "B1", "2027-03-31", "10", "", "")))))
                .containsExactly("Sheet1!C2 \"2027-03-31\": Batch B1 of P1 is in the books with expiry date "
                        + pharmacy.today().plusDays(100) + ". Read the date again from the pack.");
    }

    @Test
    void everything_that_the_books_object_to_is_named_with_its_cell_in_the_order_of_the_rows() {
        pharmacy.product(sundry("BAG"));
        stock("P2", "KNOWN", 100, 5);
        stock("P2", "CALLED", 100, 5);
        pharmacy.recall("P2", "CALLED");
        List<String> before = everything();

        Intake refused = takeStock(file(
                "stock.xlsx",
                HEADINGS,
                row("P1", "B1", "2026-03-10", "1", "", ""),
                row("NEW", "B1", "2027-03-31", "1", "", ""),
                row("P1", "B2", "", "1", "", ""),
                row("BAG", "B1", "2027-03-31", "1", "", ""),
                row("P2", "KNOWN", "2027-03-31", "1", "", ""),
                row("P2", "CALLED", pharmacy.today().plusDays(100).toString(), "1", "", ""),
                row("P2", "C", "2027-03-31", "2147483647", "", "")));

        assertThat(faults(refused))
                .containsExactly(
                        "Sheet1!C2 \"2026-03-10\": It has expired: today is 2026-03-10. Delete the row, or import with"
                                + " --allow-expired to have it in the books until it is written off.",
                        "Sheet1!A3 \"NEW\": There is no product NEW. Correct the SKU, or import the products list first.",
                        "Sheet1!C4: Expiry date is missing: P1 expires.",
                        "Sheet1!C5 \"2027-03-31\": BAG is listed as a product that does not expire. Clear the cell, or"
                                + " set Expires to yes in the products list.",
                        "Sheet1!C6 \"2027-03-31\": Batch KNOWN of P2 is in the books with expiry date 2026-06-18. Read"
                                + " the date again from the pack.",
                        "Sheet1!B7 \"CALLED\": Batch CALLED of P2 was recalled.",
                        "Sheet1!D8 \"2147483647\": It would bring the stock of P2 above 2147483647.");
        assertThat(everything()).isEqualTo(before);
    }

    private static app.mortar.catalogue.ProductForm sundry(String sku) {
        return new app.mortar.catalogue.ProductForm(
                sku, "Bag", null, null, null, null, null, null, null, null, 0, null, null, null, false, false, true);
    }

    @Test
    void expired_rows_are_booked_when_asked_for_and_cannot_be_sold() {
        booked(takeStockWithExpired(file("stock.xlsx", HEADINGS, row("P1", "B1", "2026-03-10", "9", "", ""))));

        assertThat(pharmacy.rows("select stock_quantity from product where sku = 'P1'"))
                .containsExactly("9");
        assertThat(pharmacy.available("P1")).isZero();
    }

    @Test
    void sundries_have_batches_without_a_date() {
        pharmacy.product(sundry("BAG"));

        booked(takeStock(file("stock.xlsx", HEADINGS, row("BAG", "-", "", "30", "", ""))));

        assertThat(pharmacy.available("BAG")).isEqualTo(30);
    }

    @Test
    void a_dry_run_says_what_would_be_and_changes_nothing() {
        List<String> before = everything();

        Intake told = rehearseStock(file("stock.xlsx", HEADINGS, row("P1", "B1", "2027-03-31", "10", "", "A1")));

        assertThat(told).isEqualTo(new Intake.Stock(1, 1, 10, List.of()));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_product_has_one_shelf_and_the_list_is_told_so() {
        Intake.Stock done = booked(takeStock(file(
                "stock.xlsx",
                HEADINGS,
                row("P1", "B1", "2027-03-31", "1", "", "A1"),
                row("P1", "B2", "2027-03-31", "1", "", "A2"))));

        assertThat(done.remarks())
                .containsExactly("Row 3 has P1 on shelf A2, an earlier row on A1, which was kept: a product has one"
                        + " shelf.");
        assertThat(pharmacy.rows("select shelf from product where sku = 'P1'")).containsExactly("A1");
    }

    @Test
    void a_list_is_booked_beside_carts_that_hold_the_same_products() {
        stock("P1", "OLD", 50, 5);
        pharmacy.hold(Pharmacy.wanted("P1", 5));

        booked(takeStock(file("stock.xlsx", HEADINGS, row("P1", "B1", "2027-03-31", "10", "", ""))));

        assertThat(pharmacy.available("P1")).isEqualTo(10);
    }
}
