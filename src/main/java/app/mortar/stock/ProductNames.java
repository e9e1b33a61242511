package app.mortar.stock;

import app.mortar.kernel.ProductId;
import app.mortar.store.RoundTrip;
import app.mortar.store.Tx;
import app.mortar.store.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which products the names in a request mean. */
public final class ProductNames {
    private static final Pattern AN_ID = Pattern.compile("[1-9][0-9]{0,17}");

    private final Map<String, ProductId> bySku = new HashMap<>();
    private final Map<ProductId, String> skus = new HashMap<>();

    private ProductNames() {}

    /** Looks all of {@code refs} up at once. */
    public static ProductNames of(Tx tx, Collection<? extends ProductRef> refs) {
        return asked(tx.roundTrip(), refs).get();
    }

    /** The same, together with other questions. */
    public static Supplier<ProductNames> asked(RoundTrip trip, Collection<? extends ProductRef> refs) {
        List<String> skus = refs.stream()
                .filter(ProductRef.BySku.class::isInstance)
                .map(ProductRef::said)
                .distinct()
                .toList();
        List<Long> ids = refs.stream()
                .filter(ProductRef.ById.class::isInstance)
                .map(ProductRef::said)
                .filter(said -> AN_ID.matcher(said).matches())
                .map(Long::valueOf)
                .distinct()
                .toList();
        var bySku = skus.isEmpty()
                ? NOTHING
                : trip.ask("select id, sku from product where sku = any(?)", Named::read, skus);
        var byId =
                ids.isEmpty() ? NOTHING : trip.ask("select id, sku from product where id = any(?)", Named::read, ids);
        return () -> {
            ProductNames names = new ProductNames();
            bySku.get().forEach(names::add);
            byId.get().forEach(names::add);
            return names;
        };
    }

    /** The products of these skus, of a list of any length; those that are not there are left out. */
    static Map<String, ProductId> ofSkus(Tx tx, List<String> skus) {
        return of(tx, skus.stream().map(ProductRef.BySku::new).toList()).bySku;
    }

    private static final Supplier<List<Named>> NOTHING = List::of;

    private record Named(ProductId id, String sku) {
        static Named read(ResultSet row) throws SQLException {
            return new Named(new ProductId(row.getLong(1)), Values.text(row, 2));
        }
    }

    private void add(Named product) {
        bySku.put(product.sku(), product.id());
        skus.put(product.id(), product.sku());
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
