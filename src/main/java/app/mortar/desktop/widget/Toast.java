package app.mortar.desktop.widget;

import org.jspecify.annotations.Nullable;

/**
 * Says what was done, for six seconds, at the foot of the room. Never the only trace of it.
 *
 * @param tone {@code SUCCESS} for what was booked, {@code ACCENT} for what was undone, {@code WARNING} for surprises
 * @param title what happened
 * @param second one more line; may be empty
 * @param act the words of its one act, or null
 * @param then what that act does, or null
 */
public record Toast(
        Tone tone,
        String title,
        String second,
        @Nullable String act,
        @Nullable Runnable then) {
    public static Toast done(String title, String second) {
        return new Toast(Tone.SUCCESS, title, second, null, null);
    }

    public static Toast warning(String title, String second) {
        return new Toast(Tone.WARNING, title, second, null, null);
    }

    /** The same with one act. */
    public Toast with(String words, Runnable doIt) {
        return new Toast(tone, title, second, words, doIt);
    }
}
