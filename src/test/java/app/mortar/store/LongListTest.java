package app.mortar.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.catalogue.ProductList;
import app.mortar.testing.DeskTest;
import app.mortar.testing.Pharmacy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lists that are longer than what a database likes to hear at once. */
class LongListTest extends DeskTest {
    /** Three parts, the last one not full. */
    private static final int MANY = 250;

    private static List<String> skus() {
        return IntStream.range(0, MANY).mapToObj("P%03d"::formatted).toList();
    }

    private ProductList.Outcome save(int minimum) {
        return pharmacy.transactions.write(pharmacy.staff, tx -> new ProductList()
                .save(
                        tx,
                        skus().stream()
                                .map(sku -> new ProductList.Entry(sku, now -> Pharmacy.form(sku, minimum, true)))
                                .toList()));
    }

    @Test
    void one_question_about_a_long_list_is_answered_whole_and_each_row_once() {
        save(0);
        List<String> asked = new ArrayList<>(skus());
        asked.add(120, "NOT-THERE");
        List<String> found = pharmacy.transactions.read(pharmacy.staff, tx -> tx.roundTrip()
                .ask(
                        "select sku from product where sku = any(?) and min_stock_level = any(?) order by sku",
                        row -> Values.text(row, 1),
                        asked,
                        List.of(0L))
                .get());
        assertThat(found).isEqualTo(skus());
    }

    @Test
    void several_questions_of_one_trip_keep_their_answers_apart() {
        save(0);
        pharmacy.transactions.run(pharmacy.staff, tx -> {
            RoundTrip trip = tx.roundTrip();
            var first = trip.ask("select sku from product where sku = any(?)", row -> Values.text(row, 1), skus());
            var second = trip.ask("select sku from product where sku = ?", row -> Values.text(row, 1), "P007");
            assertThat(first.get()).hasSize(MANY);
            assertThat(second.get()).containsExactly("P007");
        });
    }

    @Test
    void a_long_list_of_known_products_is_changed_as_a_whole() {
        save(0);
        assertThat(save(0)).isEqualTo(new ProductList.Outcome.Saved(0, 0, MANY));
        assertThat(save(7)).isEqualTo(new ProductList.Outcome.Saved(0, MANY, 0));
        assertThat(pharmacy.rows("select count(*) from product where min_stock_level = 7"))
                .containsExactly(String.valueOf(MANY));
    }
}
