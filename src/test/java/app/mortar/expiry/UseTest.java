package app.mortar.expiry;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.catalogue.Product;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.fulfilment.OrderView;
import app.mortar.kernel.ProductId;
import app.mortar.stock.SetAside;
import app.mortar.testing.DeskTest;
import app.mortar.testing.Seed;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UseTest extends DeskTest {
    private int orders;

    private void daysAgo(int days) {
        pharmacy.clock.set(MORNING.minus(Duration.ofDays(days)));
    }

    private OrderView sell(String sku, int units) {
        return moved(confirmed("O-" + ++orders, wanted(sku, units)), OrderStatus.DELIVERED);
    }

    private Use use(Product product) {
        return uses(List.of(product.id())).get(product.id());
    }

    private Map<ProductId, Use> uses(List<ProductId> products) {
        return pharmacy.transactions.read(pharmacy.staff, tx -> Uses.of(tx, products));
    }

    @Test
    void counts_what_was_sold_less_what_came_back_on_the_days_with_something_to_sell() {
        Product product = pharmacy.product("PARA");
        daysAgo(60);
        stock("PARA", "A", 400, 30);
        daysAgo(50);
        OrderView brought = sell("PARA", 6);
        daysAgo(40);
        moved(brought, OrderStatus.RETURNED);
        pharmacy.quarantine("PARA", "A", 6, SetAside.Action.RELEASE);
        sell("PARA", 30);
        daysAgo(10);
        stock("PARA", "B", 400, 20);
        daysAgo(5);
        sell("PARA", 4);
        daysAgo(0);
        sell("PARA", 7);
        // in stock from day −60 to day −40, and from day −10 to yesterday; today is not over yet
        assertThat(use(product)).isEqualTo(new Use(34, 21 + 10));
    }

    @Test
    void a_batch_counts_until_it_expires_and_what_lies_there_all_the_time_counts_all_the_time() {
        Product dated = pharmacy.product("DATED");
        Product steady = pharmacy.product("STEADY");
        Product gone = pharmacy.product("GONE");
        daysAgo(120);
        stock("DATED", "A", 50, 9);
        stock("STEADY", "A", 900, 9);
        stock("GONE", "A", 900, 9);
        daysAgo(100);
        sell("GONE", 9);
        daysAgo(0);
        assertThat(uses(List.of(dated.id(), steady.id(), gone.id())))
                .isEqualTo(Map.of(dated.id(), new Use(0, 20), steady.id(), new Use(0, 90), gone.id(), Use.UNKNOWN));
    }

    @Test
    void says_nothing_while_too_little_is_known_and_no_date_while_nothing_is_sold() {
        LocalDate today = LocalDate.parse("2026-03-10");
        assertThat(new Use(50, 13).perDay()).isEmpty();
        assertThat(new Use(50, 13).cover(10)).isEmpty();
        assertThat(new Use(28, 14).perDay()).hasValue(2);
        assertThat(new Use(28, 14).cover(9)).hasValue(4.5);
        assertThat(new Use(28, 14).runsOut(9, today)).isEqualTo("2026-03-14");
        assertThat(new Use(0, 90).cover(9)).isEmpty();
        assertThat(new Use(0, 90).runsOut(9, today)).isNull();
        assertThat(new Use(1, 90).runsOut(Integer.MAX_VALUE, today)).isNull();
        assertThat(new Use(-3, 20).perDay()).hasValue(0);
    }

    static LongStream seeds() {
        return Seed.some(UseTest.class, 2);
    }

    /** A batch as a child would keep it: on which days something good of it was there. */
    private static final class Crate {
        private final String number;
        private final int until;
        private int units;

        Crate(String number, int until, int units) {
            this.number = number;
            this.until = until;
            this.units = units;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agrees_with_a_diary_that_looks_at_the_shelf_every_day(long seed) {
        Random random = new Random(seed);
        Product product = pharmacy.product("PARA");
        List<Crate> crates = new ArrayList<>();
        int used = 0;
        int days = 0;
        for (int day = -110; day <= 0; day++) {
            daysAgo(-day);
            int today = day;
            boolean seen = crates.stream().anyMatch(crate -> crate.units > 0 && crate.until > today);
            if (random.nextInt(15) == 0) {
                Crate crate = new Crate("B" + crates.size(), day + 1 + random.nextInt(30), 1 + random.nextInt(20));
                stock("PARA", crate.number, crate.until - day, crate.units);
                crates.add(crate);
                seen = true;
            }
            if (random.nextInt(4) == 0) {
                int wanted = 1 + random.nextInt(8);
                int there = crates.stream()
                        .filter(crate -> crate.until > today)
                        .mapToInt(crate -> crate.units)
                        .sum();
                if (there >= wanted) {
                    sell("PARA", wanted).items().getFirst().allocations().forEach(portion -> crates.stream()
                            .filter(crate -> crate.number.equals(portion.batchNumber()))
                            .forEach(crate -> crate.units -= portion.quantity()));
                    used += day >= -90 && day < 0 ? wanted : 0;
                }
            }
            days += seen && day >= -90 && day < 0 ? 1 : 0;
        }
        assertThat(use(product)).as("seed %d", seed).isEqualTo(new Use(used, days));
    }
}
