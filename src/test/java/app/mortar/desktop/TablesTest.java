package app.mortar.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.shell.Place;
import app.mortar.expiry.OutlookFilter;
import app.mortar.kernel.ProductId;
import app.mortar.testing.Pharmacy;
import app.mortar.testing.ReadBack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testfx.api.FxRobot;

/** What every table of the desktop can do, tried in the demonstration. */
@ResourceLock(Toolkit.LOCK)
class TablesTest extends FxRobot {
    private Pharmacy pharmacy;
    private Workstation station;

    @BeforeEach
    void open() {
        pharmacy = Shots.demo();
        station = Workstation.open(pharmacy);
    }

    @AfterEach
    void close() {
        station.close();
        pharmacy.close();
    }

    private TableView<?> table(String id) {
        return lookup("#" + id).queryTableView();
    }

    /** The workbook that a click on the table's button makes. */
    private ReadBack exported(String id) {
        List<Path> before = workbooks();
        clickOn("#" + id + "-export");
        station.settle();
        List<Path> now = workbooks();
        now.removeAll(before);
        assertThat(now).as(id).hasSize(1);
        assertThat(lookup("#" + id + "-export-open").query().isVisible()).isTrue();
        clickOn("#toast-close"); // it lies over the buttons for a while
        return ReadBack.of(now.getFirst());
    }

    private List<Path> workbooks() {
        try (Stream<Path> files = Files.list(station.home)) {
            return new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(".xlsx")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProductId product(String sku) {
        return new ProductId(Long.parseLong(pharmacy.rows("select id from product where sku = '" + sku + "'")
                .getFirst()));
    }

    private void go(Place place, @Nullable Object about) {
        station.go(place, about);
        station.settle();
    }

    @Test
    void a_list_goes_out_whole_as_it_is_narrowed_and_sorted() {
        go(Place.STOCK, OutlookFilter.ALL.words("tablets"));
        Toolkit.run(() -> sort("stock-table", "stock-on-hand"));
        station.settle();
        List<String> expected = pharmacy.rows("""
                select p.sku || '|' || p.stock_quantity || '|' || p.min_stock_level from product p
                where p.active and lower(p.name || ' ' || coalesce(p.strength, '')) like '%tablets%'""");
        try (ReadBack read = exported("stock-table")) {
            var rows = read.data("Products");
            assertThat(rows.size())
                    .isEqualTo(table("stock-table").getItems().size())
                    .isGreaterThan(40);
            assertThat(rows)
                    .extracting(row -> row.get("SKU") + "|" + row.get("On hand") + "|" + row.get("Minimum"))
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(rows)
                    .extracting(row -> Integer.valueOf(Objects.requireNonNull(row.get("On hand"))))
                    .isSortedAccordingTo((one, other) -> Integer.compare(other, one));
            assertThat(said(read.workbook.getSheetAt(1))).contains("Words: tablets");
        }
        assertThat(station.bugs).isEmpty();
    }

    private static List<String> said(XSSFSheet page) {
        List<String> lines = new ArrayList<>();
        page.forEach(row -> {
            if (row.getCell(0) != null && row.getCell(1) != null) {
                lines.add(row.getCell(0) + ": " + row.getCell(1));
            }
        });
        return lines;
    }

    private void sort(String table, String column) {
        TableView<?> it = table(table);
        sortBy(it, column);
    }

    private static <T> void sortBy(TableView<T> table, String id) {
        TableColumn<T, ?> column = table.getColumns().stream()
                .filter(one -> id.equals(one.getId()))
                .findFirst()
                .orElseThrow();
        column.setSortType(TableColumn.SortType.DESCENDING);
        table.getSortOrder().setAll(List.of(column));
    }

    @Test
    void numbers_and_dates_are_numbers_and_dates_in_every_table() {
        go(Place.DASHBOARD, null);
        agrees("low-table", "Low Stock");
        go(Place.STOCK, null);
        agrees("stock-table", "Products");
        go(Place.STOCK, product("AMLO-5"));
        agrees("product-batches", "Batches");
        agrees("product-ledger", "Ledger");
        go(Place.ORDERS, null);
        agrees("orders-table", "Orders");
        go(Place.EXPIRY, null);
        agrees("expiry-batches", "Batches by expiry");
        clickOn("#expiry-lists-4");
        station.settle();
        agrees("expiry-forecast-table", "Will not sell");
        clickOn("#expiry-lists-5");
        station.settle();
        agrees("expiry-waste", "Written off");
        go(Place.ALERTS, null);
        agrees("alerts-shortages", "What is short");
        agrees("alerts-messages", "Messages");
        assertThat(station.bugs).isEmpty();
    }

    /** Each row of the table is in its workbook, cell for cell; what stands at the right is never text. */
    private void agrees(String id, String sheet) {
        TableView<?> table = table(id);
        try (ReadBack read = exported(id)) {
            XSSFSheet list = read.workbook.getSheet(sheet);
            assertThat(list).as(id + " in " + read.sheets()).isNotNull();
            int rows = Toolkit.call(() -> table.getItems().size());
            assertThat(rows).as(id).isPositive();
            assertThat(list.getLastRowNum()).as(id).isGreaterThanOrEqualTo(rows);
            List<? extends TableColumn<?, ?>> columns = table.getVisibleLeafColumns();
            for (int at = 0; at < columns.size(); at++) {
                TableColumn<?, ?> column = columns.get(at);
                assertThat(list.getRow(0).getCell(at).getStringCellValue()).isEqualTo(column.getText());
                assertThat(list.getColumnWidth(at)).isGreaterThan(8 * 256);
                boolean number = column.getStyleClass().contains("right");
                for (int row = 1; row <= rows; row++) {
                    Cell cell = list.getRow(row).getCell(at);
                    if (cell == null) {
                        continue;
                    }
                    if (number) {
                        assertThat(cell.getCellType())
                                .as("%s %s %d", id, column.getText(), row)
                                .isEqualTo(CellType.NUMERIC);
                    } else if (cell.getCellType() == CellType.NUMERIC) {
                        assertThat(DateUtil.isCellDateFormatted(cell)).isTrue();
                    }
                }
            }
        }
    }

    @Test
    void the_live_holds_go_out_with_a_row_for_each_product() {
        go(Place.HOLDS, null);
        try (ReadBack read = exported("holds-list")) {
            long units = read.data("Live holds").stream()
                    .mapToLong(row -> Long.parseLong(Objects.requireNonNull(row.get("Packs"))))
                    .sum();
            assertThat(units)
                    .isEqualTo(Long.parseLong(
                            pharmacy.rows("select sum(quantity) from stock_reservation where status = 'ACTIVE'")
                                    .getFirst()));
        }
    }

    @Test
    void the_menu_of_a_row_opens_by_keys_and_does_what_it_says() {
        go(Place.STOCK, null);
        clickOn("Amlodipine 5 mg, 30 tablets");
        press(KeyCode.SHIFT, KeyCode.F10).release(KeyCode.F10, KeyCode.SHIFT);
        station.settle();
        clickOn("#stock-table-open");
        station.settle();
        assertThat(lookup("#product-name").queryLabeled().getText()).startsWith("Amlodipine 5 mg");
        clickOn(lookup("#product-batches .table-row-cell").nth(0).<javafx.scene.Node>query());
        menuKey();
        clickOn("#batch-quarantine");
        station.settle();
        assertThat(lookup("#form-units").queryAll()).isNotEmpty();
        assertThat(station.bugs).isEmpty();
    }

    /** As the keyboard sends it; a robot under X11 has no such key. */
    private void menuKey() {
        Toolkit.run(() -> Event.fireEvent(
                Objects.requireNonNull(station.stage.getScene().getFocusOwner()),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.CONTEXT_MENU, false, false, false, false)));
        station.settle();
    }

    @Test
    void a_shortage_is_taken_note_of_on_the_dashboard() {
        go(Place.DASHBOARD, null);
        clickOn("Ceftriaxone 1 g, 1 vial").clickOn("#low-acknowledge");
        station.settle();
        assertThat(pharmacy.rows("""
                select e.acknowledged_by from alert_episode e join product p on p.id = e.open_product
                where p.name like 'Ceftriaxone%'""")).containsExactly("Adaeze Okoro");
    }

    @Test
    void columns_stay_as_somebody_arranged_them() {
        go(Place.STOCK, null);
        Toolkit.run(() -> {
            swap(table("stock-table"));
            sort("stock-table", "stock-worth");
        });
        station.settle();
        List<String> arranged = Toolkit.call(() -> ids("stock-table"));
        assertThat(arranged).startsWith("stock-sku", "stock-severity");
        Path home = station.home;
        station.close();
        station = Workstation.open(pharmacy, home);
        go(Place.STOCK, null);
        assertThat(Toolkit.call(() -> ids("stock-table"))).isEqualTo(arranged);
        assertThat(Toolkit.call(
                        () -> table("stock-table").getSortOrder().getFirst().getId()))
                .isEqualTo("stock-worth");
    }

    private List<String> ids(String table) {
        return table(table).getColumns().stream().map(TableColumn::getId).toList();
    }

    private static <T> void swap(TableView<T> table) {
        List<TableColumn<T, ?>> order = new ArrayList<>(table.getColumns());
        order.addFirst(order.remove(1));
        table.getColumns().setAll(order);
    }
}
