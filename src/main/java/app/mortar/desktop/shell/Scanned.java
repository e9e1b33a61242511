package app.mortar.desktop.shell;

import app.mortar.gs1.Scan;

/**
 * A scan that was caught somewhere in the window.
 *
 * @param text as it arrived, separators as 0x1D
 * @param read what it says
 */
public record Scanned(String text, Scan read) {
    /** Whether a separator arrived in it. */
    public boolean separated() {
        return text.indexOf('\u001D') >= 0;
    }
}
