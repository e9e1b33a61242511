package app.mortar.gs1;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/**
 * Hunts for a text that makes the reader throw or say something impossible. Not among the ordinary tests, because its
 * agent would instrument all classes for everybody: {@code mvn test -Dtest=Gs1FuzzTest -Dmortar.tests.without=none} goes
 * through the inputs kept under {@code src/test/resources}, with {@code JAZZER_FUZZ=1} before it hunts for new ones.
 */
@Tag("fuzz")
class Gs1FuzzTest {
    @FuzzTest(maxDuration = "2m")
    void whatever_is_scanned_is_read_rightly_or_refused_in_words(FuzzedDataProvider data) {
        DamagedCodeTest.assertTrustworthy(new Gs1Reader().read(data.consumeRemainingAsString(), Case.TODAY));
    }
}
