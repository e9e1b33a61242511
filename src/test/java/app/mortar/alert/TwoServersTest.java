package app.mortar.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mortar.testing.DeskTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several programs that send from one outbox while it is filled. */
class TwoServersTest extends DeskTest {
    private static final int PEOPLE = 20;
    private static final int PRODUCTS = 25;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What each address was told, and how often. */
    private final Map<String, AtomicInteger> told = new ConcurrentHashMap<>();

    private Dispatch server(String name) {
        return pharmacy.alerts.dispatch(
                pharmacy,
                name,
                Map.of(
                        Medium.SMS,
                        set -> Optional.of(letter -> {
                            told.computeIfAbsent(letter.to() + " " + letter.text(), unknown -> new AtomicInteger())
                                    .incrementAndGet();
                            return new Sending.Accepted(letter.to() + told.size());
                        })));
    }

    @Test
    void every_message_goes_out_once() throws Exception {
        told.clear();
        pharmacy.alerts.channels("sms");
        IntStream.range(0, PEOPLE)
                .forEach(i -> pharmacy.alerts.person("+23480312345" + (10 + i), null, Kind.LOW_STOCK));
        for (int i = 0; i < PRODUCTS; i++) {
            pharmacy.product("P" + i, 5);
        }
        List<Dispatch> servers = List.of(server("one"), server("two"), server("three"), server("four"));
        for (int round = 0; round < PRODUCTS / 5; round++) {
            fillWhileAllSend(servers, round * 5);
            // only now, while nobody has a message in hand: a claim ends by this clock
            pharmacy.clock.pass(Duration.ofMinutes(1));
        }
        fillWhileAllSend(servers, PRODUCTS);
        servers.forEach(Dispatch::close);
        assertThat(pharmacy.rows("select distinct status, attempts, resent from notification"))
                .containsExactly("SENT 1 false");
        assertThat(told.values()).allMatch(times -> times.get() == 1);
        assertThat(pharmacy.rows("""
                        select m.episode_id, n.recipient from notification_episode m
                        join notification n on n.id = m.notification_id""")).hasSize(PEOPLE * PRODUCTS).doesNotHaveDuplicates();
    }

    private void fillWhileAllSend(List<Dispatch> servers, int from) throws Exception {
        CountDownLatch filled = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sending = servers.stream()
                    .map(server -> threads.submit(() -> {
                        do {
                            server.sendDue(Medium.SMS);
                        } while (filled.getCount() > 0);
                        server.sendDue(Medium.SMS);
                    }))
                    .toList();
            for (int i = from; i < Math.min(PRODUCTS, from + 5); i++) {
                stock("P" + i, "A", 200, 4);
            }
            filled.countDown();
            for (var one : sending) {
                one.get();
            }
        }
    }

    @Test
    void a_dead_provider_holds_up_nobody_elses_messages() {
        pharmacy.alerts.channels("sms", "email");
        pharmacy.alerts.person("+2348031234567", "ada@pharmacy.example", Kind.LOW_STOCK);
        CountDownLatch hangs = new CountDownLatch(1);
        Dispatch server = pharmacy.alerts.dispatch(
                pharmacy,
                "one",
                Map.of(
                        Medium.SMS,
                        set -> Optional.of(letter -> {
                            try {
                                hangs.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            return new Sending.NotNow("dead", null);
                        }),
                        Medium.EMAIL,
                        set -> Optional.of(letter -> new Sending.Accepted(null))));
        pharmacy.product("PARA", 5);
        stock("PARA", "A", 200, 4);
        server.wake();
        await().atMost(PATIENCE).until(() -> pharmacy.rows("select status from notification where channel = 'email'")
                .equals(List.of("SENT")));
        assertThat(pharmacy.rows("select status from notification where channel = 'sms'"))
                .containsExactly("PENDING");
        hangs.countDown();
        server.close();
    }
}
