package app.mortar.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.books.Report;
import app.mortar.kernel.ExpiryStage;
import app.mortar.store.StoreClock;
import app.mortar.store.Transactions;
import app.mortar.testing.Books;
import app.mortar.testing.Db;
import app.mortar.testing.MovableClock;
import app.mortar.testing.Pharmacy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demonstration is the same believable pharmacy whatever day, hour and zone it is opened in. */
class DemoPharmacyTest {
    @ParameterizedTest(name = "on {0}, in {1} at {2}")
    @CsvSource({
        "POSTGRESQL, Africa/Lagos, 2026-03-10T09:00:00Z",
        "H2, Africa/Lagos, 2026-12-31T23:00:00Z", // the first moment of the year in Lagos
        "H2, Pacific/Auckland, 2028-02-29T10:59:59Z", // just before midnight of a leap day
        "H2, America/Los_Angeles, 2026-03-08T10:30:00Z", // half an hour after the clocks went forward
    })
    void is_complete_fresh_and_its_books_add_up(Db db, ZoneId zone, Instant now) {
        try (Pharmacy pharmacy = Pharmacy.open(db);
                Books books = new Books(pharmacy.link)) {
            Transactions transactions =
                    new Transactions(pharmacy.sessions, StoreClock.of(new MovableClock(now)), () -> zone);
            LocalDate today = LocalDate.ofInstant(now, zone);

            new DemoPharmacy(transactions, zone, new MovableClock(now)).fill(pharmacy.shop);

            assertThat(books.violations(now).stream()
                            .filter(wrong -> zone.equals(Pharmacy.LAGOS) || !wrong.contains("in Lagos")))
                    .isEmpty();
            assertThat(new app.mortar.books.Books(transactions, () -> Duration.ofMinutes(5)).check(pharmacy.staff))
                    .matches(Report::ok);
            assertThat(count(pharmacy, "product")).isBetween(110L, 150L);
            assertThat(pharmacy.rows("select gtin from product where gtin is not null"))
                    .hasSizeGreaterThan(100)
                    .allMatch(gtin -> gtin.startsWith("0952"));
            assertThat(pharmacy.rows("select distinct supplier from product where supplier is not null"))
                    .hasSizeGreaterThan(3);
            assertThat(count(pharmacy, "product where shelf is null")).isZero();
            assertThat(pharmacy.rows("select distinct channel from sales_order order by channel"))
                    .containsExactly("COUNTER", "RETAIL", "WHOLESALE");
            assertThat(pharmacy.rows("select distinct type from inventory_movement"))
                    .contains("IN", "OUT", "WASTE", "RETURN");
            assertThat(count(pharmacy, "inventory_batch where status = 'RECALLED' and quantity > 0"))
                    .isPositive();
            assertThat(count(pharmacy, "stock_reservation where status = 'ACTIVE'"))
                    .isPositive();
            assertThat(stages(pharmacy, today)).contains(ExpiryStage.values());
            assertThat(pharmacy.rows("select min(at) from inventory_movement"))
                    .singleElement()
                    .satisfies(first -> assertThat(OffsetDateTime.parse(first).toInstant())
                            .isBefore(now.minus(Duration.ofDays(89)))
                            .isAfter(now.minus(Duration.ofDays(94))));
            assertThat(pharmacy.rows("select max(at) from inventory_movement"))
                    .singleElement()
                    .satisfies(last ->
                            assertThat(OffsetDateTime.parse(last).toInstant()).isBeforeOrEqualTo(now));
        }
    }

    private static long count(Pharmacy pharmacy, String rows) {
        return Long.parseLong(pharmacy.rows("select count(*) from " + rows).getFirst());
    }

    private static List<ExpiryStage> stages(Pharmacy pharmacy, LocalDate today) {
        return pharmacy
                .rows("select distinct expiry_date from inventory_batch where quantity > 0 and expiry_date is not null")
                .stream()
                .map(date -> ExpiryStage.of(LocalDate.parse(date), today))
                .distinct()
                .collect(Collectors.toList());
    }
}
