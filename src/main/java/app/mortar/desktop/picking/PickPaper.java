package app.mortar.desktop.picking;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Formats;
import app.mortar.fulfilment.PickList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A pick list for somebody who walks without a scanner: plain text, 78 letters wide. */
public record PickPaper(String title, List<String> lines) {
    public PickPaper {
        lines = List.copyOf(lines);
    }

    static PickPaper of(PickList list, Formats formats) {
        List<String> text = new ArrayList<>();
        String title = Texts.of("pick.order", list.externalRef());
        text.add(title
                + (list.customer().name() == null ? "" : "   " + list.customer().name()));
        if (list.promisedAt() != null) {
            text.add(Texts.of("pick.promised", formats.dayTime(list.promisedAt())));
        }
        text.add("-".repeat(78));
        for (PickList.Line line : list.lines()) {
            text.add(String.format(
                    Locale.ROOT,
                    "[ ] %-10.10s %-28.28s %-14.14s %-12.12s %5s",
                    Objects.requireNonNullElse(line.shelf(), Formats.NONE),
                    line.name(),
                    line.batchNumber(),
                    formats.date(line.expiryDate()),
                    formats.number(line.quantity())));
        }
        return new PickPaper(title, text);
    }

    public String text() {
        return String.join("\n", lines);
    }
}
