package app.mortar.desktop.theme;

import java.net.URL;
import java.util.Objects;

/** The two ways Mortar looks: one style sheet each, over the same rules. */
public enum Theme {
    LIGHT,
    DARK;

    /** The sheet for {@code Application.setUserAgentStylesheet}, which a showing window takes on at once. */
    public String sheet() {
        URL url = Theme.class.getResource(this == LIGHT ? "light.css" : "dark.css");
        return Objects.requireNonNull(url, "style sheet").toExternalForm();
    }
}
