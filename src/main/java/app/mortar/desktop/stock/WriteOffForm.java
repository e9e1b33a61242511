package app.mortar.desktop.stock;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Segments;
import app.mortar.kernel.ExpiryStage;
import app.mortar.stock.BatchStatus;
import app.mortar.stock.SetAside.Reason;
import app.mortar.stock.WhyThisNumber.BatchRow;
import java.util.Locale;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** Units of a batch are booked out as waste. */
final class WriteOffForm {
    private WriteOffForm() {}

    static @Nullable ActForm of(ProductViewModel model, @Nullable BatchRow batch) {
        if (batch == null) {
            return null;
        }
        Reason likely = batch.status() == BatchStatus.RECALLED
                ? Reason.RECALLED
                : batch.stage() == ExpiryStage.EXPIRED ? Reason.EXPIRED : Reason.DAMAGED;
        TextField units =
                ActForm.field("form-units", 90, likely == Reason.DAMAGED ? "1" : Integer.toString(batch.quantity()));
        TextField words = ActForm.field("form-note", 320, "");
        TextField witness = ActForm.field("form-witness", 180, "");
        Segments<Reason> reason = new Segments<>("form-reason", likely);
        for (Reason one : Reason.values()) {
            reason.add(one, Texts.of("reason." + one.name().toLowerCase(Locale.ROOT)));
        }
        ActForm[] self = new ActForm[1];
        ActForm form = new ActForm(model, "write-off", batch.batchNumber(), true, () -> ActForm.units(units)
                .ifPresentOrElse(
                        number -> model.writeOff(
                                batch,
                                number,
                                reason.value().get(),
                                words.getText(),
                                witness.getText(),
                                () -> self[0].close()),
                        units::requestFocus));
        self[0] = form;
        form.with(Texts.of("stock.form.units"), units)
                .with(Texts.of("stock.form.reason"), reason)
                .with(Texts.of("stock.form.note"), words);
        ProductViewModel.Sight now = model.sight().get();
        return now != null && now.product().asForm().controlled()
                ? form.with(Texts.of("stock.form.witness"), witness)
                : form;
    }
}
