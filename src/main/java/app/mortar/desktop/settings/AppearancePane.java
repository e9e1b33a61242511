package app.mortar.desktop.settings;

import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Machine;
import app.mortar.desktop.theme.Appearance;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Segments;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Light, dark, or as the system has it; for this workstation. */
final class AppearancePane implements Pane {
    private static final double WIDTH = 460;

    private final Card node;

    AppearancePane(Machine machine) {
        Segments<Appearance.Choice> looks = new Segments<>(
                        "looks", machine.looks().get())
                .add(Appearance.Choice.LIGHT, Texts.of("settings.looks.light"))
                .add(Appearance.Choice.DARK, Texts.of("settings.looks.dark"))
                .add(Appearance.Choice.SYSTEM, Texts.of("settings.looks.system"));
        looks.value().bindBidirectional(machine.looks());
        node = Card.of(
                Texts.of("settings.looks.title"), new VBox(12, Fields.hint(Texts.of("settings.looks.about")), looks));
        node.setMaxWidth(WIDTH);
        node.setMaxHeight(Region.USE_PREF_SIZE);
    }

    @Override
    public Node node() {
        return node;
    }
}
