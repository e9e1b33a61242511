package app.mortar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ScanCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void prints_what_the_code_says() {
        assertThat(scan("]d2010952012345678817271231101A2B{GS}21SER7")).isZero();
        assertThat(out.toString().strip())
                .isEqualTo("{\"gtin\":\"09520123456788\",\"batchNumber\":\"1A2B\",\"expiryDate\":\"2027-12-31\","
                        + "\"serial\":\"SER7\",\"quantity\":null,\"warnings\":[]}");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void prints_a_number_as_a_number_and_warnings_as_sentences() {
        assertThat(scan("(01)09520123456788(15)271231(30)12")).isZero();
        assertThat(out.toString())
                .contains("\"quantity\":12,")
                .contains("\"warnings\":[\"The code has no expiry date (17); its best before date (15) was taken.\"]");
    }

    @Test
    void nothing_of_interest_is_nulls_and_success() {
        assertThat(scan("(91)HELLO")).isZero();
        assertThat(out.toString().strip())
                .isEqualTo("{\"gtin\":null,\"batchNumber\":null,\"expiryDate\":null,\"serial\":null,\"quantity\":null,"
                        + "\"warnings\":[]}");
    }

    @Test
    void what_cannot_be_read_is_one_line_on_stderr_and_exit_code_1() {
        assertThat(scan("9520123456789")).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().strip().lines()).singleElement().asString().contains("last digit should be 8");
    }

    @Test
    void nothing_at_all_is_wrong_usage_and_an_empty_text_is_unreadable() {
        assertThat(scan()).isEqualTo(2);
        assertThat(scan("")).isEqualTo(1);
    }

    @Test
    void today_is_the_pharmacy_s_day() {
        // 31 December 2026 in UTC is 1 January 2027 in Lagos; then year 77 lies ahead and no longer behind
        assertThat(scan("(17)770101")).isZero();
        assertThat(out.toString()).contains("\"expiryDate\":\"2077-01-01\"");
    }

    private int scan(String... args) {
        Clock clock = Clock.fixed(Instant.parse("2026-12-31T23:30:00Z"), ZoneId.of("Africa/Lagos"));
        ScanCommand scan = new ScanCommand(clock, new PrintWriter(out), new PrintWriter(err));
        CommandLine line = new CommandLine(scan);
        line.setErr(new PrintWriter(err));
        return line.execute(args);
    }
}
