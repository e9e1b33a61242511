package app.mortar.demo;

import app.mortar.catalogue.ProductForm;
import app.mortar.kernel.Gtin;
import app.mortar.stock.ProductRef;
import app.mortar.stock.Wanted;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A row of the demo's formulary.
 *
 * @param number counts the rows from 1
 * @param genericName the INN; for sundries just what it is
 * @param pack what one sale unit holds
 * @param price of one sale unit in naira
 * @param shelfLife days that must be left at goods-in; 0 for sundries, which do not expire
 */
record Medicine(
        int number,
        String sku,
        String genericName,
        String strength,
        String form,
        String pack,
        String atcCode,
        String category,
        String supplier,
        String shelf,
        BigDecimal price,
        int minimum,
        int reorder,
        int shelfLife,
        String mark) {

    /** Reads the columns of one row. */
    static Medicine of(int number, String[] row) {
        return new Medicine(
                number,
                row[0],
                row[1],
                row[2],
                row[3],
                row[4],
                row[5],
                row[6],
                row[7],
                row[8],
                new BigDecimal(row[9]),
                Integer.parseInt(row[10]),
                Integer.parseInt(row[11]),
                row[12].isEmpty() ? 0 : Integer.parseInt(row[12]),
                row[13]);
    }

    boolean expires() {
        return !mark.equals("sundry");
    }

    boolean isControlled() {
        return mark.equals("controlled");
    }

    /** So many units, as an order or a cart names them. */
    Wanted units(int units) {
        return new Wanted(new ProductRef.BySku(sku), units);
    }

    ProductForm asForm() {
        return new ProductForm(
                sku,
                genericName + (strength.isEmpty() ? "" : " " + strength) + ", " + pack,
                gtin(),
                expires() ? genericName : null,
                orNull(strength),
                form,
                orNull(atcCode),
                category,
                supplier,
                shelf,
                minimum,
                reorder,
                expires() ? shelfLife : null,
                price,
                isControlled(),
                expires(),
                true);
    }

    /** In the range that GS1 keeps for documentation (prefix 952): no pack in the world bears it. */
    private Gtin gtin() {
        String body = "952%09d".formatted(1000 + number);
        return Gtin.of(body + Gtin.checkDigit(body));
    }

    private static @Nullable String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}
