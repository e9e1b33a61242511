package app.mortar.desktop.settings;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Shows a choice by its word; nothing is typed. */
final class Spoken<T> extends StringConverter<@Nullable T> {
    private final Function<T, String> word;

    Spoken(Function<T, String> word) {
        this.word = word;
    }

    @Override
    public String toString(@Nullable T choice) {
        return choice == null ? "" : word.apply(choice);
    }

    @Override
    public @Nullable T fromString(String typed) {
        return null;
    }
}
