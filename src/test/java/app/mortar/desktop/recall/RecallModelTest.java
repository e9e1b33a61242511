package app.mortar.desktop.recall;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.AtWork;
import app.mortar.fulfilment.OrderAnswer;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.gs1.Scan;
import app.mortar.recall.RecallSearch.Found;
import app.mortar.testing.Db;
import app.mortar.testing.Pharmacy;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecallModelTest {
    private Pharmacy pharmacy;
    private AtWork atWork;
    private RecallModel model;

    @BeforeEach
    void open() {
        pharmacy = Pharmacy.open(Db.H2);
        pharmacy.product("PARA");
        pharmacy.product("AMOX");
        pharmacy.receive("PARA", "P1", pharmacy.today().plusDays(30), 10);
        pharmacy.receive("PARA", "P2", pharmacy.today().plusDays(60), 10);
        pharmacy.receive("AMOX", "A 1", pharmacy.today().plusDays(60), 4);
        atWork = AtWork.in(pharmacy);
        model = new RecallModel(atWork.session);
    }

    @AfterEach
    void close() {
        pharmacy.close();
    }

    private List<String> recalled() {
        return pharmacy.rows(
                "select batch_number from inventory_batch where status = 'RECALLED' order by batch_number");
    }

    @Test
    void a_pasted_list_is_taken_apart_whatever_stands_between_its_numbers() {
        model.numbers().set(" P1,\u00A0P2 ;A 1\r\n\n\tP1\tX9 ");
        assertThat(model.wanted()).containsExactly("P1", "P2", "A 1", "X9");
        model.look();
        assertThat(model.found()).extracting(Found::batchNumber).containsExactly("A 1", "P1", "P2");
        assertThat(model.said().get())
                .isEqualTo("3 batches have one of these numbers; 24 packs are here. Not known here: X9.");
        assertThat(recalled()).as("looking changes nothing").isEmpty();
    }

    @Test
    void a_scanned_pack_is_added_to_the_list() {
        model.numbers().set("P1");
        model.scanned((Scan.Read) atWork.scan("]d20109521234567899" + "10P2").read());
        assertThat(model.wanted()).containsExactly("P1", "P2");
        assertThat(model.found()).hasSize(2);
        model.scanned((Scan.Read) atWork.scan("]d20109521234567899").read());
        assertThat(model.said().get()).contains("no batch");
    }

    @Test
    void one_act_takes_them_out_of_sale_moves_promises_and_names_whom_to_call() {
        if (pharmacy.order(Pharmacy.request("O-1", null, true, wanted("PARA", 3)))
                instanceof OrderAnswer.Placed placed) {
            pharmacy.move(placed.order().id(), OrderStatus.DELIVERED);
        }
        pharmacy.hold(wanted("PARA", 2));
        model.numbers().set("P1\nA 1");
        model.note().set("Letter of 9 March");
        model.look();
        model.recall(List.copyOf(model.found()));
        assertThat(recalled()).containsExactly("A 1", "P1");
        assertThat(model.said().get())
                .isEqualTo(
                        "2 batches are out of sale, 11 packs; 1 promise moved or broken; 1 order was served from them.");
        assertThat(model.served()).containsExactly(new RecallModel.Served("O-1", "PARA", "P1", 3));
        assertThat(model.found()).allMatch(Found::recalled);
        assertThat(atWork.changes).isEqualTo(1);
        assertThat(pharmacy.available("PARA")).isEqualTo(8);
        assertThat(pharmacy.rows("select distinct note from batch_event where kind like 'RECALL%'"))
                .containsExactly("Letter of 9 March");
    }

    @Test
    void an_act_that_fails_half_way_says_why_and_shows_what_is_recalled_already() {
        model.numbers().set("P1\nA 1");
        model.look();
        List<Found> chosen = List.copyOf(model.found());
        assertThat(chosen).extracting(Found::batchNumber).containsExactly("A 1", "P1");
        model.recall(chosen.subList(0, 1));
        assertThat(model.found()).extracting(Found::recalled).containsExactly(true, false);
        model.note().set("x".repeat(1_000));
        model.recall(chosen);
        assertThat(recalled()).as("the second was refused").containsExactly("A 1");
        assertThat(model.said().get()).isEqualTo("note: must have at most 500 characters");
        assertThat(atWork.bugs).isEmpty();
        assertThat(model.found()).extracting(Found::recalled).containsExactly(true, false);
    }

    @Test
    void nothing_typed_is_said() {
        model.numbers().set(" ,; \n");
        model.look();
        assertThat(model.said().get()).isEqualTo("No batch number is in the list.");
        model.recall(List.of());
        assertThat(recalled()).isEmpty();
    }
}
