package app.mortar.desktop.widget;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** A choice of a few, all visible, one of them on: arrows move it. */
public final class Segments<T> extends HBox {
    private final ObjectProperty<T> value;
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();

    /** A choice that begins with {@code first}; {@link #add} the others. */
    public Segments(String id, T first) {
        setId(id);
        value = new SimpleObjectProperty<>(first);
        getStyleClass().add("segments");
        setMinWidth(USE_PREF_SIZE);
        setMaxWidth(USE_PREF_SIZE);
        value.addListener((property, old, now) -> select(now));
        addEventFilter(KeyEvent.KEY_PRESSED, this::move);
    }

    /** Adds a segment. */
    public Segments<T> add(T choice, String text) {
        ToggleButton button = new ToggleButton(text);
        button.setId(getId() + "-" + buttons.size());
        button.setMinWidth(USE_PREF_SIZE);
        button.setToggleGroup(group);
        button.setOnAction(event -> {
            button.setSelected(true);
            value.set(choice);
        });
        buttons.put(choice, button);
        getChildren().add(button);
        select(value.get());
        return this;
    }

    /** Changes the words of a segment, such as its count. */
    public void name(T choice, String text) {
        ToggleButton button = buttons.get(choice);
        if (button != null) {
            button.setText(text);
        }
    }

    public ObjectProperty<T> value() {
        return value;
    }

    private void select(T choice) {
        buttons.forEach((key, button) -> {
            boolean on = key.equals(choice);
            button.setSelected(on);
            button.setFocusTraversable(on);
        });
    }

    private void move(KeyEvent event) {
        int step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        if (step == 0) {
            return;
        }
        var choices = buttons.keySet().stream().toList();
        int next = Math.clamp(choices.indexOf(value.get()) + step, 0, choices.size() - 1);
        value.set(choices.get(next));
        ToggleButton button = buttons.get(choices.get(next));
        if (button != null) {
            button.requestFocus();
        }
        event.consume();
    }
}
