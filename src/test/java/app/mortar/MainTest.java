package app.mortar;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.cli.Console;
import app.mortar.cli.PasswordPrompt;
import app.mortar.testing.RawWorkbook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line, without a process of its own. */
class MainTest {
    @TempDir
    Path home;

    @TempDir
    Path lists;

    private final Map<String, String> environment = new HashMap<>();
    private String typed = "";

    private record Ended(int code, String out, String err) {}

    private Ended mortar(String... args) {
        environment.put("MORTAR_HOME", home.toString());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new Main(
                        new Console(
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8)),
                        PasswordPrompt.of(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8))),
                        environment,
                        wish -> {})
                .run(args);
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static void refused(Ended ended, int code, String... words) {
        assertThat(ended.code()).isEqualTo(code);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith("mortar: ").contains(words).endsWith("\n");
        assertThat(ended.err().lines()).hasSize(1);
    }

    @Test
    void a_key_is_printed_alone_listed_without_its_secret_and_revoked() {
        Ended created = mortar("key", "create", "Ìlera shop", "--scopes", "reserve,orders");
        assertThat(created.code()).isZero();
        assertThat(created.err()).isEmpty();
        assertThat(created.out()).matches("mk_[a-z0-9]{8}_[A-Za-z0-9_-]{43}\\R");

        Ended listed = mortar("key", "list");
        assertThat(listed.code()).isZero();
        assertThat(listed.out())
                .contains("Ìlera shop", "reserve,orders", created.out().substring(0, 11))
                .doesNotContain(created.out().strip());

        refused(mortar("key", "create", "Ìlera shop", "--scopes", "reserve"), 1, "Ìlera shop");
        assertThat(mortar("key", "revoke", "Ìlera shop").code()).isZero();
        refused(mortar("key", "revoke", "nobody"), 1, "nobody");
        refused(mortar("key", "create", "a\nb", "--scopes", "reserve"), 1, "printable");
    }

    @Test
    void somebody_is_taken_on_listed_given_a_new_password_and_disabled() {
        typed = "three brown foxes\r\nand more\n";
        Ended added = mortar(
                "user",
                "add",
                "Ọlá Obi",
                "--role",
                "pharmacist",
                "--phone",
                "0803 123 4567",
                "--email",
                "ola@x.example");
        assertThat(added.code()).isZero();
        assertThat(added.err()).isEmpty();
        Ended listed = mortar("user", "list");
        assertThat(listed.code()).isZero();
        assertThat(listed.out())
                .contains("Ọlá Obi", "pharmacist", "+2348031234567", "ola@x.example", "low-stock,expiry")
                .doesNotContain("foxes", "argon");

        refused(mortar("user", "add", "ọlá obi", "--role", "admin"), 1, "ọlá obi");
        refused(mortar("user", "add", "Ben", "--role", "boss"), 2, "boss", "assistant, pharmacist, manager, admin");
        refused(mortar("user", "add", "Ben", "--role", "admin", "--alerts", "rain"), 2, "rain");
        refused(mortar("user", "add", "Ben", "--role", "admin", "--phone", "12"), 1, "telephone number");
        refused(mortar("user", "add", "Ben", "--role", "admin", "--email", "ben"), 1, "e-mail");
        refused(mortar("user", "disable", "nobody"), 1, "nobody");
        refused(mortar("user", "password", "nobody"), 1, "nobody");
        typed = "password1\n";
        refused(mortar("user", "add", "Ben", "--role", "admin"), 1, "password");
        refused(mortar("user", "password", "Ọlá Obi"), 1, "password");
        typed = "";
        refused(mortar("user", "password", "Ọlá Obi"), 1, "first line of standard input");

        typed = "a lamp in the well";
        assertThat(mortar("user", "password", "ỌLÁ OBI").code()).isZero();
        assertThat(mortar("user", "add", "Ben", "--role", "admin", "--alerts", "none")
                        .code())
                .isZero();
        refused(mortar("user", "disable", "Ben"), 1, "last admin");
        assertThat(mortar("user", "disable", "Ọlá Obi").out()).isEqualTo("Disabled Ọlá Obi\n");
        assertThat(mortar("user", "disable", "Ọlá Obi").out()).contains("it was before");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "user",
                "user add",
                "user add ben",
                "user add ben --role",
                "user add ben --role Admin",
                "user add ben --role admin --password secret",
                "user add ben secret --role admin",
                "user password ben secret",
                "user disable",
                "--demo",
                "kee",
                "key",
                "key lst",
                "key create",
                "key create shop",
                "key create shop --scopes",
                "key create shop --scopes fly",
                "key create shop --scopes reserve,",
                "key create shop extra --scopes reserve",
                "key create shop --scopes reserve --colour red",
                "key revoke",
                "migrate now",
                "import",
                "import products",
                "import products nowhere.xlsx",
                "import stock nowhere.xlsx --dry-run",
                "import customers list.xlsx",
                "import products list.xlsx --allow-expired",
                "template",
                "template products",
                "--verbose",
            })
    void wrong_usage_is_one_line_and_exit_code_2(String line) {
        refused(mortar(line.isEmpty() ? new String[0] : line.split(" ", -1)), 2, "mortar");
        assertThat(home).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "key --help",
                "key create --help",
                "key list -h",
                "key revoke --help",
                "user add --help",
                "migrate -h",
                "import -h",
                "import products -h",
                "import stock --help",
                "template --help",
                "template stock -h"
            })
    void every_command_explains_itself_on_standard_output_and_opens_nothing(String line) {
        Ended ended = mortar(line.split(" ", -1));
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).startsWith("Usage: mortar").contains("--help", "--debug");
        assertThat(ended.err()).isEmpty();
        assertThat(home).isEmptyDirectory();
    }

    private Path list(String name, String... rows) {
        StringBuilder xml = new StringBuilder();
        for (int i = 0; i < rows.length; i++) {
            xml.append(RawWorkbook.row(i + 1, rows[i].split("\\|", -1)));
        }
        return RawWorkbook.of(xml.toString()).save(lists.resolve(name));
    }

    @Test
    void lists_are_imported_whole_and_once_and_a_dry_run_changes_nothing() {
        String products = list("products.xlsx", "SKU|Name", "P1|Paracetamol", "P2|Ibuprofen")
                .toString();
        String stock = list("stock.xlsx", "SKU|Batch number|Expiry date|Quantity", "P1|B1|2099-03-31|10")
                .toString();

        assertThat(mortar("import", "products", products, "--dry-run").out())
                .isEqualTo("Dry run, nothing was changed. Products: 2 would be added, 0 would be changed, 0 as they"
                        + " were.\n");
        Ended early = mortar("import", "stock", stock);
        assertThat(early.code()).isOne();
        assertThat(early.out()).startsWith("Sheet1!A2 \"P1\": There is no product P1.");
        assertThat(early.err()).startsWith("mortar: ").contains("stock.xlsx");
        assertThat(early.err().lines()).hasSize(1);
        Ended done = mortar("import", "products", products);
        assertThat(done.code()).isZero();
        assertThat(done.err()).isEmpty();
        assertThat(done.out()).isEqualTo("Products: 2 added, 0 changed, 0 as they were.\n");
        assertThat(mortar("import", "stock", stock).out())
                .isEqualTo("Stock: 10 units booked (batches: 1, products: 1).\n");
        Ended again = mortar("import", "stock", stock);
        assertThat(again.code()).isZero();
        assertThat(again.out()).startsWith("Stock: this list was booked on ").contains("it is booked once");
        assertThat(mortar("check").code()).isZero();
    }

    @Test
    void what_must_be_mended_is_printed_cell_by_cell_and_can_be_sent_back_as_a_workbook() {
        String stock = list("stock.xlsx", "SKU|Batch number|Expiry date|Quantity", "P1|B1|03/27|10", "P1||2099-03|x")
                .toString();
        Path faults = lists.resolve("faults.xlsx");

        Ended refused = mortar("import", "stock", stock, "--to-mend", faults.toString());

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out().lines().map(line -> line.replaceAll("[ :].*", "")))
                .containsExactly("Sheet1!C2", "Sheet1!B3", "Sheet1!D3");
        assertThat(refused.err().lines()).singleElement().asString().contains("3 cells", "Sheet1!C2");
        assertThat(faults).isNotEmptyFile();
    }

    @Test
    void a_file_that_is_no_workbook_is_refused_in_one_line() throws IOException {
        Path file = Files.writeString(lists.resolve("list.xlsx"), "SKU;Name");
        refused(mortar("import", "products", file.toString()), 1, "list.xlsx is a text file");
    }

    @Test
    void a_template_is_written_once_and_never_over_a_list_that_was_filled_in() {
        Path file = lists.resolve("products.xlsx");
        assertThat(mortar("template", "products", file.toString()).code()).isZero();
        refused(mortar("template", "stock", file.toString()), 1, "products.xlsx is there already");
        refused(mortar("import", "products", file.toString()), 1, "no rows below its headings");
    }

    @Test
    void migrate_says_which_version_was_reached() {
        assertThat(mortar("migrate").out()).startsWith("The schema is current: 0");
    }

    @Test
    void all_bad_settings_are_told_in_one_line() throws IOException {
        Files.writeString(home.resolve("mortar.properties"), "http.port=eighty\nhtpp.bind=x\n");
        refused(mortar("key", "list"), 2, "http.port = eighty", "line 1", "htpp.bind", "did you mean http.bind?");
    }

    @Test
    void a_warning_comes_after_what_was_asked_for_and_only_when_that_went_well() {
        environment.put("MORTAR_HTPP_PORT", "1");
        Ended listed = mortar("key", "list");
        assertThat(listed.code()).isZero();
        assertThat(listed.err())
                .isEqualTo("mortar: warning: MORTAR_HTPP_PORT is not a setting; did you mean MORTAR_HTTP_PORT?\n");
        refused(mortar("key", "revoke", "nobody"), 1, "nobody");
    }

    @Test
    void a_stack_trace_is_shown_only_when_asked_for() throws IOException {
        Files.writeString(home.resolve("mortar.mv.db"), "not a database");
        refused(mortar("key", "list"), 2, "mortar.mv.db");
        Ended debugged = mortar("key", "list", "--debug");
        assertThat(debugged.code()).isEqualTo(2);
        assertThat(debugged.err()).contains("\tat app.mortar.");
        assertThat(mortar("--debug", "key", "list").err()).contains("\tat app.mortar.");
    }

    @Test
    void the_version_is_told() {
        assertThat(mortar("--version").out()).startsWith("mortar ");
    }

    @Test
    void a_password_file_that_is_missing_is_named() {
        environment.put("MORTAR_DB_URL", "jdbc:postgresql://localhost:1/x?user=a");
        environment.put("MORTAR_DB_USER", "nobody");
        environment.put("MORTAR_DB_PASSWORD_FILE", "missing");
        refused(mortar("key", "list"), 2, "db.password-file = missing");
        assertThat(List.of(home.toFile().list())).isEmpty();
    }
}
