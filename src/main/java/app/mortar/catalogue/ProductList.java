package app.mortar.catalogue;

import app.mortar.kernel.Gtin;
import app.mortar.kernel.Permission;
import app.mortar.store.Tx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

/** The products desk for whole lists: new products are listed and known ones edited, all of them or none. */
public final class ProductList {
    /** So many rows are asked for in one statement. */
    private static final int PART = 1000;

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
        List<Long> ids = new ArrayList<>(inParts(skus, part -> tx.session()
                .createSelectionQuery("select p.id from Product p where p.sku in :skus", Long.class)
                .setParameter("skus", part)
                .getResultList()));
        ids.sort(null);
        Map<String, Product> known = new HashMap<>();
        inParts(ids, part -> tx.session()
                        .createSelectionQuery("from Product p where p.id in :ids order by p.id", Product.class)
                        .setParameter("ids", part)
                        .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                        .getResultList())
                .forEach(product -> known.put(product.sku(), product));
        return known;
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
        inParts(List.copyOf(wanted.keySet()), part -> tx.session()
                        .createSelectionQuery(
                                "select p.gtin, p.sku from Product p where p.gtin in :gtins", Object[].class)
                        .setParameter("gtins", part)
                        .getResultList())
                .forEach(owner -> {
                    if (!listed.contains((String) owner[1])) {
                        taken.add(taken(Objects.requireNonNull(wanted.get((String) owner[0])), (String) owner[1]));
                    }
                });
        return taken;
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
        inParts(
                products,
                part -> List.of(tx.session()
                        .createMutationQuery("update Product p set p.gtin = null where p.id in :ids")
                        .setParameter("ids", part)
                        .executeUpdate()));
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

    private static <V, R> List<R> inParts(List<V> values, Function<List<V>, List<R>> query) {
        List<R> all = new ArrayList<>();
        for (int from = 0; from < values.size(); from += PART) {
            all.addAll(query.apply(values.subList(from, Math.min(from + PART, values.size()))));
        }
        return all;
    }
}
