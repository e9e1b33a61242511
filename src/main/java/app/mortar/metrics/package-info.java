/**
 * Counters, timings and gauges by name, and the text that Prometheus reads.
 *
 * <p>It must not know any server, database or room that is measured.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.metrics;
