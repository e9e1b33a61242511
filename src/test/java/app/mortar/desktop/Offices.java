package app.mortar.desktop;

import app.mortar.access.ApiKeys;
import app.mortar.access.KnownWorkstation;
import app.mortar.access.OwnAccount;
import app.mortar.access.SecretHash;
import app.mortar.access.SettingsDesk;
import app.mortar.access.SignIn;
import app.mortar.access.StaffDesk;
import app.mortar.alert.Channel;
import app.mortar.alert.Channels;
import app.mortar.alert.LogChannel;
import app.mortar.alert.Medium;
import app.mortar.alert.TestMessage;
import app.mortar.books.Books;
import app.mortar.kernel.Actor;
import app.mortar.kernel.Permission;
import app.mortar.settings.AlertSettings;
import app.mortar.settings.MachineSettings;
import app.mortar.settings.Settings;
import app.mortar.store.DatabaseFacts;
import app.mortar.store.KeptSettings;
import app.mortar.store.LiveSettings;
import app.mortar.testing.Pharmacy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;

/** The desks of the room Settings, on a test's pharmacy. Hashes are cheap, so that a test need not wait for them. */
public final class Offices {
    public static final SecretHash HASH = new SecretHash(64, 1, 1);

    private Offices() {}

    /** With no channel but the log. */
    public static Office of(Pharmacy pharmacy) {
        return of(pharmacy, Map.of(Medium.LOG, set -> Optional.of(new LogChannel())));
    }

    /** With these channels. */
    public static Office of(Pharmacy pharmacy, Map<Medium, Function<AlertSettings, Optional<Channel>>> channels) {
        Path home = AtWork.folder();
        LiveSettings live = settings(pharmacy, home);
        SignIn door =
                new SignIn(pharmacy.transactions, HASH, new KnownWorkstation(pharmacy.transactions, home, "till-1"));
        Supplier<Settings> settings = live;
        return new Office(
                new StaffDesk(pharmacy.transactions, HASH, () -> Currency.getInstance("NGN")),
                new OwnAccount(pharmacy.transactions, HASH, door),
                new ApiKeys(pharmacy.transactions, pharmacy.clock, Runnable::run),
                new SettingsDesk(pharmacy.transactions, live),
                new TestMessage(
                        pharmacy.transactions,
                        Actor.agent("test"),
                        "test",
                        settings,
                        new Channels(() -> settings.get().alerts(), channels)),
                new Books(pharmacy.transactions, () -> Duration.ofMinutes(5)),
                who -> facts(pharmacy, who),
                home);
    }

    private static LiveSettings settings(Pharmacy pharmacy, Path home) {
        return new LiveSettings(
                MachineSettings.read(Map.of("MORTAR_HOME", home.toString()), Pharmacy.LAGOS),
                new KeptSettings(pharmacy.source()));
    }

    private static DatabaseFacts facts(Pharmacy pharmacy, Actor who) {
        who.must(Permission.MANAGE_DATABASE);
        return new DatabaseFacts(
                pharmacy.link.kind(),
                "in memory",
                "0",
                "1",
                OptionalLong.of(12_345_678),
                new DatabaseFacts.Pool(1, 4, 16),
                true);
    }
}
