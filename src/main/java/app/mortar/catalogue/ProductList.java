package app.mortar.catalogue;

import app.mortar.kernel.Gtin;
import app.mortar.kernel.Permission;
import app.mortar.store.RoundTrip;
import app.mortar.store.Tx;
import app.mortar.store.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/** The products desk for whole lists: new products are listed and known ones edited, all of them or none. */
public final class ProductList {
    /** An embedded database looks through all of them for each row it reads. */
    private static final int AT_ONCE = 100;

    /**
     * One product of a list.
     *
     * @param form makes what is to be said about it of what is said now; of null for a product that is new
     */
    public record Entry(String sku, Function<@Nullable ProductForm, ProductForm> form) {}

    /** What became of the list. */
    public sealed interface Outcome {
        record Saved(int added, int changed, int unchanged) implements Outcome {}

        /** Some entries cannot be taken, so none was. */
        record Refused(List<Refusal> refusals) implements Outcome {}
    }

    /**
     * Why an entry cannot be taken.
     *
     * @param entry its index, from 0
     * @param message a sentence with the way to mend it
     */
    public record Refusal(int entry, Why why, String message) {}

    /** What of an entry is at fault. */
    public enum Why {
        GTIN,
        EXPIRES
    }

    /** Takes a list in which every sku and every GTIN stands once. */
    public Outcome save(Tx tx, List<Entry> entries) {
        tx.actor().must(Permission.EDIT_PRODUCTS);
        Map<String, Product> known = locked(tx, entries.stream().map(Entry::sku).toList());
        List<ProductForm> forms = entries.stream()
                .map(entry -> entry.form().apply(said(known.get(entry.sku()))))
                .toList();
        List<Refusal> refusals = new ArrayList<>(takenGtins(tx, forms));
        refusals.addAll(changedExpires(forms, known));
        return refusals.isEmpty() ? write(tx, forms, known) : new Outcome.Refused(refusals);
    }

    private static @Nullable ProductForm said(@Nullable Product product) {
        return product == null ? null : product.asForm();
    }

    /** The known ones of these, locked in the order in which everybody locks products. */
    private static Map<String, Product> locked(Tx tx, List<String> skus) {
        List<Long> ids =
                new ArrayList<>(ask(tx, "select id from product where sku = any(?)", row -> row.getLong(1), skus));
        ids.sort(null);
        ask(tx, "select id from product where id = any(?) order by id" + RoundTrip.LOCK, row -> row.getLong(1), ids);
        Map<String, Product> known = new HashMap<>();
        ids.stream().gather(Gatherers.windowFixed(AT_ONCE)).forEach(some -> tx.session()
                .getMultiple(Product.class, some)
                .forEach(product -> known.put(product.sku(), product)));
        return known;
    }

    private static <R> List<R> ask(Tx tx, String sql, RoundTrip.Reading<R> reading, Collection<?> list) {
        return list.isEmpty()
                ? List.of()
                : tx.roundTrip().ask(sql, reading, list).get();
    }

    /** A GTIN may move from one product of the list to another, but not from one that the list does not name. */
    private static List<Refusal> takenGtins(Tx tx, List<ProductForm> forms) {
        List<Refusal> taken = new ArrayList<>();
        Map<String, Integer> wanted = new LinkedHashMap<>();
        for (int i = 0; i < forms.size(); i++) {
            Gtin gtin = forms.get(i).gtin();
            Integer earlier = gtin == null ? null : wanted.putIfAbsent(gtin.digits(), i);
            if (earlier != null) {
                taken.add(taken(i, forms.get(earlier).sku()));
            }
        }
        Set<String> listed = forms.stream().map(ProductForm::sku).collect(Collectors.toSet());
        ask(tx, "select gtin, sku from product where gtin = any(?)", Owner::read, wanted.keySet()).stream()
                .filter(owner -> !listed.contains(owner.sku()))
                .forEach(owner -> taken.add(taken(Objects.requireNonNull(wanted.get(owner.gtin())), owner.sku())));
        return taken;
    }

    private record Owner(String gtin, String sku) {
        static Owner read(ResultSet row) throws SQLException {
            return new Owner(Values.text(row, 1), Values.text(row, 2));
        }
    }

    private static Refusal taken(int entry, String sku) {
        return new Refusal(entry, Why.GTIN, "This GTIN belongs to " + sku + ". Correct it here, or there first.");
    }

    private static List<Refusal> changedExpires(List<ProductForm> forms, Map<String, Product> known) {
        List<Refusal> changed = new ArrayList<>();
        for (int i = 0; i < forms.size(); i++) {
            Product product = known.get(forms.get(i).sku());
            if (product != null && product.expires() != forms.get(i).expires() && product.stockQuantity() > 0) {
                changed.add(new Refusal(
                        i,
                        Why.EXPIRES,
                        "Whether " + product.sku() + " expires cannot change while " + product.stockQuantity()
                                + " units of it are on the shelf. Write them off or sell them first."));
            }
        }
        return changed;
    }

    private static Outcome write(Tx tx, List<ProductForm> forms, Map<String, Product> known) {
        List<Product> added = new ArrayList<>();
        List<Product> changed = new ArrayList<>();
        List<Long> losing = new ArrayList<>();
        for (ProductForm form : forms) {
            Product product = known.get(form.sku());
            if (product == null) {
                added.add(Product.listed(form, tx.now()));
            } else if (!product.asForm().equals(form)) {
                if (!Objects.equals(product.asForm().gtin(), form.gtin())) {
                    losing.add(product.id().value());
                }
                product.edit(form, tx.now());
                changed.add(product);
            }
        }
        freeGtins(tx, losing);
        tx.session().updateMultiple(changed);
        tx.session().insertMultiple(added);
        return new Outcome.Saved(added.size(), changed.size(), forms.size() - added.size() - changed.size());
    }

    /** So that two products may swap theirs, whichever is written first. */
    private static void freeGtins(Tx tx, List<Long> products) {
        products.forEach(product -> tx.writes().add("update product set gtin = null where id = ?", product));
        tx.writes().go();
    }

    /** Says of each product, by its sku, on which shelf it stands from now on. */
    public void shelve(Tx tx, Map<String, String> shelves) {
        tx.actor().must(Permission.EDIT_PRODUCTS);
        List<Product> moved = new ArrayList<>();
        Map<String, Product> known = locked(tx, List.copyOf(shelves.keySet()));
        shelves.forEach((sku, shelf) -> {
            Product product = known.get(sku);
            if (product != null && !shelf.equals(product.asForm().shelf())) {
                product.edit(product.asForm().on(shelf), tx.now());
                moved.add(product);
            }
        });
        tx.session().updateMultiple(moved);
    }
}
