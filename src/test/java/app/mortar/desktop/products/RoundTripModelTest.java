package app.mortar.desktop.products;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.catalogue.ProductForm;
import app.mortar.desktop.AtWork;
import app.mortar.desktop.products.RoundTripModel.Difference;
import app.mortar.desktop.products.RoundTripModel.Kind;
import app.mortar.desktop.products.RoundTripModel.Step;
import app.mortar.testing.Db;
import app.mortar.testing.Edited;
import app.mortar.testing.Pharmacy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripModelTest {
    @TempDir
    Path folder;

    private Pharmacy pharmacy;
    private AtWork atWork;
    private RoundTripModel model;
    private Path list;

    @BeforeEach
    void two_products_go_out() {
        pharmacy = Pharmacy.open(Db.H2);
        pharmacy.product("AMOX");
        pharmacy.product("PARA");
        atWork = AtWork.in(pharmacy);
        model = new RoundTripModel(atWork.session, Pharmacy.WORKBOOKS);
        list = folder.resolve("products.xlsx");
        model.export(list);
    }

    @AfterEach
    void close() {
        pharmacy.close();
    }

    private void comesBack(Map<String, String> typed) {
        model.look(Edited.of(list, "edited.xlsx", typed));
    }

    private List<String> names() {
        return pharmacy.rows("select name from product order by sku");
    }

    private void somebodyElseRenames(String sku) {
        pharmacy.clock.pass(Duration.ofMinutes(1));
        pharmacy.replace(new ProductForm(
                sku, "Theirs", null, null, null, null, null, null, null, null, 0, null, null, null, false, true, true));
    }

    @Test
    void the_export_is_there_and_says_how_many() {
        assertThat(list).isNotEmptyFile();
        assertThat(model.written().get()).isEqualTo(list);
        assertThat(model.said().get()).isEqualTo("2 products written to products.xlsx");
        assertThat(model.exportName()).isEqualTo("products-2026-03-10.xlsx");
    }

    @Test
    void differences_are_shown_and_nothing_is_saved_until_apply() {
        comesBack(Map.of("B2", "Amoxicillin 500 mg", "A4", "NEW", "B4", "New one"));
        assertThat(model.step().get()).isEqualTo(Step.DIFFERENCES);
        assertThat(model.said().get()).isEqualTo("2 products change; 1 stay as they are.");
        assertThat(model.differences())
                .contains(
                        new Difference(2, "AMOX", "Name", "Product AMOX", "Amoxicillin 500 mg", Kind.CHANGED),
                        new Difference(4, "NEW", "Name", "", "New one", Kind.ADDED));
        assertThat(names()).containsExactly("Product AMOX", "Product PARA");
        model.apply();
        assertThat(names()).containsExactly("Amoxicillin 500 mg", "New one", "Product PARA");
        assertThat(model.said().get()).isEqualTo("1 products added, 1 changed.");
        assertThat(model.differences()).isEmpty();
        assertThat(atWork.changes).isEqualTo(1);
        model.apply();
        assertThat(model.said().get()).as("once").isEqualTo("1 products added, 1 changed.");
    }

    @Test
    void an_untouched_list_has_nothing_to_apply() {
        comesBack(Map.of());
        assertThat(model.step().get()).isEqualTo(Step.BEGIN);
        assertThat(model.said().get()).isEqualTo("No product changes; 2 stay as they are.");
    }

    @Test
    void what_somebody_else_changed_before_the_list_came_back_is_shown_and_can_be_left_out() {
        somebodyElseRenames("AMOX");
        comesBack(Map.of("B2", "Mine", "B3", "Also mine"));
        assertThat(model.step().get()).isEqualTo(Step.MEANWHILE);
        assertThat(model.differences()).extracting(Difference::kind).containsExactly(Kind.MEANWHILE, Kind.CHANGED);
        assertThat(model.differences().getFirst().before()).as("what they said").isEqualTo("Theirs");
        model.apply();
        assertThat(names()).as("not yet").containsExactly("Theirs", "Product PARA");
        model.leaveOut();
        assertThat(model.step().get()).isEqualTo(Step.DIFFERENCES);
        model.apply();
        assertThat(names()).containsExactly("Theirs", "Also mine");
    }

    @Test
    void what_somebody_else_changes_while_one_looks_is_not_run_over_and_is_shown() {
        comesBack(Map.of("B2", "Mine", "B3", "Also mine"));
        somebodyElseRenames("AMOX");
        model.apply();
        assertThat(names()).containsExactly("Theirs", "Product PARA");
        assertThat(model.step().get()).isEqualTo(Step.MEANWHILE);
        assertThat(model.said().get()).startsWith("1 product was changed by somebody else");
        assertThat(model.differences())
                .filteredOn(row -> row.kind() == Kind.MEANWHILE)
                .extracting(Difference::sku)
                .containsExactly("AMOX");
    }

    @Test
    void faults_are_shown_and_go_back_as_comments() throws Exception {
        comesBack(Map.of("B2", "", "C3", "123"));
        assertThat(model.step().get()).isEqualTo(Step.FAULTS);
        assertThat(model.faults()).extracting(fault -> fault.cell()).containsExactly("B2", "C3");
        assertThat(model.said().get()).isEqualTo("2 things must be mended; nothing was saved.");
        assertThat(model.givenBackName()).isEqualTo("edited-to-mend.xlsx");
        Path back = folder.resolve(model.givenBackName());
        model.giveBack(back);
        assertThat(model.written().get()).isEqualTo(back);
        try (XSSFWorkbook workbook = new XSSFWorkbook(back.toString())) {
            assertThat(workbook.getSheetAt(0).getCellComments()).hasSize(2);
            assertThat(workbook.getSheetAt(0).getRow(2).getCell(2).getStringCellValue())
                    .isEqualTo("123");
        }
    }

    @Test
    void what_is_no_such_list_says_so_and_shows_nothing_of_the_one_before() {
        comesBack(Map.of("B2", "Mine"));
        model.look(folder.resolve("nowhere.xlsx"));
        assertThat(model.step().get()).isEqualTo(Step.BEGIN);
        assertThat(model.differences()).isEmpty();
        assertThat(model.said().get()).contains("nowhere.xlsx");
        model.export(folder.resolve("no").resolve("products.xlsx"));
        assertThat(model.said().get()).contains("There is no folder");
        assertThat(atWork.bugs).isEmpty();
    }
}
