package app.mortar.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.kernel.Gtin;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Thousands of right codes with something wrong in them. The seed is in the message of a failure. */
class DamagedCodeTest {
    private static final int ROUNDS = 20_000;
    private static final List<String> SPLINTERS = List.of(
            "\u001d",
            "{GS}",
            "\\x1d",
            "<GS>",
            "(",
            ")",
            "]",
            "]d2",
            "]E0",
            "%",
            "/",
            "?17=",
            "https://a.example/01/",
            "0",
            "9",
            "01",
            "10",
            "17",
            "21",
            "00",
            "7003",
            "270230",
            "271332",
            " ",
            "\r\n",
            "\u0000",
            "\uff11",
            "\u00e9",
            "\ud83d",
            "\\",
            "\\(",
            "^]",
            "~");

    @Test
    void damage_never_makes_a_wrong_gtin_an_impossible_date_or_an_exception() {
        Dice dice = new Dice(System.nanoTime());
        Gs1Reader reader = new Gs1Reader();
        for (int round = 0; round < ROUNDS; round++) {
            String code = damaged(dice, code(dice));
            try {
                assertTrustworthy(reader.read(code, Case.TODAY));
            } catch (RuntimeException | AssertionError bad) {
                throw new AssertionError("seed " + dice.seed + ", scanned " + code, bad);
            }
        }
    }

    @Test
    void a_lost_separator_never_makes_a_wrong_batch_or_serial_silently() {
        Dice dice = new Dice(System.nanoTime());
        Gs1Reader reader = new Gs1Reader();
        for (int round = 0; round < ROUNDS; round++) {
            List<Element> pack = dice.pack();
            String code = Gs1Writer.elementString(pack);
            Scan whole = reader.read("]d2" + code, Case.TODAY);
            Scan dropped = reader.read("]d2" + code.replace("\u001d", ""), Case.TODAY);
            if (dropped instanceof Scan.Read read && !read.elements().equals(((Scan.Read) whole).elements())) {
                assertThat(read.warnings())
                        .as("seed %d, %s", dice.seed, Gs1Writer.bracketed(pack))
                        .anyMatch(warning -> warning.contains("lost a separator"));
            }
        }
    }

    @Test
    void no_character_of_an_element_string_is_dropped_or_made_up() {
        Dice dice = new Dice(System.nanoTime());
        Gs1Reader reader = new Gs1Reader();
        for (int round = 0; round < ROUNDS; round++) {
            String code = "010952012345678817271231" + damaged(dice, Gs1Writer.elementString(dice.elements(4)));
            if (reader.read("]d2" + code, Case.TODAY) instanceof Scan.Read read
                    && read.warnings().stream().noneMatch(warning -> warning.contains("twice."))) {
                assertThat(withoutSeparators(ElementString.write(read.elements())))
                        .as("seed %d, %s", dice.seed, code)
                        .isEqualTo(withoutSeparators(code));
            }
        }
    }

    /** Nor what the reader takes off around a code. */
    private static String withoutSeparators(String code) {
        return Separators.STANDARD.pattern().matcher(code).replaceAll("").replaceAll("[\\x00-\\x20\\u00a0]", "");
    }

    static void assertTrustworthy(Scan scan) {
        switch (scan) {
            case Scan.Refused refused -> assertThat(refused.sentence()).matches("[ -~]+\\.");
            case Scan.Read read -> {
                assertThat(read.elements()).isNotEmpty();
                Gtin gtin = read.gtin();
                if (gtin != null) {
                    assertThat(gtin.digits().charAt(13) - '0')
                            .isEqualTo(Gtin.checkDigit(gtin.digits().substring(0, 13)));
                }
                read.elements().forEach(DamagedCodeTest::assertPossible);
                read.warnings().forEach(warning -> assertThat(warning).matches("[ -~]+\\."));
            }
        }
    }

    /** Dates judged by the JDK, not by the code under test. */
    private static void assertPossible(Element element) {
        if (List.of("11", "13", "15", "17", "7003").contains(element.ai().code())) {
            String digits = element.value();
            int year = 2000 + Integer.parseInt(digits.substring(0, 2));
            YearMonth month = YearMonth.of(year, Integer.parseInt(digits.substring(2, 4)));
            int day = Integer.parseInt(digits.substring(4, 6));
            LocalDate date = day == 0 ? month.atEndOfMonth() : month.atDay(day);
            assertThat(date).isNotNull();
        }
    }

    private static String code(Dice dice) {
        List<Element> pack = dice.pack();
        return switch (dice.upTo(5)) {
            case 0 -> Gs1Writer.bracketed(pack);
            case 1 -> Gs1Writer.elementString(pack);
            case 2 -> "https://id.gs1.org/01/09520123456788/10/1A2B/21/SER7?17=271231&30=12";
            case 3 -> dice.oneOf(List.of("9520123456788", "96385074", "]E09520123456788", "036000291452"));
            default -> "]d2" + Gs1Writer.elementString(pack);
        };
    }

    private static String damaged(Dice dice, String code) {
        StringBuilder damaged = new StringBuilder(code);
        int wounds = dice.upTo(4);
        for (int i = 0; i < wounds && !damaged.isEmpty(); i++) {
            int at = dice.upTo(damaged.length());
            switch (dice.upTo(6)) {
                case 0 -> damaged.deleteCharAt(at);
                case 1 -> damaged.setLength(at);
                case 2 -> damaged.setCharAt(at, (char) ('0' + dice.upTo(10)));
                case 3 -> damaged.insert(at, dice.oneOf(SPLINTERS));
                case 4 -> damaged.insert(at, damaged.substring(at, at + dice.upTo(damaged.length() - at)));
                default -> damaged.setCharAt(at, (char) dice.upTo(0x300));
            }
        }
        return damaged.toString();
    }
}
