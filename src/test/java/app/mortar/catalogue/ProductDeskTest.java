package app.mortar.catalogue;

import static app.mortar.testing.Pharmacy.form;
import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.kernel.Gtin;
import app.mortar.kernel.NotPermitted;
import app.mortar.stock.SetAside;
import app.mortar.testing.DeskTest;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProductDeskTest extends DeskTest {
    private static final Gtin GTIN = Gtin.of("9520123456788");

    private static ProductForm with(String sku, @Nullable Gtin gtin, boolean expires, boolean active) {
        return new ProductForm(
                sku,
                "Paracetamol",
                gtin,
                "paracetamol",
                "500 mg",
                "tablet",
                "N02BE01",
                "Analgesics",
                "Wholesale Ltd",
                "B-3",
                20,
                100,
                90,
                new BigDecimal("12.5000"),
                true,
                expires,
                active);
    }

    private ProductDesk.Outcome create(ProductForm form) {
        return pharmacy.transactions.write(pharmacy.staff, tx -> pharmacy.products.create(tx, form));
    }

    private ProductDesk.Outcome replace(String sku, ProductForm form) {
        return pharmacy.transactions.write(pharmacy.staff, tx -> pharmacy.products.replace(tx, sku, form));
    }

    private @Nullable Product find(String sku) {
        return pharmacy.transactions.read(pharmacy.staff, tx -> pharmacy.products.find(tx, sku));
    }

    @Test
    void everything_said_about_a_product_is_kept_and_can_be_replaced() {
        ProductForm form = with("PARA", GTIN, true, true);
        assertThat(create(form)).isInstanceOf(ProductDesk.Outcome.Saved.class);
        assertThat(find("PARA").asForm()).isEqualTo(form);
        pharmacy.clock.pass(Duration.ofMinutes(1));
        ProductForm bare = form("PARA-2");
        assertThat(replace("PARA", bare)).isInstanceOf(ProductDesk.Outcome.Saved.class);
        assertThat(find("PARA")).isNull();
        Product replaced = find("PARA-2");
        assertThat(replaced.asForm()).isEqualTo(bare);
        assertThat(replaced.createdAt()).isEqualTo(MORNING);
        assertThat(replaced.updatedAt()).isEqualTo(MORNING.plusSeconds(60));
    }

    @Test
    void a_taken_sku_or_gtin_is_named_and_ones_own_are_not_taken() {
        create(with("PARA", GTIN, true, true));
        create(form("IBU"));
        assertThat(create(form("PARA"))).isEqualTo(new ProductDesk.Outcome.Duplicate("sku", "PARA"));
        assertThat(create(with("NEW", GTIN, true, true)))
                .isEqualTo(new ProductDesk.Outcome.Duplicate("gtin", GTIN.digits()));
        assertThat(replace("IBU", form("PARA"))).isEqualTo(new ProductDesk.Outcome.Duplicate("sku", "PARA"));
        assertThat(replace("IBU", with("IBU", GTIN, true, true)))
                .isEqualTo(new ProductDesk.Outcome.Duplicate("gtin", GTIN.digits()));
        assertThat(replace("PARA", with("PARA", GTIN, true, false))).isInstanceOf(ProductDesk.Outcome.Saved.class);
    }

    @Test
    void an_unknown_product_cannot_be_replaced() {
        assertThat(replace("NO", form("NO"))).isInstanceOf(ProductDesk.Outcome.Unknown.class);
        assertThat(find("NO")).isNull();
    }

    @Test
    void whether_it_expires_cannot_change_while_there_is_stock() {
        create(with("PARA", null, true, true));
        stock("PARA", "A", 30, 2);
        assertThat(replace("PARA", with("PARA", null, false, true))).isInstanceOf(ProductDesk.Outcome.InUse.class);
        pharmacy.writeOff("PARA", "A", 2, SetAside.Reason.LOST);
        assertThat(replace("PARA", with("PARA", null, false, true))).isInstanceOf(ProductDesk.Outcome.Saved.class);
    }

    @Test
    void no_form_can_change_what_is_counted() {
        create(with("PARA", null, true, true));
        stock("PARA", "A", 30, 7);
        pharmacy.hold(wanted("PARA", 3));
        replace("PARA", with("PARA", null, true, true));
        assertThat(find("PARA"))
                .satisfies(product -> assertThat(product.stockQuantity() + " " + product.reservedQuantity())
                        .isEqualTo("7 3"));
    }

    @Test
    void only_who_may_edit_products_can() {
        assertThatThrownBy(() ->
                        pharmacy.transactions.write(pharmacy.shop, tx -> pharmacy.products.create(tx, form("PARA"))))
                .isInstanceOf(NotPermitted.class);
        assertThat(find("PARA")).isNull();
    }

    @Test
    void who_edits_what_somebody_else_changed_meanwhile_is_told_and_changes_nothing() {
        var asRead = pharmacy.product("PARA").updatedAt();
        pharmacy.clock.pass(java.time.Duration.ofSeconds(1));
        var theirs = pharmacy.transactions.write(
                pharmacy.staff,
                tx -> pharmacy.products.replace(tx, "PARA", app.mortar.testing.Pharmacy.form("PARA"), asRead));
        assertThat(theirs).isInstanceOf(ProductDesk.Outcome.Saved.class);
        var mine = pharmacy.transactions.write(
                pharmacy.staff,
                tx -> pharmacy.products.replace(tx, "PARA", app.mortar.testing.Pharmacy.form("OTHER"), asRead));
        assertThat(mine).isInstanceOfSatisfying(ProductDesk.Outcome.ChangedMeanwhile.class, changed -> assertThat(
                        changed.product().updatedAt())
                .isEqualTo(asRead.plusSeconds(1)));
        assertThat(pharmacy.rows("select sku from product")).containsExactly("PARA");
    }
}
