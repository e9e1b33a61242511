package app.mortar.desktop.goods;

import app.mortar.desktop.widget.Tone;

/**
 * What a room says to somebody in the place where the doubt is.
 *
 * @param title what happened
 * @param evidence what to do, or why; may be empty
 */
public record Says(Tone tone, String title, String evidence) {
    public static Says stop(String title, String evidence) {
        return new Says(Tone.DANGER, title, evidence);
    }

    public static Says warning(String title, String evidence) {
        return new Says(Tone.WARNING, title, evidence);
    }

    public static Says remark(String title) {
        return new Says(Tone.ACCENT, title, "");
    }

    /** A question that somebody who looks at the pack can answer. */
    public static Says remarkOn(String title, String evidence) {
        return new Says(Tone.ACCENT, title, evidence);
    }
}
