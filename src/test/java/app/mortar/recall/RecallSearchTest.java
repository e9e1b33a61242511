package app.mortar.recall;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import app.mortar.fulfilment.OrderStatus;
import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.NotPermitted;
import app.mortar.stock.GoodsIn;
import app.mortar.testing.DeskTest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecallSearchTest extends DeskTest {
    @BeforeEach
    void one_number_in_two_products() {
        pharmacy.product("AMOX");
        pharmacy.product("PARA");
        stock("PARA", "L12 b", 30, 10);
        stock("AMOX", "L12 B", 60, 5);
        stock("PARA", "OTHER", 90, 7);
    }

    private RecallSearch.Answer search(String... numbers) {
        return pharmacy.transactions.read(pharmacy.staff, tx -> RecallSearch.of(tx, List.of(numbers), null));
    }

    private static String said(RecallSearch.Found batch) {
        return batch.sku() + " " + batch.onShelf() + " here, " + batch.promised() + " promised, "
                + batch.withCustomers() + " out" + (batch.recalled() ? ", recalled" : "");
    }

    @Test
    void finds_every_batch_of_a_number_in_capitals_or_not_and_names_what_nobody_has() {
        RecallSearch.Answer answer = search("l12 B", "Nowhere-1", "l12 B");
        assertThat(answer.found())
                .extracting(RecallSearchTest::said)
                .containsExactly("AMOX 5 here, 0 promised, 0 out", "PARA 10 here, 0 promised, 0 out");
        assertThat(answer.unknown()).containsExactly("Nowhere-1");
        assertThat(search()).isEqualTo(new RecallSearch.Answer(List.of(), List.of()));
    }

    @Test
    void a_list_that_is_too_long_is_refused_and_nothing_of_it_left_out() {
        String[] many = IntStream.rangeClosed(0, RecallSearch.MOST)
                .mapToObj(i -> "B" + i)
                .toArray(String[]::new);
        assertThatThrownBy(() -> search(many))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("1000 at a time; there are 1001");
        assertThat(search(Arrays.copyOf(many, RecallSearch.MOST)).unknown()).hasSize(RecallSearch.MOST);
    }

    @Test
    void of_one_product_the_batch_that_expires_first_is_named_first() {
        var second = new GoodsIn.Line("AMOX", "L12 B", pharmacy.today().plusDays(20), 2, null, true, null);
        assertThat(pharmacy.receive(new GoodsIn.Receipt("N-2", null, List.of(second))))
                .isInstanceOf(GoodsIn.Outcome.Booked.class);
        assertThat(search("L12 B").found())
                .extracting(RecallSearch.Found::sku, RecallSearch.Found::expiryDate)
                .containsExactly(
                        tuple("AMOX", pharmacy.today().plusDays(20)),
                        tuple("AMOX", pharmacy.today().plusDays(60)),
                        tuple("PARA", pharmacy.today().plusDays(30)));
    }

    @Test
    void with_the_code_of_a_product_only_its_batches_are_meant() {
        pharmacy.transactions.run(pharmacy.staff, tx -> assertThat(tx.session()
                        .createNativeMutationQuery("update product set gtin = '09520123456788' where sku = 'PARA'")
                        .executeUpdate())
                .isEqualTo(1));
        RecallSearch.Answer answer = pharmacy.transactions.read(
                pharmacy.staff, tx -> RecallSearch.of(tx, List.of("L12 B", "OTHER"), "09520123456788"));
        assertThat(answer.found())
                .extracting(RecallSearch.Found::sku)
                .containsOnly("PARA")
                .hasSize(2);
        RecallSearch.Answer nobodys = pharmacy.transactions.read(
                pharmacy.staff, tx -> RecallSearch.of(tx, List.of("L12 B"), "05012345678900"));
        assertThat(nobodys).isEqualTo(new RecallSearch.Answer(List.of(), List.of("L12 B")));
    }

    @Test
    void says_what_is_promised_now_and_what_customers_still_have() {
        var brought = moved(confirmed("O-1", wanted("PARA", 2)), OrderStatus.DELIVERED);
        moved(confirmed("O-2", wanted("PARA", 3)), OrderStatus.DELIVERED);
        moved(brought, OrderStatus.RETURNED);
        confirmed("O-3", wanted("PARA", 1));
        pharmacy.hold(wanted("PARA", 2));
        assertThat(search("L12 B").found().getLast())
                .extracting(RecallSearchTest::said)
                .isEqualTo("PARA 7 here, 3 promised, 3 out");
        pharmacy.clock.pass(Duration.ofMinutes(15));
        assertThat(search("L12 B").found().getLast().promised())
                .as("the cart has lapsed")
                .isEqualTo(1);
        pharmacy.recall("PARA", "L12 b");
        assertThat(search("L12 B").found().getLast())
                .extracting(RecallSearchTest::said)
                .isEqualTo("PARA 7 here, 0 promised, 3 out, recalled");
    }

    @Test
    void who_may_not_recall_may_not_look() {
        assertThatThrownBy(() ->
                        pharmacy.transactions.read(pharmacy.shop, tx -> RecallSearch.of(tx, List.of("L12 B"), null)))
                .isInstanceOf(NotPermitted.class);
    }
}
