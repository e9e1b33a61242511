package app.mortar.settings;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

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
        private static QuietHours parse(String text) {
            int dash = text.indexOf('-');
            return new QuietHours(LocalTime.parse(text.substring(0, dash)), LocalTime.parse(text.substring(dash + 1)));
        }

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
        private static Termii from(String key, Values values) {
            return new Termii(
                    URI.create(values.filled(Key.TERMII_URL).orElse(TERMII)),
                    key,
                    values.filled(Key.TERMII_SENDER),
                    values.text(Key.TERMII_CHANNEL),
                    values.filled(Key.TERMII_WEBHOOK_SECRET));
        }

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
        private static WhatsApp from(String token, Values values) {
            return new WhatsApp(
                    URI.create(values.filled(Key.WHATSAPP_URL).orElse(GRAPH)),
                    token,
                    values.filled(Key.WHATSAPP_PHONE_NUMBER_ID).orElse(""),
                    values.filled(Key.WHATSAPP_TEMPLATE).orElse("stock_alert"),
                    values.filled(Key.WHATSAPP_LANGUAGE).orElse("en"),
                    values.filled(Key.WHATSAPP_APP_SECRET),
                    values.filled(Key.WHATSAPP_VERIFY_TOKEN));
        }

        /** Never shows the token. */
        @Override
        public String toString() {
            return "WhatsApp at " + url;
        }
    }

    /** The mail server; TLS is used as soon as it offers it, always on port 465. */
    public record Smtp(String host, int port, Optional<String> user, Optional<String> password, String from) {
        private static Smtp from(String host, Values values) {
            return new Smtp(
                    host,
                    values.filled(Key.SMTP_PORT).map(Integer::valueOf).orElse(587),
                    values.filled(Key.SMTP_USER),
                    values.filled(Key.SMTP_PASSWORD),
                    values.filled(Key.SMTP_FROM).orElse("mortar@localhost"));
        }

        /** Never shows the password. */
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    static AlertSettings from(Values values) {
        return new AlertSettings(
                new LowStock(
                        values.duration(Key.LOW_STOCK_INTERVAL),
                        values.duration(Key.LOW_STOCK_REPEAT),
                        values.number(Key.LOW_STOCK_ESCALATE_AFTER),
                        values.duration(Key.LOW_STOCK_COOL_DOWN)),
                new Expiry(
                        LocalTime.parse(values.text(Key.EXPIRY_CHECK_TIME)),
                        values.items(Key.EXPIRY_STAGES).stream()
                                .map(Integer::valueOf)
                                .toList()),
                new Messages(
                        values.items(Key.NOTIFY_CHANNELS),
                        values.duration(Key.NOTIFY_DISPATCH_INTERVAL),
                        values.number(Key.NOTIFY_MAX_ATTEMPTS),
                        values.duration(Key.NOTIFY_BACKOFF),
                        values.duration(Key.NOTIFY_TIMEOUT),
                        values.filled(Key.NOTIFY_QUIET_HOURS).map(QuietHours::parse)),
                values.filled(Key.TERMII_API_KEY).map(key -> Termii.from(key, values)),
                values.filled(Key.WHATSAPP_TOKEN).map(token -> WhatsApp.from(token, values)),
                values.filled(Key.SMTP_HOST).map(host -> Smtp.from(host, values)));
    }
}
