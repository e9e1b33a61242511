package app.mortar.desktop.shell;

import app.mortar.desktop.widget.PageSource;
import app.mortar.store.Tx;

/** A list as it was narrowed at one moment: its filter does not change any more, its rows are read when asked for. */
@FunctionalInterface
public interface Listed<T> {
    PageSource.Rows<T> rows(Tx tx, PageSource.Window window);
}
