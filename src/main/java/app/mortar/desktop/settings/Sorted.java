package app.mortar.desktop.settings;

import app.mortar.desktop.widget.PageSource;
import java.util.Locale;

/** From the column that a table is sorted by to the word that a desk has for it: {@code keys-used}. */
final class Sorted {
    private Sorted() {}

    /**
     * The word after the id's first dash.
     *
     * @param otherwise the list's own order
     */
    static <S extends Enum<S>> S by(PageSource.Window window, Class<S> words, S otherwise) {
        String column = window.sort();
        return column == null
                ? otherwise
                : Enum.valueOf(words, column.substring(column.indexOf('-') + 1).toUpperCase(Locale.ROOT));
    }
}
