package app.mortar.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who calls the API, with a key or without. JSON is written with single quotes. Every answer is held against
 * the published reference.
 */
public final class Caller {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final OpenApi REFERENCE = OpenApi.shipped();

    private final HttpClient http;
    private final URI address;
    private final @Nullable String key;
    private final Map<String, String> headers;

    Caller(HttpClient http, URI address, @Nullable String key) {
        this(http, address, key, Map.of());
    }

    private Caller(HttpClient http, URI address, @Nullable String key, Map<String, String> headers) {
        this.http = http;
        this.address = address;
        this.key = key;
        this.headers = headers;
    }

    /** The same caller, who sends one header more (or another value of it). */
    public Caller saying(String header, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(header, value);
        return new Caller(http, address, key, more);
    }

    /** The same caller with an {@code Idempotency-Key}. */
    public Caller once(String idempotencyKey) {
        return saying("Idempotency-Key", idempotencyKey);
    }

    public Answer get(String target) {
        return send("GET", target, null);
    }

    public Answer delete(String target) {
        return send("DELETE", target, null);
    }

    public Answer post(String target, String json) {
        return send("POST", target, bytes(json));
    }

    public Answer put(String target, String json) {
        return send("PUT", target, bytes(json));
    }

    public Answer patch(String target, String json) {
        return send("PATCH", target, bytes(json));
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    /** Sends exactly this body. A body without another {@code Content-Type} is JSON. */
    public Answer send(String method, String target, byte @Nullable [] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + target))
                .timeout(Duration.ofMinutes(2))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            var response = http.send(request.build(), BodyHandlers.ofByteArray());
            Answer answer = new Answer(method, target, response.statusCode(), response.headers(), response.body());
            REFERENCE.check(answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + target, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. Members of its JSON are named by JSON pointers. */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    public record Answer(String method, String target, int status, HttpHeaders headers, byte[] bytes) {
        public String body() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return MAPPER.readTree(bytes);
        }

        /** The header's value; empty when there is none. */
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        public JsonNode at(String pointer) {
            JsonNode node = json().at(pointer);
            assertThat(node.isMissingNode()).as("%s in %s", pointer, body()).isFalse();
            return node;
        }

        public String text(String pointer) {
            JsonNode node = at(pointer);
            assertThat(node.isString()).as("%s is text in %s", pointer, body()).isTrue();
            return node.stringValue();
        }

        public int number(String pointer) {
            JsonNode node = at(pointer);
            assertThat(node.isInt())
                    .as("%s is a whole number in %s", pointer, body())
                    .isTrue();
            return node.intValue();
        }

        /** One member of each object of a list, as text. */
        public List<String> each(String list, String member) {
            return at(list).valueStream()
                    .map(entry -> entry.path(member).asString())
                    .toList();
        }

        public Answer is(int wanted) {
            assertThat(status).as("%s %s answered %s", method, target, body()).isEqualTo(wanted);
            return this;
        }

        /** A problem as RFC 9457 has it, of this kind. */
        public Answer refused(int wanted, String problem) {
            is(wanted);
            assertThat(header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(text("/type")).as(body()).isEqualTo("/problems/" + problem);
            assertThat(number("/status")).isEqualTo(wanted);
            assertThat(text("/title")).isNotBlank();
            assertThat(text("/detail")).isNotBlank();
            assertThat(text("/instance")).isEqualTo(target.replaceFirst("\\?.*", ""));
            assertThat(body()).doesNotContainIgnoringCase("exception").doesNotContainIgnoringCase("select ");
            return this;
        }

        /** A 400 that names this field first. */
        public Answer wrong(String field) {
            refused(400, "invalid-request");
            assertThat(each("/errors", "field")).as(body()).contains(field);
            assertThat(each("/errors", "message"))
                    .allSatisfy(message -> assertThat(message).isNotBlank());
            return this;
        }
    }
}
