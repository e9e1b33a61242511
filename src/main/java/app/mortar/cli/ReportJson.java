package app.mortar.cli;

import app.mortar.books.Report;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The check of the books as the one JSON object that scripts read. */
public final class ReportJson {
    private record Shown(boolean ok, List<Check> checks) {}

    private record Check(String name, boolean ok, List<String> violations) {}

    private ReportJson() {}

    /** One line of JSON. */
    public static String of(Report report) {
        return JsonMapper.shared()
                .writeValueAsString(new Shown(
                        report.ok(),
                        report.checks().stream()
                                .map(check -> new Check(check.name(), check.ok(), check.violations()))
                                .toList()));
    }
}
