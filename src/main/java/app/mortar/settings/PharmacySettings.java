package app.mortar.settings;

import java.time.ZoneId;
import java.util.Currency;

/**
 * What is the same on every machine of the pharmacy.
 *
 * @param zone whose day decides what has expired
 * @param name may be empty
 */
public record PharmacySettings(ZoneId zone, Currency currency, String name) {
    static PharmacySettings from(Values values, ZoneId systemZone) {
        return new PharmacySettings(
                values.given(Key.PHARMACY_ZONE).map(ZoneId::of).orElse(systemZone),
                Currency.getInstance(values.text(Key.PHARMACY_CURRENCY)),
                values.text(Key.PHARMACY_NAME));
    }
}
