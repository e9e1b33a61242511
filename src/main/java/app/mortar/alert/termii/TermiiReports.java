package app.mortar.alert.termii;

import app.mortar.alert.DeliveryReports.Said;
import app.mortar.alert.Notice;
import app.mortar.alert.Signature;
import app.mortar.settings.AlertSettings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Termii reports of a message: signed with the account's secret, one message at a time. */
public final class TermiiReports {
    /** Where its signature stands. */
    public static final String HEADER = "X-Termii-Signature";

    private static final JsonMapper JSON = new JsonMapper();

    private TermiiReports() {}

    public static Signature signature(Optional<AlertSettings.Termii> account, byte[] body, @Nullable String header) {
        return Signature.of("HmacSHA512", account.flatMap(AlertSettings.Termii::webhookSecret), body, header);
    }

    /** What a signed body says; nothing where it says nothing that is of use here. */
    public static List<Said> read(byte[] body) {
        JsonNode report;
        try {
            report = JSON.readTree(body);
        } catch (JacksonException notJson) {
            return List.of();
        }
        String id = report.path("message_id").asString("");
        String word = report.path("status").asString("");
        Notice.Status status = status(word.toUpperCase(Locale.ROOT));
        return id.isBlank() || id.length() > 200 || status == null
                ? List.of()
                : List.of(new Said(id, status, status == Notice.Status.FAILED ? "Termii reports: " + cut(word) : null));
    }

    private static String cut(String word) {
        return word.substring(0, Math.min(word.length(), 100)).replaceAll("\\p{Cntrl}", " ");
    }

    private static Notice.@Nullable Status status(String word) {
        if (word.startsWith("DELIVERED")) {
            return Notice.Status.DELIVERED;
        }
        if (word.startsWith("DND") || word.contains("FAILED") || word.equals("REJECTED") || word.equals("EXPIRED")) {
            return Notice.Status.FAILED;
        }
        return word.contains("SENT") ? Notice.Status.SENT : null;
    }
}
