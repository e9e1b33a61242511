package app.mortar.desktop.stock;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Segments;
import app.mortar.stock.SetAside.Action;
import app.mortar.stock.WhyThisNumber.BatchRow;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** Units of a batch are set aside, or given free again. */
final class QuarantineForm {
    private QuarantineForm() {}

    static @Nullable ActForm of(ProductViewModel model, @Nullable BatchRow batch) {
        if (batch == null) {
            return null;
        }
        TextField units =
                ActForm.field("form-units", 90, Integer.toString(Math.max(1, batch.quantity() - batch.quarantined())));
        TextField words = ActForm.field("form-note", 320, "");
        Segments<Action> action = new Segments<>("form-action", Action.HOLD)
                .add(Action.HOLD, Texts.of("stock.form.hold"))
                .add(Action.RELEASE, Texts.of("stock.form.release"));
        ActForm[] self = new ActForm[1];
        ActForm form = new ActForm(model, "quarantine", batch.batchNumber(), false, () -> ActForm.units(units)
                .ifPresentOrElse(
                        number -> model.quarantine(
                                batch, number, action.value().get(), words.getText(), () -> self[0].close()),
                        units::requestFocus));
        self[0] = form;
        return form.with(Texts.of("stock.form.what"), action)
                .with(Texts.of("stock.form.units"), units)
                .with(Texts.of("stock.form.note"), words);
    }
}
