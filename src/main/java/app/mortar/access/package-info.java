/**
 * Who is asking: API keys, turned into an Actor with permissions.
 *
 * <p>It must not know stock or HTTP.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.access;
