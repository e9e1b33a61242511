package app.mortar.settings;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * When the pharmacy is told what, and how it is reached.
 *
 * @param termii present as soon as there is a key for it
 * @param whatsapp present as soon as there is a token for it
 * @param smtp present as soon as there is a host for it
 */
public record AlertSettings(
        LowStock lowStock,
        Expiry expiry,
        Messages messages,
        Optional<Termii> termii,
        Optional<WhatsApp> whatsapp,
        Optional<Smtp> smtp) {
    private static final String TERMII = "https://api.ng.termii.com";
    private static final String GRAPH = "https://graph.facebook.com/v23.0";

    /**
     * About products below their minimum.
     *
     * @param interval how often all products are looked at
     * @param repeat after how long the same is said again
     * @param escalateAfter after so many repeats the managers are told instead
     * @param coolDown a product that falls again within it was not away
     */
    public record LowStock(Duration interval, Duration repeat, int escalateAfter, Duration coolDown) {}

    /**
     * About batches that come near their expiry.
     *
     * @param checkTime of the pharmacy's day
     * @param stages days that are left when a batch is told of, falling
     */
    public record Expiry(LocalTime checkTime, List<Integer> stages) {
        public Expiry {
            stages = List.copyOf(stages);
        }
    }

    /**
     * About messages.
     *
     * @param channels their words, e.g. {@code sms}
     * @param backoff the pause after the first attempt; it doubles with each
     * @param timeout of one attempt
     */
    public record Messages(
            List<String> channels,
            Duration dispatchInterval,
            int maxAttempts,
            Duration backoff,
            Duration timeout,
            Optional<QuietHours> quietHours) {
        public Messages {
            channels = List.copyOf(channels);
        }
    }

    /** From then until then, over midnight if need be, in the pharmacy's zone; the end is loud again. */
    public record QuietHours(LocalTime from, LocalTime until) {
        /** Is it quiet at that time of day? */
        public boolean at(LocalTime time) {
            return from.isBefore(until)
                    ? !time.isBefore(from) && time.isBefore(until)
                    : !time.isBefore(from) || time.isBefore(until);
        }
    }

    /**
     * The gateway for text messages.
     *
     * @param sender empty: Termii's own
     * @param route {@code dnd} reaches numbers on the do-not-disturb list too
     */
    public record Termii(
            URI url, String apiKey, Optional<String> sender, String route, Optional<String> webhookSecret) {
        /** Never shows the key. */
        @Override
        public String toString() {
            return "Termii at " + url;
        }
    }

    /**
     * Meta's WhatsApp Cloud API.
     *
     * @param template the approved message with one parameter, the text
     */
    public record WhatsApp(
            URI url,
            String token,
            String phoneNumberId,
            String template,
            String language,
            Optional<String> appSecret,
            Optional<String> verifyToken) {
        /** Never shows the token. */
        @Override
        public String toString() {
            return "WhatsApp at " + url;
        }
    }

    /** The mail server; TLS is used as soon as it offers it, always on port 465. */
    public record Smtp(String host, int port, Optional<String> user, Optional<String> password, String from) {
        /** Never shows the password. */
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    static AlertSettings of(Function<Key, Optional<String>> given) {
        Function<Key, String> value = key -> given.apply(key).orElseThrow();
        Function<Key, Duration> duration = key -> Duration.parse(value.apply(key));
        return new AlertSettings(
                new LowStock(
                        duration.apply(Key.LOW_STOCK_INTERVAL),
                        duration.apply(Key.LOW_STOCK_REPEAT),
                        Integer.parseInt(value.apply(Key.LOW_STOCK_ESCALATE_AFTER)),
                        duration.apply(Key.LOW_STOCK_COOL_DOWN)),
                new Expiry(
                        LocalTime.parse(value.apply(Key.EXPIRY_CHECK_TIME)),
                        Form.items(value.apply(Key.EXPIRY_STAGES)).stream()
                                .map(Integer::valueOf)
                                .toList()),
                new Messages(
                        Form.items(value.apply(Key.NOTIFY_CHANNELS)),
                        duration.apply(Key.NOTIFY_DISPATCH_INTERVAL),
                        Integer.parseInt(value.apply(Key.NOTIFY_MAX_ATTEMPTS)),
                        duration.apply(Key.NOTIFY_BACKOFF),
                        duration.apply(Key.NOTIFY_TIMEOUT),
                        given.apply(Key.NOTIFY_QUIET_HOURS)
                                .filter(text -> !text.isEmpty())
                                .map(AlertSettings::quiet)),
                some(given, Key.TERMII_API_KEY).map(key -> termii(key, given)),
                some(given, Key.WHATSAPP_TOKEN).map(token -> whatsApp(token, given)),
                some(given, Key.SMTP_HOST).map(host -> smtp(host, given)));
    }

    private static QuietHours quiet(String text) {
        int dash = text.indexOf('-');
        return new QuietHours(LocalTime.parse(text.substring(0, dash)), LocalTime.parse(text.substring(dash + 1)));
    }

    private static Termii termii(String key, Function<Key, Optional<String>> given) {
        return new Termii(
                URI.create(some(given, Key.TERMII_URL).orElse(TERMII)),
                key,
                some(given, Key.TERMII_SENDER),
                given.apply(Key.TERMII_CHANNEL).orElseThrow(),
                some(given, Key.TERMII_WEBHOOK_SECRET));
    }

    private static WhatsApp whatsApp(String token, Function<Key, Optional<String>> given) {
        return new WhatsApp(
                URI.create(some(given, Key.WHATSAPP_URL).orElse(GRAPH)),
                token,
                some(given, Key.WHATSAPP_PHONE_NUMBER_ID).orElse(""),
                some(given, Key.WHATSAPP_TEMPLATE).orElse("stock_alert"),
                some(given, Key.WHATSAPP_LANGUAGE).orElse("en"),
                some(given, Key.WHATSAPP_APP_SECRET),
                some(given, Key.WHATSAPP_VERIFY_TOKEN));
    }

    private static Smtp smtp(String host, Function<Key, Optional<String>> given) {
        return new Smtp(
                host,
                some(given, Key.SMTP_PORT).map(Integer::valueOf).orElse(587),
                some(given, Key.SMTP_USER),
                some(given, Key.SMTP_PASSWORD),
                some(given, Key.SMTP_FROM).orElse("mortar@localhost"));
    }

    private static Optional<String> some(Function<Key, Optional<String>> given, Key key) {
        return given.apply(key).filter(text -> !text.isBlank());
    }
}
