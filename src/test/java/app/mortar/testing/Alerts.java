package app.mortar.testing;

import app.mortar.alert.Addressee;
import app.mortar.alert.Channel;
import app.mortar.alert.Channels;
import app.mortar.alert.Dispatch;
import app.mortar.alert.ExpiryWatch;
import app.mortar.alert.Kind;
import app.mortar.alert.LowStockWatch;
import app.mortar.alert.Medium;
import app.mortar.alert.Outbox;
import app.mortar.alert.Reminders;
import app.mortar.expiry.ExpiryStages;
import app.mortar.kernel.Actor;
import app.mortar.settings.AlertSettings;
import app.mortar.settings.DatabaseSettings;
import app.mortar.settings.HttpSettings;
import app.mortar.settings.PharmacySettings;
import app.mortar.settings.Rate;
import app.mortar.settings.ReservationSettings;
import app.mortar.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
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

    /** All settings, of which only those about alerts matter here. */
    public Settings all() {
        return new Settings(
                Path.of("nowhere"),
                new DatabaseSettings(Optional.empty(), Optional.empty(), Optional.empty(), true, Optional.empty()),
                new HttpSettings(0, "127.0.0.1", false, Optional.empty(), Rate.OFF),
                new PharmacySettings(Pharmacy.LAGOS, Currency.getInstance("NGN"), "", Duration.ZERO),
                new ReservationSettings(
                        Duration.ofMinutes(15), Duration.ofMinutes(5), 1000, 100, 10000, Duration.ofHours(2)),
                settings,
                List.of());
    }

    /** A program that sends what waits, by these channels; its pauses do not jitter. */
    public Dispatch dispatch(
            Pharmacy pharmacy, String name, Map<Medium, Function<AlertSettings, Optional<Channel>>> channels) {
        return new Dispatch(
                pharmacy.transactions,
                Actor.agent(name),
                name,
                this::all,
                new Channels(this::settings, channels),
                () -> 0.5);
    }

    private List<Addressee> audience(Kind kind) {
        return new ArrayList<>(people.getOrDefault(kind, List.of()));
    }
}
