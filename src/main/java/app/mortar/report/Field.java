package app.mortar.report;

import app.mortar.workbook.Cell;
import app.mortar.workbook.NewSheet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A column of a report or of a list, and what stands in it for each row. */
public record Field<R>(NewSheet.Column column, Function<R, Cell> cell) {
    /** The same, with its sum in the last row. */
    public Field<R> total() {
        return new Field<>(column.total(), cell);
    }

    public static <R> Field<R> text(String heading, int width, Function<R, @Nullable String> value) {
        return new Field<>(NewSheet.Column.text(heading, width), row -> {
            String text = value.apply(row);
            return text == null ? Cell.BLANK : Cell.of(text);
        });
    }

    public static <R> Field<R> day(String heading, Function<R, @Nullable LocalDate> value) {
        return new Field<>(NewSheet.Column.day(heading, 12), row -> {
            LocalDate day = value.apply(row);
            return day == null ? Cell.BLANK : Cell.of(day);
        });
    }

    public static <R> Field<R> moment(String heading, Function<R, @Nullable LocalDateTime> value) {
        return new Field<>(NewSheet.Column.moment(heading, 20), row -> {
            LocalDateTime moment = value.apply(row);
            return moment == null ? Cell.BLANK : Cell.of(moment);
        });
    }

    public static <R> Field<R> whole(String heading, Function<R, @Nullable Long> value) {
        return new Field<>(NewSheet.Column.whole(heading, 11), row -> {
            Long number = value.apply(row);
            return number == null ? Cell.BLANK : Cell.of(number.longValue());
        });
    }

    public static <R> Field<R> money(String heading, Function<R, @Nullable BigDecimal> value) {
        return new Field<>(NewSheet.Column.money(heading, 14), row -> {
            BigDecimal amount = value.apply(row);
            return amount == null ? Cell.BLANK : Cell.of(amount);
        });
    }
}
