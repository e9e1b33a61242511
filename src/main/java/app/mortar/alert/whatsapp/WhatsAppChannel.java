package app.mortar.alert.whatsapp;

import app.mortar.alert.Channel;
import app.mortar.alert.JsonCall;
import app.mortar.alert.Letter;
import app.mortar.alert.Sending;
import app.mortar.settings.AlertSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One template message by the WhatsApp Cloud API. Whether an error passes is decided by its code, not by the status. */
public final class WhatsAppChannel implements Channel {
    /** Too many messages to this one recipient. */
    private static final int TOO_OFTEN_TO_ONE = 131056;

    private static final Set<Integer> PASSING =
            Set.of(1, 2, 4, 17, 80007, 130429, 131000, 131016, TOO_OFTEN_TO_ONE, 131057);
    private static final Set<Integer> FINAL = Set.of(
            0, 190, 3, 10, 100, 131008, 131009, 131026, 131031, 368, 131042, 131045, 131047, 131048, 131049, 131050,
            131051, 132000, 132001, 132005, 132007, 132012, 132015, 132016, 133010);
    private static final Duration SLOWLY = Duration.ofMinutes(1);
    private static final int LONGEST_REASON = 200;

    private final JsonCall call;
    private final AlertSettings.WhatsApp account;
    private final Duration timeout;

    public WhatsAppChannel(JsonCall call, AlertSettings.WhatsApp account, Duration timeout) {
        this.call = call;
        this.account = account;
        this.timeout = timeout;
    }

    @Override
    public Sending send(Letter letter) {
        Map<String, Object> body = Map.of(
                "messaging_product", "whatsapp",
                "recipient_type", "individual",
                "to", letter.digits(),
                "type", "template",
                "template",
                        Map.of(
                                "name", account.template(),
                                "language", Map.of("code", account.language()),
                                "components",
                                        List.of(Map.of(
                                                "type",
                                                "body",
                                                "parameters",
                                                List.of(Map.of("type", "text", "text", letter.text()))))));
        return switch (call.post(
                JsonCall.under(account.url(), "/" + account.phoneNumberId() + "/messages"),
                Map.of("Authorization", "Bearer " + account.token()),
                body,
                timeout)) {
            case JsonCall.Outcome.NeverSent never -> new Sending.NotNow(never.why(), null);
            case JsonCall.Outcome.NoAnswer none -> new Sending.Unknown(none.why());
            case JsonCall.Outcome.Answered answer -> judged(answer);
        };
    }

    private Sending judged(JsonCall.Outcome.Answered answer) {
        if (answer.isSuccess()) {
            String id = answer.body().path("messages").path(0).path("id").asString("");
            return id.isBlank()
                    ? new Sending.Unknown("WhatsApp answered " + answer.status() + " without a message id.")
                    : new Sending.Accepted(id);
        }
        int code = answer.body().path("error").path("code").asInt(-1);
        String why = "WhatsApp answered " + answer.status() + (code < 0 ? "" : ", error " + code) + reason(answer);
        if (!passes(code, answer)) {
            return new Sending.Refused(why);
        }
        return new Sending.NotNow(
                why, code == TOO_OFTEN_TO_ONE ? SLOWLY : answer.retryAfter().orElse(null));
    }

    private static boolean passes(int code, JsonCall.Outcome.Answered answer) {
        boolean permission = code >= 200 && code <= 299;
        return PASSING.contains(code) || (!FINAL.contains(code) && !permission && answer.isPassing());
    }

    private String reason(JsonCall.Outcome.Answered answer) {
        String said = answer.body()
                .path("error")
                .path("message")
                .asString("")
                .replace(account.token(), "(token)")
                .replaceAll("\\p{Cntrl}", " ");
        return said.isBlank() ? "." : ": " + said.substring(0, Math.min(said.length(), LONGEST_REASON));
    }
}
