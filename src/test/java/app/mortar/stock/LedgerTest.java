package app.mortar.stock;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.fulfilment.OrderStatus;
import app.mortar.kernel.Cursor;
import app.mortar.kernel.Page;
import app.mortar.testing.DeskTest;
import app.mortar.testing.LedgerChain;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LedgerTest extends DeskTest {
    private void a_day_at_the_pharmacy() {
        pharmacy.product("PARA");
        pharmacy.product("IBU");
        pharmacy.receive(new GoodsIn.Receipt(
                "N-1;:",
                "Größe & Söhne",
                List.of(
                        new GoodsIn.Line("PARA", "A", pharmacy.today().plusDays(30), 6, new BigDecimal("1.5")),
                        new GoodsIn.Line("IBU", "I", pharmacy.today().plusDays(30), 6, null),
                        new GoodsIn.Line("PARA", "B", pharmacy.today().plusDays(60), 4, new BigDecimal("2.25")))));
        pharmacy.clock.pass(Duration.ofMillis(1500));
        var order = confirmed("O-1", wanted("PARA", 8), wanted("IBU", 1));
        moved(order, OrderStatus.DISPATCHED);
        pharmacy.writeOff("PARA", "B", 1, SetAside.Reason.DAMAGED);
        moved(order, OrderStatus.RETURNED);
    }

    @Test
    void rows_of_a_product_are_numbered_and_chained_and_every_hash_can_be_computed_again_from_the_row() {
        a_day_at_the_pharmacy();
        assertThat(LedgerChain.broken(pharmacy.link)).isEmpty();
        assertThat(pharmacy.rows("""
                        select m.seq, m.type, m.batch_number, m.expiry_date, m.quantity
                        from inventory_movement m join product p on p.id = m.product_id
                        where p.sku = 'PARA' order by m.seq"""))
                .containsExactly(
                        "1 IN A 2026-04-09 6",
                        "2 IN B 2026-05-09 4",
                        "3 OUT A 2026-04-09 -6",
                        "4 OUT B 2026-05-09 -2",
                        "5 WASTE B 2026-05-09 -1",
                        "6 RETURN A 2026-04-09 6",
                        "7 RETURN B 2026-05-09 2");
        assertThat(pharmacy.rows("select prev_hash from inventory_movement where seq = 1 group by prev_hash"))
                .containsExactly(LedgerHash.START);
    }

    @Test
    void what_the_program_reads_back_has_the_hash_it_was_written_with() {
        a_day_at_the_pharmacy();
        List<Movement> rows = pharmacy.transactions.read(pharmacy.staff, tx -> tx.session()
                .createSelectionQuery("from Movement m", Movement.class)
                .getResultList());
        assertThat(rows).hasSize(10).allSatisfy(row -> assertThat(LedgerHash.of(row))
                .isEqualTo(row.hash()));
        Set<String> hashes = new HashSet<>();
        rows.forEach(row -> hashes.add(row.hash()));
        assertThat(hashes).hasSize(10);
    }

    @Test
    void copies_stay_as_they_were_and_returns_carry_the_cost_they_left_with() {
        a_day_at_the_pharmacy();
        pharmacy.receive(new GoodsIn.Receipt(
                "N-2",
                null,
                List.of(new GoodsIn.Line("PARA", "B", pharmacy.today().plusDays(60), 3, new BigDecimal("9")))));
        assertThat(pharmacy.rows("""
                        select m.type, m.unit_cost from inventory_movement m where m.batch_number = 'B'
                        order by m.seq"""))
                .containsExactly("IN 2.2500", "OUT 2.2500", "WASTE 2.2500", "RETURN 2.2500", "IN 9.0000");
    }

    @Test
    void days_of_a_list_are_the_pharmacys_and_both_included() {
        pharmacy.product("PARA");
        LocalDate expiry = LocalDate.parse("2027-01-01");
        for (String moment : List.of(
                "2026-03-10T22:59:59.999999Z",
                "2026-03-10T23:00:00Z",
                "2026-03-11T22:59:59.999999Z",
                "2026-03-11T23:00:00Z")) {
            pharmacy.clock.set(Instant.parse(moment));
            pharmacy.receive("PARA", "at " + moment, expiry, 1);
        }
        assertThat(at(list("PARA", "2026-03-11", "2026-03-11", 100, null)))
                .containsExactly("2026-03-11T22:59:59.999999Z", "2026-03-10T23:00:00Z");
        assertThat(list("PARA", null, "2026-03-10", 100, null).items()).hasSize(1);
        assertThat(list("PARA", "2026-03-12", null, 100, null).items()).hasSize(1);
        assertThat(list("IBU", null, null, 100, null).items()).isEmpty();
    }

    @Test
    void a_list_is_newest_first_and_its_pages_leave_nothing_out_though_all_happened_at_one_moment() {
        pharmacy.product("PARA");
        for (int i = 0; i < 7; i++) {
            stock("PARA", "A" + i, 30, 1);
        }
        List<String> numbers = new ArrayList<>();
        String cursor = null;
        do {
            Page<Ledger.Entry> page = list(null, null, null, 3, cursor == null ? null : Cursor.of(cursor));
            page.items().forEach(entry -> numbers.add(entry.movement().batchNumber()));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(numbers).containsExactly("A6", "A5", "A4", "A3", "A2", "A1", "A0");
    }

    private Page<Ledger.Entry> list(
            @Nullable String sku, @Nullable String from, @Nullable String to, int limit, @Nullable Cursor after) {
        Ledger.Filter filter = new Ledger.Filter(
                sku, from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
        return pharmacy.transactions.read(pharmacy.staff, tx -> new Ledger().list(tx, filter, limit, after));
    }

    private static List<String> at(Page<Ledger.Entry> page) {
        return page.items().stream()
                .map(entry -> entry.movement().at().toString())
                .toList();
    }
}
