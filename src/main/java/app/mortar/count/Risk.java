package app.mortar.count;

import app.mortar.kernel.ProductId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which products are most worth counting: value × movement × last variance × expiry × controlled × time since the last
 * count. Each of the first five factors is 1 when there is nothing special, so that none can hide another:
 *
 * <ul>
 *   <li>value: 1 … 5, in proportion to the dearest stock;
 *   <li>movement: 1 … 5, in proportion to the product that is used most;
 *   <li>last variance: 1 … 5, 1 for an exact count, 5 for one that was off by half or more; 3 for what was never counted;
 *   <li>expiry: 2 when something expires within 30 days, 1.5 within 90;
 *   <li>controlled: 2.
 * </ul>
 *
 * The last one is 0 on the day of a count and grows to 1 in 30 days, so that the list moves on through the shop. Before
 * all others come products of which somebody missed units at the shelf that the books have, until that batch is counted.
 */
public final class Risk {
    private static final int DAYS_TO_FORGET = 30;

    private Risk() {}

    /**
     * What is known of a product.
     *
     * @param value of its stock at batch cost
     * @param used units handed out in the last 90 days
     * @param lastExpected units that the books had in its last count; 0 when it was never counted
     * @param lastOff units that this count differed by
     * @param lastCounted null when it was never counted
     * @param nextExpiry of its good batches
     * @param missed units that were not on the shelf when they were to be picked, and not counted since
     */
    public record Facts(
            ProductId product,
            String sku,
            String name,
            BigDecimal value,
            long used,
            long lastExpected,
            long lastOff,
            @Nullable Instant lastCounted,
            @Nullable LocalDate nextExpiry,
            boolean controlled,
            long missed) {}

    /** A product, how much it is worth counting, and why in words. */
    public record Scored(Facts facts, double score, String why) {}

    /** The products most worth counting, most first. */
    public static List<Scored> most(List<Facts> products, int howMany, Instant now, LocalDate today) {
        double dearest = products.stream()
                .mapToDouble(p -> p.value().doubleValue())
                .max()
                .orElse(0);
        long mostUsed = products.stream().mapToLong(Facts::used).max().orElse(0);
        return products.stream()
                .map(product -> score(product, dearest, mostUsed, now, today))
                .filter(scored -> scored.score() > 0 || scored.facts().missed() > 0)
                .sorted(Comparator.comparing((Scored scored) -> scored.facts().missed() == 0)
                        .thenComparing(Comparator.comparingDouble(Scored::score).reversed())
                        .thenComparing(scored -> scored.facts().sku()))
                .limit(howMany)
                .toList();
    }

    private static Scored score(Facts product, double dearest, long mostUsed, Instant now, LocalDate today) {
        double value = 1 + 4 * part(product.value().doubleValue(), dearest);
        double movement = 1 + 4 * part((double) product.used(), (double) mostUsed);
        double expiry = expiry(product.nextExpiry(), today);
        double controlled = product.controlled() ? 2 : 1;
        double time = time(product.lastCounted(), now);
        double score = value * movement * variance(product) * expiry * controlled * time;
        return new Scored(product, score, why(product, value, movement, expiry));
    }

    private static double part(double of, double whole) {
        return whole <= 0 ? 0 : of / whole;
    }

    private static double variance(Facts product) {
        if (product.lastCounted() == null) {
            return 3;
        }
        double off = (double) product.lastOff() / Math.max(1, product.lastExpected());
        return 1 + 4 * Math.min(1, 2 * off);
    }

    private static double expiry(@Nullable LocalDate next, LocalDate today) {
        long days = next == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(today, next);
        return days <= 30 ? 2 : days <= 90 ? 1.5 : 1;
    }

    private static double time(@Nullable Instant last, Instant now) {
        return last == null ? 1 : Math.clamp((double) ChronoUnit.DAYS.between(last, now) / DAYS_TO_FORGET, 0, 1);
    }

    private static String why(Facts product, double value, double movement, double expiry) {
        List<String> reasons = new ArrayList<>();
        if (product.missed() > 0) {
            reasons.add(product.missed() + " not on the shelf");
        }
        if (product.controlled()) {
            reasons.add("controlled");
        }
        if (value > 2) {
            reasons.add("dear stock");
        }
        if (movement > 2) {
            reasons.add("moves much");
        }
        if (product.lastCounted() == null) {
            reasons.add("never counted");
        } else if (product.lastOff() > 0) {
            reasons.add("was off by " + product.lastOff());
        }
        if (expiry > 1) {
            reasons.add("expires soon");
        }
        return String.join(", ", reasons);
    }
}
