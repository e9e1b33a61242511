package app.mortar.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.catalogue.Product;
import app.mortar.catalogue.ProductForm;
import app.mortar.kernel.Actor;
import app.mortar.kernel.NotPermitted;
import app.mortar.kernel.Permission;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProductIntakeTest extends Lists {
    private ProductForm said(String sku) {
        Product product = pharmacy.transactions.read(pharmacy.staff, tx -> pharmacy.products.find(tx, sku));
        return product.asForm();
    }

    private Intake.Products taken(Path file) {
        Intake intake = takeProducts(file);
        assertThat(intake).isInstanceOf(Intake.Products.class);
        return (Intake.Products) intake;
    }

    private Path full(String... cells) {
        return file(
                "products.xlsx",
                row(Stream.of(ProductColumn.values())
                        .map(ProductColumn::heading)
                        .toArray(String[]::new)),
                row(cells));
    }

    @Test
    void a_new_sku_is_listed_with_everything_that_the_row_says() {
        Intake.Products done = taken(full(
                "P1",
                "Paracetamol 500 mg",
                "09520000000011",
                "Paracetamol",
                "500 mg",
                "tablet",
                "N02BE01",
                "Pain",
                "Emzor",
                "A3",
                "12",
                "40",
                "12.5",
                "yes",
                "yes",
                "no"));

        assertThat(done.added()).isEqualTo(1);
        ProductForm form = said("P1");
        assertThat(form.name()).isEqualTo("Paracetamol 500 mg");
        assertThat(form.gtin().digits()).isEqualTo("09520000000011");
        assertThat(List.of(form.genericName(), form.strength(), form.form(), form.atcCode(), form.category()))
                .containsExactly("Paracetamol", "500 mg", "tablet", "N02BE01", "Pain");
        assertThat(List.of(form.supplier(), form.shelf())).containsExactly("Emzor", "A3");
        assertThat(form.minStockLevel()).isEqualTo(12);
        assertThat(form.reorderQuantity()).isEqualTo(40);
        assertThat(form.price()).isEqualByComparingTo("12.5");
        assertThat(List.of(form.controlled(), form.expires(), form.active())).containsExactly(true, true, false);
    }

    @Test
    void a_known_sku_is_changed_where_the_list_has_a_column_and_kept_where_it_has_none() {
        taken(full(
                "P1",
                "Paracetamol",
                "09520000000011",
                "Paracetamol",
                "500 mg",
                "tablet",
                "",
                "",
                "Emzor",
                "A3",
                "12",
                "40",
                "12.50",
                "",
                "",
                ""));

        Intake.Products done =
                taken(file("short.xlsx", row("SKU", "Name", "Shelf", "Minimum level"), row("P1", "Panadol", "", "5")));

        assertThat(List.of(done.added(), done.changed(), done.unchanged())).containsExactly(0, 1, 0);
        ProductForm form = said("P1");
        assertThat(form.name()).isEqualTo("Panadol");
        assertThat(form.shelf()).isNull();
        assertThat(form.minStockLevel()).isEqualTo(5);
        assertThat(form.supplier()).isEqualTo("Emzor");
        assertThat(form.gtin().digits()).isEqualTo("09520000000011");
        assertThat(form.price()).isEqualByComparingTo("12.50");
    }

    @Test
    void the_same_list_again_changes_nothing_and_says_so() {
        Path file =
                full("P1", "Paracetamol", "09520000000011", "", "", "", "", "", "", "", "12", "", "12.5", "", "", "");
        taken(file);
        List<String> before = everything();

        Intake.Products again = taken(file);

        assertThat(List.of(again.added(), again.changed(), again.unchanged())).containsExactly(0, 0, 1);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_gtin_of_a_product_that_the_list_does_not_name_is_refused_with_its_cell() {
        taken(file("a.xlsx", row("SKU", "Name", "GTIN"), row("OTHER", "Other", "09520000000011")));
        List<String> before = everything();

        Intake refused = takeProducts(file(
                "b.xlsx",
                row("SKU", "Name", "GTIN"),
                row("P1", "One", "09520000000028"),
                row("P2", "Two", "09520000000011")));

        assertThat(faults(refused))
                .containsExactly("Sheet1!C3 \"09520000000011\": This GTIN belongs to OTHER. Correct it here, or there"
                        + " first.");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void two_products_may_swap_their_gtins_in_one_list() {
        taken(file(
                "a.xlsx",
                row("SKU", "Name", "GTIN"),
                row("P1", "One", "09520000000011"),
                row("P2", "Two", "09520000000028")));

        Intake.Products done = taken(file(
                "b.xlsx",
                row("SKU", "Name", "GTIN"),
                row("P1", "One", "09520000000028"),
                row("P2", "Two", "09520000000011")));

        assertThat(done.changed()).isEqualTo(2);
        assertThat(said("P1").gtin().digits()).isEqualTo("09520000000028");
        assertThat(said("P2").gtin().digits()).isEqualTo("09520000000011");
    }

    @Test
    void whether_a_product_expires_cannot_change_while_it_is_on_the_shelf() {
        pharmacy.product("P1");
        stock("P1", "B1", 100, 7);
        List<String> before = everything();

        Intake refused = takeProducts(file("a.xlsx", row("SKU", "Name", "Expires"), row("P1", "One", "no")));

        assertThat(faults(refused))
                .containsExactly("Sheet1!C2 \"no\": Whether P1 expires cannot change while 7 units of it are on the"
                        + " shelf. Write them off or sell them first.");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_dry_run_says_what_would_be_and_changes_nothing() {
        pharmacy.product("P1");
        List<String> before = everything();

        Intake told = rehearseProducts(file("a.xlsx", row("SKU", "Name"), row("P1", "One"), row("P2", "Two")));

        assertThat(told).isEqualTo(new Intake.Products(1, 1, 0, List.of()));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void one_bad_row_keeps_all_others_out() {
        Intake refused =
                takeProducts(file("a.xlsx", row("SKU", "Name", "Price"), row("P1", "One", "1"), row("P2", "Two", "?")));

        assertThat(faults(refused)).hasSize(1).first().asString().startsWith("Sheet1!C3 \"?\": ");
        assertThat(everything()).isEmpty();
    }

    @Test
    void a_product_that_was_imported_is_found_by_its_words_and_can_be_received() {
        taken(full(
                "P1",
                "Panadol",
                "09520000000011",
                "Paracetamol",
                "500 mg",
                "tablet",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                ""));
        stock("P1", "B1", 100, 3);

        assertThat(pharmacy.transactions
                        .read(pharmacy.staff, tx -> pharmacy.stockList.list(tx, "paracetamol 500", false, 10, null))
                        .items())
                .singleElement()
                .satisfies(row -> assertThat(row.available()).isEqualTo(3));
    }

    @Test
    void numbers_given_by_lists_and_by_hand_never_meet() {
        for (int round = 0; round < 3; round++) {
            pharmacy.product("H" + round);
            String[][] rows = new String[61][];
            rows[0] = row("SKU", "Name");
            for (int i = 1; i < rows.length; i++) {
                rows[i] = row("L" + round + "-" + i, "Listed");
            }
            taken(file("round" + round + ".xlsx", rows));
        }
        assertThat(pharmacy.rows("select count(distinct id) from product")).containsExactly("183");
        assertThat(pharmacy.rows("select id from product where id < 1")).isEmpty();
    }

    @Test
    void who_may_not_import_is_refused_before_the_file_is_looked_at() {
        Actor assistant = new Actor("bola", "staff", "till-2", EnumSet.complementOf(EnumSet.of(Permission.IMPORT)));

        assertThatThrownBy(() -> productDesk().take(assistant, folder.resolve("nowhere.xlsx"), Intake.Progress.UNTOLD))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() ->
                        stockDesk().take(assistant, folder.resolve("nowhere.xlsx"), false, Intake.Progress.UNTOLD))
                .isInstanceOf(NotPermitted.class);
    }
}
