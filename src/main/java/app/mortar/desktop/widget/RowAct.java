package app.mortar.desktop.widget;

import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Something that can be done with the chosen row of a table; it stands in the row's menu.
 *
 * @param id its test id
 * @param text what it is called
 * @param may whether it can be done with that row now
 */
public record RowAct<T>(String id, String text, String icon, Predicate<T> may, Consumer<T> act) {
    /** One that can always be done. */
    public static <T> RowAct<T> of(String id, String text, String icon, Consumer<T> act) {
        return new RowAct<>(id, text, icon, row -> true, act);
    }
}
