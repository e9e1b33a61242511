package app.mortar.reservation;

import app.mortar.kernel.ProductId;
import app.mortar.stock.CartHold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request with everything that could be looked up before the locks.
 *
 * @param unknown products that there are not
 * @param wanted units of each product, the lines of one product summed: a check line by line would promise the last
 *     unit twice
 * @param earlier the hold that the request is about, if there is one that the actor may see
 * @param held the products of that hold
 */
record Wish(
        Asked asked,
        List<String> unknown,
        Map<ProductId, Long> wanted,
        @Nullable CartHold earlier,
        List<ProductId> held) {
    HoldRequest request() {
        return asked.request();
    }

    long units() {
        return wanted.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The token of the hold that it is about, if there is one. */
    Stream<String> earlierToken() {
        return earlier == null ? Stream.empty() : Stream.of(earlier.token());
    }

    /** What must be locked to decide it. */
    List<ProductId> products() {
        List<ProductId> products = new ArrayList<>(wanted.keySet());
        products.addAll(held);
        return products;
    }
}
