package app.mortar.desktop.shell;

import app.mortar.desktop.widget.Tone;

/**
 * The count beside a room's name in the navigation.
 *
 * @param count 0 shows nothing
 * @param tone {@code ACCENT} for work that waits, {@code DANGER} for trouble, {@code NEUTRAL} for mere numbers
 */
public record Badge(int count, Tone tone) {
    public static final Badge NONE = new Badge(0, Tone.NEUTRAL);
}
