/**
 * Who is asking: staff with a password or a PIN, and API keys, turned into an Actor with permissions; and the list of who
 * did what about them, and to what is set for the pharmacy.
 *
 * <p>It must not know stock or HTTP.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.access;
