package app.mortar.desktop.shell;

import static app.mortar.desktop.shell.ScanBurst.Verdict.FIRST;
import static app.mortar.desktop.shell.ScanBurst.Verdict.HOLD;
import static app.mortar.desktop.shell.ScanBurst.Verdict.PASS;
import static app.mortar.desktop.shell.ScanBurst.Verdict.SCAN;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.gs1.Separators;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScanBurstTest {
    private static final long FAST = Duration.ofMillis(8).toNanos();
    private static final long HUMAN = Duration.ofMillis(120).toNanos();

    private final ScanBurst burst = new ScanBurst(Duration.ofMillis(50), Separators.STANDARD);
    private long now;

    private ScanBurst.Verdict key(char c, long pause) {
        now += pause;
        return c == 0x1D ? burst.separator(now) : burst.typed(c, now);
    }

    private void scan(String text) {
        for (int i = 0; i < text.length(); i++) {
            key(text.charAt(i), FAST);
        }
    }

    private ScanBurst.Verdict end(long pause) {
        now += pause;
        return burst.end(now);
    }

    @Test
    void a_burst_that_ends_with_enter_is_a_scan_with_its_separator() {
        assertThat(key('0', HUMAN)).isEqualTo(FIRST);
        scan("10952012345678810AMX2291\u001D21SER7");

        assertThat(end(FAST)).isEqualTo(SCAN);
        assertThat(burst.take()).isEqualTo("010952012345678810AMX2291\u001D21SER7");
    }

    @Test
    void what_a_person_types_is_let_through_key_by_key() {
        for (char c : "AMX2291".toCharArray()) {
            assertThat(key(c, HUMAN)).isEqualTo(FIRST);
        }

        assertThat(end(HUMAN)).isEqualTo(PASS);
    }

    @Test
    void two_keys_that_roll_over_each_other_are_kept_back_but_are_no_scan() {
        key('t', HUMAN);
        assertThat(key('h', FAST)).isEqualTo(HOLD);

        assertThat(end(FAST)).isEqualTo(PASS);
    }

    @Test
    void words_that_a_busy_machine_hands_over_in_one_go_are_no_scan() {
        key('t', HUMAN);
        scan("hree brown foxes 1234");
        assertThat(end(FAST)).isEqualTo(PASS);

        key('A', HUMAN);
        scan("moxicillin");
        assertThat(end(FAST)).isEqualTo(PASS);
    }

    @Test
    void a_burst_without_an_end_is_over_after_its_gap() {
        key('0', HUMAN);
        scan("123456789");

        assertThat(burst.isOver(now + FAST)).isFalse();
        assertThat(burst.isOver(now + Duration.ofMillis(200).toNanos())).isTrue();
        assertThat(end(Duration.ofMillis(200).toNanos())).isEqualTo(PASS);
    }

    @Test
    void a_scan_under_way_outlives_a_hiccup_of_the_machine() {
        key('0', HUMAN);
        scan("1095201234");
        assertThat(key('5', Duration.ofMillis(110).toNanos())).isEqualTo(HOLD);
        scan("678");

        assertThat(end(FAST)).isEqualTo(SCAN);
        assertThat(burst.take()).isEqualTo("010952012345678");
    }

    @Test
    void what_scanners_send_instead_of_a_separator_becomes_one() {
        ScanBurst here = new ScanBurst(Duration.ofMillis(50), new Separators(Set.of("~")));
        for (char c : "10A~21B{GS}30<GS>7\u241D9".toCharArray()) {
            now += FAST;
            here.typed(c, now);
        }

        assertThat(here.take()).isEqualTo("10A\u001D21B\u001D30\u001D7\u001D9");
    }
}
