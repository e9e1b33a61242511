package app.mortar.gs1;

import static app.mortar.gs1.Case.reads;
import static app.mortar.gs1.Case.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.kernel.InvalidInput;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Dates of six digits. */
class DateTableTest {
    static Stream<Case> dates() {
        return Stream.of(
                reads("day 00 is the last day of a long month", "(17)271200", "- | - | 2027-12-31 | - | -"),
                reads("day 00 is the last day of a short month", "(17)270600", "- | - | 2027-06-30 | - | -"),
                reads("day 00 is the last day of February", "(17)270200", "- | - | 2027-02-28 | - | -"),
                reads("day 00 is 29 February in a leap year", "(17)280200", "- | - | 2028-02-29 | - | -"),
                reads("29 February of a leap year is a date", "(17)280229", "- | - | 2028-02-29 | - | -"),
                reads("29 February 2000 was a date", "(17)000229", "- | - | 2000-02-29 | - | -"),
                reads("day 00 may be in a production date", "(11)251100(17)271231", "- | - | 2027-12-31 | - | -"),
                reads("an expired code is still read", "(17)250131", "- | - | 2025-01-31 | - | -"),
                reads(
                        "best before is the expiry if there is no other",
                        "(15)271231",
                        "- | - | 2027-12-31 | - | -",
                        "best before date (15) was taken"),
                reads("best before steps back behind the expiry", "(15)270630(17)271231", "- | - | 2027-12-31 | - | -"),
                reads(
                        "the day of 7003 is the expiry if there is no other",
                        "]d2010952012345678870032712311830",
                        "09520123456788 | - | 2027-12-31 | - | -",
                        "until 18:30"),
                reads("7003 may agree with 17", "(17)271231(7003)2712311830", "- | - | 2027-12-31 | - | -"),
                reads("7003 goes before 15", "(15)270630(7003)2712311830", "- | - | 2027-12-31 | - | -", "(7003)"),
                reads("sell by is no expiry", "(16)271231", "- | - | - | - | -"),
                reads(
                        "production and expiry on one day are possible",
                        "(11)271231(17)271231",
                        "- | - | 2027-12-31 | - | -"),
                refuses("7003 must not contradict 17", "(17)271231(7003)2712301830", "contradicts itself"),
                refuses("made after it expires is a contradiction", "(11)280101(17)271231", "contradicts itself"),
                refuses("packed after it expires, too", "(13)280101(17)271231", "contradicts itself"),
                refuses("there is no month 13", "]d2010952012345678817271332101A2B", "no month 13"),
                refuses("there is no month 00", "(17)270010", "no month 00"),
                refuses("there is no 30 February", "]d2010952012345678817270230101A2B", "February '27 has no day 30"),
                refuses("there is no 29 February in 2027", "(17)270229", "no day 29"),
                refuses("there is no 31 April", "(17)270431", "April '27 has no day 31"),
                refuses("there is no day 32", "(17)271232", "no day 32"),
                refuses("a production date must exist, too", "(11)271332(17)271231", "Production date (11)"),
                refuses("there is no day 00 with an hour", "(7003)2712001200", "no day 00"),
                refuses("there is no 24:00", "(7003)2712312400", "no 24:00"),
                refuses("there is no 12:60", "(7003)2712311260", "no 12:60"),
                refuses("production time checks its seconds", "(8008)271231126060", "no minute or second 60"),
                reads("production time may leave out minutes", "(8008)27123112", "- | - | - | - | -"),
                refuses("but not half of them", "(8008)271231125", "8 to 12 digits"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void dates(Case row) {
        row.check();
    }

    @ParameterizedTest(name = "seen on {0}, year {1} is {2}")
    @CsvSource({
        "2026-11-22, 26, 2026", "2026-11-22, 76, 2076", "2026-11-22, 77, 1977", "2026-11-22, 99, 1999",
        "2026-11-22, 00, 2000", "2049-12-31, 99, 2099", "2050-01-01, 00, 2100", "2050-01-01, 01, 2001",
        "2051-01-01, 01, 2101", "2099-12-31, 49, 2149", "2099-12-31, 50, 2050", "1999-12-31, 49, 2049",
        "1999-12-31, 50, 1950"
    })
    void the_century_is_the_one_nearest_to_today(LocalDate today, String yy, int year) {
        assertThat(Gs1Date.resolve(yy + "0115", today)).isEqualTo(LocalDate.of(year, 1, 15));
    }

    @Test
    void a_29_February_that_its_century_never_had_is_refused() {
        Scan scan = new Gs1Reader().read("(17)000229", LocalDate.of(2099, 12, 31));

        assertThat(scan).isEqualTo(new Scan.Refused("Expiry date (17) 000229 is no date of that century."));
    }

    @Test
    void a_date_too_far_away_for_two_digits_is_not_written() {
        assertThat(Element.expiry(LocalDate.of(2076, 12, 31), Case.TODAY)).hasToString("(17)761231");
        assertThatThrownBy(() -> Element.expiry(LocalDate.of(2077, 1, 1), Case.TODAY))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("50 years ahead");
    }
}
