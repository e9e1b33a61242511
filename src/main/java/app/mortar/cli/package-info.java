/**
 * The command line: arguments in, lines and exit codes out.
 *
 * <p>It must not decide anything about stock.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.cli;
