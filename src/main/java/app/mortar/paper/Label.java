package app.mortar.paper;

import app.mortar.gs1.Element;
import app.mortar.kernel.Gtin;
import app.mortar.kernel.InvalidInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the label of a batch.
 *
 * @param product its name
 * @param batch its number
 * @param expiry its date; null for products that do not expire
 * @param expiryInWords the date as the pharmacy writes it; empty for none
 * @param gtin of the product; null when nobody knows it
 * @param shelf where it lies; null when nobody has said
 */
public record Label(
        String product,
        String batch,
        @Nullable LocalDate expiry,
        String expiryInWords,
        @Nullable Gtin gtin,
        @Nullable String shelf) {
    /**
     * The code that says the same to a scanner: GTIN, expiry, batch.
     *
     * @param today the pharmacy's, because a code has only two digits for the year
     * @return null where the GTIN is unknown, or GS1 has no way to write the batch number or the date
     */
    public @Nullable DataMatrix code(LocalDate today) {
        if (gtin == null) {
            return null;
        }
        try {
            List<Element> elements = new ArrayList<>();
            elements.add(Element.gtin(gtin));
            if (expiry != null) {
                elements.add(Element.expiry(expiry, today));
            }
            elements.add(Element.batch(batch));
            return DataMatrix.of(elements);
        } catch (InvalidInput no) {
            return null;
        }
    }
}
