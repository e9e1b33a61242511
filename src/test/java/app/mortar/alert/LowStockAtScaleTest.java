package app.mortar.alert;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.testing.Db;
import app.mortar.testing.HookedSource;
import app.mortar.testing.Pharmacy;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The hourly look at all products: how many questions it asks, whatever their number, and how long they take. For the
 * figures of the documentation it is run with {@code -Dmortar.scale=100000}.
 */
class LowStockAtScaleTest {
    private static final int PRODUCTS = Integer.getInteger("mortar.scale", 2_000);
    private static final int BATCHES = 3;
    private static final int FALLEN = 500;

    @ParameterizedTest
    @EnumSource(Db.class)
    void the_look_at_all_products_is_one_question(Db db, TestReporter report) throws SQLException {
        AtomicInteger statements = new AtomicInteger();
        try (Pharmacy pharmacy = Pharmacy.on(db.fresh(), HookedSource.before("", statements::incrementAndGet))) {
            fill(pharmacy);
            look(pharmacy);
            statements.set(0);
            Duration nothing = Duration.ofNanos(-System.nanoTime());
            assertThat(look(pharmacy)).isZero();
            nothing = nothing.plusNanos(System.nanoTime());
            assertThat(statements).hasValue(1);

            pharmacy.transactions.run(pharmacy.staff, tx -> tx.session()
                    .createNativeMutationQuery("update product set min_stock_level = 100 where id <= " + FALLEN)
                    .executeUpdate());
            statements.set(0);
            Duration fallen = Duration.ofNanos(-System.nanoTime());
            assertThat(look(pharmacy)).isEqualTo(FALLEN);
            fallen = fallen.plusNanos(System.nanoTime());
            assertThat(statements).as("set by set, not one by one").hasValueLessThan(FALLEN / 10);
            assertThat(pharmacy.rows("select count(*) from alert_episode where open_product is not null"))
                    .containsExactly(String.valueOf(FALLEN));
            report.publishEntry(
                    "look at " + PRODUCTS + " products, " + db,
                    "nothing new %d ms; %d fallen %d ms, %d statements"
                            .formatted(nothing.toMillis(), FALLEN, fallen.toMillis(), statements.get()));
        }
    }

    private static int look(Pharmacy pharmacy) {
        return pharmacy.alerts.lowStock.check(pharmacy.transactions, pharmacy.staff);
    }

    /** Each product has ten units in a good batch, as many in one that expires today, and an empty one. */
    private static void fill(Pharmacy pharmacy) throws SQLException {
        OffsetDateTime now = OffsetDateTime.ofInstant(pharmacy.clock.instant(), ZoneOffset.UTC);
        try (Connection connection = pharmacy.source().getConnection();
                PreparedStatement product = connection.prepareStatement("""
                        insert into product (id, sku, name, min_stock_level, stock_quantity, ledger_seq, search_text,
                          created_at, updated_at) values (?, ?, ?, ?, 20, 1, ?, ?, ?)""");
                PreparedStatement batch = connection.prepareStatement("""
                        insert into inventory_batch (id, product_id, batch_number, expiry_date, received_at, quantity)
                        values (?, ?, ?, ?, ?, ?)""")) {
            for (int i = 1; i <= PRODUCTS; i++) {
                product.setLong(1, i);
                product.setString(2, "P" + i);
                product.setString(3, "Product " + i);
                product.setInt(4, i % 10);
                product.setString(5, "product " + i);
                product.setObject(6, now);
                product.setObject(7, now);
                product.addBatch();
                for (int b = 0; b < BATCHES; b++) {
                    batch.setLong(1, (long) i * BATCHES + b);
                    batch.setLong(2, i);
                    batch.setString(3, "B" + b);
                    batch.setDate(4, Date.valueOf(pharmacy.today().plusDays(b * 100L)));
                    batch.setObject(5, now);
                    batch.setInt(6, b < 2 ? 10 : 0);
                    batch.addBatch();
                }
                if (i % 1000 == 0 || i == PRODUCTS) {
                    product.executeBatch();
                    batch.executeBatch();
                }
            }
            connection.commit();
        }
    }
}
