package app.mortar.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mortar.alert.termii.TermiiChannel;
import app.mortar.alert.whatsapp.WhatsAppChannel;
import app.mortar.settings.AlertSettings;
import app.mortar.testing.DeskTest;
import app.mortar.testing.Provider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** How long it takes from the detection until a provider has taken the message: a thousand people, two providers. */
class AlertLatencyTest extends DeskTest {
    private static final int PEOPLE = 1000;
    /** With the one that is dead. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration LONG = Duration.ofMinutes(5);

    private static Dispatch server(app.mortar.testing.Pharmacy pharmacy, URI live, URI dead) {
        JsonCall call = new JsonCall(JsonCall.client(), pharmacy.clock);
        var termii = new AlertSettings.Termii(live, "key", Optional.of("Ilera"), "dnd", Optional.empty());
        var whatsapp =
                new AlertSettings.WhatsApp(dead, "token", "4711", "alert", "en", Optional.empty(), Optional.empty());
        return pharmacy.alerts.dispatch(
                pharmacy,
                "one",
                Map.of(
                        Medium.SMS, set -> Optional.of(new TermiiChannel(call, termii, "dnd", LONG)),
                        Medium.WHATSAPP, set -> Optional.of(new WhatsAppChannel(call, whatsapp, PATIENCE))));
    }

    private long sent(Medium medium) {
        return Long.parseLong(pharmacy.rows(
                        "select count(*) from notification where status = 'SENT' and channel = '" + medium.word() + "'")
                .getFirst());
    }

    /** Connections to the dead one are made, requests go out, and nothing ever comes back. */
    @Test
    void a_thousand_people_are_told_beside_a_provider_that_is_dead(TestReporter report) throws IOException {
        pharmacy.alerts.channels("sms", "whatsapp");
        IntStream.range(0, PEOPLE)
                .forEach(i -> pharmacy.alerts.person("+23480300%05d".formatted(i), null, Kind.LOW_STOCK));
        AtomicLong detected = new AtomicLong();
        ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
        try (ServerSocket dead = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Provider live = new Provider(asked -> nanos.add(System.nanoTime() - detected.get()));
                Dispatch server =
                        server(pharmacy, live.address(), URI.create("http://127.0.0.1:" + dead.getLocalPort()))) {
            pharmacy.product("PARA", 5);
            detected.set(System.nanoTime());
            stock("PARA", "A", 200, 4);
            server.wake();
            await().atMost(LONG).until(() -> sent(Medium.SMS) == PEOPLE);
            assertThat(live.asked())
                    .extracting(Provider.Asked::to)
                    .hasSize(PEOPLE)
                    .doesNotHaveDuplicates();
        }
        assertThat(sent(Medium.WHATSAPP)).isZero();
        List<Long> millis = nanos.stream().map(one -> one / 1_000_000).sorted().toList();
        report.publishEntry(
                "detection to accepted, " + db,
                "p50 %d ms, p99 %d ms, max %d ms".formatted(millis.get(499), millis.get(989), millis.getLast()));
    }
}
