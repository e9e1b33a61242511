package app.mortar.desktop.goods;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was typed into a scan field: {@code 12*} before a scan, a code or a name means twelve of it.
 *
 * @param times at least 1
 * @param rest what follows; empty when the scan is still to come
 */
public record Typed(int times, String rest) {
    private static final Pattern TIMES = Pattern.compile("(\\d{1,5})\\s*[*xX×]\\s*(.*)", Pattern.DOTALL);

    /** Reads what was typed. {@code 0*} multiplies by nothing and so is taken as a name. */
    public static Typed of(String text) {
        String said = text.strip();
        Matcher times = TIMES.matcher(said);
        if (times.matches() && isMultiplier(said, times.group(1), times.group(2))) {
            return new Typed(Integer.parseInt(times.group(1)), times.group(2).strip());
        }
        return new Typed(1, said);
    }

    /** Is this only a multiplier, for a scan that is still to come? */
    public static boolean isTimes(String text) {
        return !text.isBlank() && of(text).rest().isEmpty();
    }

    /** {@code 20 x 5} may be a pack size in a name: only a star multiplies what follows. */
    private static boolean isMultiplier(String said, String number, String rest) {
        return Integer.parseInt(number) > 0 && (rest.isEmpty() || said.contains("*"));
    }
}
