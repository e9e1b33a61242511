/**
 * The settings of a pharmacy and of one machine: read once, checked once, all mistakes at once.
 *
 * <p>Nothing else reads the environment; it must not know the database.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.settings;
