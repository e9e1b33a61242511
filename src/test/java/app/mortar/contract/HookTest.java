package app.mortar.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.alert.Kind;
import app.mortar.settings.AlertSettings;
import app.mortar.testing.Alerts;
import app.mortar.testing.Caller.Answer;
import app.mortar.testing.Db;
import app.mortar.testing.Shop;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages as the API shows them, and what providers report of them: late, twice, out of order, forged. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HookTest {
    private static final String SECRET = "the account's secret";

    private final Shop shop = Shop.open(Db.POSTGRESQL);
    private String id = "";

    @AfterAll
    void close() {
        shop.close();
    }

    @BeforeEach
    void a_message_that_was_sent() {
        AlertSettings.Messages messages = Alerts.messages("sms");
        URI nowhere = URI.create("http://127.0.0.1:1");
        shop.pharmacy.alerts.reset();
        shop.pharmacy.alerts.set(new AlertSettings(
                Alerts.STANDARD.lowStock(),
                Alerts.STANDARD.expiry(),
                messages,
                Optional.of(new AlertSettings.Termii(nowhere, "key", Optional.empty(), "dnd", Optional.of(SECRET))),
                Optional.of(new AlertSettings.WhatsApp(
                        nowhere, "token", "1", "t", "en", Optional.of(SECRET), Optional.of("verify-me"))),
                Optional.empty()));
        shop.pharmacy.alerts.person("+2348031234567", null, Kind.values());
        String sku = shop.fresh("SKU");
        shop.admin
                .post("/api/products", "{'sku':'" + sku + "','name':'X','minStockLevel':5}")
                .is(201);
        shop.receive(sku, "B", shop.today().plusDays(300), 4);
        id = "m-" + sku;
        sent("SENT");
    }

    private void sent(String status) {
        shop.pharmacy.transactions.run(shop.pharmacy.staff, tx -> tx.session()
                .createNativeMutationQuery("""
                        update notification set status = :status, provider_id = :id, sent_at = :now, body = 'said',
                          attempts = 1 where status = 'PENDING'""")
                .setParameter("status", status)
                .setParameter("id", id)
                .setParameter("now", tx.now())
                .executeUpdate());
    }

    private static String signed(String algorithm, String secret, String body) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private Answer termii(String status) {
        String body = "{\"message_id\":\"" + id + "\",\"status\":\"" + status + "\",\"amount\":3.2}";
        return shop.anyone
                .saying("X-Termii-Signature", signed("HmacSHA512", SECRET, body))
                .send("POST", "/hooks/termii", bytes(body));
    }

    private String status() {
        return shop.admin.get("/api/notifications?limit=1").is(200).text("/items/0/status");
    }

    @Test
    void a_message_is_shown_with_its_recipient_masked_and_only_to_admins() {
        Answer list = shop.admin.get("/api/notifications?limit=1&status=sent").is(200);
        assertThat(list.text("/items/0/kind")).isEqualTo("LOW_STOCK");
        assertThat(list.text("/items/0/channel")).isEqualTo("sms");
        assertThat(list.text("/items/0/recipient")).isEqualTo("+234********67");
        assertThat(list.text("/items/0/skus/0")).startsWith("SKU-");
        assertThat(list.number("/items/0/attempts")).isOne();
        shop.store.get("/api/notifications").refused(403, "forbidden");
        shop.stock.get("/api/notifications").refused(403, "forbidden");
        shop.anyone.get("/api/notifications").refused(401, "unauthorized");
        shop.admin.get("/api/notifications?status=lost").wrong("status");
    }

    @Test
    void messages_are_listed_page_by_page_the_newest_first() {
        a_message_that_was_sent();
        Answer first = shop.admin.get("/api/notifications?limit=1").is(200);
        Answer second = shop.admin
                .get("/api/notifications?limit=1&cursor=" + first.text("/nextCursor"))
                .is(200);
        assertThat(Long.parseLong(first.text("/items/0/id"))).isGreaterThan(Long.parseLong(second.text("/items/0/id")));
    }

    @ParameterizedTest(name = "{0} makes it {1}")
    @CsvSource({
        "DELIVERED,DELIVERED",
        "Delivered,DELIVERED",
        "DND Active on Phone Number,FAILED",
        "Message Failed,FAILED",
        "Rejected,FAILED",
        "Expired,FAILED",
        "Message Sent,SENT",
        "Something else,SENT"
    })
    void termiis_words(String word, String becomes) {
        termii(word).is(204);
        assertThat(status()).isEqualTo(becomes);
    }

    @Test
    void twice_and_out_of_order_it_only_moves_forward() {
        termii("DELIVERED").is(204);
        termii("DELIVERED").is(204);
        termii("Message Failed").is(204);
        termii("Message Sent").is(204);
        assertThat(status()).isEqualTo("DELIVERED");
    }

    @Test
    void a_failure_that_was_overtaken_by_the_truth_is_none() {
        termii("Expired").is(204);
        assertThat(shop.admin.get("/api/notifications?limit=1").text("/items/0/lastError"))
                .contains("Expired");
        termii("DELIVERED").is(204);
        assertThat(status()).isEqualTo("DELIVERED");
    }

    @Test
    void unsigned_and_forged_reports_are_turned_away_and_change_nothing() {
        String body = "{\"message_id\":\"" + id + "\",\"status\":\"DELIVERED\"}";
        shop.anyone.send("POST", "/hooks/termii", bytes(body)).refused(401, "unauthorized");
        for (String wrong : List.of(
                signed("HmacSHA512", "guessed", body),
                signed("HmacSHA256", SECRET, body),
                "zz",
                signed("HmacSHA512", SECRET, body + " "))) {
            shop.anyone
                    .saying("X-Termii-Signature", wrong)
                    .send("POST", "/hooks/termii", bytes(body))
                    .refused(403, "forbidden");
        }
        shop.anyone.send("POST", "/hooks/whatsapp", bytes(body)).refused(401, "unauthorized");
        assertThat(status()).isEqualTo("SENT");
        shop.pharmacy.alerts.reset();
        shop.anyone
                .saying("X-Termii-Signature", signed("HmacSHA512", SECRET, body))
                .send("POST", "/hooks/termii", bytes(body))
                .refused(403, "forbidden");
    }

    private Answer whatsApp(String... statuses) {
        StringBuilder all = new StringBuilder();
        for (String status : statuses) {
            all.append(all.isEmpty() ? "" : ",")
                    .append("{\"id\":\"")
                    .append(id)
                    .append("\",\"status\":\"")
                    .append(status)
                    .append("\",\"errors\":[{\"code\":131026,\"title\":\"Undeliverable\"}]}");
        }
        String body = "{\"entry\":[{\"changes\":[{\"value\":{\"statuses\":[" + all + "]}}]}]}";
        return shop.anyone
                .saying("X-Hub-Signature-256", "sha256=" + signed("HmacSHA256", SECRET, body))
                .send("POST", "/hooks/whatsapp", bytes(body));
    }

    @Test
    void whatsapp_reports_several_at_once() {
        shop.pharmacy.transactions.run(shop.pharmacy.staff, tx -> tx.session()
                .createNativeMutationQuery("update notification set channel = 'whatsapp'")
                .executeUpdate());
        whatsApp("read", "sent", "failed").is(204);
        assertThat(status()).isEqualTo("DELIVERED");
    }

    @Test
    void a_report_of_somebody_elses_message_is_taken_and_forgotten() {
        id = "not-ours";
        termii("DELIVERED").is(204);
        termii("Expired").is(204);
        assertThat(shop.pharmacy.rows("select status from delivery_report where provider_id = 'not-ours'"))
                .containsExactly("DELIVERED");
    }

    @Test
    void meta_is_answered_what_it_asks_if_it_knows_the_token() {
        assertThat(shop.anyone
                        .get("/hooks/whatsapp?hub.mode=subscribe&hub.verify_token=verify-me&hub.challenge=12345")
                        .is(200)
                        .body())
                .isEqualTo("12345");
        shop.anyone
                .get("/hooks/whatsapp?hub.mode=subscribe&hub.verify_token=guess&hub.challenge=1")
                .refused(403, "forbidden");
        shop.anyone.get("/hooks/whatsapp").is(400);
    }
}
