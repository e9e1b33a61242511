package app.mortar.access;

import app.mortar.kernel.InvalidInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a password and a PIN must be like. Length counts and being hard to guess; nobody is made to mix letters, digits
 * and signs (ASVS 6.2.1, 6.2.4, 6.2.9).
 */
final class PasswordRules {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 200;
    private static final int SHORTEST_PIN = 4;
    private static final int LONGEST_PIN = 12;
    private static final int DIFFERENT = 4;

    private static final Set<String> TOO_NEAR = Set.of("mortar", "pharmacy", "password");

    private final Set<String> common = read();

    /** Refuses a password that is too short, too long to be meant, or guessed first. */
    void check(String name, Secret password) {
        String text = password.text();
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST) {
            throw weak("is too short: it needs at least " + SHORTEST + " characters");
        }
        if (length > LONGEST) {
            throw weak("is too long: it may have up to " + LONGEST + " characters");
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw weak("holds a character that no keyboard types");
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (common.contains(lower) || text.codePoints().distinct().count() < DIFFERENT) {
            throw weak("is one of those that are guessed first; a few words in a row are easy to keep in mind");
        }
        String letters = letters(lower);
        boolean onlyTheName = !letters.isEmpty() && letters.equals(letters(name.toLowerCase(Locale.ROOT)));
        if (onlyTheName || TOO_NEAR.contains(letters)) {
            throw weak("is a name with nothing much added; a few words in a row are easy to keep in mind");
        }
    }

    /** Refuses a PIN that is not digits only, or all the same, or a run such as 4567. */
    void checkPin(Secret pin) {
        String text = pin.text();
        if (!text.matches("[0-9]{" + SHORTEST_PIN + "," + LONGEST_PIN + "}")) {
            throw new InvalidInput("pin", "A PIN has " + SHORTEST_PIN + " to " + LONGEST_PIN + " digits.");
        }
        int step = text.charAt(1) - text.charAt(0);
        boolean run = Math.abs(step) <= 1;
        for (int i = 2; i < text.length(); i++) {
            run = run && text.charAt(i) - text.charAt(i - 1) == step;
        }
        if (run) {
            throw new InvalidInput("pin", "This PIN is guessed first; take one that is no run of digits.");
        }
    }

    private static InvalidInput weak(String why) {
        return new InvalidInput("password", "This password " + why + ".");
    }

    private static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Set<String> read() {
        try (InputStream stream =
                        Objects.requireNonNull(PasswordRules.class.getResourceAsStream("common-passwords.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
