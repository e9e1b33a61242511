package app.mortar.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every setting there is: its name, what it has to look like, and what holds when nobody says anything. */
@SuppressWarnings("ImmutableEnumChecker") // a Form holds a predicate, which the checker cannot see through
enum Key {
    DB_URL("db.url", Form.SHARED_DATABASE, null),
    DB_USER("db.user", Form.NAME, null),
    DB_PASSWORD("db.password", Form.TEXT, null),
    DB_PASSWORD_FILE("db.password-file", Form.NAME, null),
    DB_MIGRATE("db.migrate", Form.FLAG, "true"),
    DB_OWNER_USER("db.owner-user", Form.NAME, null),
    DB_OWNER_PASSWORD_FILE("db.owner-password-file", Form.NAME, null),

    HTTP_PORT("http.port", Form.number(0, 65_535), "8700"),
    HTTP_BIND("http.bind", Form.ADDRESS, "127.0.0.1"),
    HTTP_ENABLED("http.enabled", Form.FLAG, "true"),
    HTTP_TLS_KEYSTORE("http.tls.keystore", Form.NAME, null),
    HTTP_TLS_PASSWORD_FILE("http.tls.password-file", Form.NAME, null),
    HTTP_RATE_LIMIT("http.rate-limit", Form.RATE, "6000/PT1M"),

    PHARMACY_ZONE("pharmacy.zone", Form.ZONE, null),
    PHARMACY_CURRENCY("pharmacy.currency", Form.CURRENCY, "NGN"),
    PHARMACY_NAME("pharmacy.name", Form.TEXT, ""),
    PHARMACY_IDLE_LOCK("pharmacy.idle-lock", Form.DURATION_OR_OFF, "PT5M"),

    RESERVATION_TTL("reservation.ttl", Form.DURATION, "PT15M"),
    RESERVATION_SWEEP_INTERVAL("reservation.sweep-interval", Form.DURATION, "PT5M"),
    RESERVATION_MAX_QUANTITY("reservation.max-quantity-per-cart", Form.number(0, Integer.MAX_VALUE), "1000"),
    RESERVATION_MAX_LINES("reservation.max-lines", Form.number(0, Integer.MAX_VALUE), "100"),
    RESERVATION_MAX_OPEN("reservation.max-open-per-key", Form.number(0, Integer.MAX_VALUE), "10000"),
    RESERVATION_MAX_LIFETIME("reservation.max-lifetime", Form.DURATION_OR_OFF, "PT2H"),

    LOW_STOCK_INTERVAL("low-stock.interval", Form.DURATION, "PT1H"),
    LOW_STOCK_REPEAT("low-stock.repeat", Form.DURATION, "PT24H"),
    LOW_STOCK_ESCALATE_AFTER("low-stock.escalate-after", Form.number(0, 1000), "2"),
    LOW_STOCK_COOL_DOWN("low-stock.cool-down", Form.DURATION, "PT15M"),
    EXPIRY_CHECK_TIME("expiry.check-time", Form.TIME, "06:00"),
    EXPIRY_STAGES("expiry.stages", Form.STAGES, "90,30,7"),

    NOTIFY_CHANNELS("notify.channels", Form.CHANNELS, "log"),
    NOTIFY_DISPATCH_INTERVAL("notify.dispatch-interval", Form.DURATION, "PT5S"),
    NOTIFY_MAX_ATTEMPTS("notify.max-attempts", Form.number(1, 1000), "8"),
    NOTIFY_BACKOFF("notify.backoff", Form.DURATION, "PT10S"),
    NOTIFY_TIMEOUT("notify.timeout", Form.DURATION, "PT10S"),
    NOTIFY_QUIET_HOURS("notify.quiet-hours", Form.QUIET_HOURS, ""),
    TERMII_URL("termii.url", Form.WEB_ADDRESS, null),
    TERMII_API_KEY("termii.api-key", Form.TEXT, null),
    TERMII_SENDER("termii.sender", Form.TEXT, null),
    TERMII_CHANNEL("termii.channel", Form.NAME, "dnd"),
    TERMII_WEBHOOK_SECRET("termii.webhook-secret", Form.TEXT, null),
    WHATSAPP_URL("whatsapp.url", Form.WEB_ADDRESS, null),
    WHATSAPP_TOKEN("whatsapp.token", Form.TEXT, null),
    WHATSAPP_PHONE_NUMBER_ID("whatsapp.phone-number-id", Form.TEXT, null),
    WHATSAPP_TEMPLATE("whatsapp.template", Form.TEXT, null),
    WHATSAPP_LANGUAGE("whatsapp.language", Form.TEXT, null),
    WHATSAPP_APP_SECRET("whatsapp.app-secret", Form.TEXT, null),
    WHATSAPP_VERIFY_TOKEN("whatsapp.verify-token", Form.TEXT, null),
    SMTP_HOST("smtp.host", Form.TEXT, null),
    SMTP_PORT("smtp.port", Form.number(1, 65_535), null),
    SMTP_USER("smtp.user", Form.TEXT, null),
    SMTP_PASSWORD("smtp.password", Form.TEXT, null),
    SMTP_FROM("smtp.from", Form.TEXT, null),

    IMPORT_MAX_ROWS("import.max-rows", Form.number(1, Integer.MAX_VALUE), "150000"),
    IMPORT_MAX_BYTES("import.max-bytes", Form.number(1, Integer.MAX_VALUE), "33554432");

    private static final Map<String, Key> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Key::text, Function.identity()));
    private static final Map<String, Key> BY_VARIABLE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Key::variable, Function.identity()));

    private final String text;
    private final Form form;
    private final @Nullable String otherwise;

    Key(String text, Form form, @Nullable String otherwise) {
        this.text = text;
        this.form = form;
        this.otherwise = otherwise;
    }

    static Optional<Key> named(String text) {
        return Optional.ofNullable(BY_NAME.get(text));
    }

    static Optional<Key> ofVariable(String variable) {
        return Optional.ofNullable(BY_VARIABLE.get(variable));
    }

    /** As it stands in the file. */
    String text() {
        return text;
    }

    /** The environment variable that overrides it. */
    String variable() {
        return "MORTAR_" + text.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    Form form() {
        return form;
    }

    @Nullable
    String otherwise() {
        return otherwise;
    }

    /** Kept in the pharmacy's database, the same for all machines; the rest belongs to one machine. */
    boolean pharmacys() {
        return !text.startsWith("db.") && !text.startsWith("http.") && !text.startsWith("import.");
    }

    /** Never shown: not in an error, not in a warning, not in the log. */
    boolean secret() {
        return text.endsWith("password")
                || text.endsWith("secret")
                || text.endsWith("api-key")
                || text.endsWith("token");
    }
}
