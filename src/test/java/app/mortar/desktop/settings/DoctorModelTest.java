package app.mortar.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.settings.DoctorModel.Finding;
import app.mortar.desktop.shell.Scanned;
import app.mortar.desktop.shell.Scanner;
import app.mortar.gs1.Gs1Reader;
import java.time.LocalDate;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class DoctorModelTest {
    private final DoctorModel doctor = new DoctorModel(new SimpleObjectProperty<>(Scanner.USUAL));

    private Finding scanned(String text) {
        doctor.scanned(new Scanned(text, new Gs1Reader().read(text, LocalDate.of(2026, 3, 10))));
        return doctor.finding().get();
    }

    @Test
    void a_scanner_that_sends_the_separator_is_well() {
        assertThat(doctor.finding().get()).isEqualTo(Finding.WAITING);
        assertThat(scanned("]d2010952012345678817291231101A2B\u001D21SER7")).isEqualTo(Finding.GOOD);
        assertThat(doctor.raw().get()).isEqualTo("]d2010952012345678817291231101A2B ␝ 21SER7");
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
        assertThat(doctor.raw().get()).contains("␝", "07");
        for (Finding finding : Finding.values()) {
            assertThat(DoctorModel.advice(finding)).isNotBlank();
        }
    }
}
