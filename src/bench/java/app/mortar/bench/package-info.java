/**
 * How fast the reservation desk is, beside what the database alone could do; and whether the size of a pharmacy matters.
 *
 * <p>It must not be part of the program: nothing in {@code src/main} knows it.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.bench;
