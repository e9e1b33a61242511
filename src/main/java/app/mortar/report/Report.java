package app.mortar.report;

import app.mortar.workbook.Cover;
import java.util.List;

/** One report: what its first page sums up, and its lists. */
interface Report {
    /** Sums for the first page, with charts where they help. */
    List<Cover.Table> summary(Reading books);

    /** The lists, in the order of the sheets; none is read yet. */
    List<ListOf<?>> lists(Reading books);

    /** Facts beyond name and period, one sentence each. */
    default List<Cover.Fact> facts(Reading books) {
        return List.of();
    }

    /** How many rows all lists will have, about; 0 when that is not known. */
    default long expected(Reading books) {
        return 0;
    }
}
