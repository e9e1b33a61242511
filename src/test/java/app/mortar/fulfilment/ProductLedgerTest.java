package app.mortar.fulfilment;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.catalogue.Product;
import app.mortar.kernel.Span;
import app.mortar.stock.SetAside;
import app.mortar.testing.DeskTest;
import app.mortar.testing.Pharmacy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProductLedgerTest extends DeskTest {
    private final ProductLedger ledger = new ProductLedger();

    private void sellAtTheCounter(String ref, int units) {
        pharmacy.transactions.run(pharmacy.staff, tx -> {
            var placed = pharmacy.orders.place(
                    tx, new OrderRequest(ref, Channel.COUNTER, null, List.of(wanted("PARA", units)), true, null, null));
            pharmacy.orders.move(tx, placed(placed).id(), OrderStatus.DELIVERED);
        });
    }

    /** Three days: 30 come; 4 are dispatched and 1 sold; 2 are lost. */
    private Product history() {
        Product product = pharmacy.product("PARA");
        pharmacy.product("OTHER");
        stock("OTHER", "A", 100, 7);
        stock("PARA", "A", 100, 30);
        pharmacy.clock.pass(Duration.ofDays(1));
        moved(confirmed("WEB-1", wanted("PARA", 4)), OrderStatus.DISPATCHED);
        sellAtTheCounter("TILL-1", 1);
        pharmacy.clock.pass(Duration.ofDays(1));
        pharmacy.writeOff("PARA", "A", 2, SetAside.Reason.DAMAGED);
        return product;
    }

    @Test
    void shows_every_movement_with_the_balance_after_it_the_latest_first() {
        Product product = history();
        var all =
                pharmacy.transactions.read(pharmacy.staff, tx -> ledger.list(tx, product.id(), null, new Span(0, 10)));
        assertThat(all.total()).isEqualTo(4);
        assertThat(all.rows())
                .extracting(row -> row.kind() + " " + row.quantity() + " " + row.balance() + " "
                        + (row.kind() == ProductLedger.Kind.RECEIVED ? "its note" : row.reference()))
                .containsExactly(
                        "WRITTEN_OFF -2 23 null",
                        "SOLD -1 25 TILL-1",
                        "DISPATCHED -4 26 WEB-1",
                        "RECEIVED 30 30 its note");
        for (ProductLedger.Kind kind : ProductLedger.Kind.values()) {
            var some = pharmacy.transactions.read(
                    pharmacy.staff, tx -> ledger.list(tx, product.id(), kind, new Span(0, 10)));
            var wanted = all.rows().stream().filter(row -> row.kind() == kind).toList();
            assertThat(some.rows()).as(kind.name()).isEqualTo(wanted);
            assertThat(some.total()).isEqualTo(wanted.size());
        }
        assertThat(pharmacy.transactions
                        .read(pharmacy.staff, tx -> ledger.list(tx, product.id(), null, new Span(1, 2)))
                        .rows())
                .isEqualTo(all.rows().subList(1, 3));
    }

    @Test
    void on_hand_is_the_sum_of_its_terms() {
        Product product = history();
        var terms = pharmacy.transactions.read(pharmacy.staff, tx -> ledger.terms(tx, product.id()));
        assertThat(terms.of(ProductLedger.Kind.RECEIVED)).isEqualTo(30);
        assertThat(terms.of(ProductLedger.Kind.DISPATCHED)).isEqualTo(-4);
        assertThat(terms.of(ProductLedger.Kind.SOLD)).isEqualTo(-1);
        assertThat(terms.of(ProductLedger.Kind.WRITTEN_OFF)).isEqualTo(-2);
        assertThat(terms.onHand()).isEqualTo(23);
        assertThat(terms.movements()).isEqualTo(4);
        assertThat(terms.addsUp()).isTrue();
        assertThat(new ProductLedger.Terms(terms.sums(), 22, 4).addsUp()).isFalse();
    }

    @Test
    void stock_over_time_is_walked_back_along_the_ledger_by_the_pharmacys_days() {
        Product product = history();
        // half past midnight in Lagos, while it is still yesterday in Greenwich
        pharmacy.clock.set(MORNING.plus(Duration.ofDays(2)).plus(Duration.ofMinutes(14 * 60 + 30)));
        pharmacy.writeOff("PARA", "A", 3, SetAside.Reason.DAMAGED);
        var levels = pharmacy.transactions.read(pharmacy.staff, tx -> ledger.levels(tx, product.id(), 4));
        assertThat(levels).extracting(ProductLedger.Level::units).containsExactly(0, 30, 25, 23, 20);
        assertThat(levels.getLast().day()).isEqualTo(pharmacy.today());
        assertThat(pharmacy.today())
                .isEqualTo(
                        java.time.LocalDate.ofInstant(MORNING, Pharmacy.LAGOS).plusDays(3));
    }
}
