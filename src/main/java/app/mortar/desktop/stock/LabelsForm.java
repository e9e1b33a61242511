package app.mortar.desktop.stock;

import app.mortar.desktop.Texts;
import app.mortar.desktop.goods.Labels;
import app.mortar.desktop.widget.Segments;
import app.mortar.stock.WhyThisNumber.BatchRow;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** Labels for packs of a batch that lost theirs, or never had one: on paper, or as a file. */
final class LabelsForm {
    /** More is a slip of the hand. */
    private static final int MOST = 500;

    private enum To {
        PRINTER,
        FILE
    }

    private LabelsForm() {}

    static @Nullable ActForm of(ProductViewModel model, Labels labels, @Nullable BatchRow batch) {
        if (batch == null) {
            return null;
        }
        TextField many = ActForm.field("form-units", 90, "1");
        Segments<To> to = new Segments<>("form-to", To.PRINTER)
                .add(To.PRINTER, Texts.of("stock.form.printer"))
                .add(To.FILE, Texts.of("stock.form.file"));
        ActForm[] self = new ActForm[1];
        ActForm form = new ActForm(model, "labels", batch.batchNumber(), false, () -> ActForm.units(many).stream()
                .filter(number -> number <= MOST)
                .findFirst()
                .ifPresentOrElse(
                        number -> {
                            var all = model.labels(batch, number);
                            if (to.value().get() == To.PRINTER) {
                                labels.print(batch.batchNumber(), all);
                            } else {
                                labels.save(batch.batchNumber(), all);
                            }
                            self[0].close();
                        },
                        many::requestFocus));
        self[0] = form;
        return form.with(Texts.of("stock.form.labels.many"), many).with(Texts.of("stock.form.labels.to"), to);
    }
}
