package app.mortar.desktop.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.Answers;
import app.mortar.desktop.RoomTest;
import app.mortar.desktop.Workstation;
import app.mortar.desktop.shell.Place;
import app.mortar.desktop.shell.Rooms;
import app.mortar.report.ClaimSheet;
import app.mortar.testing.Pharmacy;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpiryViewTest extends RoomTest {
    @TempDir
    Path folder;

    @Override
    protected void stock() {
        pharmacy.product("PARA");
        pharmacy.receive("PARA", "GONE", pharmacy.today().plusDays(1), 6);
        pharmacy.clock.pass(Duration.ofDays(1));
    }

    @Test
    void an_expired_batch_is_chosen_and_written_off() {
        station.go(Place.EXPIRY, null);
        clickOn("GONE");
        station.settle();
        clickOn("#expiry-note").write("Weekly look");
        press(KeyCode.F9).release(KeyCode.F9);
        station.settle();
        assertThat(pharmacy.rows("select quantity, reason, note from inventory_movement where type = 'WASTE'"))
                .containsExactly("-6 EXPIRED Weekly look");
        clickOn("#expiry-lists-5");
        station.settle();
        assertThat(lookup("#expiry-waste").queryTableView().getItems()).hasSize(1);
        assertThat(station.bugs).isEmpty();
    }

    @Test
    void a_batch_is_sent_back_and_its_claim_written() {
        station.close();
        station = Workstation.open(
                pharmacy,
                new Rooms()
                        .add(
                                Place.EXPIRY,
                                session -> new ExpiryView(
                                        session, new ClaimSheet(Pharmacy::settings), new Answers(() -> folder))));
        station.go(Place.EXPIRY, null);
        clickOn("GONE");
        station.settle();
        clickOn("#expiry-supplier").write("Emzor");
        clickOn("#expiry-reference").write("RET-7");
        clickOn("#expiry-send-back");
        station.settle();
        clickOn("#expiry-claim");
        station.settle();
        assertThat(folder.resolve("claim-RET-7.xlsx")).isNotEmptyFile();
        clickOn("#expiry-lists-5");
        station.settle();
        clickOn("To supplier");
        station.settle();
        assertThat(lookup("#expiry-claim-again").query().isDisabled()).isFalse();
        assertThat(station.bugs).isEmpty();
    }
}
