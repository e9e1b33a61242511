package app.mortar.desktop.receiving;

import java.util.List;

/** A delivery that was not booked yet, as this workstation keeps it. */
public record Draft(String supplier, String document, List<ReceiptLine> lines) {
    /** Its name in what is remembered. */
    static final String NAME = "receipt";

    public Draft {
        lines = List.copyOf(lines);
    }

    boolean isEmpty() {
        return supplier.isBlank() && document.isBlank() && lines.isEmpty();
    }
}
