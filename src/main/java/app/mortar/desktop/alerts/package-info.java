/**
 * The room Alerts: what is short, who was told, and what became of the messages.
 *
 * <p>It must not decide who is told or when.
 */
@NullMarked
package app.mortar.desktop.alerts;

import org.jspecify.annotations.NullMarked;
