package app.mortar.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AiTableTest {
    @Test
    void no_identifier_begins_with_another_one() {
        for (Ai ai : AiTable.all()) {
            for (int length = 2; length < ai.code().length(); length++) {
                assertThat(AiTable.find(ai.code().substring(0, length)))
                        .as(ai.code())
                        .isNull();
            }
        }
    }

    @Test
    void an_identifier_without_separator_has_one_length_only() {
        assertThat(AiTable.all()).filteredOn(ai -> !ai.needsSeparator()).allSatisfy(ai -> assertThat(ai.minLength())
                .isEqualTo(ai.maxLength()));
    }

    @Test
    void exactly_these_identifiers_need_no_separator_behind_them() {
        assertThat(AiTable.all().stream()
                        .filter(ai -> !ai.needsSeparator())
                        .map(ai -> ai.code().substring(0, 2))
                        .distinct())
                .containsExactly(
                        "00", "01", "02", "03", "11", "12", "13", "15", "16", "17", "20", "31", "32", "33", "34", "35",
                        "36", "41");
    }

    @Test
    void parts_that_may_be_left_out_come_last() {
        assertThat(AiTable.all()).allSatisfy(ai -> {
            Set<Boolean> seen = new HashSet<>();
            ai.parts().forEach(part -> {
                assertThat(part.optional() || !seen.contains(true)).isTrue();
                seen.add(part.optional());
            });
        });
    }

    @Test
    void ranges_are_written_out_and_end_where_they_should() {
        assertThat(AiTable.all()).hasSizeGreaterThan(500);
        assertThat(AiTable.all()).extracting(Ai::title).noneMatch(String::isBlank);
        assertThat(AiTable.find("04")).isNull();
        assertThat(AiTable.find("3106")).isNull();
        assertThat(AiTable.find("3944")).isNull();
    }

    @ParameterizedTest(name = "({0}){1} is {2}")
    @CsvSource({
        "3103, 001250, 1.250",
        "3100, 000012, 12",
        "3105, 123456, 1.23456",
        "3202, 012345, 123.45",
        "3922, 1999, 19.99",
        "3932, 5661999, 19.99",
        "3900, 5, 5",
        "3953, 001500, 1.500",
        "3941, 0125, 12.5",
    })
    void the_last_digit_of_a_measure_is_its_decimals(String code, String value, BigDecimal amount) {
        assertThat(Element.of(code, value).amount()).isEqualTo(amount);
    }

    @Test
    void what_is_no_measure_has_no_amount() {
        assertThat(Element.batch("310").amount()).isNull();
        assertThat(Element.of("30", "12").amount()).isNull();
    }

    @Test
    void all_elements_of_a_code_are_kept_in_order() {
        assertThat(Case.elements("]d2010952012345678831030012501727123110AB{GS}240X-1{GS}7112345678{GS}91Z"))
                .isEqualTo("(01)09520123456788(3103)001250(17)271231(10)AB(240)X-1(711)2345678(91)Z");
    }

    @Test
    void a_pharmacy_may_name_the_separator_of_its_scanners() {
        Gs1Reader reader = new Gs1Reader(new Separators(Set.of("~", "|", "]")));

        for (String separator : Set.of("~", "|", "]", "{GS}")) {
            Case.reads("", "]d20109520123456788101A2B" + separator + "21SER7", "09520123456788 | 1A2B | - | SER7 | -")
                    .check(reader);
        }
    }

    @Test
    void a_letter_cannot_be_the_separator() {
        assertThatThrownBy(() -> new Separators(Set.of("X"))).hasMessageContaining("never contain");
        assertThatThrownBy(() -> new Separators(Set.of(""))).hasMessageContaining("never contain");
    }
}
