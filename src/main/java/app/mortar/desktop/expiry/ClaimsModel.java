package app.mortar.desktop.expiry;

import app.mortar.desktop.Texts;
import app.mortar.expiry.WasteBook;
import app.mortar.kernel.Permission;
import app.mortar.report.ClaimSheet;
import app.mortar.stock.SupplierClaim;
import app.mortar.stock.SupplierReturn;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The claims that go to suppliers with what was sent back; a return of long ago can be claimed again. */
final class ClaimsModel {
    /**
     * A return that can be claimed.
     *
     * @param document what its claim is found by
     * @param name what its sheet should be called
     */
    record Claim(long document, String name) {}

    private final ExpiryViewModel room;
    private final ClaimSheet sheet;
    private final ReadOnlyObjectWrapper<@Nullable Claim> last = new ReadOnlyObjectWrapper<>();

    ClaimsModel(ExpiryViewModel room, ClaimSheet sheet) {
        this.room = room;
        this.sheet = sheet;
    }

    /** A return was booked now. */
    void booked(SupplierReturn.Outcome.Booked booked) {
        last.set(new Claim(booked.document(), name(booked.note().reference())));
    }

    /** The return that a row of the waste book belongs to; null for another row, or for whoever may not see it. */
    @Nullable
    Claim of(WasteBook.@Nullable Row row) {
        if (row == null || !row.toSupplier() || !room.may(Permission.RETURN_TO_SUPPLIER)) {
            return null;
        }
        Long document = row.document();
        String reference = row.reference();
        return document == null ? null : new Claim(document, name(reference == null ? "" : reference));
    }

    private static String name(String reference) {
        return "claim-" + reference.replaceAll("[^\\p{L}\\p{N}._-]+", "-") + ".xlsx";
    }

    /** Writes the claim of a return. */
    void write(Claim claim, Path target) {
        room.run(
                tx -> SupplierClaim.of(tx, claim.document()),
                found -> found.ifPresent(owed -> sheet.write(room.actor(), owed, target)),
                found -> said(found, target));
    }

    private void said(Optional<SupplierClaim> found, Path target) {
        room.say(
                found.isPresent()
                        ? Texts.of("expiry.claimed", target.getFileName())
                        : Texts.of("expiry.nothing-to-claim"));
    }

    /** The return that was booked last; null for none since the room was opened. */
    ReadOnlyObjectProperty<@Nullable Claim> last() {
        return last.getReadOnlyProperty();
    }
}
