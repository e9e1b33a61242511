package app.mortar.desktop.reports;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.work.Work;
import app.mortar.report.ReportName;
import app.mortar.testing.Db;
import app.mortar.testing.Pharmacy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsViewModelTest {
    @TempDir
    Path folder;

    private Pharmacy pharmacy;
    private ReportsViewModel model;

    @BeforeEach
    void open() {
        pharmacy = Pharmacy.open(Db.H2);
        pharmacy.product("PARA");
        pharmacy.receive("PARA", "A", pharmacy.today().plusDays(20), 7);
        model = model(Work.here());
    }

    private ReportsViewModel model(Work work) {
        return new ReportsViewModel(
                pharmacy.reports, pharmacy.staff, work, failure -> String.valueOf(failure.getMessage()));
    }

    @AfterEach
    void close() {
        pharmacy.close();
    }

    @Test
    void another_report_or_other_days_are_looked_at_at_once() {
        model.name().set(ReportName.MOVEMENTS);
        assertThat(model.preview().get().parts().getFirst().rows()).hasSize(1);
        model.to().set(LocalDate.parse("2026-03-09"));
        assertThat(model.preview().get().parts().getFirst().rows()).isEmpty();
        assertThat(model.fileName()).isEqualTo("movements-2026-03-09.xlsx");
    }

    @Test
    void days_in_the_wrong_order_are_explained_and_mended() {
        model.name().set(ReportName.MOVEMENTS);
        model.from().set(LocalDate.parse("2026-03-10"));
        model.to().set(LocalDate.parse("2026-03-01"));
        assertThat(model.preview().get()).isNull();
        assertThat(model.refusal().get()).contains("2026-03-10", "2026-03-01");
        model.from().set(LocalDate.parse("2026-03-01"));
        assertThat(model.refusal().get()).isEmpty();
        assertThat(model.preview().get()).isNotNull();
    }

    @Test
    void a_written_report_can_be_opened_and_one_that_cannot_be_written_says_why() {
        Path file = folder.resolve("stock.xlsx");
        model.name().set(ReportName.STOCK_ON_HAND);
        model.write(file);
        assertThat(file).isNotEmptyFile();
        assertThat(model.file().get()).isEqualTo(file);
        assertThat(model.result().get()).contains("2 rows", "stock.xlsx");
        model.write(folder.resolve("nowhere").resolve("stock.xlsx"));
        assertThat(model.file().get()).isNull();
        assertThat(model.result().get()).contains("There is no folder");
    }

    @Test
    void a_report_is_written_once_at_a_time_and_can_be_cancelled_before_it_is_done() {
        Queue<Runnable> background = new ArrayDeque<>();
        ReportsViewModel slow = model(new Work(background::add, Runnable::run));
        Path file = folder.resolve("a.xlsx");
        slow.write(file);
        slow.write(folder.resolve("b.xlsx"));
        assertThat(background).hasSize(1);
        assertThat(slow.running().get()).isTrue();
        slow.cancel();
        background.remove().run();
        assertThat(slow.running().get()).isFalse();
        assertThat(slow.file().get()).isNull();
        assertThat(Files.exists(file)).isFalse();
    }
}
