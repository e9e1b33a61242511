package app.mortar.report;

import app.mortar.kernel.Actor;
import app.mortar.kernel.Permission;
import app.mortar.settings.PharmacySettings;
import app.mortar.stock.SupplierClaim;
import app.mortar.stock.SupplierReturn;
import app.mortar.workbook.Cell;
import app.mortar.workbook.Cover;
import app.mortar.workbook.NewSheet;
import app.mortar.workbook.NewWorkbook;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;

/** The claim that goes to the supplier with a return: what was sent back, why, and what is owed for it. */
public final class ClaimSheet {
    private static final List<Field<SupplierReturn.Sent>> FIELDS = List.of(
            Field.text("SKU", 14, SupplierReturn.Sent::sku),
            Field.text("Batch number", 18, SupplierReturn.Sent::batchNumber),
            Field.day("Expiry date", SupplierReturn.Sent::expiryDate),
            Field.<SupplierReturn.Sent>whole("Quantity", sent -> (long) sent.quantity())
                    .total(),
            Field.money("Unit cost", SupplierReturn.Sent::unitCost),
            Field.money("Value", SupplierReturn.Sent::value).total(),
            Field.text("Reason", 40, SupplierReturn.Sent::reason));

    private final Supplier<PharmacySettings> settings;

    /**
     * The sheet.
     *
     * @param settings whose units they are, asked anew for each claim
     */
    public ClaimSheet(Supplier<PharmacySettings> settings) {
        this.settings = settings;
    }

    /**
     * Writes it.
     *
     * @throws app.mortar.workbook.Unwritable it could not be written
     */
    public void write(Actor actor, SupplierClaim claim, Path file) {
        actor.must(Permission.RETURN_TO_SUPPLIER);
        PharmacySettings pharmacy = settings.get();
        LocalDateTime at = LocalDateTime.ofInstant(claim.at(), pharmacy.zone());
        List<Cover.Fact> facts = List.of(
                Cover.Fact.text("From", pharmacy.name()),
                Cover.Fact.text("To", claim.supplier()),
                Cover.Fact.text("Reference", claim.reference()),
                new Cover.Fact("Sent", Cell.of(at), "yyyy-mm-dd hh:mm:ss"),
                Cover.Fact.text("By", claim.by()),
                Cover.Fact.text("Currency", pharmacy.currency().getCurrencyCode()));
        ListOf<SupplierReturn.Sent> lines = new ListOf<>("Lines", FIELDS, claim.lines());
        try (NewWorkbook workbook = NewWorkbook.at(file)) {
            workbook.add(new Cover("Cover", "Return to the supplier", facts, List.of()));
            workbook.add(NewSheet.report(lines.name(), lines.columns(), lines.cells()));
            workbook.finish();
        }
    }
}
