package app.mortar.stock;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.kernel.ProductId;
import app.mortar.testing.DeskTest;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Should a lock ever be missed: counters are written only onto the row that was read, or everything begins anew. */
class SecondFenceTest extends DeskTest {
    /** So many that they no longer fit in one message to the database. */
    private static final int MANY = 20;

    /** Finds one unit more of every batch, while somebody else changes a row once; says how often it was tried. */
    private int tries(ProductId product, String behindTheBack) {
        AtomicInteger tries = new AtomicInteger();
        pharmacy.transactions.run(
                pharmacy.staff,
                tx -> Shelves.change(tx, List.of(product), shelves -> {
                    if (tries.getAndIncrement() == 0) {
                        assertThat(tx.session()
                                        .createNativeMutationQuery(behindTheBack)
                                        .executeUpdate())
                                .isEqualTo(1);
                    }
                    Shelf shelf = shelves.of(product);
                    shelf.batches()
                            .forEach(batch -> shelves.adjust(
                                    shelf,
                                    batch,
                                    1,
                                    null,
                                    Movement.Cause.of(MovementType.ADJUSTMENT, "OTHER", "Found.")));
                    return null;
                }));
        return tries.get();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update inventory_batch set quantity = quantity - 1 where batch_number = 'B0'",
                "update inventory_batch set reserved_quantity = 1 where batch_number = 'B0'",
                "update inventory_batch set quarantined_quantity = 1 where batch_number = 'B0'",
                "update inventory_batch set status = 'RECALLED' where batch_number = 'B0'",
                "update product set stock_quantity = stock_quantity - 1",
                "update product set reserved_quantity = 1",
                "update product set ledger_seq = ledger_seq + 1"
            })
    void what_was_changed_behind_the_lock_is_never_written_over(String behindTheBack) {
        ProductId product = pharmacy.product("PARA").id();
        stock("PARA", "B0", 60, 5);
        assertThat(tries(product, behindTheBack)).isEqualTo(2);
        assertThat(pharmacy.available("PARA")).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, MANY - 1})
    void nor_is_one_row_of_many(int which) {
        ProductId product = pharmacy.product("PARA").id();
        for (int i = 0; i < MANY; i++) {
            stock("PARA", "B" + i, 60 + i, 5);
        }
        String changed = "update inventory_batch set quantity = quantity - 1 where batch_number = 'B" + which + "'";
        assertThat(tries(product, changed)).isEqualTo(2);
        assertThat(pharmacy.available("PARA")).isEqualTo(6 * MANY);
    }
}
