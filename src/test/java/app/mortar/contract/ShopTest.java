package app.mortar.contract;

import app.mortar.testing.Db;
import app.mortar.testing.Shop;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** One shop per class and kind of database: each test makes its own products, and time only goes forward. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ShopTest {
    @Parameter
    @SuppressWarnings("NullAway.Init")
    Db db;

    @SuppressWarnings("NullAway.Init")
    Shop shop;

    @BeforeParameterizedClassInvocation
    void open() {
        shop = Shop.open(db);
    }

    @AfterParameterizedClassInvocation
    void close() {
        shop.close();
    }
}
