package app.mortar.desktop.stock;

import app.mortar.catalogue.Product;
import app.mortar.catalogue.ProductForm;
import app.mortar.desktop.Texts;
import app.mortar.kernel.Gtin;
import app.mortar.kernel.InvalidInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** What is said about a product, to be changed. */
final class EditForm {
    private final ProductViewModel model;
    private final ProductForm before;
    private final Instant asRead;
    private final TextField name;
    private final TextField gtin;
    private final TextField category;
    private final TextField supplier;
    private final TextField shelf;
    private final TextField minimum;
    private final TextField reorder;
    private final TextField life;
    private final TextField price;
    private final CheckBox controlled = new CheckBox(Texts.of("stock.edit.controlled"));
    private final CheckBox active = new CheckBox(Texts.of("stock.edit.active"));
    private final ActForm form;

    private EditForm(ProductViewModel model, Product product) {
        this.model = model;
        this.before = product.asForm();
        this.asRead = product.updatedAt();
        Gtin known = before.gtin();
        name = ActForm.field("edit-name", 320, before.name());
        gtin = ActForm.field("edit-gtin", 150, known == null ? "" : known.digits());
        category = ActForm.field("edit-category", 170, text(before.category()));
        supplier = ActForm.field("edit-supplier", 200, text(before.supplier()));
        shelf = ActForm.field("edit-shelf", 90, text(before.shelf()));
        minimum = ActForm.field("edit-minimum", 90, Integer.toString(before.minStockLevel()));
        reorder = ActForm.field("edit-reorder", 110, text(before.reorderQuantity()));
        life = ActForm.field("edit-life", 140, text(before.minShelfLifeDays()));
        price = ActForm.field(
                "edit-price",
                110,
                before.price() == null
                        ? ""
                        : before.price().stripTrailingZeros().toPlainString());
        controlled.setId("edit-controlled");
        controlled.setSelected(before.controlled());
        active.setId("edit-active");
        active.setSelected(before.active());
        form = new ActForm(model, "edit", before.sku(), false, this::save)
                .with(Texts.of("stock.edit.name"), name)
                .with(Texts.of("stock.edit.gtin"), gtin)
                .with(Texts.of("stock.category"), category)
                .with(Texts.of("stock.edit.supplier"), supplier)
                .with(Texts.of("stock.shelf"), shelf)
                .with(Texts.of("stock.minimum"), minimum)
                .with(Texts.of("stock.edit.reorder"), reorder)
                .with(Texts.of("stock.edit.life"), life)
                .with(Texts.of("stock.edit.price"), price)
                .with(Texts.of("stock.edit.flags"), controlled)
                .with(Texts.of("stock.edit.flags"), active);
        controlled.setAccessibleText(controlled.getText());
        active.setAccessibleText(active.getText());
    }

    static @Nullable ActForm of(ProductViewModel model) {
        ProductViewModel.Sight now = model.sight().get();
        return now == null ? null : new EditForm(model, now.product()).form;
    }

    private void save() {
        Integer least = number(minimum, 0);
        Integer again = number(reorder, 1);
        Integer days = number(life, 0);
        BigDecimal cost = money();
        if (least == null
                || isWrong(reorder, again)
                || isWrong(life, days)
                || isWrong(price, cost)
                || name.getText().isBlank()) {
            wrong(least == null ? minimum : name.getText().isBlank() ? name : price);
            return;
        }
        Gtin code = null;
        if (!gtin.getText().isBlank()) {
            try {
                code = Gtin.of(gtin.getText().strip());
            } catch (InvalidInput no) {
                wrong(gtin);
                return;
            }
        }
        model.edit(
                new ProductForm(
                        before.sku(),
                        name.getText().strip(),
                        code,
                        before.genericName(),
                        before.strength(),
                        before.form(),
                        before.atcCode(),
                        orNull(category),
                        orNull(supplier),
                        orNull(shelf),
                        least,
                        again,
                        days,
                        cost,
                        controlled.isSelected(),
                        before.expires(),
                        active.isSelected()),
                asRead,
                form::close);
    }

    private static boolean isWrong(TextField field, @Nullable Object value) {
        boolean wrong = value == null && !field.getText().isBlank();
        if (wrong) {
            wrong(field);
        }
        return wrong;
    }

    private static void wrong(Node field) {
        field.requestFocus();
    }

    private static @Nullable Integer number(TextField field, int least) {
        try {
            int number = Integer.parseInt(field.getText().strip());
            return number >= least ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private @Nullable BigDecimal money() {
        try {
            BigDecimal amount = new BigDecimal(price.getText().strip().replace(",", ""));
            return amount.signum() >= 0 && amount.scale() <= 4 ? amount : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private static @Nullable String orNull(TextField field) {
        return field.getText().isBlank() ? null : field.getText().strip();
    }
}
