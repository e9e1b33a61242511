package app.mortar.books;

import app.mortar.store.Tx;
import java.util.List;

/** One invariant of the books: finds whatever breaks it. */
interface Rule {
    /** At most so many violations are spelled out; the rest is counted. */
    int SPELLED_OUT = 200;

    String name();

    List<String> violations(Tx tx);
}
