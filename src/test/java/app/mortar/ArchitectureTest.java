package app.mortar;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The floor plan: which room may use which. A package that is not on this map fails the build. */
class ArchitectureTest {
    private static final Set<String> OPEN_TO_ALL = Set.of("kernel", "settings", "store", "metrics");

    private static final Set<String> DESKS = Set.of(
            "access", "catalogue", "stock", "reservation", "fulfilment", "count", "recall", "expiry", "alert", "fefo");

    private static final Map<String, Set<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry("kernel", Set.of()),
            Map.entry("fefo", Set.of("kernel")),
            Map.entry("gs1", Set.of("kernel")),
            Map.entry("settings", Set.of("kernel")),
            Map.entry("store", Set.of("kernel", "settings", "metrics")),
            Map.entry("access", Set.of()),
            Map.entry("catalogue", Set.of()),
            Map.entry("stock", Set.of("fefo", "catalogue")),
            Map.entry("reservation", Set.of("stock", "fefo", "catalogue")),
            Map.entry("fulfilment", Set.of("stock", "reservation", "fefo", "catalogue")),
            Map.entry("recall", Set.of("stock", "fulfilment", "catalogue")),
            Map.entry("metrics", Set.of("kernel")),
            Map.entry("workbook", Set.of("kernel")),
            Map.entry("paper", Set.of("kernel", "gs1")),
            Map.entry("count", Set.of("stock", "fulfilment", "catalogue", "fefo")),
            Map.entry("expiry", Set.of("stock", "catalogue", "fefo")),
            Map.entry("alert", Set.of("stock", "expiry", "access", "catalogue", "fefo")),
            Map.entry("intake", Set.of("catalogue", "stock", "count", "workbook")),
            Map.entry(
                    "report",
                    Set.of(
                            "access",
                            "catalogue",
                            "stock",
                            "reservation",
                            "fulfilment",
                            "count",
                            "recall",
                            "expiry",
                            "alert",
                            "fefo",
                            "workbook")),
            Map.entry("books", Set.of("stock", "reservation", "fulfilment", "count", "alert", "fefo")),
            Map.entry(
                    "agent",
                    Set.of(
                            "access",
                            "catalogue",
                            "stock",
                            "reservation",
                            "fulfilment",
                            "count",
                            "recall",
                            "expiry",
                            "alert",
                            "report",
                            "books",
                            "fefo")),
            Map.entry("demo", DESKS),
            Map.entry("http", and(DESKS, "workbook", "intake", "report", "books", "agent", "gs1")),
            Map.entry("desktop", and(DESKS, "workbook", "intake", "report", "books", "agent", "gs1", "paper", "demo")),
            Map.entry("cli", and(DESKS, "workbook", "intake", "report", "books", "agent", "gs1", "demo", "http"))));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("app.mortar");

    private static Set<String> and(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(toSet());
    }

    private static String room(JavaClass type) {
        List<String> path = List.of(type.getPackageName().split("\\.", -1));
        return path.size() > 2 ? path.get(2) : "";
    }

    @Test
    void every_package_is_on_the_map() {
        assertThat(CLASSES.stream()
                        .map(ArchitectureTest::room)
                        .filter(room -> !room.isEmpty())
                        .collect(toSet()))
                .isSubsetOf(MAY_USE.keySet());
    }

    @Test
    void no_room_uses_one_that_it_may_not() {
        CLASSES.forEach(type -> type.getDirectDependenciesFromSelf().forEach(dependency -> {
            String from = room(type);
            JavaClass target = dependency.getTargetClass();
            String to = room(target);
            if (!target.getPackageName().startsWith("app.mortar") || from.isEmpty() || from.equals(to)) {
                return;
            }
            Set<String> allowed = MAY_USE.getOrDefault(from, Set.of());
            boolean open = OPEN_TO_ALL.contains(to) && !OPEN_TO_ALL.contains(from) && !isPure(from);
            assertThat(allowed.contains(to) || open)
                    .as("%s may not use %s: %s", from, to, dependency.getDescription())
                    .isTrue();
        }));
    }

    /** Rooms that think, and know no database. */
    private static boolean isPure(String room) {
        return Set.of("fefo", "gs1", "workbook", "paper").contains(room);
    }

    @Test
    void there_are_no_cycles() {
        slices().matching("app.mortar.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void the_clock_is_handed_in() {
        for (Class<?> type : List.of(
                Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class, OffsetDateTime.class)) {
            noClasses()
                    .should()
                    .callMethod(type, "now")
                    .because("what time it is comes from a clock that tests can move")
                    .check(CLASSES);
        }
        noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .because("what time it is comes from a clock that tests can move")
                .check(CLASSES);
    }

    @Test
    void only_settings_and_main_see_the_environment() {
        noClasses()
                .that()
                .resideOutsideOfPackages("app.mortar", "app.mortar.settings")
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(CLASSES);
    }

    @Test
    void
            only_the_workbook_room_knows_poi_only_http_the_web_server_only_metrics_prometheus_and_only_the_desktop_windows() {
        noClasses()
                .that()
                .resideOutsideOfPackage("app.mortar.metrics..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micrometer..", "io.prometheus..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("app.mortar.workbook..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.poi..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("app.mortar.http..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.jetty..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("app.mortar.desktop..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .check(CLASSES);
    }

    @Test
    void nothing_is_called_by_a_word_that_says_nothing() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .check(CLASSES);
    }

    @Test
    void entities_have_no_setters() {
        classes()
                .that()
                .areAnnotatedWith(jakarta.persistence.Entity.class)
                .should(new com.tngtech.archunit.lang.ArchCondition<>("have no setters") {
                    @Override
                    public void check(JavaClass type, com.tngtech.archunit.lang.ConditionEvents events) {
                        type.getMethods().stream()
                                .filter(method -> method.getName().matches("set[A-Z].*"))
                                .forEach(method -> events.add(com.tngtech.archunit.lang.SimpleConditionEvent.violated(
                                        type, method.getFullName())));
                    }
                })
                .check(CLASSES);
    }

    /** "Good" is decided in Fefo, in memory and as SQL side by side, and nowhere else. */
    @Test
    void no_other_place_compares_an_expiry_date_in_sql() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> offenders = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith(Path.of("fefo", "Fefo.java")))
                    .filter(ArchitectureTest::comparesExpiry)
                    .map(Path::toString)
                    .toList();
            assertThat(offenders).isEmpty();
        }
    }

    private static boolean comparesExpiry(Path file) {
        try {
            return Files.readString(file)
                    .matches("(?s).*(expiry_date|\\.expiryDate)\\s*(<|>|<=|>=|between)\\s*(:|\\?|current).*");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
