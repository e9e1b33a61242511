package app.mortar.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class PagedRowsTest {
    private final List<Integer> called = new ArrayList<>();
    private final PagedRows<String> rows = new PagedRows<>(called::add);

    private static List<String> page(int page, String suffix) {
        return IntStream.range(page * PagedRows.PAGE, (page + 1) * PagedRows.PAGE)
                .mapToObj(i -> "row " + i + suffix)
                .toList();
    }

    @Test
    void a_row_that_is_not_here_calls_for_its_page_once() {
        rows.put(0, page(0, ""), 50_000);

        assertThat(rows).hasSize(50_000);
        assertThat(rows.get(7)).isEqualTo("row 7");
        assertThat(rows.get(12_345)).isNull();
        assertThat(rows.get(12_346)).isNull();
        assertThat(called).containsExactly(123);

        rows.put(123, page(123, ""), 50_000);
        assertThat(rows.get(12_345)).isEqualTo("row 12345");
    }

    @Test
    void rows_that_stayed_as_they_were_make_no_change() {
        rows.put(0, page(0, ""), 200);
        List<Integer> changed = new ArrayList<>();
        rows.addListener((ListChangeListener<String>) change -> {
            while (change.next()) {
                IntStream.range(change.getFrom(), change.getTo()).forEach(changed::add);
            }
        });
        List<String> again = new ArrayList<>(page(0, ""));
        again.set(42, "row 42, sold");
        rows.put(0, again, 200);

        assertThat(changed).containsExactly(42);
        assertThat(rows.get(42)).isEqualTo("row 42, sold");
    }

    @Test
    void a_list_grows_and_shrinks_with_the_database() {
        rows.put(0, page(0, ""), 250);
        rows.put(2, List.of("row 200"), 201);
        assertThat(rows).hasSize(201);

        rows.put(0, page(0, ""), 100);
        assertThat(rows).hasSize(100);
    }

    @Test
    void pages_far_from_what_is_looked_at_are_let_go() {
        for (int i = 0; i < 100; i++) {
            rows.put(i, page(i, ""), 10_000);
        }

        assertThat(rows.here()).hasSize(12).contains(99).doesNotContain(0);
    }
}
