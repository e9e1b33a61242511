package app.mortar.http;

import app.mortar.alert.DeliveryReports;
import app.mortar.alert.Kind;
import app.mortar.alert.MessageDesk;
import app.mortar.alert.Notice;
import app.mortar.alert.Signature;
import app.mortar.alert.termii.TermiiReports;
import app.mortar.alert.whatsapp.WhatsAppReports;
import app.mortar.kernel.Actor;
import app.mortar.kernel.Cursor;
import app.mortar.kernel.Page;
import app.mortar.kernel.Permission;
import app.mortar.settings.AlertSettings;
import app.mortar.store.Transactions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /api/notifications}, and {@code /hooks} where providers report what became of messages. */
public final class AlertRoutes {
    private static final int TOKEN = 500;

    private final MessageDesk messages;
    private final DeliveryReports reports = new DeliveryReports();
    private final Supplier<AlertSettings> settings;
    private final Transactions transactions;
    private final Actor agent;

    /**
     * The routes.
     *
     * @param agent takes what providers report
     */
    public AlertRoutes(MessageDesk messages, Supplier<AlertSettings> settings, Transactions transactions, Actor agent) {
        this.messages = messages;
        this.settings = settings;
        this.transactions = transactions;
        this.agent = agent;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/notifications", Permission.HANDLE_ALERTS, this::list),
                Route.hook("/hooks/termii", this::termii),
                Route.open("/hooks/whatsapp", this::handshake),
                Route.hook("/hooks/whatsapp", this::whatsApp));
    }

    /** A message as the API shows it. */
    record Shown(
            String id,
            Kind kind,
            String channel,
            String recipient,
            Notice.Status status,
            int attempts,
            Instant detectedAt,
            @Nullable Instant sentAt,
            @Nullable String lastError,
            List<String> skus) {
        static Shown of(MessageDesk.Shown message) {
            return new Shown(
                    Long.toString(message.id()),
                    message.kind(),
                    message.channel(),
                    message.recipient(),
                    message.status(),
                    message.attempts(),
                    message.detectedAt(),
                    message.sentAt(),
                    message.lastError(),
                    message.skus());
        }
    }

    private record Filter(
            Notice.@Nullable Status status,
            int limit,
            @Nullable Cursor after) {}

    private Reply list(Call call) {
        Filter filter = call.query(query ->
                new Filter(query.choice("status", Notice.Status.class).optional(), query.limit(), Lists.cursor(query)));
        Page<MessageDesk.Shown> page = transactions.read(
                call.actor(), tx -> messages.list(tx, filter.status(), filter.limit(), filter.after()));
        return call.json(200, Lists.shown(page, Shown::of));
    }

    private Reply termii(Call call) {
        byte[] body = call.rawBody();
        return taken(
                call,
                TermiiReports.signature(settings.get().termii(), body, call.header(TermiiReports.HEADER)),
                DeliveryReports.Provider.TERMII,
                TermiiReports.read(body));
    }

    private Reply whatsApp(Call call) {
        byte[] body = call.rawBody();
        return taken(
                call,
                WhatsAppReports.signature(settings.get().whatsapp(), body, call.header(WhatsAppReports.HEADER)),
                DeliveryReports.Provider.WHATSAPP,
                WhatsAppReports.read(body));
    }

    private Reply taken(
            Call call, Signature signature, DeliveryReports.Provider provider, List<DeliveryReports.Said> said) {
        return switch (signature) {
            case MISSING ->
                call.problem(new Problem(
                        401, "unauthorized", "This is not signed", "A report carries its provider's signature."));
            case WRONG ->
                call.problem(new Problem(
                        403,
                        "forbidden",
                        "The signature is not right",
                        "The body is not what was signed, or not by whom it should be."));
            case RIGHT -> {
                transactions.run(agent, tx -> said.forEach(one -> reports.take(tx, provider, one)));
                yield call.noContent();
            }
        };
    }

    private record Handshake(String mode, String token, String challenge) {}

    /** Meta asks once, when the hook is set up, whether this is the right place. */
    private Reply handshake(Call call) {
        Handshake asked = call.query(query -> new Handshake(
                query.text("hub.mode", 20).required(),
                query.text("hub.verify_token", TOKEN).required(),
                query.text("hub.challenge", TOKEN).required()));
        if (!asked.mode().equals("subscribe")
                || !WhatsAppReports.knows(settings.get().whatsapp(), asked.token())) {
            return call.problem(new Problem(
                    403, "forbidden", "This token is not known here", "The verify token is not the one that is set."));
        }
        return new Reply(200, "text/plain;charset=utf-8", asked.challenge().getBytes(StandardCharsets.UTF_8));
    }
}
