package app.mortar.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
    private static Optional<AlertSettings.QuietHours> quiet(String said) {
        Map<String, String> environment = new HashMap<>(Map.of("MORTAR_HOME", "nowhere"));
        environment.put("MORTAR_NOTIFY_QUIET_HOURS", said);
        return MachineSettings.read(environment, ZoneOffset.UTC)
                .with(Map.of())
                .alerts()
                .messages()
                .quietHours();
    }

    @ParameterizedTest
    @CsvSource({
        "21:00-07:00, 20:59, false",
        "21:00-07:00, 21:00, true",
        "21:00-07:00, 00:00, true",
        "21:00-07:00, 06:59, true",
        "21:00-07:00, 07:00, false",
        "12:00-14:00, 11:59, false",
        "12:00-14:00, 12:00, true",
        "12:00-14:00, 13:59, true",
        "12:00-14:00, 14:00, false",
        "00:00-06:00, 23:59, false",
        "00:00-06:00, 00:00, true"
    })
    void they_begin_with_their_first_minute_and_end_before_their_last(String hours, LocalTime time, boolean quiet) {
        assertThat(quiet(hours).orElseThrow().at(time)).isEqualTo(quiet);
    }

    @Test
    void nothing_said_is_never_quiet() {
        assertThat(quiet("")).isEmpty();
    }
}
