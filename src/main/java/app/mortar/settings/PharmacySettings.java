package app.mortar.settings;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;

/**
 * What is the same on every machine of the pharmacy.
 *
 * @param zone whose day decides what has expired
 * @param name may be empty
 * @param idleLock a window that nobody has touched for so long is locked; zero: never
 */
public record PharmacySettings(ZoneId zone, Currency currency, String name, Duration idleLock) {
    static PharmacySettings from(Values values, ZoneId systemZone) {
        return new PharmacySettings(
                values.given(Key.PHARMACY_ZONE).map(ZoneId::of).orElse(systemZone),
                Currency.getInstance(values.text(Key.PHARMACY_CURRENCY)),
                values.text(Key.PHARMACY_NAME),
                values.durationOrOff(Key.PHARMACY_IDLE_LOCK));
    }
}
