package app.mortar.fulfilment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One order of the picking queue.
 *
 * @param customer the name, where one is known
 * @param lines batches to take
 * @param verified of these, how many are checked
 * @param shortLines products of which there is not enough
 */
public record ToPick(
        long order,
        String externalRef,
        Channel channel,
        OrderStatus status,
        @Nullable String customer,
        @Nullable Instant promisedAt,
        Instant createdAt,
        int lines,
        int verified,
        int shortLines) {}
