package app.mortar.proof;

import static app.mortar.testing.Pharmacy.request;
import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.fulfilment.OrderAnswer;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.reservation.HoldAnswer;
import app.mortar.reservation.HoldRequest;
import app.mortar.stock.SetAside;
import app.mortar.stock.Wanted;
import app.mortar.testing.Crowd;
import app.mortar.testing.DeskTest;
import app.mortar.testing.LedgerChain;
import app.mortar.testing.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shops, staff, the sweep and time itself all at once: nobody sees a deadlock, and the books add up afterwards. */
class StormTest extends DeskTest {
    private static final int PEOPLE = 12;
    private static final int ACTS = 60;
    private static final List<OrderStatus> STEPS = List.of(OrderStatus.values()).subList(1, 8);
    private static final List<String> SKUS = List.of("A", "B", "C", "D", "E");

    private final ConcurrentLinkedQueue<String> tokens = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Long> orders = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final AtomicInteger names = new AtomicInteger();

    static LongStream seeds() {
        return Seed.some(StormTest.class, 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_storm_of_everything_leaves_nothing_negative_nothing_lost_and_nobody_refused_but_for_stock(long seed) {
        tokens.clear();
        orders.clear();
        answers.clear();
        SKUS.forEach(sku -> {
            pharmacy.product(sku);
            stock(sku, "first", 1, 20);
            stock(sku, "second", 40, 30);
        });
        Crowd.of(PEOPLE, me -> {
            Random random = new Random(seed + me);
            for (int i = 0; i < ACTS; i++) {
                String answer = me == 0 ? timeAndStaff(random) : shop(random);
                answers.computeIfAbsent(answer, unknown -> new AtomicInteger()).incrementAndGet();
            }
            return me;
        });
        assertThat(LedgerChain.broken(pharmacy.link)).isEmpty();
        assertThat(answers.keySet())
                .as("the storm was one: %s", answers)
                .contains("Created", "Refreshed", "Released", "Placed", "Stands", "swept", "Recalled", "Booked");
        pharmacy.clock.pass(Duration.ofMinutes(16));
        pharmacy.sweep();
        assertThat(pharmacy.rows("select count(*) from cart_hold where status = 'ACTIVE'"))
                .containsExactly("0");
        SKUS.forEach(sku -> assertThat(pharmacy.why(sku)).satisfies(terms -> assertThat(terms.available())
                .isEqualTo(
                        terms.onShelf() - terms.recalled() - terms.expired() - terms.quarantined() - terms.committed())
                .isNotNegative()));
    }

    private String timeAndStaff(Random random) {
        int dice = random.nextInt(10);
        if (dice < 4) {
            pharmacy.clock.pass(dice == 0 ? Duration.ofHours(9) : Duration.ofMinutes(random.nextInt(6)));
            pharmacy.sweep();
            return "swept";
        } else if (dice < 7) {
            stock(sku(random), "new" + names.incrementAndGet(), 1 + random.nextInt(30), 10);
            return "Booked";
        } else if (dice < 8) {
            return kind(pharmacy.recall(sku(random), "first"));
        } else if (dice < 9) {
            return kind(pharmacy.quarantine(
                    sku(random), "second", 2, random.nextBoolean() ? SetAside.Action.HOLD : SetAside.Action.RELEASE));
        }
        return kind(pharmacy.writeOff(sku(random), "second", 1, SetAside.Reason.DAMAGED));
    }

    private String shop(Random random) {
        int dice = random.nextInt(20);
        String token = some(tokens, random);
        if (dice < 7 || token == null) {
            return reserve(
                    new HoldRequest(chance(random) ? "cart" + random.nextInt(9) : null, null, null, cart(random)));
        } else if (dice < 10) {
            return reserve(new HoldRequest(null, token, null, random.nextBoolean() ? cart(random) : List.of()));
        } else if (dice < 12) {
            return kind(pharmacy.release(token));
        } else if (dice < 15) {
            OrderAnswer answer = pharmacy.order(request("O-" + names.incrementAndGet(), token, random.nextBoolean()));
            if (answer instanceof OrderAnswer.Placed placed) {
                orders.add(placed.order().id());
            }
            return kind(answer);
        }
        Long order = some(orders, random);
        OrderStatus next = STEPS.get(random.nextInt(STEPS.size()));
        return order == null ? "nothing" : kind(pharmacy.move(order, next));
    }

    private String reserve(HoldRequest request) {
        HoldAnswer answer = pharmacy.reserve(request);
        if (answer instanceof HoldAnswer.Created created) {
            tokens.add(created.hold().token());
        }
        return kind(answer);
    }

    private static boolean chance(Random random) {
        return random.nextInt(3) == 0;
    }

    private static String kind(Object answer) {
        return answer.getClass().getSimpleName();
    }

    private static String sku(Random random) {
        return SKUS.get(random.nextInt(SKUS.size()));
    }

    /** Two to four lines in no order, now and then two of one product. */
    private static List<Wanted> cart(Random random) {
        List<Wanted> cart = new ArrayList<>();
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            cart.add(wanted(sku(random), 1 + random.nextInt(2)));
        }
        return cart;
    }

    private static <T> @Nullable T some(ConcurrentLinkedQueue<T> all, Random random) {
        List<T> list = new ArrayList<>(all);
        return list.isEmpty() ? null : list.get(Math.max(0, list.size() - 1 - random.nextInt(12)));
    }
}
