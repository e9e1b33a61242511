package app.mortar.books;

import app.mortar.store.Tx;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the check of the books found, each time that the agent made it. */
public final class CheckLog {
    private static final int LONGEST = 4000;

    /**
     * One check.
     *
     * @param findings the first violations, a line each; empty when all is well
     */
    public record Entry(Instant at, String workstation, boolean ok, int violations, String findings) {}

    private CheckLog() {}

    /** Keeps what was found. */
    public static void write(Tx tx, Report report) {
        String findings = report.checks().stream()
                .flatMap(check -> check.violations().stream().map(found -> check.name() + ": " + found))
                .collect(Collectors.joining("\n"));
        long violations = report.checks().stream()
                .mapToLong(check -> check.violations().size())
                .sum();
        tx.session()
                .createNativeMutationQuery("""
                        insert into books_check (id, at, workstation, ok, violations, findings)
                        values (nextval('books_check_seq'), :now, :from, :ok, :violations, :findings)""")
                .setParameter("now", tx.now())
                .setParameter("from", tx.actor().workstation())
                .setParameter("ok", report.ok())
                .setParameter("violations", Math.toIntExact(violations))
                .setParameter("findings", findings.substring(0, Math.min(findings.length(), LONGEST)))
                .executeUpdate();
    }

    /** The last one, if there was any. */
    public static Optional<Entry> last(Tx tx) {
        return tx
                .session()
                .createNativeQuery("""
                        select at, workstation, ok, violations, findings from books_check
                        order by at desc, id desc""", Object[].class)
                .addScalar("at", Instant.class)
                .addScalar("workstation", String.class)
                .addScalar("ok", Boolean.class)
                .addScalar("violations", Integer.class)
                .addScalar("findings", String.class)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .map(row -> new Entry(
                        (Instant) row[0], (String) row[1], (Boolean) row[2], (Integer) row[3], (String) row[4]))
                .findFirst();
    }
}
