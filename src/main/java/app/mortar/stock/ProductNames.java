package app.mortar.stock;

import app.mortar.kernel.ProductId;
import app.mortar.store.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which products the names in a request mean. */
public final class ProductNames {
    private static final Pattern AN_ID = Pattern.compile("[1-9][0-9]{0,17}");

    /** So many names are looked up in one statement. */
    private static final int PART = 1000;

    private final Map<String, ProductId> bySku = new HashMap<>();
    private final Map<ProductId, String> skus = new HashMap<>();

    private ProductNames() {}

    /** Looks all of {@code refs} up at once. */
    public static ProductNames of(Tx tx, Collection<? extends ProductRef> refs) {
        List<String> wantedSkus = refs.stream()
                .filter(ProductRef.BySku.class::isInstance)
                .map(ProductRef::said)
                .distinct()
                .toList();
        List<Long> wantedIds = refs.stream()
                .filter(ProductRef.ById.class::isInstance)
                .map(ProductRef::said)
                .filter(said -> AN_ID.matcher(said).matches())
                .map(Long::valueOf)
                .distinct()
                .toList();
        ProductNames names = new ProductNames();
        if (!wantedSkus.isEmpty()) {
            names.read(tx, "select id, sku from product where sku in (:wanted)", wantedSkus);
        }
        if (!wantedIds.isEmpty()) {
            names.read(tx, "select id, sku from product where id in (:wanted)", wantedIds);
        }
        return names;
    }

    /** The products of these skus, of a list of any length; those that are not there are left out. */
    static Map<String, ProductId> ofSkus(Tx tx, List<String> skus) {
        ProductNames names = new ProductNames();
        for (int from = 0; from < skus.size(); from += PART) {
            names.read(
                    tx,
                    "select id, sku from product where sku in (:wanted)",
                    skus.subList(from, Math.min(from + PART, skus.size())));
        }
        return names.bySku;
    }

    private void read(Tx tx, String sql, Collection<?> wanted) {
        tx.session()
                .createNativeQuery(sql, Object[].class)
                .setParameterList("wanted", wanted)
                .getResultList()
                .forEach(row -> {
                    ProductId id = new ProductId(((Number) row[0]).longValue());
                    bySku.put((String) row[1], id);
                    skus.put(id, (String) row[1]);
                });
    }

    /** The product, if there is one of that name. */
    public @Nullable ProductId find(ProductRef ref) {
        return switch (ref) {
            case ProductRef.BySku sku -> bySku.get(sku.said());
            case ProductRef.ById id ->
                Optional.of(id.said())
                        .filter(said -> AN_ID.matcher(said).matches())
                        .map(said -> new ProductId(Long.parseLong(said)))
                        .filter(skus::containsKey)
                        .orElse(null);
        };
    }

    /** The same for a name that {@link #unknown} did not list. */
    public ProductId id(ProductRef ref) {
        ProductId id = find(ref);
        if (id == null) {
            throw new IllegalArgumentException("No product " + ref.said());
        }
        return id;
    }

    public List<String> unknown(Collection<? extends ProductRef> refs) {
        return refs.stream()
                .filter(ref -> find(ref) == null)
                .map(ProductRef::said)
                .distinct()
                .toList();
    }
}
