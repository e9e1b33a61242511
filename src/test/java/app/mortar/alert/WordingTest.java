package app.mortar.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What messages say, and that it fits. */
class WordingTest {
    private static final String FIT = "[@£$¥èéùìòÇØøÅåÆæßÉ !\"#%&()*+,./:<=>?¡ÄÖÑÜ§¿äöñüà0-9A-Za-z-]*";

    private final Wording wording = new Wording("Ìlera Pharmacy");

    private static List<Wording.Item> many(int count) {
        return IntStream.range(0, count)
                .<Wording.Item>mapToObj(i -> new Wording.Item.Shortage("Paracetamol 500 mg – sirop n°" + i, 4, 10))
                .toList();
    }

    @Test
    void a_text_message_says_what_is_short_and_by_how_much() {
        assertThat(wording.text(
                        Medium.SMS,
                        Kind.LOW_STOCK,
                        null,
                        List.of(new Wording.Item.Shortage("Amoxicillin 250 mg", 3, 20)),
                        null))
                .isEqualTo("Low stock: Amoxicillin 250 mg 3 of 20. Ilera Pharmacy");
    }

    @Test
    void an_expiry_digest_names_batches_dates_and_what_they_are_worth() {
        assertThat(wording.text(
                        Medium.SMS,
                        Kind.EXPIRY,
                        30,
                        List.of(new Wording.Item.Expiring("Amoxil", "B12", LocalDate.parse("2026-04-01"), 40)),
                        "NGN 45,000"))
                .isEqualTo("Expires within 30 days: Amoxil B12 (40, 1 Apr 2026). Worth NGN 45,000. Ilera Pharmacy");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 50, 1000})
    void a_text_message_is_one_page_of_plain_letters_and_counts_what_does_not_fit(int count) {
        String text = wording.text(Medium.SMS, Kind.STOCK_OUT, null, many(count), null);
        assertThat(text).hasSizeLessThanOrEqualTo(160).matches(FIT);
        if (count > 7) {
            assertThat(text).contains(" more.").endsWith("Ilera Pharmacy");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "₦500|NGN 500",
                "a;b|a,b",
                "x//y|x/y",
                "‘it’|it",
                "Ọ̀ṣun|Osun",
                "50€|50EUR",
                "日本|??",
                "a{b}[c]|a(b)(c)"
            })
    void what_would_make_a_page_shorter_is_written_otherwise(String text, String plain) {
        assertThat(Gsm7.of(text)).isEqualTo(plain);
    }

    @Test
    void a_line_for_the_log_or_a_template_is_one_line() {
        List<Wording.Item> item = List.of(new Wording.Item.Shortage("Evil\nname\t\u0000", 1, 2));
        assertThat(wording.text(Medium.LOG, Kind.LOW_STOCK, null, item, null)).doesNotContain("\n", "\t");
        assertThat(wording.text(Medium.WHATSAPP, Kind.LOW_STOCK, null, many(500), null))
                .hasSizeLessThanOrEqualTo(900)
                .doesNotContain("\n");
    }

    @Test
    void a_letter_lists_everything_there_is_room_for() {
        String letter = wording.text(Medium.EMAIL, Kind.LOW_STOCK, null, many(1000), null);
        assertThat(letter).hasSizeLessThanOrEqualTo(4000).contains("\n  Paracetamol", "more\n");
    }
}
