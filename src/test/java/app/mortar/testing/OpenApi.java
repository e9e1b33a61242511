package app.mortar.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published reference, held against live answers: what it does not say may not happen. */
public final class OpenApi {
    private static final String HOME = "https://mortar.invalid/openapi.json";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** On every answer of any server, or said in the page's own words. */
    private static final Set<String> PLAIN_HEADERS = Set.of(
            "content-type",
            "content-length",
            "date",
            "connection",
            "cache-control",
            "x-content-type-options",
            "content-security-policy");

    /** What may be answered where no operation is. */
    private static final Map<Integer, String> ANYWHERE = Map.of(
            400, "BadRequest",
            401, "Unauthorized",
            404, "NotFound",
            405, "MethodNotAllowed",
            414, "UriTooLong",
            429, "TooManyRequests",
            431, "HeadersTooLarge",
            503, "Unavailable");

    private final JsonNode document;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private OpenApi(JsonNode document) {
        this.document = document;
        JsonNode strict = document.deepCopy();
        strict.at("/components/schemas").properties().stream()
                .filter(schema -> !schema.getKey().equals("Problem")) // the others are made of it
                .forEach(schema -> close(schema.getValue()));
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(HOME, strict.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    /** The reference as it is shipped. */
    public static OpenApi shipped() {
        try (InputStream in = OpenApi.class.getResourceAsStream("/app/mortar/http/openapi.json")) {
            return new OpenApi(MAPPER.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode document() {
        return document;
    }

    /** To readers a new field is no break; to these tests a field that nobody described is a mistake. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            boolean whole = object.has("properties") || object.has("allOf");
            if (whole && !object.has("additionalProperties")) {
                object.put("unevaluatedProperties", false);
            }
            object.properties().stream()
                    .filter(member -> !member.getKey().equals("allOf"))
                    .forEach(member -> close(member.getValue()));
        } else {
            schema.forEach(OpenApi::close);
        }
    }

    /** Fails unless the reference has this answer: its route, status, headers, media type and every field. */
    public void check(Caller.Answer answer) {
        String asked = answer.method() + " " + answer.target() + " → " + answer.status();
        String path = answer.target().replaceFirst("\\?.*", "");
        String method = answer.method().equals("HEAD") ? "get" : answer.method().toLowerCase(Locale.ROOT);
        Optional<String> template = template(path, method);
        String pointer;
        if (template.isPresent()) {
            pointer = "/paths/" + escaped(template.get()) + "/" + method + "/responses/" + answer.status();
        } else {
            assertThat(ANYWHERE).as("%s is no documented route", asked).containsKey(answer.status());
            pointer = "/components/responses/" + ANYWHERE.get(answer.status());
        }
        assertThat(document.at(pointer).isMissingNode())
                .as("%s is documented", asked)
                .isFalse();
        if (document.at(pointer).has("$ref")) {
            pointer = document.at(pointer).path("$ref").stringValue().substring(1);
        }
        JsonNode response = document.at(pointer);
        checkHeaders(asked, answer, response.path("headers"));
        if (!answer.method().equals("HEAD")) {
            checkBody(asked, answer, pointer, response.path("content"));
        }
    }

    private void checkHeaders(String asked, Caller.Answer answer, JsonNode documented) {
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        documented.properties().forEach(header -> {
            known.add(header.getKey());
            JsonNode described = header.getValue().has("$ref")
                    ? document.at(header.getValue().path("$ref").stringValue().substring(1))
                    : header.getValue();
            if (described.path("required").asBoolean(false)) {
                assertThat(answer.header(header.getKey()))
                        .as("%s: %s", asked, header.getKey())
                        .isNotEmpty();
            }
        });
        assertThat(answer.headers().map().keySet())
                .as("headers of %s", asked)
                .allMatch(name -> known.contains(name) || PLAIN_HEADERS.contains(name.toLowerCase(Locale.ROOT)));
    }

    private void checkBody(String asked, Caller.Answer answer, String pointer, JsonNode content) {
        String mediaType = answer.header("Content-Type").replaceFirst(";.*", "");
        if (content.isMissingNode()) {
            assertThat(answer.bytes()).as("body of %s", asked).isEmpty();
            return;
        }
        assertThat(content.propertyNames()).as("media type of %s", asked).contains(mediaType);
        if (mediaType.endsWith("json")) {
            String where = pointer + "/content/" + escaped(mediaType) + "/schema";
            Schema schema = schemas.computeIfAbsent(
                    where, fragment -> registry.getSchema(SchemaLocation.of(HOME + "#" + fragment)));
            assertThat(schema.validate(MAPPER.readTree(answer.bytes())))
                    .as("%s: %s", asked, answer.body())
                    .isEmpty();
        }
    }

    /** The documented path that a request meets; of two, the one with fewer variables. */
    private Optional<String> template(String path, String method) {
        List<String> segments = Arrays.asList(path.split("/", -1));
        return document.path("paths").properties().stream()
                .filter(route -> route.getValue().has(method))
                .map(Map.Entry::getKey)
                .filter(template -> matches(List.of(template.split("/", -1)), segments))
                .min(Comparator.comparingLong(
                        template -> template.chars().filter(c -> c == '{').count()));
    }

    private static boolean matches(List<String> template, List<String> segments) {
        if (template.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            boolean fits = template.get(i).startsWith("{") && !segments.get(i).isEmpty();
            if (!fits && !template.get(i).equals(segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
