package app.mortar.desktop.widget;

import org.kordamp.ikonli.javafx.FontIcon;

/** Icons by their name in the Bootstrap set, version 1.4.1, without the {@code bi-}. A test draws every name in use. */
public final class Icon {
    private Icon() {}

    /** An icon of 14 px in the colour of its surroundings. */
    public static FontIcon of(String name) {
        return new FontIcon("bi-" + name);
    }

    /**
     * An icon of that size.
     *
     * @param size 12, 13, 16, 18 or 20 px
     * @param styles colours: {@code muted accent danger warning success}
     */
    public static FontIcon of(String name, int size, String... styles) {
        FontIcon icon = of(name);
        icon.getStyleClass().add("size-" + size);
        icon.getStyleClass().addAll(styles);
        return icon;
    }
}
