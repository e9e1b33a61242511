package app.mortar.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlowHeadsTest {
    private static final int CLIENTS = 6;
    private static final int LOOKS = 40_000;

    private final Server jetty = new Server();
    private final ServerConnector connector = new ServerConnector(jetty);

    @BeforeEach
    void start() throws Exception {
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        jetty.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                Content.Sink.write(response, true, "yes", callback);
                return true;
            }
        });
        jetty.start();
    }

    @AfterEach
    void stop() throws Exception {
        jetty.stop();
    }

    /** The library's parser goes on while it is looked at: between two requests it once seemed late by a lifetime. */
    @Test
    void requests_that_follow_each_other_are_never_cut_however_often_somebody_looks() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        CountDownLatch ready = new CountDownLatch(CLIENTS);
        try (var clients = Executors.newCachedThreadPool()) {
            List<Future<Boolean>> answered = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                answered.add(clients.submit(client(enough, ready)));
            }
            ready.await();
            SlowHeads heads = new SlowHeads(connector, Duration.ofSeconds(30), Clock.systemUTC());
            for (int i = 0; i < LOOKS; i++) {
                heads.look();
            }
            enough.set(true);
            for (Future<Boolean> client : answered) {
                assertThat(client.get()).as("every request was answered").isTrue();
            }
        }
    }

    /** Looks until the server has closed the connection, in two looks at least. */
    private boolean isCut(SlowHeads heads, Wire wire) throws Exception {
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            heads.look();
            return connector.getConnectedEndPoints().isEmpty();
        });
        return wire.isClosedByServer();
    }

    private Wire connected() throws Exception {
        Wire wire = Wire.to(connector.getLocalPort());
        await().atMost(Duration.ofMinutes(1))
                .until(() -> connector.getConnectedEndPoints().size() == 1);
        return wire;
    }

    @Test
    void a_connection_that_was_good_before_may_rest_longer_than_a_head_may_take() throws Exception {
        SlowHeads heads = new SlowHeads(connector, Duration.ofSeconds(30), anHourAhead());
        try (Wire wire = connected()) {
            wire.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(wire.hear().status()).isEqualTo(200);
            for (int i = 0; i < 100; i++) {
                heads.look();
            }
            wire.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(wire.hear().status()).isEqualTo(200);
        }
    }

    @Test
    void a_connection_on_which_nothing_was_said_is_for_the_idle_limit() throws Exception {
        SlowHeads heads = new SlowHeads(connector, Duration.ofSeconds(30), anHourAhead());
        try (Wire wire = connected()) {
            for (int i = 0; i < 100; i++) {
                heads.look();
            }
            wire.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(wire.hear().status()).isEqualTo(200);
        }
    }

    @Test
    void nothing_but_blank_lines_for_longer_than_a_head_may_take_is_cut() throws Exception {
        SlowHeads heads = new SlowHeads(connector, Duration.ofSeconds(30), anHourAhead());
        try (Wire wire = connected()) {
            wire.say("\r\n");
            assertThat(isCut(heads, wire)).isTrue();
        }
    }

    private static Clock anHourAhead() {
        return Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
    }

    private Callable<Boolean> client(AtomicBoolean enough, CountDownLatch ready) {
        return () -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
                socket.setTcpNoDelay(true);
                byte[] request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
                byte[] answer = new byte[4096];
                do {
                    socket.getOutputStream().write(request);
                    if (socket.getInputStream().read(answer) < 0) {
                        return false;
                    }
                    ready.countDown();
                } while (!enough.get());
                return true;
            }
        };
    }
}
