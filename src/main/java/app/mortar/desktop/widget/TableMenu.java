package app.mortar.desktop.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The menu of a table: what can be done with the chosen row, and below it what can be done with the list. Opened by
 * the right button, the menu key or Shift F10.
 */
final class TableMenu<T> {
    private final TableView<@Nullable T> table;
    private final Supplier<@Nullable T> chosen;
    private final ContextMenu menu = new ContextMenu();
    private final List<RowAct<T>> acts = new ArrayList<>();
    private final List<MenuItem> always = new ArrayList<>();

    /**
     * A menu without acts.
     *
     * @param chosen the row that it is about; null for none
     */
    TableMenu(TableView<@Nullable T> table, Supplier<@Nullable T> chosen) {
        this.table = table;
        this.chosen = chosen;
        menu.setId(table.getId() + "-menu");
        table.setContextMenu(menu);
        menu.getItems().add(new MenuItem()); // an empty menu would never be shown
        menu.setOnShowing(event -> fill());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        table.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (event.isKeyboardTrigger()) {
                event.consume(); // the key has opened it already, beside its row
            }
        });
    }

    void act(RowAct<T> act) {
        acts.add(act);
    }

    /** Something about the whole list. */
    void always(String id, String text, String icon, Runnable run) {
        always.add(item(id, text, icon, run));
    }

    private void fill() {
        menu.getItems().clear();
        T row = chosen.get();
        if (row != null) {
            acts.stream()
                    .filter(act -> act.may().test(row))
                    .map(act -> item(
                            act.id(), act.text(), act.icon(), () -> act.act().accept(row)))
                    .forEach(menu.getItems()::add);
            if (!menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
        }
        menu.getItems().addAll(always);
    }

    private static MenuItem item(String id, String text, String icon, Runnable run) {
        MenuItem item = new MenuItem(text, Icon.of(icon, 13, "muted"));
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> run.run());
        return item;
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.CONTEXT_MENU || (event.getCode() == KeyCode.F10 && event.isShiftDown())) {
            Bounds at = place();
            if (at != null) {
                menu.show(table, at.getMinX() + 24, at.getMaxY());
            }
            event.consume();
        }
    }

    /** Where the chosen row is on the screen; the table where none is seen; null while nothing is on a screen. */
    private @Nullable Bounds place() {
        for (Node node : table.lookupAll(".table-row-cell")) {
            if (node instanceof TableRow<?> row && row.isSelected() && row.isVisible() && row.getItem() != null) {
                return row.localToScreen(row.getBoundsInLocal());
            }
        }
        Bounds whole = table.localToScreen(table.getBoundsInLocal());
        return whole == null
                ? null
                : new javafx.geometry.BoundingBox(whole.getMinX(), whole.getMinY() + 30, whole.getWidth(), 4);
    }
}
