package app.mortar.desktop.settings;

import app.mortar.desktop.Texts;
import app.mortar.workbook.Cover;
import java.util.List;

/** What a list was searched for, for the workbook that it goes out in. */
final class Searched {
    private Searched() {}

    static List<Cover.Fact> by(String words) {
        return words.isBlank() ? List.of() : List.of(Cover.Fact.text(Texts.of("table.by-words"), words));
    }
}
