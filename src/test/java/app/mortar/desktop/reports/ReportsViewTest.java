package app.mortar.desktop.reports;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.Answers;
import app.mortar.desktop.RoomTest;
import app.mortar.desktop.Toolkit;
import app.mortar.desktop.Workstation;
import app.mortar.desktop.shell.Place;
import app.mortar.desktop.shell.Rooms;
import app.mortar.testing.Edited;
import app.mortar.testing.Pharmacy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsViewTest extends RoomTest {
    @TempDir
    Path folder;

    private final Answers answers = new Answers(() -> folder);

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
                                session -> new ReportsView(session, pharmacy.reports, Pharmacy.WORKBOOKS, answers)));
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

    @Test
    void products_go_out_and_come_back_and_are_saved_with_f9() {
        station.go(Place.REPORTS, null);
        clickOn("#report-products");
        clickOn("#products-export");
        station.settle();
        Path list = folder.resolve("products-2026-03-10.xlsx");
        answers.read = Edited.of(list, "edited.xlsx", Map.of("B2", "Paracetamol 500 mg"));
        clickOn("#products-import");
        station.settle();
        assertThat(Toolkit.call(() -> List.copyOf(
                        lookup("#products-differences").queryTableView().getItems())))
                .hasSize(1);
        press(KeyCode.F9).release(KeyCode.F9);
        station.settle();
        assertThat(pharmacy.rows("select name from product")).containsExactly("Paracetamol 500 mg");
        answers.read = Edited.of(list, "wrong.xlsx", Map.of("C2", "123"));
        clickOn("#products-import");
        station.settle();
        clickOn("#products-give-back");
        station.settle();
        assertThat(folder.resolve("wrong-to-mend.xlsx")).isNotEmptyFile();
        clickOn("#report-movements");
        station.settle();
        assertThat(lookup("#reports-write").query().isVisible()).isTrue();
        assertThat(station.bugs).isEmpty();
    }
}
