package app.mortar.http;

import app.mortar.kernel.InvalidInput.Mistake;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON object of a request, read field by field. A field that is null counts as left out. Mistakes carry the field's
 * path, e.g. {@code items[2].quantity}; those in a list also its line (from 1) and the {@code sku} that stands there.
 */
public final class Form extends Fields {
    private static final int MONEY_DIGITS = 15;
    private static final int MONEY_DECIMALS = 4;

    private final ObjectNode object;
    private final String path;
    private final @Nullable Integer line;
    private final @Nullable String sku;

    private Form(ObjectNode object, String path, @Nullable Integer line, @Nullable String sku, List<Mistake> mistakes) {
        super(mistakes);
        this.object = object;
        this.path = path;
        this.line = line;
        this.sku = sku;
    }

    /** Reads a whole body; {@link app.mortar.kernel.InvalidInput} with every mistake, if there is one. */
    static <T> T read(byte[] body, Function<Form, T> reader) {
        return readAll(new Form(Json.object(body), "", null, null, new ArrayList<>()), reader);
    }

    @Override
    Set<String> names() {
        return Set.copyOf(object.propertyNames());
    }

    @Override
    public void mistake(String name, String message) {
        add(new Mistake(path + name, message, line, sku));
    }

    @Override
    public boolean has(String name) {
        return given(name) != null;
    }

    private @Nullable JsonNode given(String name) {
        ask(name);
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private <T> Field<T> field(String name, @Nullable T value, boolean wrong, @Nullable T standIn) {
        return new Field<>(this, name, value, wrong, standIn);
    }

    private <T> Field<T> wrong(String name, String message, @Nullable T standIn) {
        mistake(name, message);
        return field(name, null, true, standIn);
    }

    @Override
    Field<String> anyText(String name) {
        JsonNode node = given(name);
        if (node == null) {
            return field(name, null, false, "");
        }
        return node.isString() ? field(name, node.stringValue(), false, "") : wrong(name, "This must be text.", "");
    }

    @Override
    public Field<Integer> integer(String name, int least, int most) {
        JsonNode node = given(name);
        if (node == null) {
            return field(name, null, false, least);
        }
        String wanted = most == Integer.MAX_VALUE ? "of at least " + least : "from " + least + " to " + most;
        if (!node.isIntegralNumber()) {
            return wrong(
                    name, "This must be a whole number " + wanted + ", without quotes, fraction or exponent.", least);
        }
        if (!node.canConvertToInt()) {
            return wrong(name, "This must be a whole number from " + least + " to " + most + ".", least);
        }
        int value = node.intValue();
        return value < least || value > most
                ? wrong(name, "This must be a whole number " + wanted + ".", least)
                : field(name, value, false, least);
    }

    @Override
    public Field<Boolean> flag(String name) {
        JsonNode node = given(name);
        if (node == null) {
            return field(name, null, false, false);
        }
        return node.isBoolean()
                ? field(name, node.booleanValue(), false, false)
                : wrong(name, "This must be true or false.", false);
    }

    /** An amount of money: a number from 0 up, with at most 4 decimals. */
    public Field<BigDecimal> money(String name) {
        JsonNode node = given(name);
        if (node == null) {
            return field(name, null, false, BigDecimal.ZERO);
        }
        String wanted =
                "This must be an amount from 0 up with at most " + MONEY_DECIMALS + " decimals, without quotes.";
        if (!node.isNumber()) {
            return wrong(name, wanted, BigDecimal.ZERO);
        }
        BigDecimal amount = node.decimalValue().stripTrailingZeros();
        if (amount.signum() < 0
                || amount.scale() > MONEY_DECIMALS
                || (long) amount.precision() - amount.scale() > MONEY_DIGITS) {
            return wrong(name, wanted, BigDecimal.ZERO);
        }
        return field(name, amount.setScale(Math.max(0, amount.scale())), false, BigDecimal.ZERO);
    }

    /** A list of 1 to {@code most} objects; each is read by {@code reader}. */
    public <T> Field<List<T>> list(String name, int most, Function<Form, T> reader) {
        JsonNode node = given(name);
        if (node == null) {
            return field(name, null, false, List.of());
        }
        if (!node.isArray() || node.isEmpty()) {
            return wrong(name, "This must be a list of at least one object.", List.of());
        }
        if (node.size() > most) {
            return wrong(name, "This may have at most " + most + " entries; it has " + node.size() + ".", List.of());
        }
        int before = mistakes().size();
        List<T> values = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            T value = entry(name + "[" + i + "]", i + 1, node.get(i), reader);
            if (value != null) {
                values.add(value);
            }
        }
        return mistakes().size() > before
                ? field(name, null, true, List.of())
                : field(name, List.copyOf(values), false, List.of());
    }

    private <T> @Nullable T entry(String where, int number, JsonNode node, Function<Form, T> reader) {
        if (!(node instanceof ObjectNode entry)) {
            add(new Mistake(path + where, "This must be an object.", number, null));
            return null;
        }
        JsonNode named = entry.get("sku");
        String itsSku = named != null && named.isString() ? named.stringValue() : null;
        return nested(entry, where, number, itsSku, reader);
    }

    /** An object within this one. */
    public <T> Field<T> object(String name, Function<Form, T> reader) {
        JsonNode node = given(name);
        if (node == null) {
            return field(name, null, false, null);
        }
        if (!(node instanceof ObjectNode inner)) {
            return wrong(name, "This must be an object.", null);
        }
        T value = nested(inner, name, line, sku, reader);
        return field(name, value, value == null, null);
    }

    private <T> @Nullable T nested(
            ObjectNode inner,
            String where,
            @Nullable Integer itsLine,
            @Nullable String itsSku,
            Function<Form, T> reader) {
        Form form = new Form(inner, path + where + ".", itsLine, itsSku, mistakes());
        T value = form.guarded(() -> reader.apply(form));
        form.refuseUnknown();
        return value;
    }

    /** Any object, kept as the sender wrote it: its JSON text of at most {@code longest} characters. */
    public Field<String> anyObject(String name, int longest) {
        JsonNode node = given(name);
        if (node == null) {
            return field(name, null, false, "{}");
        }
        if (!node.isObject()) {
            return wrong(name, "This must be an object.", "{}");
        }
        return field(name, Json.text(node), false, "{}")
                .check(SafeText::isPlain, "This has broken Unicode in it.")
                .check(t -> t.length() <= longest, "This may have at most " + longest + " characters as JSON.");
    }
}
