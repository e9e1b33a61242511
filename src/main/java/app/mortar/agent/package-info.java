/**
 * The scheduled work of a server: every job on one page.
 *
 * <p>It must not decide anything about stock; it says when, the desks say what.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.agent;
