package app.mortar.http;

import app.mortar.kernel.InvalidInput;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON, strictly: in is UTF-8, one object, each key once, nothing after it, not deeper than anybody needs; out are
 * records and maps, moments as ISO-8601 with Z, dates as YYYY-MM-DD, money as plain numbers.
 */
final class Json {
    private static final int DEEPEST = 20;
    private static final int LONGEST_NUMBER = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .addModule(new SimpleModule().addSerializer(BigDecimal.class, new PlainNumber()))
            .build();

    private Json() {}

    static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    static String text(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** Reads one object; {@link InvalidInput} about the field {@code body} if it is anything else. */
    static ObjectNode object(byte[] body) {
        try {
            JsonNode node = MAPPER.readTree(decoded(body));
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new InvalidInput("body", "The body must be a JSON object: {…}.");
        } catch (CharacterCodingException e) {
            throw new InvalidInput("body", "The body must be encoded in UTF-8.");
        } catch (JacksonException e) {
            throw new InvalidInput("body", "The body is not valid JSON" + where(e) + ": " + why(e));
        } catch (NumberFormatException e) {
            throw new InvalidInput("body", "A number in the body has an exponent beyond all reason.");
        }
    }

    private static String decoded(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(body))
                .toString();
    }

    private static String where(JacksonException e) {
        var location = e.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static String why(JacksonException e) {
        String why = SafeText.shown(e.getOriginalMessage(), 200);
        String lower = why.toLowerCase(Locale.ROOT);
        if (lower.contains("duplicate")) {
            return "a key stands in it twice.";
        }
        if (lower.contains("nesting depth")) {
            return "it is nested more than " + DEEPEST + " deep.";
        }
        if (lower.contains("number value length") || lower.contains("number length")) {
            return "a number in it is too long.";
        }
        if (lower.contains("trailing token")) {
            return "something follows after its end.";
        }
        return why;
    }

    /** 12.5, not 12.5000 and not 1.25E+1. */
    private static final class PlainNumber extends ValueSerializer<BigDecimal> {
        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializationContext context) {
            BigDecimal stripped = value.stripTrailingZeros();
            out.writeNumber(stripped.setScale(Math.max(0, stripped.scale())).toPlainString());
        }
    }
}
