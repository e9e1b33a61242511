package app.mortar.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a value has to look like.
 *
 * @param right what would be right, to follow "must be"
 */
record Form(String right, Predicate<String> fits) {
    private static final Duration LONGEST = Duration.ofDays(3650);

    static final Form TEXT = new Form("text without control characters", Form::printable);
    static final Form NAME = new Form("text that is not empty", value -> !value.isBlank() && printable(value));
    static final Form FLAG =
            new Form("true or false", value -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false"));
    static final Form DURATION = new Form("an ISO-8601 duration from PT1S up, e.g. PT15M", Form::isDuration);
    static final Form DURATION_OR_OFF = new Form(
            "an ISO-8601 duration from PT1S up, e.g. PT2H, or 0 for no limit",
            value -> value.equals("0") || isDuration(value));
    static final Form RATE = new Form("requests/duration, e.g. 6000/PT1M, or 0 for no limit", Form::isRate);
    static final Form ZONE = new Form("a time zone such as Africa/Lagos", Form::isZone);
    static final Form CURRENCY = new Form("an ISO-4217 currency such as NGN", Form::isCurrency);
    static final Form TIME = new Form("a time of day such as 06:00", Form::isTime);
    static final Form STAGES = new Form("different numbers of days, falling, e.g. 90,30,7", Form::areStages);
    static final Form QUIET_HOURS = new Form("empty or from-to, e.g. 21:00-07:00", Form::areQuietHours);
    static final Form CHANNELS = new Form(
            "any of sms, whatsapp, termii-whatsapp, email, log, separated by commas",
            value -> items(value).stream()
                            .allMatch(Set.of("sms", "whatsapp", "termii-whatsapp", "email", "log")::contains)
                    && allDifferent(items(value)));
    static final Form WEB_ADDRESS = new Form("an address that begins with http:// or https://", Form::isWebAddress);
    static final Form SHARED_DATABASE = new Form(
            "jdbc:postgresql://host/database (leave it out for the embedded database)",
            value -> value.startsWith("jdbc:postgresql:")
                    && value.length() > "jdbc:postgresql:".length()
                    && printable(value)
                    && value.indexOf(' ') < 0);
    static final Form ADDRESS = new Form(
            "an address of this machine such as 127.0.0.1 or 0.0.0.0, without port",
            value -> value.matches("[A-Za-z0-9._-]+|\\[?[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%[A-Za-z0-9]+)?]?"));

    static Form number(int least, int most) {
        return new Form("a whole number from " + least + " to " + most, value -> {
            try {
                long number = Long.parseLong(value);
                return number >= least && number <= most && value.charAt(0) != '+';
            } catch (NumberFormatException e) {
                return false;
            }
        });
    }

    static List<String> items(String value) {
        return Arrays.stream(value.split(",", -1)).map(String::strip).toList();
    }

    private static boolean printable(String value) {
        return value.chars().noneMatch(Character::isISOControl);
    }

    private static boolean allDifferent(List<String> items) {
        return new HashSet<>(items).size() == items.size();
    }

    private static boolean isDuration(String value) {
        try {
            Duration duration = Duration.parse(value);
            return duration.compareTo(Duration.ofSeconds(1)) >= 0 && duration.compareTo(LONGEST) <= 0;
        } catch (DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    private static boolean isRate(String value) {
        if (value.equals("0")) {
            return true;
        }
        int slash = value.indexOf('/');
        return slash > 0
                && number(1, 1_000_000_000).fits().test(value.substring(0, slash))
                && isDuration(value.substring(slash + 1));
    }

    private static boolean isZone(String value) {
        try {
            return !ZoneId.of(value).getId().isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isCurrency(String value) {
        try {
            return Currency.getInstance(value).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isTime(String value) {
        return value.matches("([01][0-9]|2[0-3]):[0-5][0-9]");
    }

    private static boolean areStages(String value) {
        int last = Integer.MAX_VALUE;
        for (String item : items(value)) {
            if (!number(1, 3650).fits().test(item) || Integer.parseInt(item) >= last) {
                return false;
            }
            last = Integer.parseInt(item);
        }
        return true;
    }

    private static boolean areQuietHours(String value) {
        int dash = value.indexOf('-');
        return value.isEmpty()
                || (dash > 0
                        && isTime(value.substring(0, dash))
                        && isTime(value.substring(dash + 1))
                        && !value.substring(0, dash).equals(value.substring(dash + 1)));
    }

    private static boolean isWebAddress(String value) {
        try {
            URI address = new URI(value);
            return address.getHost() != null
                    && ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
