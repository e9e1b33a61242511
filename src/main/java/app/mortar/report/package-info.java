/**
 * Reports and rates for people who run the pharmacy, and the same figures for their monitoring.
 *
 * <p>It only reads; it must not know who shows or prints what it found.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.report;
