package app.mortar.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.shell.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/** An unknown icon throws when its screen is built; so every text that could be one is looked up here. */
class IconNamesTest {
    private static final Pattern USED = Pattern.compile(
            "(?:Icon\\.of\\(|Press\\.(?:secondary|quiet)\\([^;]*?, |Press\\.icon\\(\\s*\"[^\"]*\",\\s*|new Chip\\(\\s*[^,]+,\\s*|chip\\(Tone\\.\\w+, )\"([a-z0-9-]+)\"");

    @Test
    void every_icon_exists() throws IOException {
        TreeSet<String> used =
                new TreeSet<>(Arrays.stream(Place.values()).map(Place::icon).toList());
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/app/mortar/desktop"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher matcher = USED.matcher(Files.readString(file));
                while (matcher.find()) {
                    used.add(matcher.group(1));
                }
            }
        }
        List<String> known = Arrays.stream(BootstrapIcons.values())
                .map(BootstrapIcons::getDescription)
                .toList();

        assertThat(used).hasSizeGreaterThan(20).allSatisfy(name -> assertThat(known)
                .contains("bi-" + name));
    }
}
