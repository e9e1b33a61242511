package app.mortar.demo;

import static app.mortar.kernel.Permission.ACT_FOR_OTHERS;
import static app.mortar.kernel.Permission.APPROVE_COUNTS;
import static app.mortar.kernel.Permission.COUNT;
import static app.mortar.kernel.Permission.EDIT_PRODUCTS;
import static app.mortar.kernel.Permission.ORDER;
import static app.mortar.kernel.Permission.QUARANTINE;
import static app.mortar.kernel.Permission.RECALL;
import static app.mortar.kernel.Permission.RECEIVE;
import static app.mortar.kernel.Permission.RESERVE;
import static app.mortar.kernel.Permission.SEE_STOCK;
import static app.mortar.kernel.Permission.WRITE_OFF;

import app.mortar.kernel.Actor;
import java.util.Set;

/** The people of the demo pharmacy, all invented, each at a workstation and with no more rights than the work needs. */
final class Staff {
    static final Actor PHARMACIST = new Actor(
            "Ada Obi (pharmacist)",
            "staff:ada",
            "till-1",
            Set.of(SEE_STOCK, RESERVE, ORDER, WRITE_OFF, QUARANTINE, RECALL));
    static final Actor ASSISTANT =
            new Actor("Chidi Nwosu (assistant)", "staff:chidi", "till-2", Set.of(SEE_STOCK, RESERVE, ORDER, COUNT));
    static final Actor STOREKEEPER = new Actor(
            "Tunde Bello (storekeeper)",
            "staff:tunde",
            "back-office",
            Set.of(SEE_STOCK, RECEIVE, ORDER, ACT_FOR_OTHERS));
    static final Actor MANAGER = new Actor(
            "Ngozi Eze (manager)",
            "staff:ngozi",
            "back-office",
            Set.of(SEE_STOCK, EDIT_PRODUCTS, RECEIVE, ORDER, ACT_FOR_OTHERS, COUNT, APPROVE_COUNTS));

    /** Nobody: sweeps holds that ran out, plans again when the day has changed. */
    static final Actor AGENT = Actor.agent("back-office");

    private Staff() {}
}
