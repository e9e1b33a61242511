package app.mortar.alert;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.alert.termii.TermiiChannel;
import app.mortar.alert.whatsapp.WhatsAppChannel;
import app.mortar.settings.AlertSettings;
import app.mortar.testing.DeskTest;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both providers as they may answer, over real HTTP, and what the message's row says afterwards. */
class DeliveryTest extends DeskTest {
    /** Longer than any busy machine needs: only a provider that is silent for ever meets it. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration SHORT = Duration.ofSeconds(2);

    private final WireMockServer provider = new WireMockServer(options().dynamicPort());
    private Dispatch dispatch;

    DeliveryTest() {
        provider.start();
    }

    @AfterAll
    void stop() {
        provider.stop();
    }

    @BeforeEach
    void a_message_for_ada() {
        provider.resetAll();
        pharmacy.alerts.channels("sms");
        pharmacy.alerts.person("+2348031234567", null, Kind.values());
        dispatch = dispatch("one");
        pharmacy.product("PARA", 5);
        stock("PARA", "A", 200, 4);
    }

    private Dispatch dispatch(String name) {
        return dispatch(name, PATIENCE);
    }

    private Dispatch dispatch(String name, Duration patience) {
        JsonCall call = new JsonCall(JsonCall.client(), pharmacy.clock);
        URI base = URI.create(provider.baseUrl() + "/");
        var termii = new AlertSettings.Termii(base, "SECRET-KEY", Optional.of("Ilera"), "dnd", Optional.empty());
        var whatsapp = new AlertSettings.WhatsApp(
                base, "SECRET-TOKEN", "4711", "stock_alert", "en", Optional.empty(), Optional.empty());
        return pharmacy.alerts.dispatch(
                pharmacy,
                name,
                Map.of(
                        Medium.SMS, set -> Optional.of(new TermiiChannel(call, termii, "dnd", patience)),
                        Medium.WHATSAPP, set -> Optional.of(new WhatsAppChannel(call, whatsapp, patience))));
    }

    private void answers(int status, String body) {
        provider.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody(body)));
    }

    private int send() {
        return dispatch.sendDue(Medium.SMS);
    }

    /** Status, attempts, marked as sent again. */
    private List<String> row() {
        return pharmacy.rows("select status, attempts, resent from notification order by id");
    }

    private String error() {
        return pharmacy.rows("select last_error from notification").getFirst();
    }

    private void later(Duration time) {
        pharmacy.clock.pass(time);
    }

    @Test
    void what_is_taken_is_sent_and_says_what_it_is_about_on_one_page() {
        answers(200, "{\"message_id\":\"m-1\",\"message\":\"Successfully Sent\"}");
        assertThat(send()).isOne();
        assertThat(row()).containsExactly("SENT 1 false");
        assertThat(pharmacy.rows("select provider_id from notification")).containsExactly("m-1");
        provider.verify(
                1,
                postRequestedFor(urlEqualTo("/api/sms/send"))
                        .withRequestBody(matchingJsonPath("$.to", equalTo("2348031234567")))
                        .withRequestBody(matchingJsonPath("$.from", equalTo("Ilera")))
                        .withRequestBody(matchingJsonPath("$.channel", equalTo("dnd")))
                        .withRequestBody(matchingJsonPath("$.api_key", equalTo("SECRET-KEY")))
                        .withRequestBody(matchingJsonPath("$.sms", equalTo("Low stock: Product PARA 4 of 5."))));
        assertThat(send()).isZero();
    }

    @ParameterizedTest(name = "{0} is final")
    @CsvSource({"400", "401", "403", "404", "405", "422", "302"})
    void what_is_refused_is_not_tried_again(int status) {
        answers(status, "{\"message\":\"no SECRET-KEY here\"}");
        send();
        assertThat(row()).containsExactly("FAILED 1 false");
        assertThat(error()).contains(String.valueOf(status)).doesNotContain("SECRET-KEY");
        later(Duration.ofDays(2));
        assertThat(send()).isZero();
    }

    @Test
    void after_500_and_500_comes_200_each_after_a_longer_pause() {
        provider.stubFor(any(anyUrl())
                .inScenario("ill")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(500))
                .willSetStateTo("still ill"));
        provider.stubFor(any(anyUrl())
                .inScenario("ill")
                .whenScenarioStateIs("still ill")
                .willReturn(aResponse().withStatus(500))
                .willSetStateTo("well"));
        provider.stubFor(any(anyUrl())
                .inScenario("ill")
                .whenScenarioStateIs("well")
                .willReturn(aResponse().withStatus(200).withBody("{\"message_id\":\"m-1\"}")));
        send();
        assertThat(row()).containsExactly("PENDING 1 false");
        later(Duration.ofMillis(9_999));
        assertThat(send()).isZero();
        later(Duration.ofMillis(1));
        assertThat(send()).isOne();
        later(Duration.ofMillis(19_999));
        assertThat(send()).isZero();
        later(Duration.ofMillis(1));
        assertThat(send()).isOne();
        assertThat(row()).containsExactly("SENT 3 false");
    }

    @Test
    void whoever_asks_for_patience_gets_it() {
        provider.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "120")));
        send();
        later(Duration.ofSeconds(119));
        assertThat(send()).isZero();
        later(Duration.ofSeconds(1));
        assertThat(send()).isOne();
        assertThat(row()).containsExactly("PENDING 2 false");
    }

    @Test
    void after_eight_attempts_it_is_given_up_and_a_person_can_try_again() {
        answers(503, "");
        for (int i = 0; i < 12; i++) {
            send();
            later(Duration.ofHours(2));
        }
        assertThat(row()).containsExactly("FAILED 8 false");
        assertThat(error()).contains("503").contains("8 attempts");
        answers(200, "{\"message_id\":\"m-1\"}");
        long id = Long.parseLong(pharmacy.rows("select id from notification").getFirst());
        AlertDesk.Outcome outcome = pharmacy.transactions.write(pharmacy.staff, tx -> new AlertDesk().retry(tx, id));
        assertThat(outcome).isEqualTo(AlertDesk.Outcome.DONE);
        send();
        assertThat(row()).containsExactly("SENT 1 false");
    }

    @ParameterizedTest(name = "{0} leaves nobody knowing")
    @CsvSource(
            delimiter = '|',
            value = {"{}|0", "{\"code\":\"ok\"}|0", "<html>|0", "{\"message_id\":\"m\"}|20000"})
    void success_that_proves_nothing_is_tried_once_more_and_marked_and_then_given_up(String body, int delay) {
        if (delay > 0) {
            dispatch = dispatch("one", SHORT);
        }
        provider.stubFor(any(anyUrl())
                .willReturn(aResponse().withStatus(200).withBody(body).withFixedDelay(delay)));
        send();
        assertThat(row()).containsExactly("PENDING 1 true");
        later(Duration.ofHours(1));
        send();
        assertThat(row()).containsExactly("FAILED 2 true");
        later(Duration.ofHours(9));
        assertThat(send()).isZero();
    }

    @Test
    void slow_but_in_time_is_in_time() {
        provider.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(200)
                        .withBody("{\"message_id\":\"m-1\"}")
                        .withFixedDelay(500)));
        send();
        assertThat(row()).containsExactly("SENT 1 false");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_connection_that_breaks_after_the_request_may_have_been_a_success(Fault fault) {
        provider.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));
        send();
        assertThat(row()).containsExactly("PENDING 1 true");
        answers(200, "{\"message_id\":\"m-1\"}");
        later(Duration.ofHours(1));
        send();
        assertThat(row()).containsExactly("SENT 2 true");
    }

    @Test
    void a_report_that_overtakes_the_answer_counts_as_soon_as_the_answer_is_written_down() {
        answers(200, "{\"message_id\":\"m-1\"}");
        pharmacy.transactions.run(pharmacy.staff, tx -> new DeliveryReports()
                .take(
                        tx,
                        DeliveryReports.Provider.TERMII,
                        new DeliveryReports.Said("m-1", Notice.Status.DELIVERED, null)));
        send();
        assertThat(row()).containsExactly("DELIVERED 1 false");
    }

    @Test
    void where_there_is_no_connection_nothing_was_sent() {
        provider.stop();
        try {
            send();
        } finally {
            provider.start();
        }
        assertThat(row()).containsExactly("PENDING 1 false");
        assertThat(error()).contains("No connection");
    }

    @Test
    void a_channel_that_is_not_set_up_says_so() {
        pharmacy.alerts.dispatch(pharmacy, "bare", Map.of()).sendDue(Medium.SMS);
        assertThat(row()).containsExactly("FAILED 1 false");
        assertThat(error()).contains("sms").contains("not set up");
    }

    // ---- WhatsApp: what its error says decides, not the status ----

    @ParameterizedTest(name = "{0} with error {1} makes it {2}")
    @CsvSource({
        "400,130429,PENDING", "400,131056,PENDING", "400,4,PENDING", "500,131000,PENDING", "503,1,PENDING",
        "401,190,FAILED", "400,132001,FAILED", "400,131026,FAILED", "403,200,FAILED", "403,10,FAILED",
        "400,99999,FAILED", "500,99999,PENDING", "500,-1,PENDING", "500,131009,FAILED"
    })
    void whatsapp_errors(int status, int code, String becomes) {
        whatsAppMessage();
        answers(status, code < 0 ? "oops" : "{\"error\":{\"message\":\"x SECRET-TOKEN\",\"code\":" + code + "}}");
        dispatch.sendDue(Medium.WHATSAPP);
        assertThat(row()).containsExactly(becomes + " 1 false");
        assertThat(error()).doesNotContain("SECRET-TOKEN");
    }

    @ParameterizedTest(name = "{0} leaves nobody knowing")
    @ValueSource(strings = {"{}", "{\"messages\":[]}", "{\"messages\":[{}]}", "<html>"})
    void whatsapp_success_that_proves_nothing(String body) {
        whatsAppMessage();
        answers(200, body);
        dispatch.sendDue(Medium.WHATSAPP);
        assertThat(row()).containsExactly("PENDING 1 true");
    }

    @Test
    void whatsapp_asks_for_patience_too() {
        whatsAppMessage();
        provider.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "120")));
        dispatch.sendDue(Medium.WHATSAPP);
        later(Duration.ofSeconds(119));
        assertThat(dispatch.sendDue(Medium.WHATSAPP)).isZero();
        later(Duration.ofSeconds(1));
        assertThat(dispatch.sendDue(Medium.WHATSAPP)).isOne();
        assertThat(row()).containsExactly("PENDING 2 false");
    }

    private void whatsAppMessage() {
        pharmacy.transactions.run(pharmacy.staff, tx -> tx.session()
                .createNativeMutationQuery("update notification set channel = 'whatsapp'")
                .executeUpdate());
    }

    @Test
    void a_whatsapp_message_is_a_template_with_the_text_in_it() {
        whatsAppMessage();
        answers(200, "{\"messages\":[{\"id\":\"wamid.1\",\"message_status\":\"accepted\"}]}");
        dispatch.sendDue(Medium.WHATSAPP);
        assertThat(row()).containsExactly("SENT 1 false");
        provider.verify(
                1,
                postRequestedFor(urlEqualTo("/4711/messages"))
                        .withHeader("Authorization", equalTo("Bearer SECRET-TOKEN"))
                        .withRequestBody(matchingJsonPath("$.type", equalTo("template")))
                        .withRequestBody(matchingJsonPath("$.to", equalTo("2348031234567")))
                        .withRequestBody(matchingJsonPath(
                                "$.template.components[0].parameters[0].text",
                                equalTo("Low stock: Product PARA 4 of 5."))));
    }

    // ---- crashes, and two programs ----

    private void claimedAndDropped(boolean resent) {
        pharmacy.transactions.run(pharmacy.staff, tx -> tx.session()
                .createNativeMutationQuery("""
                        update notification set claimed_by = 'dead', claimed_until = :until, attempts = 1,
                          body = 'Low stock: said before', resent = :resent""")
                .setParameter("until", tx.now().plusSeconds(60))
                .setParameter("resent", resent)
                .executeUpdate());
    }

    @Test
    void what_a_dead_program_had_in_hand_is_sent_once_more_and_marked_when_its_claim_has_ended() {
        answers(200, "{\"message_id\":\"m-1\"}");
        claimedAndDropped(false);
        later(Duration.ofSeconds(59));
        assertThat(send()).isZero();
        later(Duration.ofSeconds(1));
        assertThat(send()).isOne();
        assertThat(row()).containsExactly("SENT 2 true");
        provider.verify(
                1,
                postRequestedFor(anyUrl())
                        .withRequestBody(matchingJsonPath("$.sms", equalTo("Low stock: said before"))));
    }

    @Test
    void what_was_dropped_twice_is_given_up() {
        claimedAndDropped(true);
        later(Duration.ofMinutes(2));
        assertThat(send()).isZero();
        assertThat(row()).containsExactly("FAILED 1 true");
    }

    @Test
    void what_joins_after_the_first_attempt_is_a_message_of_its_own() {
        answers(503, "");
        send();
        pharmacy.product("IBU", 5);
        stock("IBU", "A", 200, 3);
        assertThat(row()).containsExactly("PENDING 1 false", "PENDING 0 false");
    }
}
