package app.mortar.desktop.reports;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.Answers;
import app.mortar.desktop.RoomTest;
import app.mortar.desktop.Toolkit;
import app.mortar.desktop.Workstation;
import app.mortar.desktop.shell.Place;
import app.mortar.desktop.shell.Rooms;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsViewTest extends RoomTest {
    @TempDir
    Path folder;

    @Override
    protected void stock() {
        pharmacy.product("PARA");
        pharmacy.receive("PARA", "A", pharmacy.today().plusDays(20), 7);
    }

    @BeforeEach
    void reports() {
        station.close();
        station = Workstation.open(
                pharmacy,
                new Rooms()
                        .add(
                                Place.REPORTS,
                                session -> new ReportsView(session, pharmacy.reports, Answers.in(folder))));
    }

    @Test
    void a_report_is_chosen_seen_and_written() {
        station.go(Place.REPORTS, null);
        clickOn("#report-stock-on-hand");
        station.settle();
        assertThat(Toolkit.call(() ->
                        lookup("#preview-Products").queryTableView().getItems().size()))
                .isEqualTo(1);
        press(KeyCode.F9).release(KeyCode.F9);
        station.settle();
        assertThat(folder.resolve("stock-on-hand-2026-03-10.xlsx")).isNotEmptyFile();
        assertThat(lookup("#reports-open").query().isVisible()).isTrue();
        assertThat(station.bugs).isEmpty();
    }
}
