package app.mortar.desktop.widget;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** A name and under it, muted, what tells it from others of that name. What does not fit is read under the pointer. */
public final class TwoLines extends VBox {
    private final Label first = line("medium");
    private final Label second = line("caption");

    public TwoLines() {
        super(1);
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        getChildren().addAll(first, second);
    }

    public TwoLines(String name, String more) {
        this();
        say(name, more);
    }

    /** Shows other words; no second line where there is nothing to say in it. */
    public void say(String name, String more) {
        first.setText(name);
        second.setText(more);
        second.setVisible(!more.isEmpty());
        second.setManaged(!more.isEmpty());
    }

    /** In the place of numbers: at the right. */
    public TwoLines right() {
        setAlignment(Pos.CENTER_RIGHT);
        return this;
    }

    /** Adds classes of the style sheet to the name. */
    public TwoLines styled(String... classes) {
        first.getStyleClass().addAll(classes);
        return this;
    }

    private static Label line(String style) {
        Label line = new Label();
        line.getStyleClass().add(style);
        line.setMinWidth(0);
        line.textTruncatedProperty()
                .addListener((property, was, cut) -> line.setTooltip(cut ? new Tooltip(line.getText()) : null));
        return line;
    }
}
