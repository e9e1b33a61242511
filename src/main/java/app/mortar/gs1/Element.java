package app.mortar.gs1;

import app.mortar.kernel.Gtin;
import app.mortar.kernel.InvalidInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a code: an application identifier and a value that is right for it in length, characters, check
 * digit and calendar; made of anything else it is refused with {@link InvalidInput}.
 */
public record Element(Ai ai, String value) {
    public Element {
        String complaint = ai.complaint(value);
        if (complaint != null) {
            throw new InvalidInput(ai.code(), complaint);
        }
    }

    /** As the constructor; an identifier that GS1 does not know is refused, too. */
    public static Element of(String code, String value) {
        Ai ai = AiTable.find(code);
        if (ai == null) {
            throw new InvalidInput(code, "GS1 knows no application identifier " + Quoted.text(code) + ".");
        }
        return new Element(ai, value);
    }

    public static Element gtin(Gtin gtin) {
        return of("01", gtin.digits());
    }

    public static Element batch(String batchNumber) {
        return of("10", batchNumber);
    }

    /** Refused if the date is too far from {@code today} for two digits of a year. */
    public static Element expiry(LocalDate expiryDate, LocalDate today) {
        return of("17", Gs1Date.write(expiryDate, today));
    }

    public static Element serial(String serial) {
        return of("21", serial);
    }

    /** For the parsers: a wrong value there is a code that cannot be read. */
    static Element read(Ai ai, String value) throws Unreadable {
        String complaint = ai.complaint(value);
        if (complaint != null) {
            throw Unreadable.because(complaint);
        }
        return new Element(ai, value);
    }

    boolean is(String code) {
        return ai.code().equals(code);
    }

    /**
     * The number that a measure, amount or price means (AI 31nn to 36nn, 39nn), its decimal point in place; in the unit
     * of the title, amounts of 391n and 393n without their leading currency code. Null for every other element.
     */
    public @Nullable BigDecimal amount() {
        if (ai.decimals() < 0) {
            return null;
        }
        String digits = ai.parts().size() == 2 ? value.substring(3) : value;
        return new BigDecimal(digits).movePointLeft(ai.decimals()).setScale(ai.decimals());
    }

    @Override
    public String toString() {
        return "(" + ai.code() + ")" + value;
    }
}
