package app.mortar.desktop;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Every text on screen, by its name in {@code texts.properties}; a second language is a second file. */
public final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("app.mortar.desktop.texts");

    private Texts() {}

    /**
     * The text of that name, with {@code {0}}, {@code {1}} … filled in.
     *
     * @throws java.util.MissingResourceException when there is none; a test asks for all of them
     */
    public static String of(String name, Object... parts) {
        String text = BUNDLE.getString(name);
        return parts.length == 0 ? text : new MessageFormat(text, Locale.getDefault()).format(parts);
    }
}
