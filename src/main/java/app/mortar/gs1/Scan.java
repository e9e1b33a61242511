package app.mortar.gs1;

import app.mortar.kernel.Gtin;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to "what does this barcode say?". A code that cannot be trusted is refused, never guessed at. */
public sealed interface Scan {
    /**
     * A code that was read. What it does not say is null.
     *
     * @param gtin AI 01, or else AI 02: which trade item
     * @param batchNumber AI 10, as printed, upper and lower case kept
     * @param expiryDate AI 17, or else the day of AI 7003 or AI 15, each with a warning; day 00 is its month's last
     * @param serial AI 21: which single pack
     * @param quantity AI 30 or AI 37, in trade items
     * @param elements everything the code says, in the code's order, repetitions left out
     * @param warnings whole sentences for the person who scanned; empty when nothing about the code is odd
     */
    record Read(
            @Nullable Gtin gtin,
            @Nullable String batchNumber,
            @Nullable LocalDate expiryDate,
            @Nullable String serial,
            @Nullable Integer quantity,
            List<Element> elements,
            List<String> warnings)
            implements Scan {
        public Read {
            elements = List.copyOf(elements);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * A code that cannot be read, or that contradicts itself.
     *
     * @param sentence what is wrong and, where it is known, what to do; one line
     */
    record Refused(String sentence) implements Scan {}
}
