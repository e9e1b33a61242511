package app.mortar;

import app.mortar.alert.Audience;
import app.mortar.alert.Channel;
import app.mortar.alert.Channels;
import app.mortar.alert.Dispatch;
import app.mortar.alert.ExpiryWatch;
import app.mortar.alert.JsonCall;
import app.mortar.alert.LogChannel;
import app.mortar.alert.LowStockWatch;
import app.mortar.alert.Medium;
import app.mortar.alert.MessageDesk;
import app.mortar.alert.Outbox;
import app.mortar.alert.Reminders;
import app.mortar.alert.TestMessage;
import app.mortar.alert.mail.MailChannel;
import app.mortar.alert.termii.TermiiChannel;
import app.mortar.alert.whatsapp.WhatsAppChannel;
import app.mortar.catalogue.ProductWatch;
import app.mortar.expiry.ExpiryStages;
import app.mortar.kernel.Actor;
import app.mortar.settings.AlertSettings;
import app.mortar.settings.Settings;
import app.mortar.stock.ShelfWatch;
import app.mortar.store.Transactions;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/** Builds what watches the shelves and tells people, in reading order. */
final class Alerting {
    private final Supplier<Settings> settings;
    private final Actor agent;
    private final String name;
    private final Channels channels;
    private final AtomicReference<Runnable> bell = new AtomicReference<>(() -> {});
    private final Outbox outbox;
    private final LowStockWatch lowStock;
    private final ExpiryWatch expiry;
    private final Reminders reminders;

    Alerting(Supplier<Settings> settings, Audience audience, Actor agent, Clock clock) {
        this.settings = settings;
        this.agent = agent;
        name = agent.name() + "#" + UUID.randomUUID().toString().substring(0, 8);
        Supplier<AlertSettings> alerts = () -> settings.get().alerts();
        channels = new Channels(alerts, makers(clock));
        outbox = new Outbox(alerts, audience, () -> bell.get().run());
        lowStock = new LowStockWatch(outbox, alerts);
        expiry = new ExpiryWatch(new ExpiryStages(), outbox, alerts);
        reminders = new Reminders(outbox, alerts);
    }

    private static Map<Medium, Function<AlertSettings, Optional<Channel>>> makers(Clock clock) {
        JsonCall call = new JsonCall(JsonCall.client(), clock);
        return Map.of(
                Medium.LOG,
                set -> Optional.of(new LogChannel()),
                Medium.SMS,
                set -> set.termii()
                        .map(account -> new TermiiChannel(
                                call, account, account.route(), set.messages().timeout())),
                Medium.TERMII_WHATSAPP,
                set -> set.termii()
                        .map(account -> new TermiiChannel(
                                call, account, "whatsapp", set.messages().timeout())),
                Medium.WHATSAPP,
                set -> set.whatsapp()
                        .map(account -> new WhatsAppChannel(
                                call, account, set.messages().timeout())),
                Medium.EMAIL,
                set -> set.smtp()
                        .map(server ->
                                new MailChannel(server, clock, set.messages().timeout())));
    }

    /** Different for each program on the database. */
    String name() {
        return name;
    }

    /** The same transactions, with somebody who watches the shelves in each, and the outbox's bell at hand. */
    Transactions watching(Transactions transactions) {
        return transactions
                .attending(ShelfWatch.class, lowStock)
                .attending(ProductWatch.class, lowStock)
                .attending(Outbox.class, outbox);
    }

    /** Workers that send what the outbox holds, and are woken when something comes into it. */
    Dispatch dispatch(Transactions transactions) {
        Dispatch dispatch = new Dispatch(transactions, agent, name, settings, channels);
        bell.set(dispatch::wake);
        return dispatch;
    }

    TestMessage testMessage(Transactions transactions) {
        return new TestMessage(transactions, agent, name, settings, channels);
    }

    MessageDesk messages() {
        return new MessageDesk();
    }

    LowStockWatch lowStock() {
        return lowStock;
    }

    ExpiryWatch expiry() {
        return expiry;
    }

    Reminders reminders() {
        return reminders;
    }
}
