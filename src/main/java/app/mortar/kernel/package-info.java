/**
 * The words everybody in the house uses: ids, actors, permissions, refusals.
 *
 * <p>It must not know anything but the JDK: no database, no clock, no other room.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.kernel;
