package app.mortar.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every setting as it holds, read as what it means. All values have passed their key's {@link Form}, so nothing here
 * can fail; a record of settings is made from this in its own {@code from}.
 */
record Values(Map<Key, Said> said) {
    /** What somebody said, else what holds when nobody does, else empty. */
    Optional<String> given(Key key) {
        Said here = said.get(key);
        return here != null ? Optional.of(here.value()) : Optional.ofNullable(key.otherwise());
    }

    /** The same without what was left empty on purpose. */
    Optional<String> filled(Key key) {
        return given(key).filter(value -> !value.isEmpty());
    }

    /** The value of a key that always has one. */
    String text(Key key) {
        return given(key).orElseThrow();
    }

    int number(Key key) {
        return Integer.parseInt(text(key));
    }

    boolean flag(Key key) {
        return Boolean.parseBoolean(text(key));
    }

    Duration duration(Key key) {
        return Duration.parse(text(key));
    }

    /** {@link Duration#ZERO} where 0 means no limit. */
    Duration durationOrOff(Key key) {
        return text(key).equals("0") ? Duration.ZERO : duration(key);
    }

    /** What stands between the commas. */
    List<String> items(Key key) {
        return Form.items(text(key));
    }
}
