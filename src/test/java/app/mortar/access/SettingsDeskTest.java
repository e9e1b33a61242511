package app.mortar.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.access.SettingsDesk.Outcome;
import app.mortar.kernel.Actor;
import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.NotPermitted;
import app.mortar.kernel.Span;
import app.mortar.settings.MachineSettings;
import app.mortar.settings.SettingRow;
import app.mortar.settings.SettingRow.Source;
import app.mortar.store.KeptSettings;
import app.mortar.store.LiveSettings;
import app.mortar.testing.DeskTest;
import app.mortar.testing.Pharmacy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsDeskTest extends DeskTest {
    private static final Actor MANAGER = Actor.staff("Ngozi", "office", Role.MANAGER.permissions());
    private static final Actor ADMIN = Actor.commandLine("root", "office");

    @TempDir
    Path home;

    private final List<LiveSettings> open = new ArrayList<>();

    @AfterEach
    void stop_looking() {
        open.forEach(LiveSettings::close);
        open.clear();
    }

    /** One of the pharmacy's machines, with these variables in its environment. */
    private LiveSettings machine(String... variables) {
        Map<String, String> environment = new HashMap<>(Map.of("MORTAR_HOME", home.toString()));
        for (int i = 0; i < variables.length; i += 2) {
            environment.put(variables[i], variables[i + 1]);
        }
        LiveSettings live = new LiveSettings(
                MachineSettings.read(environment, Pharmacy.LAGOS), new KeptSettings(pharmacy.source()));
        open.add(live);
        return live;
    }

    private SettingsDesk desk(LiveSettings live) {
        return new SettingsDesk(pharmacy.transactions, live);
    }

    private static SettingRow row(SettingsDesk desk, String name) {
        return desk.list(MANAGER).stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static SettingRow done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done.row();
            case Outcome other -> throw new AssertionError(other);
        };
    }

    private static SettingRow changed(SettingsDesk desk, String name, String value) {
        return done(desk.change(MANAGER, row(desk, name), value));
    }

    private List<AuditEvent> audit() {
        return pharmacy.transactions
                .read(ADMIN, tx -> new AuditList()
                        .list(
                                tx,
                                new AuditList.Filter(null, Set.of(AuditKind.SETTING_CHANGED)),
                                AuditList.Sort.AT,
                                true,
                                new Span(0, 100)))
                .rows();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        pharmacy.link.url(), pharmacy.link.user(), pharmacy.link.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void the_list_says_what_holds_what_would_hold_and_who_said_so() throws IOException {
        Files.writeString(home.resolve("mortar.properties"), "pharmacy.name=Ilera\n");
        SettingsDesk desk = desk(machine("MORTAR_RESERVATION_TTL", "PT10M"));
        Files.delete(home.resolve("mortar.properties"));
        SettingRow ttl = row(desk, "reservation.ttl");
        assertThat(ttl.value()).contains("PT10M");
        assertThat(ttl.otherwise()).contains("PT15M");
        assertThat(ttl.source()).isEqualTo(Source.ENVIRONMENT);
        assertThat(ttl.where()).isEqualTo("MORTAR_RESERVATION_TTL");
        assertThat(row(desk, "pharmacy.name").source()).isEqualTo(Source.FILE);
        assertThat(row(desk, "pharmacy.name").where()).isEqualTo("mortar.properties, line 1");
        assertThat(row(desk, "pharmacy.zone").source()).isEqualTo(Source.DATABASE);
        assertThat(row(desk, "low-stock.repeat").source()).isEqualTo(Source.NOBODY);
        assertThat(desk.list(MANAGER))
                .extracting(SettingRow::name)
                .contains("expiry.stages", "notify.channels", "termii.api-key", "smtp.host")
                .noneMatch(name -> name.startsWith("db.") || name.startsWith("http.") || name.startsWith("import."));
    }

    @Test
    void a_change_holds_at_once_here_and_at_the_next_look_elsewhere() {
        LiveSettings here = machine();
        LiveSettings there = machine();
        changed(desk(here), "reservation.ttl", " PT20M ");
        assertThat(here.get().reservation().ttl()).isEqualTo(Duration.ofMinutes(20));
        assertThat(there.get().reservation().ttl()).isEqualTo(Duration.ofMinutes(15));
        there.refresh();
        assertThat(there.get().reservation().ttl()).isEqualTo(Duration.ofMinutes(20));
        assertThat(there.get().warnings()).isEmpty();
    }

    @Test
    void another_machine_looks_by_itself() {
        LiveSettings there = machine().watched();
        changed(desk(machine()), "pharmacy.name", "Ìlera");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> there.get().pharmacy().name().equals("Ìlera"));
    }

    @Test
    void a_machine_that_says_otherwise_goes_on_by_its_own_and_is_told() {
        LiveSettings stubborn = machine("MORTAR_RESERVATION_TTL", "PT10M");
        SettingRow row = changed(desk(stubborn), "reservation.ttl", "PT20M");
        assertThat(row.overridden()).isTrue();
        assertThat(row.value()).contains("PT10M");
        assertThat(row.kept()).contains("PT20M");
        assertThat(stubborn.get().reservation().ttl()).isEqualTo(Duration.ofMinutes(10));
        assertThat(stubborn.get().warnings()).singleElement().asString().contains("PT10M", "PT20M");
    }

    @Test
    void what_is_reset_is_as_mortar_comes() {
        LiveSettings live = machine();
        SettingsDesk desk = desk(live);
        changed(desk, "reservation.max-lines", "7");
        SettingRow row = done(desk.reset(MANAGER, row(desk, "reservation.max-lines")));
        assertThat(row.source()).isEqualTo(Source.NOBODY);
        assertThat(live.get().reservation().maxLines()).isEqualTo(100);
    }

    @Test
    void a_value_that_cannot_be_meant_is_refused_in_words_and_changes_nothing() {
        SettingsDesk desk = desk(machine());
        for (var wrong : Map.of(
                        "reservation.ttl", "15 minutes",
                        "reservation.max-lines", "-1",
                        "pharmacy.zone", "Lagos",
                        "pharmacy.currency", "naira",
                        "expiry.stages", "7,30",
                        "expiry.check-time", "25:00",
                        "notify.channels", "pigeon",
                        "notify.quiet-hours", "at night",
                        "termii.url", "ftp://x",
                        "pharmacy.name", "x".repeat(2001))
                .entrySet()) {
            SettingRow row = row(desk, wrong.getKey());
            assertThatThrownBy(() -> desk.change(MANAGER, row, wrong.getValue()))
                    .as(wrong.getKey())
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("must be");
            assertThat(row(desk, wrong.getKey())).isEqualTo(row);
        }
        assertThat(audit()).isEmpty();
    }

    @Test
    void what_belongs_to_a_machine_is_not_changed_here() {
        SettingsDesk desk = desk(machine());
        for (String name : List.of("db.url", "http.port", "import.max-rows", "no.such")) {
            SettingRow made = new SettingRow(
                    name,
                    java.util.Optional.empty(),
                    java.util.Optional.empty(),
                    Source.NOBODY,
                    "",
                    java.util.Optional.empty(),
                    false,
                    "");
            assertThatThrownBy(() -> desk.change(MANAGER, made, "1")).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> desk.reset(MANAGER, made)).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void a_change_that_somebody_else_made_meanwhile_is_not_lost() {
        SettingsDesk desk = desk(machine());
        SettingRow seen = row(desk, "pharmacy.name");
        SettingRow now = done(desk.change(MANAGER, seen, "Ilera"));
        assertThat(desk.change(MANAGER, seen, "Iwosan")).isEqualTo(new Outcome.ChangedMeanwhile(now));
        assertThat(row(desk, "pharmacy.name").value()).contains("Ilera");
    }

    @Test
    void a_secret_is_dots_on_the_list_and_nothing_in_the_audit() {
        SettingsDesk desk = desk(machine());
        SettingRow row = changed(desk, "termii.api-key", "TLsecret");
        assertThat(row.value()).contains("••••••••");
        assertThat(row.secret()).isTrue();
        row = changed(desk, "termii.api-key", "TLother");
        assertThat(desk.list(MANAGER).toString() + row + audit()).doesNotContain("TLsecret", "TLother");
        assertThat(audit()).hasSize(2);
        assertThatThrownBy(() -> desk.change(MANAGER, row(desk, "termii.api-key"), "TL\u0000x"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageNotContaining("TL\u0000x");
    }

    @Test
    void every_change_is_written_down_once_and_no_change_not_at_all() {
        SettingsDesk desk = desk(machine());
        changed(desk, "pharmacy.name", "Ilera");
        changed(desk, "pharmacy.name", "Ilera");
        assertThat(audit()).singleElement().satisfies(event -> {
            assertThat(event.by()).isEqualTo("Ngozi");
            assertThat(event.workstation()).isEqualTo("office");
            assertThat(event.subject()).contains("pharmacy.name");
            assertThat(event.detail()).contains("(as Mortar comes) → \"Ilera\"");
        });
    }

    @Test
    void only_who_may_change_settings_sees_or_changes_them() {
        SettingsDesk desk = desk(machine());
        SettingRow row = row(desk, "pharmacy.name");
        for (Role role : List.of(Role.ASSISTANT, Role.PHARMACIST)) {
            Actor actor = Actor.staff("x", "till-1", role.permissions());
            assertThatThrownBy(() -> desk.list(actor)).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> desk.change(actor, row, "x")).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> desk.reset(actor, row)).isInstanceOf(NotPermitted.class);
        }
    }

    @Test
    void a_bad_row_in_the_database_does_not_stop_a_pharmacy_that_works() throws SQLException {
        LiveSettings live = machine();
        SettingsDesk desk = desk(live);
        changed(desk, "reservation.max-lines", "7");
        execute("update pharmacy_setting set setting = 'seven' where name = 'reservation.max-lines'");
        live.refresh();
        assertThat(live.get().reservation().maxLines()).isEqualTo(7);
        changed(desk, "reservation.max-lines", "8");
        assertThat(live.get().reservation().maxLines()).isEqualTo(8);
    }
}
