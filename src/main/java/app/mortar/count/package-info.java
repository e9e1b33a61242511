/**
 * Stock counts: what somebody found on the shelf, what the books said at that moment, and what becomes of the difference.
 *
 * <p>It must not know screens, workbooks or who is told about a result.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.count;
