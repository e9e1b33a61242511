package app.mortar.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineSettingsTest {
    private static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");

    @TempDir
    Path home;

    private void file(String text) throws IOException {
        Files.writeString(home.resolve("mortar.properties"), text);
    }

    private MachineSettings read(String... variables) {
        Map<String, String> environment = new HashMap<>(Map.of("MORTAR_HOME", home.toString(), "PATH", "/bin"));
        for (int i = 0; i < variables.length; i += 2) {
            environment.put(variables[i], variables[i + 1]);
        }
        return MachineSettings.read(environment, LAGOS);
    }

    private List<String> mistakes(String... variables) {
        BadSettings bad = catchThrowableOfType(BadSettings.class, () -> read(variables));
        assertThat(bad).isNotNull();
        assertThat(bad.getMessage()).doesNotContain("\n");
        return bad.mistakes();
    }

    @Test
    void without_a_word_from_anybody_everything_is_as_the_contract_says() {
        Settings settings = read().with(Map.of());
        assertThat(settings.home()).isEqualTo(home);
        assertThat(settings.db().embedded()).isTrue();
        assertThat(settings.db().migrate()).isTrue();
        assertThat(settings.http().port()).isEqualTo(8700);
        assertThat(settings.http().bind()).isEqualTo("127.0.0.1");
        assertThat(settings.http().enabled()).isTrue();
        assertThat(settings.http().rateLimit()).isEqualTo(new Rate(6000, Duration.ofMinutes(1)));
        assertThat(settings.pharmacy().zone()).isEqualTo(LAGOS);
        assertThat(settings.pharmacy().currency().getCurrencyCode()).isEqualTo("NGN");
        assertThat(settings.reservation())
                .isEqualTo(new ReservationSettings(
                        Duration.ofMinutes(15), Duration.ofMinutes(5), 1000, 100, 10_000, Duration.ofHours(2)));
        assertThat(settings.warnings()).isEmpty();
    }

    @Test
    void the_environment_overrides_the_file() throws IOException {
        file("http.port = 9000\nreservation.max-lines: 7\n# a comment\nhttp.bind=0.0.0.0");
        Settings settings = read("MORTAR_HTTP_PORT", "9001").with(Map.of());
        assertThat(settings.http().port()).isEqualTo(9001);
        assertThat(settings.http().bind()).isEqualTo("0.0.0.0");
        assertThat(settings.reservation().maxLines()).isEqualTo(7);
        assertThat(read("MORTAR_RESERVATION_MAX_LINES", "8")
                        .with(Map.of())
                        .reservation()
                        .maxLines())
                .isEqualTo(8);
    }

    @Test
    void all_mistakes_are_named_at_once_with_key_value_place_and_remedy() throws IOException {
        file("""
            http.port = eighty
            reservation.tll = PT5M

            low-stock.interval = 1 hour
            """);
        assertThat(mistakes("MORTAR_HTTP_RATE_LIMIT", "fast"))
                .containsExactlyInAnyOrder(
                        "http.port = eighty (mortar.properties, line 1): must be a whole number from 0 to 65535",
                        "reservation.tll (mortar.properties, line 2) is not a setting; did you mean reservation.ttl?",
                        "low-stock.interval = 1 hour (mortar.properties, line 4): must be an ISO-8601 duration from"
                                + " PT1S up, e.g. PT15M",
                        "http.rate-limit = fast (MORTAR_HTTP_RATE_LIMIT): must be requests/duration, e.g. 6000/PT1M,"
                                + " or 0 for no limit");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MORTAR_DB_MIGRATE|yes",
                "MORTAR_DB_URL|postgres://x/y",
                "MORTAR_HTTP_PORT|65536",
                "MORTAR_HTTP_PORT|-1",
                "MORTAR_HTTP_PORT|''",
                "MORTAR_HTTP_BIND|a b",
                "MORTAR_HTTP_ENABLED|1",
                "MORTAR_PHARMACY_ZONE|Lagos",
                "MORTAR_PHARMACY_CURRENCY|naira",
                "MORTAR_RESERVATION_TTL|PT0S",
                "MORTAR_RESERVATION_TTL|PT0.999S",
                "MORTAR_RESERVATION_TTL|-PT1M",
                "MORTAR_RESERVATION_TTL|15",
                "MORTAR_RESERVATION_TTL|PT99999999999999H",
                "MORTAR_RESERVATION_MAX_LINES|-1",
                "MORTAR_RESERVATION_MAX_LINES|1.0",
                "MORTAR_RESERVATION_MAX_QUANTITY_PER_CART|2147483648",
                "MORTAR_RESERVATION_MAX_LIFETIME|PT0.5S",
                "MORTAR_HTTP_RATE_LIMIT|0/PT1M",
                "MORTAR_HTTP_RATE_LIMIT|5/PT0S",
                "MORTAR_HTTP_RATE_LIMIT|/PT1M",
                "MORTAR_EXPIRY_CHECK_TIME|6 am",
                "MORTAR_EXPIRY_STAGES|7,30,90",
                "MORTAR_EXPIRY_STAGES|90,30,",
                "MORTAR_NOTIFY_QUIET_HOURS|21:00",
                "MORTAR_NOTIFY_CHANNELS|sms,fax",
                "MORTAR_NOTIFY_MAX_ATTEMPTS|0",
                "MORTAR_TERMII_URL|termii.com",
                "MORTAR_SMTP_PORT|0",
                "MORTAR_IMPORT_MAX_ROWS|many",
            })
    void a_value_that_cannot_be_meant_is_refused(String variable, String value) {
        assertThat(mistakes(variable, value)).singleElement().asString().contains("(" + variable + ")", "must be ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MORTAR_RESERVATION_TTL|PT1S", "MORTAR_RESERVATION_TTL|P1D", "MORTAR_RESERVATION_TTL|PT1.5S",
                "MORTAR_RESERVATION_MAX_LIFETIME|0", "MORTAR_RESERVATION_MAX_LINES|0", "MORTAR_HTTP_RATE_LIMIT|0",
                "MORTAR_HTTP_RATE_LIMIT|10/PT1S", "MORTAR_HTTP_BIND|::1", "MORTAR_HTTP_BIND|localhost",
                "MORTAR_PHARMACY_ZONE|+01:00", "MORTAR_PHARMACY_NAME|''", "MORTAR_NOTIFY_QUIET_HOURS|''",
                "MORTAR_NOTIFY_QUIET_HOURS|21:00-07:00", "MORTAR_NOTIFY_CHANNELS|sms, email", "MORTAR_EXPIRY_STAGES|30",
                "MORTAR_DB_MIGRATE|FALSE",
            })
    void a_value_at_the_edge_is_taken(String variable, String value) {
        assertThat(read(variable, value).with(Map.of()).warnings()).noneMatch(w -> w.contains("not a setting"));
    }

    @Test
    void an_unknown_variable_is_only_a_warning() {
        assertThat(read("MORTAR_HTPP_PORT", "1", "MORTAR_JAVA_OPTS", "-Xmx1g").warnings())
                .containsExactly("MORTAR_HTPP_PORT is not a setting; did you mean MORTAR_HTTP_PORT?");
    }

    @Test
    void a_key_that_stands_twice_or_a_file_that_is_not_utf8_is_a_mistake() throws IOException {
        file("http.port=1\nhttp.port=2\n");
        assertThat(mistakes()).containsExactly("http.port stands twice in mortar.properties");
        Files.write(home.resolve("mortar.properties"), new byte[] {'a', '=', (byte) 0xff});
        assertThat(mistakes()).singleElement().asString().endsWith("is not UTF-8 text");
    }

    @Test
    void a_file_that_a_windows_editor_or_a_java_program_wrote_is_read_as_it_is_meant() throws IOException {
        file("\uFEFFpharmacy.name=Ìlera\r\ndb.url=jdbc\\:postgresql\\://localhost\\:5432/m\r\n");
        MachineSettings machine = read();
        assertThat(machine.db().url()).contains("jdbc:postgresql://localhost:5432/m");
        assertThat(machine.with(Map.of()).pharmacy().name()).isEqualTo("Ìlera");
    }

    @Test
    void a_password_may_come_from_a_file_and_is_never_shown() throws IOException {
        Files.writeString(home.resolve("secret"), "s3cret\n");
        file("db.url=jdbc:postgresql://localhost/m\ndb.user=till\ndb.password-file=secret\n"
                + "db.owner-user=boss\ndb.owner-password-file=secret");
        DatabaseSettings db = read().db();
        assertThat(db.password()).contains("s3cret");
        assertThat(db.owner()).contains(new DatabaseSettings.Owner("boss", "s3cret"));
        assertThat(db.toString() + db.owner()).doesNotContain("s3cret");
        assertThat(mistakes("MORTAR_DB_PASSWORD", "hunter2"))
                .singleElement()
                .asString()
                .contains("keep one of the two")
                .doesNotContain("hunter2");
        assertThat(mistakes("MORTAR_DB_PASSWORD_FILE", "nowhere"))
                .containsExactly("db.password-file = nowhere (MORTAR_DB_PASSWORD_FILE): this file cannot be read");
    }

    @Test
    void the_pharmacys_settings_come_from_the_database_unless_this_machine_says_otherwise_and_that_is_a_warning()
            throws IOException {
        file("reservation.ttl=PT10M\nhttp.port=1");
        Settings settings = read("MORTAR_PHARMACY_NAME", "Here")
                .with(Map.of(
                        "reservation.ttl", "PT20M",
                        "reservation.max-lines", "5",
                        "pharmacy.zone", "UTC",
                        "pharmacy.name", "Here"));
        assertThat(settings.reservation().ttl()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.reservation().maxLines()).isEqualTo(5);
        assertThat(settings.pharmacy().zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(settings.warnings())
                .containsExactly(
                        "reservation.ttl is PT10M on this machine (mortar.properties, line 1), but PT20M in the"
                                + " pharmacy's settings; this machine takes its own");
    }

    @Test
    void the_first_machine_seeds_what_it_says_and_always_zone_and_currency_but_nothing_of_its_own() throws IOException {
        file("low-stock.repeat=PT12H\nhttp.port=1\nimport.max-rows=10");
        assertThat(read("MORTAR_PHARMACY_NAME", "Ilera").seed())
                .isEqualTo(Map.of(
                        "pharmacy.zone", "Africa/Lagos",
                        "pharmacy.currency", "NGN",
                        "pharmacy.name", "Ilera",
                        "low-stock.repeat", "PT12H"));
    }

    @Test
    void a_bad_value_in_the_database_is_named_too() {
        assertThatThrownBy(() -> read().with(Map.of("reservation.ttl", "soon")))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("reservation.ttl = soon (in the database)");
    }

    @Test
    void a_demonstration_never_touches_the_real_database() {
        MachineSettings demo = MachineSettings.demo(
                Map.of("MORTAR_DB_URL", "jdbc:postgresql://real/books", "MORTAR_HTTP_PORT", "0"), home, LAGOS);
        assertThat(demo.db().embedded()).isTrue();
        assertThat(demo.http().port()).isZero();
    }

    @Test
    void every_setting_of_the_contract_has_a_default_that_fits_its_own_form() {
        for (Key key : Key.values()) {
            String otherwise = key.otherwise();
            if (otherwise != null) {
                assertThat(key.form().fits().test(otherwise)).as(key.text()).isTrue();
            }
        }
    }
}
