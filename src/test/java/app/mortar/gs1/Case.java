package app.mortar.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One row of a table: a sentence, what was scanned, and what must come of it.
 *
 * @param expected {@code gtin | batch | expiry | serial | quantity}, a dash for null
 * @param warnings a piece of each warning, in order; of the refusal if {@code expected} is empty
 */
record Case(String sentence, String scanned, String expected, List<String> warnings) {
    /** The day on which all tables play. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    static final String GTIN = "09520123456788";

    static Case reads(String sentence, String scanned, String expected, String... warnings) {
        return new Case(sentence, scanned, expected, List.of(warnings));
    }

    static Case refuses(String sentence, String scanned, String because) {
        return new Case(sentence, scanned, "", List.of(because));
    }

    void check() {
        check(new Gs1Reader());
    }

    void check(Gs1Reader reader) {
        Scan scan = reader.read(scanned, TODAY);
        if (expected.isEmpty()) {
            assertThat(scan)
                    .asInstanceOf(type(Scan.Refused.class))
                    .extracting(Scan.Refused::sentence)
                    .asString()
                    .contains(warnings.getFirst())
                    .matches("[ -~]+\\.");
            return;
        }
        assertThat(scan).isInstanceOf(Scan.Read.class);
        Scan.Read read = (Scan.Read) scan;
        assertThat(said(read)).isEqualTo(expected);
        assertThat(read.warnings()).hasSameSizeAs(warnings);
        for (int i = 0; i < warnings.size(); i++) {
            assertThat(read.warnings().get(i)).contains(warnings.get(i)).matches("[ -~]+\\.");
        }
    }

    private static String said(Scan.Read read) {
        List<Object> fields = new ArrayList<>();
        fields.add(read.gtin());
        fields.add(read.batchNumber());
        fields.add(read.expiryDate());
        fields.add(read.serial());
        fields.add(read.quantity());
        return fields.stream()
                .map(field -> field == null ? "-" : field.toString())
                .collect(Collectors.joining(" | "));
    }

    static String elements(String scanned) {
        return Stream.of(new Gs1Reader().read(scanned, TODAY))
                .map(Scan.Read.class::cast)
                .flatMap(read -> read.elements().stream())
                .map(Element::toString)
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return sentence;
    }
}
