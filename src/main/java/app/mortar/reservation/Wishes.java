package app.mortar.reservation;

import app.mortar.kernel.ProductId;
import app.mortar.reservation.Holds.Found;
import app.mortar.stock.CartHold;
import app.mortar.stock.ProductNames;
import app.mortar.stock.ProductRef;
import app.mortar.stock.Wanted;
import app.mortar.store.RoundTrip;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks up what a group wishes: all of it together, not one wish after the other. */
final class Wishes {
    private Wishes() {}

    /** Has them looked up, together with other questions; one for each request, in their order. */
    static Supplier<List<Wish>> asked(RoundTrip trip, List<Asked> group) {
        var names = ProductNames.asked(
                trip,
                group.stream()
                        .flatMap(asked -> asked.request().items().stream())
                        .map(Wanted::product)
                        .toList());
        var named = Holds.named(
                trip,
                group.stream()
                        .map(asked -> asked.request().token())
                        .filter(Objects::nonNull)
                        .toList());
        var ofCarts = Holds.ofCarts(trip, group.stream().flatMap(Wishes::cart).toList());
        return () -> {
            ProductNames known = names.get();
            Map<String, Found> byToken = named.get();
            Map<String, Found> byCart = ofCarts.get();
            return group.stream()
                    .map(asked -> wish(asked, known, earlier(asked, byToken, byCart)))
                    .toList();
        };
    }

    /** The cart whose hold counts: a token, where there is one, says more. */
    private static Stream<String> cart(Asked asked) {
        String cartId = asked.request().cartId();
        return cartId == null || asked.request().token() != null
                ? Stream.empty()
                : Stream.of(CartHold.liveCart(asked.actor().owner(), cartId));
    }

    private static @Nullable Found earlier(Asked asked, Map<String, Found> named, Map<String, Found> ofCarts) {
        String token = asked.request().token();
        if (token != null) {
            Found found = named.get(token);
            return found != null && asked.actor().sees(found.hold().owner()) ? found : null;
        }
        return cart(asked).findFirst().map(ofCarts::get).orElse(null);
    }

    private static Wish wish(Asked asked, ProductNames names, @Nullable Found earlier) {
        List<ProductRef> refs =
                asked.request().items().stream().map(Wanted::product).toList();
        List<String> unknown = names.unknown(refs);
        Map<ProductId, Long> wanted = new TreeMap<>();
        if (unknown.isEmpty()) {
            asked.request()
                    .items()
                    .forEach(item -> wanted.merge(names.id(item.product()), (long) item.quantity(), Long::sum));
        }
        return new Wish(
                asked,
                unknown,
                wanted,
                earlier == null ? null : earlier.hold(),
                earlier == null ? List.of() : earlier.products());
    }
}
