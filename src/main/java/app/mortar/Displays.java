package app.mortar;

import app.mortar.cli.Refused;
import java.util.Locale;
import java.util.Map;

/** Whether windows can be opened here, and what to say where they cannot. */
final class Displays {
    private static final String INSTEAD =
            " To answer the shop without windows, run `mortar serve`; see `mortar --help`" + " for the rest.";

    /** Something that opens windows. */
    interface Windows {
        boolean open() throws InterruptedException;
    }

    private Displays() {}

    /** Refuses where a window system would have to be named and is not. */
    static void mustBeThere(Map<String, String> environment) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        boolean named = !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
        if (!system.contains("windows") && !system.contains("mac") && !named) {
            throw Refused.usage("There is no display to open the desktop on." + INSTEAD);
        }
    }

    /** Opens them; what JavaFX says when it cannot becomes one sentence. */
    static boolean orSaid(Windows windows) throws InterruptedException {
        try {
            return windows.open();
        } catch (UnsupportedOperationException no) {
            throw Refused.usage("No window can be opened on this display: " + no.getMessage() + "." + INSTEAD);
        } catch (LinkageError missing) {
            throw Refused.usage(
                    "No window can be opened here, because a library of the system is missing (" + missing.getMessage()
                            + "); on Debian and Ubuntu it comes with `apt install libgtk-3-0`." + INSTEAD);
        }
    }
}
