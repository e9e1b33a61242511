package app.mortar.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code mortar.properties}: UTF-8, the ordinary properties format; a key that stands twice is a mistake. */
final class SettingsFile {
    static final String NAME = "mortar.properties";

    private final List<String> mistakes = new ArrayList<>();
    private final Map<Key, Said> said = new EnumMap<>(Key.class);

    SettingsFile(Path home) {
        Path file = home.resolve(NAME);
        try {
            String text = Files.readString(file);
            read(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (NoSuchFileException e) {
            // no file is a good file: everything as it comes
        } catch (CharacterCodingException e) {
            mistakes.add(file + " is not UTF-8 text");
        } catch (IllegalArgumentException e) {
            mistakes.add(file + " holds a backslash-u that no four hexadecimal digits follow (write \\ as \\\\)");
        } catch (IOException e) {
            mistakes.add(file + " cannot be read");
        }
    }

    List<String> mistakes() {
        return mistakes;
    }

    Map<Key, Said> said() {
        return said;
    }

    private void read(String text) throws IOException {
        TwiceNoticed properties = new TwiceNoticed();
        properties.load(new StringReader(text));
        for (String name : new TreeSet<>(properties.stringPropertyNames())) {
            String where = NAME + lineOf(name, text);
            Key.named(name)
                    .ifPresentOrElse(
                            key -> said.put(
                                    key,
                                    new Said(key, properties.getProperty(name).strip(), where)),
                            () -> mistakes.add(unknown(name, where)));
        }
        properties.twice.forEach(name -> mistakes.add(name + " stands twice in " + NAME));
    }

    private static String unknown(String name, String where) {
        List<String> known = Arrays.stream(Key.values()).map(Key::text).toList();
        return name + " (" + where + ") is not a setting"
                + Spelling.nearest(name, known)
                        .map(k -> "; did you mean " + k + "?")
                        .orElse("");
    }

    /** For the eye of whoever mends it; a name that was written with escapes is not found, which does no harm. */
    private static String lineOf(String name, String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).stripLeading();
            if (line.startsWith(name)
                    && (line.length() == name.length() || " \t\f=:".indexOf(line.charAt(name.length())) >= 0)) {
                return ", line " + (i + 1);
            }
        }
        return "";
    }

    private static final class TwiceNoticed extends Properties {
        private final Set<String> twice = new HashSet<>();

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                twice.add(key.toString());
            }
            return super.put(key, value);
        }
    }
}
