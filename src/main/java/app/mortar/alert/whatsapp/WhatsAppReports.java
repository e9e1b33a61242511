package app.mortar.alert.whatsapp;

import app.mortar.alert.DeliveryReports.Said;
import app.mortar.alert.Notice;
import app.mortar.alert.Signature;
import app.mortar.settings.AlertSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What WhatsApp reports of messages: signed with the app's secret, any number at a time. */
public final class WhatsAppReports {
    /** Where its signature stands, behind {@code sha256=}. */
    public static final String HEADER = "X-Hub-Signature-256";

    private static final String PREFIX = "sha256=";
    private static final JsonMapper JSON = new JsonMapper();

    private WhatsAppReports() {}

    public static Signature signature(Optional<AlertSettings.WhatsApp> account, byte[] body, @Nullable String header) {
        return Signature.of(
                "HmacSHA256",
                account.flatMap(AlertSettings.WhatsApp::appSecret),
                body,
                header == null || !header.startsWith(PREFIX) ? null : header.substring(PREFIX.length()));
    }

    /** Does somebody who shows this token speak for Meta? */
    public static boolean knows(Optional<AlertSettings.WhatsApp> account, String token) {
        return account.flatMap(AlertSettings.WhatsApp::verifyToken)
                .filter(ours -> MessageDigest.isEqual(
                        ours.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    /** What a signed body says, in its order; what is of no use here is left out. */
    public static List<Said> read(byte[] body) {
        List<Said> said = new ArrayList<>();
        try {
            JSON.readTree(body).path("entry").forEach(entry -> entry.path("changes")
                    .forEach(change -> change.path("value").path("statuses").forEach(status -> add(said, status))));
        } catch (JacksonException notJson) {
            return List.of();
        }
        return said;
    }

    private static void add(List<Said> said, JsonNode status) {
        String id = status.path("id").asString("");
        Notice.Status word =
                switch (status.path("status").asString("")) {
                    case "sent" -> Notice.Status.SENT;
                    case "delivered", "read" -> Notice.Status.DELIVERED;
                    case "failed" -> Notice.Status.FAILED;
                    default -> null;
                };
        if (!id.isBlank() && id.length() <= 200 && word != null) {
            said.add(new Said(
                    id,
                    word,
                    word == Notice.Status.FAILED ? why(status.path("errors").path(0)) : null));
        }
    }

    private static String why(JsonNode error) {
        String title = error.path("title").asString("could not be delivered").replaceAll("\\p{Cntrl}", " ");
        return "WhatsApp reports: " + title.substring(0, Math.min(title.length(), 200)) + " ("
                + error.path("code").asInt(0) + ")";
    }
}
