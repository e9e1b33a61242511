package app.mortar.desktop.receiving;

import app.mortar.catalogue.Product;
import app.mortar.catalogue.ProductDesk;
import app.mortar.catalogue.ProductForm;
import app.mortar.desktop.Texts;
import app.mortar.desktop.goods.Finder;
import app.mortar.desktop.goods.Goods;
import app.mortar.desktop.goods.Says;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.work.Latest;
import app.mortar.kernel.Gtin;
import app.mortar.kernel.Permission;
import app.mortar.store.Tx;
import java.math.BigDecimal;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A code that no product carries: it is one that is known by another code or none, or it is new. */
public final class NewProduct {
    private final Session session;
    private final ReceivingViewModel delivery;
    private final Finder finder = new Finder();
    private final ProductDesk desk = new ProductDesk();
    private final Latest looking;
    private final ObservableList<Finder.Hit> candidates = FXCollections.observableArrayList();

    /**
     * What is typed about a new product.
     *
     * @param price null when it is not known yet
     */
    public record Form(
            String sku,
            String name,
            String strength,
            String form,
            String shelf,
            @Nullable BigDecimal price) {
        boolean isComplete() {
            return !sku.isBlank() && !name.isBlank();
        }
    }

    NewProduct(Session session, ReceivingViewModel delivery) {
        this.session = session;
        this.delivery = delivery;
        this.looking = new Latest(session.work());
    }

    /** May this person put products on the list? */
    public boolean mayCreate() {
        return session.may(Permission.EDIT_PRODUCTS);
    }

    /** Products that fit the words of {@link #look}. */
    public ObservableList<Finder.Hit> candidates() {
        return candidates;
    }

    /** Looks for the product that an unknown code belongs to. */
    public void look(String words) {
        if (words.isBlank()) {
            looking.forget();
            candidates.clear();
            return;
        }
        looking.run(
                () -> session.transactions().read(session.actor(), (Tx tx) -> finder.find(tx, words.strip())),
                candidates::setAll,
                failure -> delivery.trouble(session.trouble(failure)));
    }

    /**
     * The line is this product. Its code is noted with the product when that has none yet and the person may change
     * products, so that the next scan finds it.
     */
    public void link(long line, Goods goods) {
        candidates.clear();
        String gtin = lineGtin(line);
        if (gtin == null || goods.gtin() != null || !mayCreate()) {
            delivery.lines().goods(line, goods);
            return;
        }
        session.write(
                tx -> desk.replace(tx, goods.sku(), withGtin(tx, goods, gtin)),
                outcome -> said(line, outcome),
                delivery::trouble);
    }

    private ProductForm withGtin(Tx tx, Goods goods, String gtin) {
        ProductForm now = Objects.requireNonNull(desk.find(tx, goods.sku())).asForm();
        return new ProductForm(
                now.sku(),
                now.name(),
                new Gtin(gtin),
                now.genericName(),
                now.strength(),
                now.form(),
                now.atcCode(),
                now.category(),
                now.supplier(),
                now.shelf(),
                now.minStockLevel(),
                now.reorderQuantity(),
                now.minShelfLifeDays(),
                now.price(),
                now.controlled(),
                now.expires(),
                now.active());
    }

    /** Puts a new product on the list and the line on it. */
    public void create(long line, Form form) {
        if (!form.isComplete()) {
            delivery.says()
                    .set(Says.warning(Texts.of("receive.new-incomplete"), Texts.of("receive.new-incomplete-why")));
            return;
        }
        String gtin = lineGtin(line);
        String supplier = delivery.supplier().get().strip();
        ProductForm said = new ProductForm(
                form.sku().strip(),
                form.name().strip(),
                gtin == null ? null : new Gtin(gtin),
                null,
                blankAsNull(form.strength()),
                blankAsNull(form.form()),
                null,
                null,
                blankAsNull(supplier),
                blankAsNull(form.shelf()),
                0,
                null,
                null,
                form.price(),
                false,
                true,
                true);
        session.write(tx -> desk.create(tx, said), outcome -> said(line, outcome), delivery::trouble);
    }

    private static @Nullable String blankAsNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private @Nullable String lineGtin(long line) {
        return delivery.lines().find(line).map(ReceiptLine::gtin).orElse(null);
    }

    private void said(long line, ProductDesk.Outcome outcome) {
        switch (outcome) {
            case ProductDesk.Outcome.Saved saved -> known(line, saved.product());
            case ProductDesk.Outcome.Duplicate taken ->
                delivery.says()
                        .set(Says.warning(
                                Texts.of("receive.new-taken", taken.value()), Texts.of("receive.new-taken-why")));
            case ProductDesk.Outcome other ->
                delivery.says().set(Says.warning(Texts.of("receive.new-gone"), Texts.of("receive.new-gone-why")));
        }
    }

    private void known(long line, Product product) {
        delivery.says().set(null);
        delivery.lines().goods(line, Goods.of(product));
    }
}
