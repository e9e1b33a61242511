package app.mortar.http;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One field of a request, read and checked; what is wrong with it is noted already. {@link #required} gives a stand-in
 * for a value that is wrong or missing, so that reading goes on and finds the other mistakes too; what is built from a
 * stand-in is thrown away.
 */
public final class Field<T> {
    private final Fields owner;
    private final String name;
    private final @Nullable T value;
    private final boolean wrong;
    private final @Nullable T standIn;

    Field(Fields owner, String name, @Nullable T value, boolean wrong, @Nullable T standIn) {
        this.owner = owner;
        this.name = name;
        this.value = value;
        this.wrong = wrong;
        this.standIn = standIn;
    }

    /** The value; a mistake if there is none. */
    public T required() {
        if (value != null) {
            return value;
        }
        if (!wrong) {
            owner.mistake(name, "This is required.");
        }
        if (standIn == null) {
            throw new Fields.Incomplete();
        }
        return standIn;
    }

    /** The value, or null when it was left out (or null). */
    public @Nullable T optional() {
        return value;
    }

    /** The value, or {@code fallback} when it was left out (or null). */
    public T or(T fallback) {
        return value == null ? fallback : value;
    }

    /** Refuses values that do not pass. */
    public Field<T> check(Predicate<T> good, String message) {
        if (value == null || good.test(value)) {
            return this;
        }
        owner.mistake(name, message);
        return new Field<>(owner, name, null, true, standIn);
    }

    /** Makes something of the value; an IllegalArgumentException becomes a mistake with its message. */
    public <U> Field<U> as(Function<T, U> reading) {
        if (value == null) {
            return new Field<>(owner, name, null, wrong, null);
        }
        try {
            return new Field<>(owner, name, reading.apply(value), false, null);
        } catch (IllegalArgumentException e) {
            owner.mistake(name, Objects.requireNonNullElse(e.getMessage(), "This cannot be read."));
            return new Field<>(owner, name, null, true, null);
        }
    }
}
