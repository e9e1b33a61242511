package app.mortar.http;

import app.mortar.kernel.InvalidInput;
import java.util.List;
import java.util.Optional;

/** Reads the header {@code Idempotency-Key}: quoted or bare, 1 to 255 printable ASCII characters with spaces. */
final class IdempotencyKey {
    static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 255;

    private IdempotencyKey() {}

    /** Empty when there is no such header; {@link InvalidInput} when it cannot be meant. */
    static Optional<String> of(List<String> headers) {
        if (headers.isEmpty()) {
            return Optional.empty();
        }
        String value = headers.getFirst().strip();
        String key = value.startsWith("\"") ? unquoted(value) : value;
        if (headers.size() > 1
                || key.isEmpty()
                || key.length() > LONGEST
                || !key.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw malformed();
        }
        return Optional.of(key);
    }

    private static String unquoted(String value) {
        StringBuilder key = new StringBuilder();
        int i = 1;
        for (; i < value.length() && value.charAt(i) != '"'; i++) {
            if (value.charAt(i) == '\\') {
                i++;
                if (i == value.length() || (value.charAt(i) != '"' && value.charAt(i) != '\\')) {
                    throw malformed();
                }
            }
            key.append(value.charAt(i));
        }
        if (i != value.length() - 1) {
            throw malformed();
        }
        return key.toString();
    }

    private static InvalidInput malformed() {
        return new InvalidInput(
                HEADER, "This must be given once, quoted or bare, as 1 to " + LONGEST + " printable ASCII characters.");
    }
}
