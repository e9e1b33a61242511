package app.mortar.alert;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One HTTP call with a JSON body, and what can be known of it afterwards. Neither body is ever logged. */
public final class JsonCall {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int LONGEST_ANSWER = 64 * 1024;

    /** What came of the call. */
    public sealed interface Outcome {
        /** The provider answered; {@code retryAfter} as it said. */
        record Answered(int status, JsonNode body, Optional<Duration> retryAfter) implements Outcome {
            public boolean isSuccess() {
                return status / 100 == 2;
            }

            /** Worth another attempt, by the status alone. */
            public boolean isPassing() {
                return status == 408 || status == 429 || status / 100 == 5;
            }
        }

        /** The request never went out. */
        record NeverSent(String why) implements Outcome {}

        /** The request went out and no whole answer came back. */
        record NoAnswer(String why) implements Outcome {}
    }

    private final HttpClient client;
    private final Clock clock;

    public JsonCall(HttpClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** A client that never does more than it is told: no redirects, no second try. */
    public static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(LONGEST_CONNECT)
                .build();
    }

    /** The address of a path under a base that may or may not end with a slash. */
    public static URI under(URI base, String path) {
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path);
    }

    /** Posts {@code body}; the whole exchange takes no longer than {@code timeout}. */
    public Outcome post(URI address, Map<String, String> headers, Object body, Duration timeout) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        headers.forEach(request::header);
        var exchange = client.sendAsync(
                request.build(),
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        try {
            return answered(exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            exchange.cancel(true);
            return new Outcome.NoAnswer("No answer within " + timeout.toMillis() + " ms.");
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            return new Outcome.NoAnswer("This program was stopped meanwhile.");
        } catch (ExecutionException e) {
            return failed(e.getCause() == null ? e : e.getCause(), timeout);
        }
    }

    private static Outcome failed(Throwable cause, Duration timeout) {
        return switch (cause) {
            case HttpConnectTimeoutException slow -> new Outcome.NeverSent("No connection in time.");
            case ConnectException refused -> new Outcome.NeverSent("No connection.");
            case java.net.http.HttpTimeoutException slow ->
                new Outcome.NoAnswer("No answer within " + timeout.toMillis() + " ms.");
            case IOException broken -> new Outcome.NoAnswer("The connection broke.");
            default -> throw new IllegalStateException("The call failed in a way that cannot be.", cause);
        };
    }

    private Outcome answered(HttpResponse<byte[]> response) {
        return new Outcome.Answered(
                response.statusCode(),
                read(response.body()),
                response.headers().firstValue("Retry-After").flatMap(this::wait));
    }

    /** What is not JSON says nothing. */
    private static JsonNode read(byte[] body) {
        try {
            JsonNode read = JSON.readTree(new String(body, StandardCharsets.UTF_8));
            return read == null ? JSON.missingNode() : read;
        } catch (JacksonException notJson) {
            return JSON.missingNode();
        }
    }

    /** Seconds, or a date. */
    private Optional<Duration> wait(String said) {
        try {
            Duration wait = said.strip().matches("[0-9]{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(said.strip()))
                    : Duration.between(
                            clock.instant(),
                            ZonedDateTime.parse(said.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return wait.isNegative()
                    ? Optional.empty()
                    : Optional.of(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        } catch (DateTimeException | ArithmeticException notADate) {
            return Optional.empty();
        }
    }
}
