package app.mortar.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.kernel.Actor;
import app.mortar.kernel.NotPermitted;
import app.mortar.kernel.Stretch;
import app.mortar.testing.DeskTest;
import app.mortar.testing.ReadBack;
import app.mortar.workbook.Cover;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListExportTest extends DeskTest {
    @TempDir
    Path folder;

    private final List<Long> told = new ArrayList<>();

    @BeforeEach
    void nobody_was_told_yet() {
        told.clear();
    }

    private record Row(int number, String text) {}

    private static final List<Field<Row>> FIELDS =
            List.of(Field.<Row>whole("Number", row -> (long) row.number()).total(), Field.text("Text", 20, Row::text));

    /** Counts the windows and stops after so many of them. */
    private Progress stoppingAfter(int windows) {
        return new Progress() {
            @Override
            public void wrote(long rows, long expected) {
                told.add(expected);
            }

            @Override
            public boolean cancelled() {
                return told.size() >= windows;
            }
        };
    }

    private static ListExport.Wish<Row> wish(List<Row> rows) {
        return new ListExport.Wish<>(
                "Some rows", List.of(Cover.Fact.text("Words", "some")), FIELDS, (tx, span) -> Stretch.of(rows, span));
    }

    private ListExport desk() {
        return new ListExport(pharmacy.transactions);
    }

    @Test
    void every_row_is_written_once_and_in_its_order_though_it_is_read_in_windows() {
        int many = 2 * ListExport.WINDOW + 7;
        List<Row> rows = IntStream.range(0, many)
                .mapToObj(number -> new Row(number, "=" + number))
                .toList();
        Path file = folder.resolve("rows.xlsx");

        assertThat(desk().write(pharmacy.staff, wish(rows), file, stoppingAfter(100)))
                .isEqualTo(new ListExport.Outcome.Written(file, many));

        assertThat(told).containsExactly((long) many, (long) many, (long) many);
        try (ReadBack read = ReadBack.of(file)) {
            assertThat(read.sheets()).containsExactly("Some rows", "About this list");
            assertThat(read.data("Some rows"))
                    .extracting(row -> row.get("Number") + " " + row.get("Text"))
                    .containsExactlyElementsOf(rows.stream()
                            .map(row -> row.number() + " " + row.text())
                            .toList());
            assertThat(read.total("Some rows")).containsEntry("Number", String.valueOf((long) many * (many - 1) / 2));
            XSSFSheet list = read.workbook.getSheet("Some rows");
            assertThat(list.getPaneInformation().isFreezePane()).isTrue();
            assertThat(list.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:B" + (many + 1));
        }
    }

    @Test
    void rows_are_read_in_one_snapshot_of_the_books() {
        pharmacy.product("PARA");
        List<Integer> seen = new ArrayList<>();
        var wish = new ListExport.Wish<Row>("Products", List.of(), FIELDS, (tx, span) -> {
            int here = tx.session()
                    .createNativeQuery("select count(*) from product", Integer.class)
                    .getSingleResult();
            seen.add(here);
            if (span.from() == 0) {
                Thread other = Thread.ofPlatform().start(() -> pharmacy.product("LATER"));
                join(other);
            }
            return new Stretch<>(List.of(new Row(here, "")), 2);
        });
        desk().write(pharmacy.staff, wish, folder.resolve("snapshot.xlsx"), Progress.NONE);
        assertThat(seen).containsExactly(1, 1);
        assertThat(pharmacy.rows("select count(*) from product")).containsExactly("2");
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void an_export_that_is_given_up_leaves_what_was_there() throws IOException {
        Path file = folder.resolve("rows.xlsx");
        Files.writeString(file, "before");
        List<Row> rows = IntStream.range(0, 3 * ListExport.WINDOW)
                .mapToObj(number -> new Row(number, ""))
                .toList();
        assertThat(desk().write(pharmacy.staff, wish(rows), file, stoppingAfter(2)))
                .isEqualTo(new ListExport.Outcome.Cancelled());
        assertThat(told).hasSize(2);
        assertThat(file).hasContent("before");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void an_empty_list_without_sums_has_its_headings_and_no_total() {
        Path file = folder.resolve("empty.xlsx");
        List<Field<Row>> fields = List.of(
                Field.text("Text", 20, Row::text),
                Field.day("Day", row -> LocalDate.EPOCH),
                Field.moment("At", row -> LocalDateTime.MIN));
        desk().write(
                        pharmacy.staff,
                        new ListExport.Wish<>("Nothing", List.of(), fields, (tx, span) -> new Stretch<>(List.of(), 0)),
                        file,
                        Progress.NONE);
        try (ReadBack read = ReadBack.of(file)) {
            assertThat(read.rows("Nothing")).isEmpty();
            assertThat(read.workbook
                            .getSheet("Nothing")
                            .getCTWorksheet()
                            .getAutoFilter()
                            .getRef())
                    .isEqualTo("A1:C1");
        }
    }

    @Test
    void somebody_who_may_see_nothing_takes_nothing_along() {
        Actor stranger = Actor.staff("Stranger", "till-1", Set.of());
        assertThatThrownBy(() -> desk().write(stranger, wish(List.of()), folder.resolve("no.xlsx"), Progress.NONE))
                .isInstanceOf(NotPermitted.class);
        assertThat(folder.resolve("no.xlsx")).doesNotExist();
    }
}
