package app.mortar.kernel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.regex.Pattern;

/** Where a list that is read newest first goes on: behind the row of this moment and id. Opaque to callers. */
public record Cursor(Instant at, long id) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18}):(\\d{1,18})");

    public String text() {
        String plain = ChronoUnit.MICROS.between(Instant.EPOCH, at) + ":" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads what {@link #text} wrote; anything else is invalid input. */
    public static Cursor of(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            var parts = TEXT.matcher(plain);
            if (parts.matches()) {
                long micros = Long.parseLong(parts.group(1));
                return new Cursor(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), Long.parseLong(parts.group(2)));
            }
        } catch (IllegalArgumentException notOurs) {
            // said below
        }
        throw new InvalidInput("cursor", "is not one that this list gave out; leave it out to start from the top");
    }
}
