package app.mortar.http;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** What each key may still ask for. Counted in this process only: two servers grant twice as much. */
final class Quotas {
    private final RateLimit limit;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    /** @param nanos a clock that never goes backwards */
    Quotas(RateLimit limit, LongSupplier nanos) {
        this.limit = limit;
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos.getAsLong();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }

    /**
     * One request's share.
     *
     * @param retryAfterSeconds when the next one is granted; 0 if this one was
     * @param headers what the client is told, on every answer
     */
    record Share(boolean granted, long retryAfterSeconds, List<Reply.Header> headers) {
        static final Share UNLIMITED = new Share(true, 0, List.of());
    }

    Share take(String owner) {
        if (limit.requests() == 0) {
            return Share.UNLIMITED;
        }
        ConsumptionProbe probe = buckets.computeIfAbsent(owner, o -> bucket()).tryConsumeAndReturnRemaining(1);
        return new Share(
                probe.isConsumed(),
                seconds(probe.getNanosToWaitForRefill()),
                List.of(
                        new Reply.Header("RateLimit-Limit", Integer.toString(limit.requests())),
                        new Reply.Header("RateLimit-Remaining", Long.toString(probe.getRemainingTokens())),
                        new Reply.Header("RateLimit-Reset", Long.toString(seconds(probe.getNanosToWaitForReset()))),
                        new Reply.Header(
                                "RateLimit-Policy",
                                limit.requests() + ";w="
                                        + Math.max(1, limit.per().toSeconds()))));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(limit.requests())
                        .refillGreedy(limit.requests(), limit.per())
                        .build())
                .withCustomTimePrecision(time)
                .build();
    }

    /** Rounded up: who comes back then is served. */
    private static long seconds(long nanos) {
        return (nanos + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1);
    }
}
