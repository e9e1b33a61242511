package app.mortar.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.access.Scope;
import app.mortar.http.Route;
import app.mortar.testing.Caller.Answer;
import app.mortar.testing.Db;
import app.mortar.testing.OpenApi;
import app.mortar.testing.Shop;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The published reference says what the server does: every route, every example. Answers are checked at every call. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferenceTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final Shop shop = Shop.open(Db.H2);
    private final JsonNode reference = OpenApi.shipped().document();

    @AfterAll
    void close() {
        shop.close();
    }

    private record Operation(String method, String path, JsonNode said) {
        String name() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        reference.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(member -> METHODS.contains(member.getKey()))
                .forEach(member -> operations.add(new Operation(member.getKey(), path.getKey(), member.getValue()))));
        return operations;
    }

    private Route route(Operation operation) {
        return shop.routes.all().stream()
                .filter(route -> operation.name().equals(route.method() + " " + route.template()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_route_is_described_and_nothing_else() {
        assertThat(operations().stream().map(Operation::name))
                .containsExactlyInAnyOrderElementsOf(shop.routes.all().stream()
                        .map(route -> route.method() + " " + route.template())
                        .toList());
    }

    @Test
    void every_operation_names_the_scope_it_needs_or_that_it_needs_no_key() {
        for (Operation operation : operations()) {
            var permission = route(operation).permission();
            if (permission == null) {
                assertThat(operation.said().path("security").isArray())
                        .as(operation.name())
                        .isTrue();
            } else {
                String scope = Arrays.stream(Scope.values())
                        .filter(one -> one != Scope.ADMIN && one.permissions().contains(permission))
                        .map(Scope::word)
                        .collect(Collectors.joining());
                assertThat(operation.said().path("description").asString())
                        .as(operation.name())
                        .endsWith("Scope: `" + (scope.isEmpty() ? Scope.ADMIN.word() : scope) + "`.");
            }
        }
    }

    @Test
    void the_idempotency_key_is_described_exactly_where_it_is_honoured() {
        for (Operation operation : operations()) {
            boolean described = operation
                    .said()
                    .path("parameters")
                    .valueStream()
                    .anyMatch(parameter -> parameter.path("$ref").asString("").endsWith("/IdempotencyKey"));
            assertThat(described)
                    .as(operation.name())
                    .isEqualTo(route(operation).repeatable());
        }
    }

    @Test
    void every_scope_is_named_in_the_introduction() {
        String introduction = reference.at("/info/description").stringValue();
        assertThat(Arrays.stream(Scope.values()).map(Scope::word)).allMatch(introduction::contains);
    }

    @Test
    void every_pointer_within_the_reference_leads_somewhere_and_every_part_is_used() {
        Set<String> used = new TreeSet<>();
        reference.findValues("$ref").forEach(pointer -> used.add(pointer.stringValue()));
        assertThat(used).allMatch(pointer -> !reference.at(pointer.substring(1)).isMissingNode());
        for (String kind : List.of("schemas", "parameters", "headers")) {
            reference.at("/components/" + kind).propertyNames().forEach(name -> assertThat(used)
                    .contains("#/components/" + kind + "/" + name));
        }
    }

    /** In the order of the document, which is one story; tokens and ids are those of the moment. */
    @Test
    void every_request_example_works() {
        int run = 0;
        for (Operation operation : operations()) {
            if (operation.path().startsWith("/hooks/")) {
                continue; // only a provider can sign; HookTest plays one
            }
            JsonNode examples = operation.said().at("/requestBody/content/application~1json/examples");
            for (var example : examples.properties()) {
                String body = withLiveToken(example.getValue().path("value").toString());
                Answer answer = shop.admin.send(
                        operation.method().toUpperCase(Locale.ROOT),
                        target(operation),
                        body.getBytes(StandardCharsets.UTF_8));
                assertThat(answer.status())
                        .as("%s, example %s: %s", operation.name(), example.getKey(), answer.body())
                        .isBetween(200, 299);
                run++;
            }
            if (examples.isMissingNode()) {
                Answer answer = shop.admin.send(operation.method().toUpperCase(Locale.ROOT), target(operation), null);
                assertThat(answer.status())
                        .as("%s: %s", operation.name(), answer.body())
                        .isBetween(200, 299);
            }
        }
        assertThat(run).isGreaterThan(15);
    }

    @Test
    void every_operation_with_a_body_has_an_example() {
        assertThat(operations())
                .filteredOn(operation -> operation.said().has("requestBody"))
                .allMatch(operation -> operation
                        .said()
                        .at("/requestBody/content/application~1json/examples")
                        .isObject());
    }

    private String withLiveToken(String body) {
        return Pattern.compile("\"(token|reservationId)\":\"[^\"]+\"")
                .matcher(body)
                .replaceAll(match -> "\"" + match.group(1) + "\":\"" + liveHold() + "\"");
    }

    private String liveHold() {
        return shop.admin
                .post("/api/cart/reserve", Shop.item(shop.product(1), 1))
                .is(201)
                .text("/id");
    }

    private String liveOrder() {
        return shop.admin
                .post(
                        "/api/orders",
                        "{'externalRef':'" + shop.fresh("ref") + "','status':'CONFIRMED','items':["
                                + Shop.item(shop.product(1), 1) + "]}")
                .is(201)
                .text("/id");
    }

    /** The path and query with the example of each parameter. */
    private String target(Operation operation) {
        String target = operation.path();
        List<String> query = new ArrayList<>();
        List<JsonNode> parameters = new ArrayList<>();
        reference.path("paths").path(operation.path()).path("parameters").forEach(parameters::add);
        operation.said().path("parameters").forEach(parameters::add);
        for (JsonNode said : parameters) {
            JsonNode parameter = said.has("$ref")
                    ? reference.at(said.path("$ref").stringValue().substring(1))
                    : said;
            String name = parameter.path("name").stringValue();
            String value = parameter.path("example").asString("");
            switch (parameter.path("in").stringValue()) {
                case "path" ->
                    target = target.replace(
                            "{" + name + "}",
                            switch (operation.path().split("/", -1)[2]) {
                                case "cart" -> liveHold();
                                case "orders" -> liveOrder();
                                default -> value;
                            });
                case "query" -> {
                    if (!value.isEmpty()) {
                        query.add(name + "=" + value);
                    }
                }
                default -> assertThat(name).isEqualTo("Idempotency-Key");
            }
        }
        return query.isEmpty() ? target : target + "?" + String.join("&", query);
    }

    @Test
    void the_reference_is_served_to_everybody_as_it_was_written() {
        Answer served = shop.anyone.get("/openapi.json").is(200);
        assertThat(served.header("Content-Type")).isEqualTo("application/json");
        assertThat(served.text("/openapi")).startsWith("3.1");
        assertThat(served.json().toString()).isEqualTo(reference.toString());
    }

    @Test
    void the_page_is_served_to_everybody_and_asks_nobody_else() {
        Answer page = shop.anyone.get("/docs").is(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("http");
        assertThat(page.body()).doesNotContain("://").doesNotContain("<script>");
        var linked = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page.body());
        int files = 0;
        while (linked.find()) {
            assertThat(shop.anyone.get(linked.group(1)).is(200).bytes().length).isGreaterThan(100);
            files++;
        }
        assertThat(files).isGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"index.html", "swagger-ui.css.map", "..", "%2e%2e", "..%2F..%2Fopenapi.json", "pom.properties"})
    void nothing_else_of_the_programs_files_is_served(String file) {
        shop.anyone.get("/docs/" + file).refused(404, "not-found");
    }

    @Test
    void nobody_can_post_to_the_reference() {
        shop.anyone.post("/docs", "{}").refused(401, "unauthorized");
        assertThat(shop.admin
                        .post("/docs", "{}")
                        .refused(405, "method-not-allowed")
                        .header("Allow"))
                .isEqualTo("GET, HEAD");
    }
}
