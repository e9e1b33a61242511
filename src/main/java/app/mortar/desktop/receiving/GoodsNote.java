package app.mortar.desktop.receiving;

import app.mortar.desktop.Texts;
import app.mortar.desktop.goods.Goods;
import app.mortar.desktop.widget.Exportable;
import app.mortar.desktop.widget.Formats;
import app.mortar.kernel.Gtin;
import app.mortar.kernel.Stretch;
import app.mortar.paper.Label;
import app.mortar.report.Field;
import app.mortar.report.ListExport;
import app.mortar.workbook.Cover;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The goods-received note of a delivery that was booked.
 *
 * @param reference the supplier's number of it
 * @param supplier may be empty
 * @param by who booked it
 */
public record GoodsNote(String reference, String supplier, Instant at, String by, List<ReceiptLine> lines) {
    private static final int WIDE = 96;

    public GoodsNote {
        lines = List.copyOf(lines);
    }

    private static Goods goods(ReceiptLine line) {
        return Objects.requireNonNull(line.goods());
    }

    /** As it is printed: plain text, 96 letters wide. */
    String text(Formats formats) {
        List<String> text = new ArrayList<>();
        text.add(title());
        if (!supplier.isBlank()) {
            text.add(Texts.of("receive.supplier") + ": " + supplier);
        }
        text.add(Texts.of("receive.note.booked", formats.dayTime(at), by));
        text.add("-".repeat(WIDE));
        for (ReceiptLine line : lines) {
            text.add(String.format(
                    Locale.ROOT,
                    "%-12.12s %-34.34s %-14.14s %-11.11s %7s %12s",
                    goods(line).sku(),
                    goods(line).name(),
                    line.batch(),
                    formats.date(line.expiry()),
                    formats.number(line.units()),
                    formats.money(line.total())));
        }
        text.add("-".repeat(WIDE));
        text.add(Texts.of(
                "receive.note.sum",
                lines.size(),
                lines.stream().mapToLong(ReceiptLine::units).sum()));
        return String.join("\n", text);
    }

    private String title() {
        return Texts.of("receive.note.title", reference);
    }

    /** One label for each batch of it. */
    List<Label> labels(Formats formats) {
        return lines.stream().map(line -> label(goods(line), line, formats)).toList();
    }

    private static Label label(Goods goods, ReceiptLine line, Formats formats) {
        String gtin = goods.gtin();
        return new Label(
                goods.name(),
                line.batch(),
                line.expiry(),
                line.expiry() == null ? "" : formats.date(line.expiry()),
                gtin == null ? null : Gtin.of(gtin),
                goods.shelf());
    }

    /** The note as a workbook. */
    ListExport.Wish<ReceiptLine> workbook(Formats formats) {
        List<Cover.Fact> about = List.of(
                Cover.Fact.text(Texts.of("receive.supplier"), supplier),
                Cover.Fact.text(Texts.of("receive.document"), reference),
                Cover.Fact.text(
                        Texts.of("receive.received-on"), Texts.of("receive.note.booked", formats.dayTime(at), by)));
        List<Field<ReceiptLine>> fields = List.of(
                Field.text(Texts.of("stock.sku"), 14, line -> goods(line).sku()),
                Field.text(Texts.of("stock.product"), 42, line -> goods(line).name()),
                Field.text(Texts.of("stock.batch"), 18, ReceiptLine::batch),
                Field.day(Texts.of("stock.expiry"), ReceiptLine::expiry),
                Field.<ReceiptLine>whole(Texts.of("receive.packs"), line -> (long) line.units())
                        .total(),
                Field.money(Texts.of("receive.note.cost"), ReceiptLine::cost),
                Field.money(Texts.of("receive.note.value"), ReceiptLine::total).total(),
                Field.text(Texts.of("receive.note.remark"), 30, ReceiptLine::reason));
        return new ListExport.Wish<>(title(), about, fields, (tx, span) -> Stretch.of(lines, span));
    }

    /** As something that can be taken along. */
    Exportable asList(Formats formats) {
        return new Exportable() {
            @Override
            public String name() {
                return "receive-note";
            }

            @Override
            public ListExport.Wish<?> wish(String title, List<Cover.Fact> more) {
                return workbook(formats);
            }

            @Override
            public void exportedBy(Runnable act) {
                // it is no table and has no menu
            }
        };
    }
}
