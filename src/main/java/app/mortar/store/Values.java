package app.mortar.store;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How values go into statements and come out of rows. A collection goes in as one array, for {@code = any(?)}: the text
 * of a statement is the same for one value and for a thousand, so the database plans it once.
 */
public final class Values {
    private Values() {}

    /** Binds values to places that follow each other, and says which place is next. */
    static int bind(PreparedStatement statement, int first, Collection<?> values) throws SQLException {
        int place = first;
        for (Object value : values) {
            bind(statement, place, value);
            place++;
        }
        return place;
    }

    private static void bind(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(place, Types.NULL);
            case String text -> statement.setString(place, text);
            case Long number -> statement.setLong(place, number);
            case Integer number -> statement.setInt(place, number);
            case BigDecimal amount -> statement.setBigDecimal(place, amount);
            case Enum<?> one -> statement.setString(place, one.name());
            case byte[] bytes -> statement.setBytes(place, bytes);
            case Instant moment -> statement.setObject(place, moment.atOffset(ZoneOffset.UTC));
            case Collection<?> many -> statement.setArray(place, array(statement, many));
            default -> throw new IllegalArgumentException("A statement has no place for a " + value.getClass());
        }
    }

    private static java.sql.Array array(PreparedStatement statement, Collection<?> many) throws SQLException {
        boolean numbers = many.stream().allMatch(Long.class::isInstance);
        return statement.getConnection().createArrayOf(numbers ? "bigint" : "varchar", many.toArray());
    }

    /** A moment that is always there. */
    public static Instant instant(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column));
    }

    /** A moment, if there is one. */
    public static @Nullable Instant instantOrNull(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    /** A text that is always there. */
    public static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }

    /** A number, if there is one. */
    public static @Nullable Long numberOrNull(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
