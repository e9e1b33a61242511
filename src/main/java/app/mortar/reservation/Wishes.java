package app.mortar.reservation;

import app.mortar.kernel.Actor;
import app.mortar.kernel.ProductId;
import app.mortar.stock.CartHold;
import app.mortar.stock.ProductNames;
import app.mortar.stock.ProductRef;
import app.mortar.stock.Wanted;
import app.mortar.store.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The wishes of a group, looked up together: a query for all of them, not one for each. */
record Wishes(List<Wish> all) {
    static Wishes of(Tx tx, List<Asked> group) {
        List<ProductRef> refs = group.stream()
                .flatMap(asked -> asked.request().items().stream())
                .map(Wanted::product)
                .toList();
        ProductNames names = ProductNames.of(tx, refs);
        Map<String, CartHold> named = Holds.named(
                tx,
                group.stream()
                        .map(asked -> asked.request().token())
                        .filter(Objects::nonNull)
                        .toList());
        Map<String, CartHold> ofCarts =
                Holds.ofCarts(tx, group.stream().flatMap(Wishes::cart).toList());
        Map<String, List<ProductId>> held = Holds.productsOf(
                tx,
                Stream.concat(named.values().stream(), ofCarts.values().stream())
                        .map(CartHold::token)
                        .toList());
        List<Wish> wishes = new ArrayList<>();
        for (Asked asked : group) {
            CartHold earlier = earlier(asked, named, ofCarts);
            wishes.add(wish(
                    asked,
                    names,
                    earlier,
                    earlier == null ? List.of() : held.getOrDefault(earlier.token(), List.of())));
        }
        return new Wishes(List.copyOf(wishes));
    }

    /** The cart whose hold counts: a token, where there is one, says more. */
    private static Stream<String> cart(Asked asked) {
        String cartId = asked.request().cartId();
        return cartId == null || asked.request().token() != null
                ? Stream.empty()
                : Stream.of(CartHold.liveCart(asked.actor().owner(), cartId));
    }

    private static @Nullable CartHold earlier(Asked asked, Map<String, CartHold> named, Map<String, CartHold> ofCarts) {
        String token = asked.request().token();
        Actor actor = asked.actor();
        if (token != null) {
            CartHold hold = named.get(token);
            return hold != null && actor.sees(hold.owner()) ? hold : null;
        }
        return cart(asked).findFirst().map(ofCarts::get).orElse(null);
    }

    private static Wish wish(Asked asked, ProductNames names, @Nullable CartHold earlier, List<ProductId> held) {
        List<ProductRef> refs =
                asked.request().items().stream().map(Wanted::product).toList();
        List<String> unknown = names.unknown(refs);
        Map<ProductId, Long> wanted = new TreeMap<>();
        if (unknown.isEmpty()) {
            asked.request()
                    .items()
                    .forEach(item -> wanted.merge(names.id(item.product()), (long) item.quantity(), Long::sum));
        }
        return new Wish(asked, unknown, wanted, earlier, held);
    }

    List<ProductId> products() {
        return all.stream().flatMap(wish -> wish.products().stream()).toList();
    }
}
