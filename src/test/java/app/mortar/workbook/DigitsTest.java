package app.mortar.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DigitsTest {
    @Test
    void every_number_is_the_same_to_the_last_bit() {
        long seed = 952;
        Random random = new Random(seed);
        for (int i = 0; i < 200_000; i++) {
            BigDecimal number = BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(20));
            String digits = number.toPlainString();
            assertThat(Double.doubleToLongBits(Digits.toDouble(digits)))
                    .as("%s (seed %d)", digits, seed)
                    .isEqualTo(Double.doubleToLongBits(Double.parseDouble(digits)));
        }
    }

    @Test
    void odd_spellings_too() {
        for (String odd :
                new String[] {"-0", "0.0", ".5", "5.", "1E3", "46023.33334490741", "999999999999999", "1e-7"}) {
            assertThat(Digits.toDouble(odd)).as(odd).isEqualTo(Double.parseDouble(odd));
        }
        for (String none : new String[] {"", "-", ".", "1.2.3", "--1", "1,5"}) {
            assertThatThrownBy(() -> Digits.toDouble(none)).as(none).isInstanceOf(NumberFormatException.class);
        }
    }
}
