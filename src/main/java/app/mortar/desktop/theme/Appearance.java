package app.mortar.desktop.theme;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Which theme is on: the one that was chosen, or the system's, followed while the program runs. */
public final class Appearance {
    /** What a person may choose. */
    public enum Choice {
        SYSTEM,
        LIGHT,
        DARK
    }

    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);
    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(Theme.LIGHT);
    private final InvalidationListener follow = changed -> apply();

    /** Puts the theme on, and keeps it right from then on. On the user interface's thread. */
    public void start() {
        choice.addListener(follow);
        Platform.getPreferences().colorSchemeProperty().addListener(follow);
        apply();
    }

    public ObjectProperty<Choice> choice() {
        return choice;
    }

    public ReadOnlyObjectProperty<Theme> theme() {
        return theme.getReadOnlyProperty();
    }

    private void apply() {
        theme.set(
                switch (choice.get()) {
                    case LIGHT -> Theme.LIGHT;
                    case DARK -> Theme.DARK;
                    case SYSTEM ->
                        Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
                });
        Application.setUserAgentStylesheet(theme.get().sheet());
    }
}
