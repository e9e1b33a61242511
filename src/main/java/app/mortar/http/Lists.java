package app.mortar.http;

import app.mortar.kernel.Cursor;
import app.mortar.kernel.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How every list is asked for and answered. */
final class Lists {
    private Lists() {}

    record Shown<T>(List<T> items, @Nullable String nextCursor) {}

    static <T, S> Shown<S> shown(Page<T> page, Function<T, S> row) {
        return new Shown<>(page.items().stream().map(row).toList(), page.nextCursor());
    }

    static @Nullable Cursor cursor(Query query) {
        String text = query.cursor();
        return text == null ? null : Cursor.of(text);
    }
}
