package app.mortar.desktop.widget;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/**
 * A list as long as the database says, that holds only the pages somebody looked at. Asking for a row that is not here
 * gives null and calls for its page.
 */
final class PagedRows<T> extends ObservableListBase<@Nullable T> {
    static final int PAGE = 100;
    /** Pages kept; beyond, those farthest from the last one asked for are let go. */
    private static final int KEPT = 12;

    private final Map<Integer, List<T>> pages = new HashMap<>();
    private final BitSet called = new BitSet();
    private final IntConsumer call;
    private int size;

    /** An empty list; {@code call} is told the number of a page that is wanted, once until it came. */
    PagedRows(IntConsumer call) {
        this.call = call;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public @Nullable T get(int index) {
        Objects.checkIndex(index, size);
        int page = index / PAGE;
        List<T> rows = pages.get(page);
        if (rows == null) {
            if (!called.get(page)) {
                called.set(page);
                call.accept(page);
            }
            return null;
        }
        return index % PAGE < rows.size() ? rows.get(index % PAGE) : null;
    }

    /** The row, if it is here; never calls for it. */
    @Nullable
    T peek(int index) {
        List<T> rows = pages.get(index / PAGE);
        return rows == null || index % PAGE >= rows.size() ? null : rows.get(index % PAGE);
    }

    /** Takes a page in. Rows that are as they were make no change, so nothing moves and nothing is drawn again. */
    void put(int page, List<T> rows, int total) {
        called.clear(page);
        beginChange();
        resize(total);
        List<T> before = pages.put(page, List.copyOf(rows));
        int from = page * PAGE;
        for (int i = 0; i < rows.size() && from + i < size; i++) {
            T old = before == null || i >= before.size() ? null : before.get(i);
            if (!Objects.equals(old, rows.get(i))) {
                nextSet(from + i, old);
            }
        }
        endChange();
        letGo(page);
    }

    /** A page could not be had; it is called for again when somebody looks. */
    void missed(int page) {
        called.clear(page);
    }

    /** The pages that are here, to be read again. */
    List<Integer> here() {
        return pages.keySet().stream().sorted().toList();
    }

    /** Forgets everything: another list begins. */
    void clearAll() {
        beginChange();
        pages.clear();
        called.clear();
        resize(0);
        endChange();
    }

    private void resize(int total) {
        if (total > size) {
            int from = size;
            size = total;
            nextAdd(from, total);
        } else if (total < size) {
            List<@Nullable T> gone = new ArrayList<>();
            for (int i = total; i < size; i++) {
                gone.add(peek(i));
            }
            size = total;
            nextRemove(total, gone);
            pages.keySet().removeIf(page -> page * PAGE >= total);
        }
    }

    private void letGo(int around) {
        while (pages.size() > KEPT) {
            int farthest = around;
            for (int page : pages.keySet()) {
                if (Math.abs(page - around) > Math.abs(farthest - around)) {
                    farthest = page;
                }
            }
            pages.remove(farthest);
        }
    }
}
