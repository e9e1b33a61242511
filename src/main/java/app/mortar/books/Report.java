package app.mortar.books;

import java.util.List;

/** What the check of the books found. */
public record Report(List<Checked> checks) {
    /**
     * One invariant.
     *
     * @param name of the invariant, for machines
     * @param violations a sentence for each thing that does not add up
     */
    public record Checked(String name, List<String> violations) {
        public Checked {
            violations = List.copyOf(violations);
        }

        public boolean ok() {
            return violations.isEmpty();
        }
    }

    public Report {
        checks = List.copyOf(checks);
    }

    public boolean ok() {
        return checks.stream().allMatch(Checked::ok);
    }
}
