package app.mortar.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.kernel.Gtin;
import app.mortar.kernel.InvalidInput;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    private static final int ROUNDS = 10_000;

    @Test
    void what_is_written_is_read_back_whatever_it_is() {
        Dice dice = new Dice(System.nanoTime());
        for (int round = 0; round < ROUNDS; round++) {
            List<Element> written = dice.elements(6);
            assertReadBack(dice, "]d2" + Gs1Writer.elementString(written), written);
            assertReadBack(dice, Gs1Writer.bracketed(written), written);
        }
    }

    @Test
    void separators_stand_only_where_they_are_needed() {
        Element gtin = Element.gtin(Gtin.of("9520123456788"));
        Element expiry = Element.expiry(LocalDate.of(2027, 12, 31), Case.TODAY);
        Element batch = Element.batch("1A2B");
        Element serial = Element.serial("SER7");

        assertThat(Gs1Writer.elementString(List.of(gtin, expiry, batch, serial)))
                .isEqualTo("010952012345678817271231101A2B\u001d21SER7");
        assertThat(Gs1Writer.elementString(List.of(batch, serial, gtin, expiry)))
                .isEqualTo("101A2B\u001d21SER7\u001d010952012345678817271231");
        assertThat(Gs1Writer.bracketed(List.of(gtin, expiry, batch, serial)))
                .isEqualTo("(01)09520123456788(17)271231(10)1A2B(21)SER7");
    }

    @Test
    void a_batch_that_looks_like_an_element_in_brackets_is_escaped() {
        List<Element> written = List.of(Element.batch("A(21)B(X)(7)"));

        assertThat(Gs1Writer.bracketed(written)).isEqualTo("(10)A\\(21)B(X)(7)");
        assertReadBack(new Dice(0), Gs1Writer.bracketed(written), written);
    }

    @Test
    void nothing_wrong_is_ever_written() {
        assertThatThrownBy(() -> Element.of("01", "09520123456789"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("should be 8");
        assertThatThrownBy(() -> Element.of("17", "270230")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Element.batch("with blank")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Element.batch("ABCDEFGHIJKLMNOPQRSTU")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Element.of("18", "271231"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("knows no application identifier 18");
        assertThatThrownBy(() -> Gs1Writer.elementString(List.of())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Gs1Writer.bracketed(List.of(Element.batch("A"), Element.batch("B"))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("stands twice");
        assertThatThrownBy(() -> Gs1Writer.elementString(
                        List.of(Element.of("01", "09520123456788"), Element.of("02", "09520123456788"))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("not both");
    }

    private static void assertReadBack(Dice dice, String code, List<Element> written) {
        Scan scan = new Gs1Reader().read(code, Case.TODAY);
        assertThat(scan).as("seed %d, %s", dice.seed, code).isInstanceOf(Scan.Read.class);
        assertThat(((Scan.Read) scan).elements())
                .as("seed %d, %s", dice.seed, code)
                .isEqualTo(written);
    }
}
