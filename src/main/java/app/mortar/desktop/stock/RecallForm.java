package app.mortar.desktop.stock;

import app.mortar.desktop.Texts;
import app.mortar.stock.WhyThisNumber.BatchRow;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** A batch number is taken out of sale at once. */
final class RecallForm {
    private RecallForm() {}

    static @Nullable ActForm of(ProductViewModel model, @Nullable BatchRow batch) {
        if (batch == null) {
            return null;
        }
        TextField words = ActForm.field("form-note", 420, "");
        ActForm[] self = new ActForm[1];
        ActForm form = new ActForm(
                model,
                "recall",
                Texts.of("stock.form.recall.about", batch.batchNumber(), batch.quantity(), batch.reserved()),
                true,
                () -> model.recall(batch, words.getText(), () -> self[0].close()));
        self[0] = form;
        return form.with(Texts.of("stock.form.note"), words);
    }
}
