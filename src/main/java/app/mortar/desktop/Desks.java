package app.mortar.desktop;

import app.mortar.fulfilment.OrderDesk;
import app.mortar.report.ClaimSheet;
import app.mortar.report.Reports;
import app.mortar.reservation.ReservationDesk;
import app.mortar.workbook.WorkbookReader;

/**
 * The desks that a room cannot make by itself, because they are set up with the pharmacy's settings.
 *
 * @param reservations holds for carts
 * @param orders orders of all channels
 * @param reports the managers' workbooks
 * @param claims what goes to a supplier with a return
 * @param workbooks reads lists that somebody has filled in
 * @param office what the room Settings asks
 */
public record Desks(
        ReservationDesk reservations,
        OrderDesk orders,
        Reports reports,
        ClaimSheet claims,
        WorkbookReader workbooks,
        Office office) {}
