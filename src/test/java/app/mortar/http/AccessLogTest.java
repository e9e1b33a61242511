package app.mortar.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.Permission;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessLogTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger("app.mortar.http.access");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing(); // takes the MDC as it is now
            super.append(event);
        }
    };

    @SuppressWarnings("NullAway.Init")
    private Running running;

    @BeforeAll
    void start() {
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        logger.addAppender(lines);
        lines.start();
        running = new Running(List.of(
                Route.get("/api/things/{sku}", Permission.SEE_STOCK, call -> call.json(200, Map.of())),
                Route.post("/api/things", Permission.SEE_STOCK, call -> {
                    throw new InvalidInput("secret-body", "no");
                })));
    }

    @AfterAll
    void stop() {
        logger.detachAppender(lines);
        running.close();
    }

    private ILoggingEvent lineOf(String id) {
        await().atMost(Duration.ofMinutes(1)).until(() -> List.copyOf(lines.list).stream()
                .anyMatch(e -> e.getFormattedMessage().endsWith(id)));
        List<ILoggingEvent> found = List.copyOf(lines.list).stream()
                .filter(e -> e.getFormattedMessage().endsWith(id))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void a_request_is_one_line_with_its_id_and_without_secrets() throws IOException {
        running.ask("GET /api/things/A%0d%0a500-forged?token=hidden HTTP/1.1\r\n" + Running.KEY
                + "User-Agent: hidden\r\nX-Request-Id: line-1\r\n\r\n");
        ILoggingEvent event = lineOf("line-1");
        assertThat(event.getFormattedMessage())
                .startsWith("GET /api/things/A%0d%0a500-forged 400 ")
                .contains(" by All from 127.0.0.1")
                .doesNotContain("hidden", "Bearer", "\n", "\r");
        assertThat(event.getMDCPropertyMap()).containsEntry("request", "line-1");
    }

    @Test
    void one_without_a_key_is_logged_as_nobodys() throws IOException {
        running.ask("GET /x HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer hidden-key\r\nX-Request-Id: line-2\r\n\r\n");
        assertThat(lineOf("line-2").getFormattedMessage())
                .startsWith("GET /x 401 ")
                .contains(" by - ")
                .doesNotContain("hidden-key");
    }
}
