package app.mortar.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the demo pharmacy sells: {@code medicines.tsv}, in its order. */
final class Formulary {
    private final List<Medicine> medicines;
    private final Map<String, Medicine> bySku;

    private Formulary(List<Medicine> medicines) {
        this.medicines = medicines;
        this.bySku = medicines.stream().collect(Collectors.toMap(Medicine::sku, Function.identity()));
    }

    static Formulary read() {
        try (InputStream table = Objects.requireNonNull(Formulary.class.getResourceAsStream("medicines.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            List<String> rows = lines.lines().toList();
            return new Formulary(IntStream.range(1, rows.size())
                    .mapToObj(number -> Medicine.of(number, rows.get(number).split("\t", -1)))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Medicine> all() {
        return medicines;
    }

    Medicine medicine(String sku) {
        return Objects.requireNonNull(bySku.get(sku), sku);
    }

    List<String> suppliers() {
        return medicines.stream().map(Medicine::supplier).distinct().toList();
    }

    List<Medicine> from(String supplier) {
        return medicines.stream()
                .filter(medicine -> medicine.supplier().equals(supplier))
                .toList();
    }
}
