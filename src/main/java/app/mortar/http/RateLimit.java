package app.mortar.http;

import java.time.Duration;

/**
 * How many requests one key may make.
 *
 * @param requests in any {@code per}; 0 = as many as it likes
 */
public record RateLimit(int requests, Duration per) {
    public static final RateLimit OFF = new RateLimit(0, Duration.ofMinutes(1));

    public RateLimit {
        if (requests < 0 || per.isNegative() || per.isZero()) {
            throw new IllegalArgumentException("A rate limit is a number of requests per a length of time.");
        }
    }
}
