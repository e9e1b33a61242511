/**
 * The windows of Mortar: one room per screen, each a view (layout, ids, accessible text, bindings) over a view model
 * (properties and acts, no control). Knows no HTTP route and no command.
 */
@NullMarked
package app.mortar.desktop;

import org.jspecify.annotations.NullMarked;
