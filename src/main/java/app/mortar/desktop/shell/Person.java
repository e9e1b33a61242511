package app.mortar.desktop.shell;

import app.mortar.kernel.Actor;

/**
 * Who signed in.
 *
 * @param actor as the desks know them
 * @param name as colleagues call them
 * @param role what they are here, as the top bar says it
 */
public record Person(Actor actor, String name, String role) {}
