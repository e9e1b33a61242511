package app.mortar.alert.termii;

import app.mortar.alert.Channel;
import app.mortar.alert.JsonCall;
import app.mortar.alert.Letter;
import app.mortar.alert.Sending;
import app.mortar.settings.AlertSettings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** One message by Termii's {@code POST /api/sms/send}. The account's key travels in the body. */
public final class TermiiChannel implements Channel {
    /** Termii's own sender, which every account may use. */
    private static final String SENDER = "N-Alert";

    private static final int LONGEST_REASON = 200;

    private final JsonCall call;
    private final AlertSettings.Termii account;
    private final String route;
    private final Duration timeout;

    /**
     * A channel.
     *
     * @param route {@code dnd}, {@code generic} or {@code whatsapp}
     */
    public TermiiChannel(JsonCall call, AlertSettings.Termii account, String route, Duration timeout) {
        this.call = call;
        this.account = account;
        this.route = route;
        this.timeout = timeout;
    }

    @Override
    public Sending send(Letter letter) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("to", letter.digits());
        body.put("from", account.sender().orElse(SENDER));
        body.put("sms", letter.text());
        body.put("type", "plain");
        body.put("channel", route);
        body.put("api_key", account.apiKey());
        return switch (call.post(JsonCall.under(account.url(), "/api/sms/send"), Map.of(), body, timeout)) {
            case JsonCall.Outcome.NeverSent never -> new Sending.NotNow(never.why(), null);
            case JsonCall.Outcome.NoAnswer none -> new Sending.Unknown(none.why());
            case JsonCall.Outcome.Answered answer -> judged(answer);
        };
    }

    private Sending judged(JsonCall.Outcome.Answered answer) {
        if (answer.isSuccess()) {
            String id = answer.body().path("message_id").asString("");
            return id.isBlank()
                    ? new Sending.Unknown("Termii answered " + answer.status() + " without a message id.")
                    : new Sending.Accepted(id);
        }
        String why = "Termii answered " + answer.status() + reason(answer);
        return answer.isPassing()
                ? new Sending.NotNow(why, answer.retryAfter().orElse(null))
                : new Sending.Refused(why);
    }

    private String reason(JsonCall.Outcome.Answered answer) {
        String said = answer.body()
                .path("message")
                .asString("")
                .replace(account.apiKey(), "(key)")
                .replaceAll("\\p{Cntrl}", " ");
        return said.isBlank() ? "." : ": " + said.substring(0, Math.min(said.length(), LONGEST_REASON));
    }
}
