package app.mortar.desktop;

import app.mortar.fulfilment.OrderDesk;
import app.mortar.report.Reports;
import app.mortar.reservation.ReservationDesk;

/**
 * The desks that a room cannot make by itself, because they are set up with the pharmacy's settings.
 *
 * @param reservations holds for carts
 * @param orders orders of all channels
 * @param reports the managers' workbooks
 */
public record Desks(ReservationDesk reservations, OrderDesk orders, Reports reports) {}
