package app.mortar.workbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Fills the first page of a new workbook. */
final class CoverFiller {
    private static final int CHART_ROWS = 16;
    private static final int CHART_COLUMNS = 6;

    private final SXSSFSheet sheet;
    private final Cover cover;
    private final Styles styles;
    private int next;

    CoverFiller(SXSSFSheet sheet, Cover cover, Styles styles) {
        this.sheet = sheet;
        this.cover = cover;
        this.styles = styles;
    }

    void fill() {
        sheet.setDisplayGridlines(false);
        sheet.setColumnWidth(0, 30 * 256);
        int columns = cover.tables().stream()
                .mapToInt(table -> table.columns().size())
                .max()
                .orElse(2);
        for (int i = 1; i < Math.max(columns, CHART_COLUMNS); i++) {
            sheet.setColumnWidth(i, 16 * 256);
        }
        SXSSFRow title = sheet.createRow(next++);
        title.setHeightInPoints(30);
        CellFiller.text(title.createCell(0), cover.title(), styles.title());
        cover.facts().forEach(this::fact);
        cover.tables().forEach(this::table);
        SheetFiller.printable(sheet, false);
    }

    private void fact(Cover.Fact fact) {
        SXSSFRow row = sheet.createRow(next++);
        if (fact.name().isEmpty()) {
            CellFiller.text(row.createCell(0), fact.value().shown(), styles.label());
            return;
        }
        CellFiller.text(row.createCell(0), fact.name(), styles.label());
        new CellFiller(fact.format(), styles).fill(row.createCell(1), fact.value());
    }

    private void table(Cover.Table table) {
        next++;
        CellFiller.text(sheet.createRow(next++).createCell(0), table.title(), styles.subtitle());
        SXSSFRow headings = sheet.createRow(next++);
        for (int i = 0; i < table.columns().size(); i++) {
            NewSheet.Column column = table.columns().get(i);
            CellFiller.text(headings.createCell(i), column.heading(), styles.heading(column));
        }
        int first = next;
        List<CellFiller> fillers = table.columns().stream()
                .map(column -> new CellFiller(column.format(), styles))
                .toList();
        table.rows().forEach(cells -> {
            SXSSFRow row = sheet.createRow(next++);
            for (int i = 0; i < cells.size(); i++) {
                fillers.get(i).fill(row.createCell(i), cells.get(i));
            }
        });
        if (table.columns().stream().anyMatch(NewSheet.Column::summed)) {
            List<BigDecimal> sums = IntStream.range(0, table.columns().size())
                    .mapToObj(i -> table.rows().stream()
                            .map(row -> CellFiller.number(row.get(i)))
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .toList();
            TotalRow.write(
                    sheet.createRow(next++),
                    table.columns(),
                    "SUM",
                    first,
                    table.rows().size(),
                    sums,
                    styles);
        }
        if (!table.chart().series().isEmpty() && !table.rows().isEmpty()) {
            chart(table, first);
        }
    }

    private void chart(Cover.Table table, int first) {
        XSSFSheet page = sheet.getWorkbook().getXSSFWorkbook().getSheet(sheet.getSheetName());
        XSSFDrawing drawing = page.createDrawingPatriarch();
        ClientAnchor anchor = drawing.createAnchor(0, 0, 0, 0, 0, next + 1, CHART_COLUMNS, next + CHART_ROWS);
        next += CHART_ROWS;
        XSSFChart chart = drawing.createChart(anchor);
        chart.setTitleText(table.title());
        chart.setTitleOverlay(false);
        if (table.chart().series().size() > 1) {
            chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        }
        XDDFCategoryAxis names = chart.createCategoryAxis(AxisPosition.BOTTOM);
        names.setTickLabelPosition(AxisTickLabelPosition.LOW); // below bars that hang down too
        XDDFValueAxis values = chart.createValueAxis(AxisPosition.LEFT);
        values.setCrosses(AxisCrosses.AUTO_ZERO);
        XDDFBarChartData bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, names, values);
        bars.setBarDirection(BarDirection.COL);
        bars.setVaryColors(false);
        int last = first + table.rows().size() - 1;
        var categories = XDDFDataSourcesFactory.fromArray(
                table.rows().stream().map(row -> row.getFirst().shown()).toArray(String[]::new), range(first, last, 0));
        for (int column : table.chart().series()) {
            Double[] heights = table.rows().stream()
                    .map(row -> CellFiller.number(row.get(column)).doubleValue())
                    .toArray(Double[]::new);
            var series =
                    bars.addSeries(categories, XDDFDataSourcesFactory.fromArray(heights, range(first, last, column)));
            series.setTitle(table.columns().get(column).heading(), null);
            series.setFillProperties(Styles.series(bars.getSeriesCount() - 1));
        }
        chart.plot(bars);
    }

    private String range(int first, int last, int column) {
        return new CellRangeAddress(first, last, column, column).formatAsString(sheet.getSheetName(), true);
    }
}
