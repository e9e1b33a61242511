package app.mortar.desktop.goods;

import app.mortar.catalogue.Product;
import app.mortar.catalogue.ProductForm;
import app.mortar.kernel.ProductId;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A product as a line on screen shows it.
 *
 * @param pack what tells it from its siblings, such as strength and form; may be empty
 * @param price of one sale unit
 * @param minShelfLifeDays days that must be left when it comes in
 */
public record Goods(
        ProductId id,
        String sku,
        String name,
        String pack,
        @Nullable String gtin,
        @Nullable String shelf,
        @Nullable BigDecimal price,
        boolean controlled,
        boolean expires,
        @Nullable Integer minShelfLifeDays) {
    public static Goods of(Product product) {
        ProductForm said = product.asForm();
        return new Goods(
                product.id(),
                said.sku(),
                said.name(),
                pack(said.name(), said.strength(), said.form()),
                said.gtin() == null ? null : said.gtin().digits(),
                said.shelf(),
                said.price(),
                said.controlled(),
                said.expires(),
                said.minShelfLifeDays());
    }

    /** Strength and form, as far as they are known and the name does not say them itself. */
    public static String pack(String name, @Nullable String strength, @Nullable String form) {
        String said = name.toLowerCase(Locale.ROOT);
        return Stream.of(strength, form)
                .filter(Objects::nonNull)
                .filter(fact -> !said.contains(fact.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(" · "));
    }
}
