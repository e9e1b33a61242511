package app.mortar.desktop.goods;

import app.mortar.catalogue.Product;
import app.mortar.catalogue.ProductDesk;
import app.mortar.kernel.Gtin;
import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.stock.StockList;
import app.mortar.store.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds products for a line on screen. */
public final class Finder {
    private static final int MOST = 8;

    private final ProductDesk products = new ProductDesk();
    private final StockList list = new StockList();

    /** A product and how much of it may be promised now. */
    public record Hit(Goods goods, int available) {}

    /** What somebody means: the product of that code alone, or the first few that fit the words. */
    public List<Hit> find(Tx tx, String said) {
        Optional<Product> exact = gtin(said).map(gtin -> products.byGtin(tx, gtin));
        if (exact.isEmpty()) {
            exact = Optional.ofNullable(products.find(tx, said));
        }
        return exact.map(product -> List.of(hit(StockList.row(tx, product))))
                .orElseGet(() -> list.list(tx, said, false, MOST, null).items().stream()
                        .map(Finder::hit)
                        .toList());
    }

    private static Hit hit(StockList.Row row) {
        return new Hit(Goods.of(row.product()), row.available());
    }

    /** The GTIN that was typed, if it is one. */
    public static Optional<Gtin> gtin(String said) {
        try {
            return said.chars().allMatch(c -> c >= '0' && c <= '9') ? Optional.of(Gtin.of(said)) : Optional.empty();
        } catch (IllegalArgumentException no) {
            return Optional.empty();
        }
    }

    public Optional<Goods> byGtin(Tx tx, Gtin gtin) {
        return Optional.ofNullable(products.byGtin(tx, gtin)).map(Goods::of);
    }

    /** All of these that there are. */
    public Map<ProductId, Goods> byId(Tx tx, Collection<ProductId> ids) {
        tx.actor().must(Permission.SEE_STOCK);
        Map<ProductId, Goods> found = new HashMap<>();
        if (!ids.isEmpty()) {
            tx.session()
                    .createSelectionQuery("from Product p where p.id in :ids", Product.class)
                    .setParameter("ids", ids.stream().map(ProductId::value).toList())
                    .getResultList()
                    .forEach(product -> found.put(product.id(), Goods.of(product)));
        }
        return found;
    }
}
