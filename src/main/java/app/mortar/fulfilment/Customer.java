package app.mortar.fulfilment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whom an order is for, as far as staff want to know it. A shop may send what it likes as customer: only these words
 * are read from it, and nothing is ever asked for.
 *
 * @param name as a person says it
 * @param note what must not be forgotten, e.g. who showed which prescription
 */
public record Customer(@Nullable String name, @Nullable String note) {
    public static final Customer NOBODY = new Customer(null, null);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Reads {@code {"name":…,"note":…}}; whatever is not there, or is no text, is left out. */
    public static Customer of(@Nullable String json) {
        if (json == null) {
            return NOBODY;
        }
        try {
            JsonNode customer = JSON.readTree(json);
            return new Customer(text(customer, "name"), text(customer, "note"));
        } catch (JacksonException notJson) {
            return NOBODY;
        }
    }

    private static @Nullable String text(JsonNode customer, String field) {
        JsonNode value = customer.get(field);
        return value == null || !value.isString() || value.stringValue().isBlank()
                ? null
                : value.stringValue().strip();
    }

    /** As it is kept with an order; null when nothing is known. */
    public @Nullable String json() {
        Map<String, String> said = new LinkedHashMap<>();
        if (name != null) {
            said.put("name", name);
        }
        if (note != null) {
            said.put("note", note);
        }
        return said.isEmpty() ? null : JSON.writeValueAsString(said);
    }
}
