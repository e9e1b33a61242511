package app.mortar.desktop;

import app.mortar.desktop.shell.Frame;
import app.mortar.desktop.theme.Appearance;
import java.util.List;
import javafx.beans.property.ObjectProperty;

/** The choice of colours, as the palette finds it. */
final class Looks {
    private Looks() {}

    static List<Frame.Command> commands(ObjectProperty<Appearance.Choice> looks) {
        return List.of(
                new Frame.Command("sun", Texts.of("theme.light"), () -> looks.set(Appearance.Choice.LIGHT)),
                new Frame.Command("moon", Texts.of("theme.dark"), () -> looks.set(Appearance.Choice.DARK)),
                new Frame.Command("display", Texts.of("theme.system"), () -> looks.set(Appearance.Choice.SYSTEM)));
    }
}
