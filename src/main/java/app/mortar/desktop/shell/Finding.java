package app.mortar.desktop.shell;

/**
 * Something that the palette found.
 *
 * @param icon of what it is
 * @param kind the word for what it is, at the right
 * @param name what it is called
 * @param second more about it, muted
 * @param place the room it opens in
 * @param about what that room is asked to show
 */
public record Finding(String icon, String kind, String name, String second, Place place, Object about) {}
