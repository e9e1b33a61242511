package app.mortar.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private final Formats formats =
            new Formats(ZoneId.of("Africa/Lagos"), Currency.getInstance("NGN"), Locale.of("en", "NG"));

    @Test
    void money_has_its_sign_and_decimals_only_where_there_are_some() {
        assertThat(formats.money(new BigDecimal("47200.0000"))).isEqualTo("₦\u00A047,200");
        assertThat(formats.money(new BigDecimal("12.5"))).isEqualTo("₦\u00A012.50");
        assertThat(formats.money(null)).isEqualTo("–");
    }

    @Test
    void changes_carry_their_sign_with_a_true_minus() {
        assertThat(formats.signed(48)).isEqualTo("+48");
        assertThat(formats.signed(-1284)).isEqualTo("\u22121,284");
        assertThat(formats.signed(0)).isEqualTo("0");
    }

    @Test
    void dates_are_written_out_and_times_are_the_pharmacys() {
        assertThat(formats.date(LocalDate.of(2027, 4, 3))).isEqualTo("3 Apr 2027");
        assertThat(formats.date(null)).isEqualTo("–");
        assertThat(formats.dayTime(Instant.parse("2026-11-23T23:13:00Z"))).isEqualTo("24 Nov 00:13");
    }

    @Test
    void a_rate_of_nothing_is_nothing() {
        assertThat(formats.percent(0.986)).isEqualTo("98.6\u00A0%");
        assertThat(formats.percent(1.0)).isEqualTo("100\u00A0%");
        assertThat(formats.percent(null)).isEqualTo("–");
    }

    @Test
    void a_countdown_never_goes_below_nothing() {
        assertThat(Formats.countdown(Duration.ofSeconds(761))).isEqualTo("12:41");
        assertThat(Formats.countdown(Duration.ofMillis(59_999)))
                .as("whole seconds, never more than there is")
                .isEqualTo("00:59");
        assertThat(Formats.countdown(Duration.ofSeconds(-3))).isEqualTo("00:00");
    }

    @Test
    void a_ring_is_calm_then_amber_then_red_then_over() {
        assertThat(HoldRing.Stage.of(Duration.ofMinutes(5))).isEqualTo(HoldRing.Stage.CALM);
        assertThat(HoldRing.Stage.of(Duration.ofSeconds(299))).isEqualTo(HoldRing.Stage.WARNING);
        assertThat(HoldRing.Stage.of(Duration.ofSeconds(60))).isEqualTo(HoldRing.Stage.WARNING);
        assertThat(HoldRing.Stage.of(Duration.ofSeconds(59))).isEqualTo(HoldRing.Stage.DANGER);
        assertThat(HoldRing.Stage.of(Duration.ofMillis(1))).isEqualTo(HoldRing.Stage.DANGER);
        assertThat(HoldRing.Stage.of(Duration.ZERO)).isEqualTo(HoldRing.Stage.OVER);
    }
}
