/**
 * The room Counts: rounds are begun, batches counted blind, differences approved.
 *
 * <p>It must not know how a difference is booked.
 */
@NullMarked
package app.mortar.desktop.counts;

import org.jspecify.annotations.NullMarked;
