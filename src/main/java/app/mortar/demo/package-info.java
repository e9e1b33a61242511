/**
 * A believable pharmacy to try everything on: its shelves and three months of its history, made at the real desks.
 *
 * <p>It must not write a row past a desk, and knows neither HTTP nor the command line.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.demo;
