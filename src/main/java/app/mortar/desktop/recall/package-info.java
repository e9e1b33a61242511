/**
 * The room Recall: a manufacturer's list of batch numbers is pasted or scanned, looked for, and taken out of sale.
 *
 * <p>It must not know how a promise is moved to another batch.
 */
@NullMarked
package app.mortar.desktop.recall;

import org.jspecify.annotations.NullMarked;
