package app.mortar.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.mortar.kernel.Gtin;
import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.InvalidInput.Mistake;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {
    private enum Channel {
        RETAIL,
        WHOLESALE
    }

    private record Line(String sku, int quantity, @Nullable LocalDate expiry) {
        static Line of(Form form) {
            return new Line(
                    form.text("sku", 20).required(),
                    form.integer("quantity", 1).required(),
                    form.date("expiryDate").optional());
        }
    }

    private static <T> T read(String json, Function<Form, T> reader) {
        return Form.read(json.getBytes(StandardCharsets.UTF_8), reader);
    }

    private static List<Mistake> mistakes(String json, Function<Form, ?> reader) {
        return catchThrowableOfType(InvalidInput.class, () -> read(json, reader::apply))
                .mistakes();
    }

    private static List<String> fields(String json, Function<Form, ?> reader) {
        return mistakes(json, reader).stream().map(Mistake::field).toList();
    }

    @Test
    void every_mistake_is_named_with_its_path_line_and_sku() {
        String json = """
            {"reference": " ", "extra": 1, "lines": [
              {"sku": "A", "quantity": 2},
              {"sku": "B", "quantity": 0, "colour": "red"},
              {"quantity": "3", "expiryDate": "2026-02-30"},
              7]}\
            """;
        assertThat(mistakes(
                        json,
                        form -> form.text("reference", 10).required()
                                + form.list("lines", 10, Line::of).required()))
                .extracting(Mistake::field, Mistake::line, Mistake::sku)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("reference", null, null),
                        org.assertj.core.groups.Tuple.tuple("lines[1].quantity", 2, "B"),
                        org.assertj.core.groups.Tuple.tuple("lines[1].colour", 2, "B"),
                        org.assertj.core.groups.Tuple.tuple("lines[2].sku", 3, null),
                        org.assertj.core.groups.Tuple.tuple("lines[2].quantity", 3, null),
                        org.assertj.core.groups.Tuple.tuple("lines[2].expiryDate", 3, null),
                        org.assertj.core.groups.Tuple.tuple("lines[3]", 4, null),
                        org.assertj.core.groups.Tuple.tuple("extra", null, null));
    }

    @Test
    void what_is_right_is_read() {
        String json = """
            {"lines": [{"sku": "A", "quantity": 2147483647, "expiryDate": "2028-02-29"}, {"sku": "B", "quantity": 1,
             "expiryDate": null}]}\
            """;
        assertThat((Object) read(json, form -> form.list("lines", 2, Line::of).required()))
                .isEqualTo(List.of(new Line("A", 2147483647, LocalDate.of(2028, 2, 29)), new Line("B", 1, null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0",
                "1e1",
                "1E0",
                "\"1\"",
                "0",
                "-1",
                "2147483648",
                "99999999999999999999",
                "true",
                "[1]",
                "{}",
                "null",
                "1.5",
                "0.1e1",
                "1e999999999"
            })
    void only_a_whole_number_written_as_one_is_a_quantity(String quantity) {
        assertThat(fields("{\"quantity\":" + quantity + "}", f -> f.integer("quantity", 1)
                        .required()))
                .containsExactly("quantity");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "1",
                "\"text\"",
                "{",
                "{}}",
                "{} {}",
                "{}x",
                "{\"a\":1,\"a\":1}",
                "{\"b\":{\"a\":1,\"a\":1}}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":NaN}",
                "{\"a\":1,}",
                "{\"a\":\"\u0001\"}",
                "{\"a\":\"\\x\"}",
                "// x\n{}",
                "\ufeff{}",
                "{\"a\":\"\\u12\"}",
            })
    void anything_but_one_strict_json_object_is_refused_as_a_whole(String json) {
        assertThat(fields(json, form -> form)).containsExactly("body");
    }

    @Test
    void deep_nesting_and_endless_numbers_are_refused_as_a_whole() {
        assertThat(fields("{\"a\":" + "[".repeat(50) + "]".repeat(50) + "}", form -> form))
                .containsExactly("body");
        assertThat(fields("{\"a\":" + "[".repeat(100_000), form -> form)).containsExactly("body");
        assertThat(fields("{\"a\":" + "9".repeat(100_000) + "}", form -> form)).containsExactly("body");
    }

    @Test
    void other_encodings_than_utf8_are_refused() {
        for (byte[] body : List.of(
                "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1),
                "{}".getBytes(StandardCharsets.UTF_16),
                "{}".getBytes(StandardCharsets.UTF_16LE),
                new byte[] {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'},
                new byte[] {(byte) 0xC0, (byte) 0x80})) {
            assertThatThrownBy(() -> Form.read(body, form -> form)).isInstanceOf(InvalidInput.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\" \"",
                "\"\\u0000\"",
                "\"a\\nb\"",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "\"\\u0085\"",
                "\"\\u2028\"",
                "\"12345678901\"",
                "1",
                "true",
                "[]",
                "{}"
            })
    void text_is_text_without_control_characters_or_half_characters(String value) {
        assertThat(fields("{\"name\":" + value + "}", f -> f.text("name", 10).required()))
                .containsExactly("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", " a ", "1234567890", "₦", "\uD83D\uDC8A", "';drop t--", "\u202e"})
    void other_text_is_kept_as_it_is(String value) {
        assertThat((Object) read(
                        "{\"name\":\"" + value + "\"}", f -> f.text("name", 10).required()))
                .isEqualTo(value);
    }

    @Test
    void a_field_that_is_null_counts_as_left_out() {
        assertThat((Object) read(
                        "{\"name\":null}",
                        f -> String.valueOf(f.text("name", 10).optional()) + f.has("name")))
                .isEqualTo("nullfalse");
        assertThat(mistakes("{\"name\":null}", f -> f.text("name", 10).required()))
                .containsExactly(new Mistake("name", "This is required."));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "12.5,12.5", "12.3400,12.34", "0.0001,0.0001", "1e2,100", "999999999999999,999999999999999"})
    void money_has_up_to_four_decimals(String written, String meant) {
        assertThat((Object) read(
                        "{\"price\":" + written + "}", f -> f.money("price").required()))
                .isEqualTo(new BigDecimal(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0.00001", "1e16", "1e999999999", "1e-999999999", "\"1\"", "1000000000000000"})
    void other_money_is_refused(String written) {
        assertThat(fields("{\"price\":" + written + "}", f -> f.money("price").optional() == null))
                .containsExactly("price");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-02-29", "2026-1-1", "26-01-01", "+12026-01-01", "2026-01-01T00:00:00Z", "0001-01-01", ""})
    void a_day_is_written_as_yyyy_mm_dd_and_exists(String day) {
        assertThat(fields("{\"day\":\"" + day + "\"}", f -> f.date("day").optional() == null))
                .containsExactly("day");
    }

    @Test
    void words_moments_flags_and_ids_are_read() {
        assertThat((Object) read(
                        "{\"c\":\"Retail\"}", f -> f.choice("c", Channel.class).required()))
                .isEqualTo(Channel.RETAIL);
        assertThat(mistakes("{\"c\":\"x\"}", f -> f.choice("c", Channel.class).or(Channel.RETAIL)))
                .containsExactly(new Mistake("c", "This must be one of RETAIL, WHOLESALE."));
        assertThat((Object) read("{\"at\":\"2026-03-31T23:30:00+01:00\"}", f -> f.instant("at")
                        .required()))
                .isEqualTo(Instant.parse("2026-03-31T22:30:00Z"));
        assertThat(fields("{\"at\":\"yesterday\"}", f -> f.instant("at").optional() == null))
                .containsExactly("at");
        assertThat(fields("{\"f\":\"true\"}", f -> f.flag("f").required())).containsExactly("f");
        assertThat((Object) read(
                        "{\"g\":\"09520123456788\"}",
                        f -> f.text("g", 14).as(Gtin::of).required()))
                .isEqualTo(new Gtin("09520123456788"));
        assertThat(fields(
                        "{\"g\":\"09520123456789\"}",
                        f -> f.text("g", 14).as(Gtin::of).required()))
                .containsExactly("g");
    }

    @Test
    void an_object_for_somebody_else_is_kept_as_json() {
        assertThat((Object) read("{\"customer\":{ \"name\":\"a\\u0000\", \"x\":[1]}}", f -> f.anyObject("customer", 50)
                        .required()))
                .isEqualTo("{\"name\":\"a\\u0000\",\"x\":[1]}");
        assertThat(fields("{\"customer\":[]}", f -> f.anyObject("customer", 50).or("")))
                .containsExactly("customer");
    }

    @Test
    void a_huge_list_and_a_long_row_of_mistakes_are_cut_short() {
        String many = "{\"sku\":\"\"},".repeat(500);
        assertThat(fields("{\"lines\":[" + many + "{}]}", f -> f.list("lines", 100, Line::of)
                        .required()))
                .containsExactly("lines");
        assertThat(fields("{\"lines\":[" + many + "{}]}", f -> f.list("lines", 1000, Line::of)
                        .required()))
                .hasSize(100);
        assertThat(fields("{\"lines\":[]}", f -> f.list("lines", 100, Line::of).required()))
                .containsExactly("lines");
    }

    @Test
    void a_query_is_as_strict_as_a_body() {
        assertThat((Object) Query.read(
                        "limit=7&q=a%20b+c&cursor=",
                        q -> q.limit() + q.text("q", 10).required() + q.cursor()))
                .isEqualTo("7a b cnull");
        assertThat((Object) Query.read(null, Query::limit)).isEqualTo(100);
        for (String bad : List.of(
                "limit=0",
                "limit=501",
                "limit=x",
                "limit=1.0",
                "limit=1&limit=1",
                "limit=99999999999",
                "other=1",
                "limit=%zz",
                "limit=%C3%28",
                "cursor=%00",
                "=1",
                "limit=-1",
                "limit=1;x")) {
            assertThatThrownBy(() -> Query.read(bad, q -> q.limit() + String.valueOf(q.cursor())))
                    .as(bad)
                    .isInstanceOf(InvalidInput.class);
        }
        assertThat((Object) Query.read("low=true", q -> q.flag("low").or(false)))
                .isEqualTo(true);
        assertThatThrownBy(() -> Query.read("low=1", q -> q.flag("low").or(false)))
                .isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "abc|abc",
                "\"abc\"|abc",
                "a b|a b",
                "\"a\\\"b\"|a\"b",
                "\"a\\\\\"|a\\",
                "8e03978e-40d5-43dd|8e03978e-40d5-43dd"
            })
    void an_idempotency_key_may_be_quoted_or_bare(String header, String key) {
        assertThat(IdempotencyKey.of(List.of(header))).contains(key);
    }

    @Test
    void other_idempotency_keys_are_refused() {
        assertThat(IdempotencyKey.of(List.of())).isEmpty();
        assertThat(IdempotencyKey.of(List.of("a".repeat(255)))).isPresent();
        for (List<String> bad : List.of(
                List.of(""),
                List.of("\"\""),
                List.of("\"a"),
                List.of("\"a\"b"),
                List.of("é"),
                List.of("a\tb"),
                List.of("\"a\\x\""),
                List.of("\"a\\"),
                List.of("a".repeat(256)),
                List.of("a", "a"))) {
            assertThatThrownBy(() -> IdempotencyKey.of(bad)).as(bad.toString()).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void what_goes_out_is_plain() {
        record Out(
                Instant at,
                LocalDate day,
                BigDecimal price,
                @Nullable String nothing) {}
        Out out = new Out(
                Instant.parse("2026-03-31T22:30:00Z"), LocalDate.of(2026, 3, 31), new BigDecimal("1200.5000"), null);
        assertThat(new String(Json.bytes(out), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"at\":\"2026-03-31T22:30:00Z\",\"day\":\"2026-03-31\",\"price\":1200.5,\"nothing\":null}");
        assertThat(new String(Json.bytes(List.of(new BigDecimal("1E+3"))), StandardCharsets.UTF_8))
                .isEqualTo("[1000]");
    }
}
