package app.mortar.report;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The row that a query stands on; each call takes its next column. */
final class Found {
    private final ResultSet row;
    private final ZoneId zone;
    private int column;

    Found(ResultSet row, ZoneId zone) {
        this.row = row;
        this.zone = zone;
    }

    /** Goes on to the next row. */
    boolean next() throws SQLException {
        column = 0;
        return row.next();
    }

    @Nullable
    String text() throws SQLException {
        return row.getString(++column);
    }

    String name() throws SQLException {
        return Objects.requireNonNull(text());
    }

    long number() throws SQLException {
        return row.getLong(++column);
    }

    @Nullable
    Long numberOrNone() throws SQLException {
        long number = number();
        return row.wasNull() ? null : number;
    }

    boolean yes() throws SQLException {
        return row.getBoolean(++column);
    }

    @Nullable
    BigDecimal money() throws SQLException {
        return row.getBigDecimal(++column);
    }

    @Nullable
    LocalDate day() throws SQLException {
        return row.getObject(++column, LocalDate.class);
    }

    /** A moment on the pharmacy's clock. */
    LocalDateTime moment() throws SQLException {
        return LocalDateTime.ofInstant(instant(), zone);
    }

    Instant instant() throws SQLException {
        return row.getObject(++column, OffsetDateTime.class).toInstant();
    }
}
