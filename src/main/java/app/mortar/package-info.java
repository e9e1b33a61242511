/** Mortar. */
@org.jspecify.annotations.NullMarked
package app.mortar;
