package app.mortar.catalogue;

import app.mortar.kernel.Gtin;
import app.mortar.kernel.Permission;
import app.mortar.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

/** Lists products and edits what is said about them. */
public final class ProductDesk {
    /** What became of it. */
    public sealed interface Outcome {
        record Saved(Product product) implements Outcome {}

        record Unknown() implements Outcome {}

        /** Another product has this {@code sku} or {@code gtin} already; {@code field} says which. */
        record Duplicate(String field, String value) implements Outcome {}

        /** There is stock, and what is to change would make nonsense of its expiry dates. */
        record InUse(String message) implements Outcome {}

        /** Somebody else has changed it since it was read; {@code product} is how it stands now. */
        record ChangedMeanwhile(Product product) implements Outcome {}
    }

    /** Adds a product. */
    public Outcome create(Tx tx, ProductForm form) {
        tx.actor().must(Permission.EDIT_PRODUCTS);
        Outcome.Duplicate taken = taken(tx, form, null);
        if (taken != null) {
            return taken;
        }
        Product product = Product.listed(form, tx.now());
        tx.session().insert(product);
        return new Outcome.Saved(product);
    }

    /** Replaces all that is said about the product that has {@code sku} now. */
    public Outcome replace(Tx tx, String sku, ProductForm form) {
        return replace(tx, sku, form, null);
    }

    /**
     * The same for somebody who has the product before them.
     *
     * @param asRead when the product they read was last changed; if that is not how it stands any more, nothing is
     *     changed. Null for whatever stands there
     */
    public Outcome replace(Tx tx, String sku, ProductForm form, @Nullable Instant asRead) {
        tx.actor().must(Permission.EDIT_PRODUCTS);
        Optional<Product> found = tx
                .session()
                .createSelectionQuery("from Product p where p.sku = :sku", Product.class)
                .setParameter("sku", sku)
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        Product product = found.get();
        if (asRead != null && !asRead.equals(product.updatedAt())) {
            return new Outcome.ChangedMeanwhile(product);
        }
        Outcome.Duplicate taken = taken(tx, form, product);
        if (taken != null) {
            return taken;
        }
        if (product.expires() != form.expires() && product.stockQuantity() > 0) {
            return new Outcome.InUse("Whether " + sku + " expires cannot change while " + product.stockQuantity()
                    + " units of it are on the shelf; write them off or sell them first.");
        }
        int asked = product.unitsAskedFor();
        product.edit(form, tx.now());
        tx.session().update(product);
        tell(tx, product, asked);
        return new Outcome.Saved(product);
    }

    private static void tell(Tx tx, Product product, int before) {
        if (product.unitsAskedFor() > before) {
            ProductWatch.of(tx).ifPresent(watch -> watch.askedForMore(tx, product));
        } else if (product.unitsAskedFor() < before) {
            ProductWatch.of(tx).ifPresent(watch -> watch.askedForLess(tx, product));
        }
    }

    /** The product of that sku. */
    public @Nullable Product find(Tx tx, String sku) {
        tx.actor().must(Permission.SEE_STOCK);
        return tx
                .session()
                .createSelectionQuery("from Product p where p.sku = :sku", Product.class)
                .setParameter("sku", sku)
                .getResultList()
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** The product whose packs carry that GTIN. */
    public @Nullable Product byGtin(Tx tx, Gtin gtin) {
        tx.actor().must(Permission.SEE_STOCK);
        return tx.session()
                .createSelectionQuery("from Product p where p.gtin = :gtin", Product.class)
                .setParameter("gtin", gtin.digits())
                .getSingleResultOrNull();
    }

    private static Outcome.@Nullable Duplicate taken(Tx tx, ProductForm form, @Nullable Product self) {
        if (isTaken(tx, "sku", form.sku(), self)) {
            return new Outcome.Duplicate("sku", form.sku());
        }
        Gtin gtin = form.gtin();
        if (gtin != null && isTaken(tx, "gtin", gtin.digits(), self)) {
            return new Outcome.Duplicate("gtin", gtin.digits());
        }
        return null;
    }

    private static boolean isTaken(Tx tx, String field, String value, @Nullable Product self) {
        List<Product> others = tx.session()
                .createSelectionQuery("from Product p where p." + field + " = :value", Product.class)
                .setParameter("value", value)
                .getResultList();
        return others.stream().anyMatch(other -> self == null || !other.id().equals(self.id()));
    }
}
