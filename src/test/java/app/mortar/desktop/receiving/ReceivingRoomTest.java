package app.mortar.desktop.receiving;

import static app.mortar.desktop.Packs.INS;
import static app.mortar.desktop.Packs.NEW;
import static app.mortar.desktop.Packs.PARA;
import static app.mortar.desktop.Packs.code;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.EveryControl;
import app.mortar.desktop.Packs;
import app.mortar.desktop.RoomTest;
import app.mortar.desktop.Toolkit;
import app.mortar.desktop.Wedge;
import app.mortar.desktop.Workstation;
import app.mortar.desktop.shell.Place;
import app.mortar.desktop.shell.Rooms;
import app.mortar.testing.ReadBack;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class ReceivingRoomTest extends RoomTest {
    @Override
    protected void stock() {
        pharmacy.product(Packs.form("PARA", "Paracetamol tabs", PARA, "B2-04"));
        pharmacy.product(Packs.form("INS", "Insulin pen", INS, "Fridge 1", 180, false));
        pharmacy.receive("PARA", "KNOWN", LocalDate.of(2027, 4, 30), 14);
    }

    private void scan(String code) {
        Wedge.scan(station, code);
        station.settle();
    }

    private String field(String id) {
        return Toolkit.call(() -> lookup(id).queryAs(TextField.class).getText());
    }

    private List<String> batches() {
        return pharmacy.rows(
                "select batch_number, expiry_date, quantity from inventory_batch order by batch_number, expiry_date");
    }

    private boolean shows(String id) {
        return Toolkit.call(() -> lookup(id).tryQuery().isPresent());
    }

    @Test
    void a_wedge_scan_with_its_separator_fills_a_line_wherever_the_cursor_is_and_f9_twice_fast_posts_once() {
        station.go(Place.RECEIVE, null);
        clickOn("#document");
        write("DN-88213");
        scan(code(PARA, "AMX2291", "270630", "7K2P9041"));
        assertThat(field("#document")).isEqualTo("DN-88213");
        assertThat(field("#batch-1")).isEqualTo("AMX2291");
        assertThat(field("#expiry-1")).isEqualTo("30 Jun 2027");
        assertThat(field("#packs-1")).isEqualTo("1");
        type(KeyCode.F9);
        type(KeyCode.F9);
        station.settle();
        assertThat(batches()).containsExactly("AMX2291 2027-06-30 1", "KNOWN 2027-04-30 14");
        assertThat(shows("#line-1")).isFalse();
        assertThat(station.bugs).isEmpty();
    }

    @Test
    void questions_stand_under_their_lines_hold_f9_back_and_are_answered_by_digit_keys() {
        station.go(Place.RECEIVE, null);
        clickOn("#document");
        write("DN-1");
        scan(code(PARA, "KNOWN", "270630"));
        scan(code(INS, "GL1", "260630"));
        assertThat(Toolkit.call(() -> lookup("#post").query().isDisabled())).isTrue();
        assertThat(Toolkit.call(
                        () -> lookup(".action-reason").queryAs(Label.class).getText()))
                .isEqualTo("2 questions open: lines 1 and 2".replace(" and ", ", "));
        Toolkit.run(() -> lookup("#question-1-1").query().requestFocus());
        type(KeyCode.DIGIT1);
        station.settle();
        assertThat(shows("#question-1")).isFalse();
        clickOn("#reason-2");
        write("agreed discount");
        clickOn("#question-2-1");
        station.settle();
        type(KeyCode.F9);
        station.settle();
        assertThat(batches()).containsExactly("GL1 2026-06-30 1", "KNOWN 2027-04-30 14", "KNOWN 2027-06-30 1");
    }

    /** A delivery of one line is booked. */
    private void booked() {
        station.go(Place.RECEIVE, null);
        clickOn("#document");
        write("DN-7");
        scan(code(PARA, "AMX2291", "270630", "7K2P9041"));
        type(KeyCode.F9);
        station.settle();
        clickOn("#toast-close");
    }

    @Test
    void the_note_of_what_was_booked_goes_out_to_excel() {
        booked();
        clickOn("#receive-note-excel");
        station.settle();
        try (ReadBack read = ReadBack.of(station.home.resolve("goods-received-dn-7-2026-03-10.xlsx"))) {
            assertThat(read.data("Goods received DN-7"))
                    .containsExactly(Map.of(
                            "SKU", "PARA",
                            "Product", "Paracetamol tabs",
                            "Batch", "AMX2291",
                            "Expiry", "2027-06-30",
                            "Packs", "1",
                            "Unit cost", "",
                            "Value", "",
                            "Remark", ""));
            assertThat(read.total("Goods received DN-7")).containsEntry("Packs", "1");
        }
        assertThat(station.bugs).isEmpty();
    }

    @Test
    void without_a_printer_that_is_said_and_the_labels_are_offered_as_a_file() {
        station.close();
        List<String> printed = new ArrayList<>();
        station = Workstation.open(
                pharmacy,
                new Rooms()
                        .add(
                                Place.RECEIVE,
                                session -> new ReceivingRoom(session, printed::add, (labels, today) -> false)));
        booked();
        clickOn("#receive-note-print");
        station.settle();
        assertThat(printed).hasSize(1);
        assertThat(printed.getFirst()).contains("Goods received DN-7", "PARA", "AMX2291", "30 Jun 2027");
        clickOn("#receive-note-labels");
        station.settle();
        assertThat(lookup("No printer answers").tryQuery()).isPresent();
        clickOn("Save as PDF");
        station.settle();
        assertThat(station.home.resolve("labels-DN-7.pdf")).isNotEmptyFile();
        assertThat(station.bugs).isEmpty();
    }

    @Test
    void an_unknown_pack_becomes_a_product_without_leaving_its_line() {
        station.go(Place.RECEIVE, null);
        scan(code(NEW, "R1", "270630"));
        clickOn("#question-1-2");
        write("Oral salts");
        type(KeyCode.ENTER);
        station.settle();
        assertThat(pharmacy.rows("select gtin from product where name = 'Oral salts'"))
                .containsExactly(NEW.digits());
        assertThat(shows("#question-1")).isFalse();
    }

    @Test
    void a_typed_date_is_read_as_people_write_it_and_an_emptied_one_comes_back() {
        station.go(Place.RECEIVE, null);
        scan(code(PARA, "A", "270630"));
        doubleClickOn("#expiry-1");
        type(KeyCode.A);
        Toolkit.run(() -> lookup("#expiry-1").queryAs(TextField.class).setText("10/2027"));
        type(KeyCode.ENTER);
        station.settle();
        assertThat(field("#expiry-1")).isEqualTo("31 Oct 2027");
        Toolkit.run(() -> lookup("#expiry-1").queryAs(TextField.class).setText(""));
        type(KeyCode.ENTER);
        station.settle();
        assertThat(field("#expiry-1")).isEqualTo("31 Oct 2027");
    }

    @Test
    void the_tab_key_reaches_every_control() {
        station.go(Place.RECEIVE, null);
        scan(code(PARA, "KNOWN", "270630"));
        assertThat(EveryControl.missed(station)).isEmpty();
    }
}
