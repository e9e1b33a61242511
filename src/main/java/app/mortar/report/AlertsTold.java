package app.mortar.report;

import org.jspecify.annotations.Nullable;

/**
 * How the low-stock and stock-out messages of some days went.
 *
 * @param sent accepted by a provider
 * @param failed given up
 * @param inTime the share of those due that was accepted within five minutes; null while none was due
 * @param slowestSeconds how long the slowest of the accepted took; null while there is none
 */
public record AlertsTold(
        long sent,
        long failed,
        @Nullable Double inTime,
        @Nullable Long slowestSeconds) {}
