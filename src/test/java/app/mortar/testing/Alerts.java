package app.mortar.testing;

import app.mortar.alert.Addressee;
import app.mortar.alert.ExpiryWatch;
import app.mortar.alert.Kind;
import app.mortar.alert.LowStockWatch;
import app.mortar.alert.Outbox;
import app.mortar.alert.Reminders;
import app.mortar.expiry.ExpiryStages;
import app.mortar.settings.AlertSettings;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Who watches a test pharmacy's shelves, whom it tells, and what is set about it. */
public final class Alerts {
    /** As the settings come. */
    public static final AlertSettings STANDARD = new AlertSettings(
            new AlertSettings.LowStock(Duration.ofHours(1), Duration.ofHours(24), 2, Duration.ofMinutes(15)),
            new AlertSettings.Expiry(LocalTime.of(6, 0), List.of(90, 30, 7)),
            messages("log"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public final AtomicInteger rung = new AtomicInteger();
    public final Outbox outbox = new Outbox(this::settings, (tx, kind) -> audience(kind), rung::incrementAndGet);
    public final LowStockWatch lowStock = new LowStockWatch(outbox, this::settings);
    public final Reminders reminders = new Reminders(outbox, this::settings);
    public final ExpiryWatch expiry = new ExpiryWatch(new ExpiryStages(), outbox, this::settings);

    private final Map<Kind, List<Addressee>> people = new ConcurrentHashMap<>();
    private volatile AlertSettings settings = STANDARD;

    public AlertSettings settings() {
        return settings;
    }

    /** Everything as it comes, and nobody to tell. */
    public void reset() {
        settings = STANDARD;
        people.clear();
        rung.set(0);
    }

    public static AlertSettings.Messages messages(String... channels) {
        return new AlertSettings.Messages(
                List.of(channels),
                Duration.ofSeconds(5),
                8,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Optional.empty());
    }

    public void channels(String... channels) {
        set(messages(channels));
    }

    public void set(AlertSettings.Messages messages) {
        set(new AlertSettings(
                settings.lowStock(),
                settings.expiry(),
                messages,
                settings.termii(),
                settings.whatsapp(),
                settings.smtp()));
    }

    public void set(AlertSettings all) {
        settings = all;
    }

    /** Quiet from then until then, in the pharmacy's zone. */
    public void quiet(String from, String until) {
        var now = settings.messages();
        set(new AlertSettings.Messages(
                now.channels(),
                now.dispatchInterval(),
                now.maxAttempts(),
                now.backoff(),
                now.timeout(),
                Optional.of(new AlertSettings.QuietHours(LocalTime.parse(from), LocalTime.parse(until)))));
    }

    /** Somebody who is told of these things. */
    public void person(@Nullable String phone, @Nullable String email, Kind... kinds) {
        for (Kind kind : kinds) {
            people.computeIfAbsent(kind, unknown -> new CopyOnWriteArrayList<>())
                    .add(new Addressee(phone, email));
        }
    }

    private List<Addressee> audience(Kind kind) {
        return new ArrayList<>(people.getOrDefault(kind, List.of()));
    }
}
