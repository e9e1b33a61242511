package app.mortar.intake;

import static app.mortar.testing.RawWorkbook.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expiry dates in stock lists: as people write them, as Excel keeps them. */
class ExpiryDatesTest extends StockLists {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        2027-03-31           | 2027-03-31
        2027-3-1             | 2027-03-01
        2027/03/31           | 2027-03-31
        2027-03-31T00:00:00  | 2027-03-31
        2027-03-31 00:00     | 2027-03-31
        31.03.2027           | 2027-03-31
        3.4.2027             | 2027-04-03
        31/03/2027           | 2027-03-31
        31-03-2027           | 2027-03-31
        12/31/2027           | 2027-12-31
        05/05/2027           | 2027-05-05
        03/2027              | 2027-03-31
        3/2027               | 2027-03-31
        03-2027              | 2027-03-31
        02.2028              | 2028-02-29
        2027-02              | 2027-02-28
        Mar 2027             | 2027-03-31
        march 2027           | 2027-03-31
        Sept. 2027           | 2027-09-30
        FEB-2028             | 2028-02-29
        31 Mar 2027          | 2027-03-31
        31-Mar-2027          | 2027-03-31
        March 31, 2027       | 2027-03-31
        """)
    void reads_expiry_dates_as_people_write_them(String written, LocalDate day) {
        assertThat(rows(read(row(2, "P1", "B1", written, "10"))))
                .extracting(StockRow::expiryDate)
                .containsExactly(day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        03/04/2027 | Day and month could be either way round (2027-04-03 or 2027-03-04).
        03-04-2027 | Day and month could be either way round (2027-04-03 or 2027-03-04).
        03/27      | The year has two digits and could be something else.
        31.03.27   | The year has two digits and could be something else.
        Mar-27     | The year has two digits and could be something else.
        31 Mar 27  | The year has two digits and could be something else.
        30.02.2027 | There is no such day in the calendar.
        29/02/2027 | There is no such day in the calendar.
        13/2027    | There is no such day in the calendar.
        Mrz 2027   | There is no such day in the calendar.
        0207-03-31 | The year 207 cannot be meant.
        9999-12-31 | The year 9999 cannot be meant.
        soon       | This is no date.
        270331     | This is no date.
        46477      | This is no date.
        """)
    void refuses_dates_that_could_mean_something_else(String written, String sentence) {
        assertThat(faults(read(row(2, "P1", "B1", written, "10"))))
                .containsExactly("Sheet1!C2 \"" + written + "\": " + sentence + HOW);
    }

    @Test
    void a_real_date_is_that_day_and_a_month_its_last() {
        assertThat(rows(read(with(value("C2", "n", 2, "46477")))).getFirst().expiryDate())
                .isEqualTo("2027-03-31");
        assertThat(rows(read(with(value("C2", "n", 2, "46477.75")))).getFirst().expiryDate())
                .isEqualTo("2027-03-31");
        assertThat(rows(read(with(value("C2", "n", 1, "46447")))).getFirst().expiryDate())
                .isEqualTo("2027-03-31");
        Reading<StockRow, StockColumn> odd = read(with(value("C2", "n", 1, "46460")));
        assertThat(rows(odd).getFirst().expiryDate()).isEqualTo("2027-03-31");
        assertThat(remarks(odd))
                .containsExactly(
                        "Expiry date shows only a month but holds a day in it; the last day of the month was taken"
                                + " (C2)");
    }

    @Test
    void a_month_and_year_that_excel_took_for_a_day_of_this_year_is_refused() {
        assertThat(faults(read(with(value("C2", "n", 3, "46108")))))
                .containsExactly("Sheet1!C2 \"27-Mar\": It shows no year; Excel took it for 2026-03-27." + HOW);
    }
}
