package app.mortar.bench;

import app.mortar.report.Progress;
import app.mortar.report.ReportName;
import app.mortar.report.Reports;
import app.mortar.testing.Db;
import app.mortar.testing.Pharmacy;
import app.mortar.workbook.Address;
import app.mortar.workbook.Cell;
import app.mortar.workbook.Row;
import app.mortar.workbook.SheetVisitor;
import app.mortar.workbook.WorkbookReader;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * The report "movements" over so many ledger rows, beside POI's streaming writer alone, which writes the same cells out
 * of thin air. Prints seconds, this process' own seconds of work (which other work on the machine does not touch), the greatest
 * heap and what was left of it; then reads the report again and adds it up.
 */
final class ReportBench {
    private static final List<String> HEADINGS = List.of(
            "SKU", "Product", "Batch number", "Expiry date", "Type", "Quantity", "Unit cost", "Value", "At", "By",
            "Workstation", "Reason", "Note", "Reference", "Ledger row", "Reverses row", "Witness");

    private static final long LARGEST = 1L << 30;

    private ReportBench() {}

    static void run(int rows, String database) throws Exception {
        Db db = Db.valueOf(database);
        Path folder = Files.createTempDirectory("mortar-bench-");
        try (Pharmacy pharmacy = Pharmacy.open(db)) {
            fill(pharmacy, db, rows);
            measure("warm", () -> plain(folder.resolve("warm.xlsx"), rows / 20));
            measure("plain", () -> plain(folder.resolve("plain.xlsx"), rows));
            measure("report", () -> pharmacy.reports.write(
                    pharmacy.staff,
                    new Reports.Wish(ReportName.MOVEMENTS, LocalDate.parse("2025-01-01"), LocalDate.parse("2026-12-31")),
                    folder.resolve("report.xlsx"),
                    Progress.NONE));
            measure("re-read", () -> reread(folder.resolve("report.xlsx"), rows));
            System.out.println("file " + Files.size(folder.resolve("report.xlsx")) / 1_000_000 + " MB");
        }
    }

    /** Takes the report in again, row by row: all of it must be there. */
    private static void reread(Path file, int rows) {
        Sum sum = new Sum();
        new WorkbookReader(LARGEST, 1 << 20).read(file, sum);
        // every sheet has headings and a total, which is a formula
        if (sum.rows - 2 * sum.sheets != rows || sum.units != rows) {
            throw new IllegalStateException("Read again: " + sum.rows + " rows, " + sum.units + " units");
        }
    }

    private static final class Sum implements SheetVisitor {
        private long sheets;
        private long rows;
        private long units;

        @Override
        public Next sheet(String name, boolean hidden) {
            boolean data = name.startsWith("Movements");
            sheets += data ? 1 : 0;
            return data ? Next.GO_ON : Next.SKIP_THIS_SHEET;
        }

        @Override
        public Next row(Row row) {
            rows++;
            if (row.cell(5) instanceof Cell.Numeric quantity) {
                units += quantity.value().longValueExact();
            }
            return Next.GO_ON;
        }

        @Override
        public void merged(Address topLeft, Address bottomRight) {
            // none
        }
    }

    private static void fill(Pharmacy pharmacy, Db db, int rows) throws SQLException {
        String series = db == Db.H2 ? "system_range(1, " + rows + ") as g(n)" : "generate_series(1, " + rows + ") as g(n)";
        try (var connection = DriverManager.getConnection(
                        pharmacy.link.url(), pharmacy.link.user(), pharmacy.link.password());
                var statement = connection.createStatement()) {
            statement.execute("insert into product (id, sku, name, search_text, created_at, updated_at) values"
                    + " (1, 'AMOX-500', 'Amoxicillin caps 500 mg', 'x', current_timestamp, current_timestamp)");
            statement.execute("insert into inventory_batch (id, product_id, batch_number, expiry_date, received_at,"
                    + " quantity, unit_cost) values (1, 1, 'AMX2291', '2027-04-30', current_timestamp, 1, 12.5)");
            statement.execute(
                    """
                    insert into inventory_movement (id, product_id, batch_id, type, quantity, batch_number, expiry_date,
                      seq, prev_hash, hash, at, actor, workstation, reference, unit_cost)
                    select n, 1, 1, 'IN', 1, 'AMX2291', date '2027-04-30', n, 'x', 'y',
                      timestamp with time zone '2026-01-01 08:00:00+00' + n * interval '1' second, 'Adaeze Okoro', 'till-1',
                      'WEB-10293', 12.5 from"""
                            + " " + series);
        }
    }

    private interface Act {
        void run() throws IOException;
    }

    private static void measure(String what, Act act) throws IOException {
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long worked = system.getProcessCpuTime();
        long begun = System.nanoTime();
        act.run();
        double seconds = (System.nanoTime() - begun) / 1e9;
        double cpu = (system.getProcessCpuTime() - worked) / 1e9;
        long peak = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.gc();
        long left = heap.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
        System.out.printf("%-7s %6.1f s  cpu %6.1f s  peak %4d MB  left %4d MB%n", what, seconds, cpu, peak >> 20, left >> 20);
    }

    private static void plain(Path file, int rows) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
            CellStyle moment = workbook.createCellStyle();
            moment.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd hh:mm:ss"));
            CellStyle money = workbook.createCellStyle();
            money.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00##"));
            SXSSFSheet sheet = workbook.createSheet("Movements");
            SXSSFRow headings = sheet.createRow(0);
            for (int i = 0; i < HEADINGS.size(); i++) {
                headings.createCell(i).setCellValue(HEADINGS.get(i));
            }
            LocalDateTime at = LocalDateTime.parse("2026-01-01T09:00:00");
            LocalDate expiry = LocalDate.parse("2027-04-30");
            for (int n = 1; n <= rows; n++) {
                SXSSFRow row = sheet.createRow(n);
                row.createCell(0).setCellValue("AMOX-500");
                row.createCell(1).setCellValue("Amoxicillin caps 500 mg");
                row.createCell(2).setCellValue("AMX2291");
                row.createCell(3).setCellValue(expiry);
                row.getCell(3).setCellStyle(day);
                row.createCell(4).setCellValue("IN");
                row.createCell(5).setCellValue(1);
                row.createCell(6).setCellValue(12.5);
                row.getCell(6).setCellStyle(money);
                row.createCell(7).setCellValue(12.5);
                row.getCell(7).setCellStyle(money);
                row.createCell(8).setCellValue(at.plusSeconds(n));
                row.getCell(8).setCellStyle(moment);
                row.createCell(9).setCellValue("Adaeze Okoro");
                row.createCell(10).setCellValue("till-1");
                row.createCell(13).setCellValue("WEB-10293");
                row.createCell(14).setCellValue(n);
            }
            workbook.write(out);
        }
    }
}
