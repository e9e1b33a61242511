package app.mortar.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.settings.DoctorModel.Finding;
import app.mortar.desktop.shell.RawKey;
import app.mortar.desktop.shell.Scanned;
import app.mortar.desktop.shell.Scanner;
import app.mortar.gs1.Gs1Reader;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class DoctorModelTest {
    private final ObjectProperty<Scanner> scanner = new SimpleObjectProperty<>(Scanner.USUAL);
    private final DoctorModel doctor = new DoctorModel(scanner);

    private Finding scanned(String text) {
        doctor.scanned(new Scanned(text, new Gs1Reader().read(text, LocalDate.of(2026, 3, 10))));
        return doctor.finding().get();
    }

    @Test
    void a_scanner_that_sends_the_separator_is_well() {
        assertThat(doctor.finding().get()).isEqualTo(Finding.WAITING);
        assertThat(scanned("]d2010952012345678817291231101A2B\u001D21SER7")).isEqualTo(Finding.GOOD);
        assertThat(doctor.raw().get()).isEqualTo("]d2010952012345678817291231101A2B [GS] 21SER7");
        assertThat(doctor.said().get()).contains("1A2B", "2029-12-31", "SER7");
    }

    @Test
    void batch_and_serial_that_melted_into_one_are_noticed() {
        assertThat(scanned("]d2010952012345678817291231101A2B21SERIAL7")).isEqualTo(Finding.NO_SEPARATOR);
        assertThat(scanned("]d2010952012345678817291231101A2B345678921SERIAL7890"))
                .isEqualTo(Finding.NO_SEPARATOR);
    }

    @Test
    void a_code_without_separator_proves_nothing() {
        assertThat(scanned("]d20109520123456788172912311012345")).isEqualTo(Finding.UNKNOWN);
        assertThat(scanned("9520123456788")).isEqualTo(Finding.UNKNOWN);
    }

    @Test
    void what_cannot_be_read_is_shown_as_it_came() {
        assertThat(scanned("SHELF-A-12-LONG-NAME")).isEqualTo(Finding.UNREADABLE);
        assertThat(scanned("]d2019999\u001D\u0007x")).isEqualTo(Finding.UNREADABLE);
        assertThat(doctor.raw().get()).contains("[GS]", "07");
        for (Finding finding : Finding.values()) {
            assertThat(DoctorModel.advice(finding)).isNotBlank();
        }
    }

    private void keys(int gapMillis, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            doctor.heard(new RawKey(
                    c == 0x1D ? RawKey.Sort.SEPARATOR : RawKey.Sort.CHARACTER,
                    c == 0x1D ? "1D" : String.valueOf(c),
                    Duration.ofMillis(gapMillis)));
        }
        doctor.heard(new RawKey(RawKey.Sort.END, "Enter", Duration.ofMillis(gapMillis)));
    }

    @Test
    void a_scanner_that_is_too_slow_is_told_from_one_that_is_broken() {
        doctor.heard(new RawKey(RawKey.Sort.CHARACTER, "x", Duration.ofSeconds(5)));
        doctor.heard(new RawKey(RawKey.Sort.CHARACTER, "9", Duration.ofSeconds(2)));
        keys(120, "520123456788");
        assertThat(doctor.finding().get()).isEqualTo(Finding.TOO_SLOW);
        assertThat(doctor.raw().get()).isEqualTo("9520123456788 [Enter]");
        assertThat(doctor.said().get()).contains("120 ms", "50 ms");
    }

    @Test
    void a_scan_that_was_taken_is_judged_by_what_it_says_and_not_by_its_pace() {
        keys(3, "9520123456788");
        assertThat(scanned("9520123456788")).isEqualTo(Finding.UNKNOWN);
        assertThat(doctor.keys().longestGap()).isEqualTo(Duration.ofMillis(3));
    }

    @Test
    void what_somebody_types_is_no_finding() {
        keys(150, "hello");
        assertThat(doctor.finding().get()).isEqualTo(Finding.WAITING);
    }

    @Test
    void the_workstation_goes_by_what_was_kept_and_by_nothing_that_cannot_be_meant() {
        doctor.gap().set("120");
        doctor.substitutes().set(" ~  | ");
        assertThat(doctor.keep()).isTrue();
        assertThat(scanner.get()).isEqualTo(new Scanner(120, List.of("~", "|")));
        for (String wrong : List.of("many", "5", "5000", "")) {
            doctor.gap().set(wrong);
            assertThat(doctor.keep()).as(wrong).isFalse();
            assertThat(doctor.no().get()).contains("20", "300");
        }
        doctor.gap().set("60");
        doctor.substitutes().set("A");
        assertThat(doctor.keep()).isFalse();
        assertThat(doctor.no().get()).contains("never");
        assertThat(scanner.get().gapMillis()).isEqualTo(120);
    }
}
