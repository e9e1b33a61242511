package app.mortar.desktop.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is on something else can be read: 4.5 for text, 3 for parts (WCAG 2.2, 1.4.3 and 1.4.11). */
class ContrastTest {
    private static final Pattern TOKEN = Pattern.compile("(-color-[a-z0-9-]+):\\s*(#[0-9A-Fa-f]{6})\\s*;");

    private static Map<String, String> tokens(Theme theme) {
        try {
            Map<String, String> tokens = new HashMap<>();
            Matcher matcher = TOKEN.matcher(Files.readString(Path.of(URI.create(theme.sheet()))));
            while (matcher.find()) {
                tokens.put(matcher.group(1).replace("-color-", ""), matcher.group(2));
            }
            tokens.put("white", "#FFFFFF");
            return tokens;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fg-default, bg-default", "fg-default, bg-inset", "fg-default, bg-subtle", "fg-default, bg-overlay",
        "fg-default, rail", "fg-default, row-selected", "fg-default, warning-subtle", "fg-default, danger-subtle",
        "fg-default, accent-subtle", "fg-muted, bg-default", "fg-muted, bg-inset", "fg-muted, bg-subtle",
        "fg-muted, bg-overlay", "fg-muted, rail", "fg-muted, row-selected", "fg-muted, neutral-subtle",
        "fg-subtle, bg-default", "fg-subtle, bg-inset", "fg-subtle, bg-subtle", "accent-fg, bg-default",
        "accent-fg, bg-overlay", "accent-fg, nav-on", "accent-fg, accent-subtle", "danger-fg, danger-subtle",
        "danger-fg, bg-default", "danger-fg, bg-inset", "danger-fg, rail", "warning-fg, warning-subtle",
        "warning-fg, bg-default", "success-fg, success-subtle", "success-fg, bg-default", "white, accent-emphasis",
        "white, danger-emphasis", "white, success-emphasis"
    })
    void text_can_be_read(String text, String ground) {
        for (Theme theme : Theme.values()) {
            assertThat(contrast(tokens(theme), text, ground))
                    .as("%s on %s, %s", text, ground, theme)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "border-control, bg-default",
        "border-control, bg-inset",
        "focus, bg-default",
        "focus, bg-inset",
        "focus, row-selected",
        "accent-emphasis, bg-default",
        "warning-emphasis, bg-default",
        "danger-emphasis, bg-default",
        "chart-1, bg-default",
        "chart-2, bg-default",
        "chart-3, bg-default",
        "chart-4, bg-default",
        "chart-5, bg-default",
        "chart-6, bg-default",
        "chart-quiet, bg-default"
    })
    void parts_can_be_told_from_their_ground(String part, String ground) {
        for (Theme theme : Theme.values()) {
            assertThat(contrast(tokens(theme), part, ground))
                    .as("%s on %s, %s", part, ground, theme)
                    .isGreaterThanOrEqualTo(3.0);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void both_themes_name_the_same_colours(Theme theme) {
        assertThat(tokens(theme).keySet()).containsAll(tokens(Theme.LIGHT).keySet());
    }

    private static double contrast(Map<String, String> tokens, String one, String other) {
        assertThat(tokens).containsKeys(one, other);
        double a = luminance(tokens.get(one));
        double b = luminance(tokens.get(other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        double sum = 0;
        double[] weights = {0.2126, 0.7152, 0.0722};
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
