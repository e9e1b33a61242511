package app.mortar.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.access.Role;
import app.mortar.access.SettingsDesk;
import app.mortar.kernel.Actor;
import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.NotPermitted;
import app.mortar.settings.AlertSettings;
import app.mortar.settings.MachineSettings;
import app.mortar.settings.SettingRow;
import app.mortar.store.KeptSettings;
import app.mortar.store.LiveSettings;
import app.mortar.testing.DeskTest;
import app.mortar.testing.Pharmacy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a manager sets about alerts, from the desk to the message. */
class AlertSettingsTest extends DeskTest {
    private static final Actor MANAGER = Actor.staff("Kemi", "office", Role.MANAGER.permissions());
    private static final Actor PHARMACIST = Actor.staff("Ada", "till-1", Role.PHARMACIST.permissions());
    /** 22:30 in Lagos. */
    private static final Instant NIGHT = Instant.parse("2026-03-10T21:30:00Z");

    @TempDir
    Path home;

    private LiveSettings live;
    private SettingsDesk desk;

    @BeforeEach
    void settings() {
        live = new LiveSettings(
                MachineSettings.read(Map.of("MORTAR_HOME", home.toString()), Pharmacy.LAGOS),
                new KeptSettings(pharmacy.source()));
        desk = new SettingsDesk(pharmacy.transactions, live);
    }

    @AfterEach
    void stop_looking() {
        live.close();
    }

    private void set(String name, String value) {
        assertThat(desk.change(MANAGER, row(name), value)).isInstanceOf(SettingsDesk.Outcome.Done.class);
        pharmacy.alerts.set(live.get().alerts());
    }

    private SettingRow row(String name) {
        return desk.list(MANAGER).stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> messages() {
        return pharmacy.rows("select kind, channel, recipient from notification order by id");
    }

    private Instant due(String kind) {
        return pharmacy.transactions.read(pharmacy.staff, tx -> tx.session()
                .createNativeQuery("select next_at from notification where kind = :kind", Instant.class)
                .setParameter("kind", kind)
                .getSingleResult());
    }

    @Test
    void quiet_hours_hold_for_the_very_next_message_and_never_for_a_stock_out() {
        pharmacy.product("LOW", 5);
        pharmacy.receive("LOW", "A", pharmacy.today().plusDays(200), 8);
        pharmacy.product("OUT", 5);
        pharmacy.receive("OUT", "B", pharmacy.today().plusDays(200), 8);
        set("notify.quiet-hours", "21:00-07:00");
        pharmacy.clock.set(NIGHT);
        pharmacy.adjust("LOW", "A", -4);
        pharmacy.adjust("OUT", "B", -8);
        assertThat(due("LOW_STOCK")).isEqualTo(Instant.parse("2026-03-11T06:00:00Z"));
        assertThat(due("STOCK_OUT")).isEqualTo(NIGHT);
    }

    @Test
    void a_night_that_was_made_loud_again_is_loud() {
        pharmacy.product("LOW", 5);
        pharmacy.receive("LOW", "A", pharmacy.today().plusDays(200), 8);
        set("notify.quiet-hours", "21:00-07:00");
        set("notify.quiet-hours", "");
        assertThat(live.get().alerts().messages().quietHours()).isEmpty();
        pharmacy.clock.set(NIGHT);
        pharmacy.adjust("LOW", "A", -4);
        assertThat(due("LOW_STOCK")).isEqualTo(NIGHT);
    }

    @Test
    void messages_leave_by_the_channels_that_are_on_at_that_moment() {
        pharmacy.product("LOW", 5);
        pharmacy.receive("LOW", "A", pharmacy.today().plusDays(200), 8);
        set("notify.channels", "email,sms");
        pharmacy.alerts.person("+2348031234567", "kemi@pharmacy.example", Kind.LOW_STOCK);
        pharmacy.adjust("LOW", "A", -4);
        assertThat(messages())
                .containsExactlyInAnyOrder("LOW_STOCK email kemi@pharmacy.example", "LOW_STOCK sms +2348031234567");
    }

    @Test
    void everything_that_is_said_about_alerts_arrives_where_it_is_used() {
        set("low-stock.interval", "PT30M");
        set("low-stock.repeat", "PT12H");
        set("low-stock.escalate-after", "0");
        set("low-stock.cool-down", "PT1M");
        set("expiry.check-time", "05:30");
        set("expiry.stages", "60,14");
        set("notify.max-attempts", "3");
        set("smtp.host", "mail.pharmacy.example");
        AlertSettings now = live.get().alerts();
        assertThat(now.lowStock())
                .isEqualTo(new AlertSettings.LowStock(
                        Duration.ofMinutes(30), Duration.ofHours(12), 0, Duration.ofMinutes(1)));
        assertThat(now.expiry()).isEqualTo(new AlertSettings.Expiry(LocalTime.of(5, 30), List.of(60, 14)));
        assertThat(now.messages().maxAttempts()).isEqualTo(3);
        assertThat(now.smtp().orElseThrow()).hasToString("mail.pharmacy.example:587");
        assertThat(now.termii()).isEmpty();
    }

    @Test
    void what_cannot_be_meant_is_refused_and_what_held_goes_on() {
        AlertSettings before = live.get().alerts();
        for (String wrong : List.of(
                "notify.quiet-hours 25:00-07:00",
                "notify.quiet-hours 21:00-21:00",
                "notify.quiet-hours 21:00",
                "notify.channels sms,sms",
                "notify.channels pigeon",
                "expiry.stages 30,90",
                "expiry.stages 30,30",
                "expiry.check-time 6",
                "low-stock.escalate-after -1",
                "low-stock.repeat 0",
                "notify.max-attempts 0",
                "termii.url ftp://x")) {
            String[] parts = wrong.split(" ", 2);
            assertThatThrownBy(() -> desk.change(MANAGER, row(parts[0]), parts[1]))
                    .as(wrong)
                    .isInstanceOf(InvalidInput.class);
        }
        assertThat(live.get().alerts()).isEqualTo(before);
        assertThatThrownBy(() -> desk.change(PHARMACIST, row("notify.quiet-hours"), "21:00-07:00"))
                .isInstanceOf(NotPermitted.class);
    }
}
