package app.mortar.report;

import app.mortar.stock.OversellIncident;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plan's metrics over some days, by its own names. A rate is 0…1, and null while there is nothing to divide by.
 *
 * @param from the first day, in the pharmacy's zone
 * @param to the last day, today
 * @param reservationSuccessRate holds granted ÷ (granted + refused for stock)
 * @param oversellIncidents promises that stock could not keep, of whatever cause
 * @param oversellByCause the same, apart; {@code CONCURRENCY} must be 0
 * @param stockAccuracyRate 1 − Σ|counted − expected| ÷ Σ expected, batch by batch, never below 0
 * @param lowStockAlertDeliveryRate low-stock and stock-out messages accepted ÷ those due
 * @param stockoutIncidents times that a product ran out of good units
 * @param expiredWasteRate units written off as expired ÷ (units out + written off)
 * @param fifoComplianceRate units that left from the batch FEFO named ÷ units that left
 * @param fifoOverrideUnits those that left from another batch because somebody who may decided so
 */
public record PlanRates(
        LocalDate from,
        LocalDate to,
        @Nullable Double reservationSuccessRate,
        long oversellIncidents,
        Map<OversellIncident.Cause, Long> oversellByCause,
        @Nullable Double stockAccuracyRate,
        @Nullable Double lowStockAlertDeliveryRate,
        long stockoutIncidents,
        @Nullable Double expiredWasteRate,
        @Nullable Double fifoComplianceRate,
        long fifoOverrideUnits) {}
