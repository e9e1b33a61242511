package app.mortar.desktop.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** The letters that come with Mortar, so that every workstation looks the same. Each weight is a family of its own. */
public final class Typeface {
    private static final List<String> FILES = List.of(
            "IBMPlexSans_400Regular",
            "IBMPlexSans_500Medium",
            "IBMPlexSans_600SemiBold",
            "IBMPlexSans_700Bold",
            "IBMPlexMono_400Regular",
            "IBMPlexMono_500Medium");

    private Typeface() {}

    /** Loads all weights; has to be done before the first scene. */
    public static void load() {
        for (String file : FILES) {
            try (InputStream in = Typeface.class.getResourceAsStream("fonts/" + file + ".ttf")) {
                if (in == null || Font.loadFont(in, 13) == null) {
                    throw new IllegalStateException("The typeface " + file + " is missing or unusable.");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
