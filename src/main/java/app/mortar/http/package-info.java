/**
 * The shop's side: an embedded server, the routes, problems as RFC 9457.
 *
 * <p>It must not decide anything about stock.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.http;
