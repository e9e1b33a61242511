package app.mortar.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.access.AlertKind;
import app.mortar.access.Role;
import app.mortar.access.Scope;
import app.mortar.access.Secret;
import app.mortar.access.StaffForm;
import app.mortar.access.StaffView;
import app.mortar.desktop.EveryControl;
import app.mortar.desktop.Office;
import app.mortar.desktop.Offices;
import app.mortar.desktop.RoomTest;
import app.mortar.desktop.Toolkit;
import app.mortar.desktop.Wedge;
import app.mortar.desktop.Workstation;
import app.mortar.desktop.shell.Machine;
import app.mortar.desktop.shell.Place;
import app.mortar.desktop.shell.Rooms;
import app.mortar.desktop.theme.Appearance;
import app.mortar.kernel.Permission;
import app.mortar.testing.Pharmacy;
import app.mortar.testing.ReadBack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsViewTest extends RoomTest {
    private static final String GOOD = "three brown foxes";

    private Office office;

    @Override
    protected void stock() {
        pharmacy.product("PARA");
        pharmacy.receive("PARA", "A", pharmacy.today().plusDays(20), 7);
        office = Offices.of(pharmacy);
        office.staff()
                .addFirst(
                        "till-1",
                        "Ngozi Eze",
                        new StaffForm(
                                Role.ADMIN,
                                Optional.of("0803 123 4567"),
                                Optional.empty(),
                                Optional.of(Set.of(AlertKind.LOW_STOCK))),
                        new Secret(GOOD));
    }

    @BeforeEach
    void settings() {
        open(Role.ADMIN);
    }

    private void open(Role role) {
        station.close();
        station = Workstation.open(pharmacy, rooms(), role.permissions());
    }

    private Rooms rooms() {
        Rooms rooms =
                new Rooms().add(Place.SETTINGS, session -> new SettingsView(session, office, Workstation.MACHINE));
        Section.all().forEach(rooms::part);
        return rooms;
    }

    private void go(Section section) {
        station.go(Place.SETTINGS, section);
    }

    private String text(String id) {
        return Toolkit.call(() -> lookup("#" + id).query() instanceof TextField field
                ? field.getText()
                : lookup("#" + id).queryAs(Labeled.class).getText());
    }

    private List<String> sections() {
        return Toolkit.call(() -> lookup("#settings-sections").<Section>queryListView().getItems().stream()
                .map(Section::id)
                .toList());
    }

    private void key(KeyCode code) {
        press(code).release(code);
        station.settle();
    }

    @Test
    void who_may_not_do_it_does_not_see_it() {
        go(Section.ACCOUNT);
        assertThat(sections()).hasSize(Section.values().length);
        open(Role.MANAGER);
        go(Section.ACCOUNT);
        assertThat(sections())
                .containsExactly("account", "appearance", "pharmacy", "alerts", "channels", "scanner", "about");
        open(Role.ASSISTANT);
        go(Section.KEYS);
        assertThat(sections()).containsExactly("account", "appearance", "scanner", "about");
        assertThat(lookup("#key-create").tryQuery()).isEmpty();
        assertThat(station.session().may(Permission.CHANGE_SETTINGS)).isFalse();
        go(Section.SCANNER);
        assertThat(lookup("#doctor-gap").query().isDisabled()).isTrue();
        assertThat(station.bugs).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Section.class)
    void a_walk_with_tab_comes_to_every_control(Section section) {
        go(section);
        assertThat(EveryControl.missed(station)).isEmpty();
        assertThat(station.bugs).isEmpty();
    }

    @Test
    void a_part_is_chosen_with_the_mouse_with_arrows_and_from_the_palette() {
        station.go(Place.SETTINGS, null);
        clickOn("#section-keys");
        station.settle();
        assertThat(lookup("#key-create").tryQuery()).isPresent();
        key(KeyCode.UP);
        assertThat(lookup("#staff-save").tryQuery()).isPresent();
        press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        station.settle();
        write("settings: scanner");
        station.settle();
        key(KeyCode.ENTER);
        assertThat(lookup("#doctor-keys").tryQuery()).isPresent();
    }

    @Test
    void somebody_is_taken_on_and_let_in_no_more() {
        go(Section.STAFF);
        clickOn("#staff-new").clickOn("#staff-name").write("Ada Obi");
        clickOn("#staff-password").write(GOOD);
        key(KeyCode.F9);
        assertThat(people()).extracting(StaffView::name).containsExactly("Ada Obi", "Ngozi Eze");
        clickOn("#staff-turn");
        station.settle();
        assertThat(people().getFirst().enabled()).isFalse();
        assertThat(text("staff-title")).isEqualTo("Ada Obi");
        assertThat(chips()).as("as it is seen").containsExactlyInAnyOrder("Not let in", "Admin");
        pharmacy.transactions.run(pharmacy.staff, tx -> assertThat(tx.session()
                        .createNativeMutationQuery("update staff set pin_hash = 'x' where name = 'Ngozi Eze'")
                        .executeUpdate())
                .isEqualTo(1));
        key(KeyCode.F5);
        assertThat(chips()).containsExactlyInAnyOrder("Not let in", "PIN", "Admin");
        assertThat(station.bugs).isEmpty();
    }

    private List<String> chips() {
        return Toolkit.call(() -> lookup("#staff .chip").<Labeled>queryAll().stream()
                .filter(chip -> chip.getScene() != null)
                .map(Labeled::getText)
                .toList());
    }

    private List<StaffView> people() {
        return Toolkit.call(
                () -> List.copyOf(lookup("#staff").<StaffView>queryTableView().getItems()));
    }

    private void select(String table, int row) {
        Toolkit.run(
                () -> lookup("#" + table).queryTableView().getSelectionModel().select(row));
    }

    @Test
    void the_list_of_staff_goes_along_with_the_form() {
        office.staff().add(station.session().actor(), "Ada Obi", StaffForm.of(Role.ASSISTANT), new Secret(GOOD));
        go(Section.STAFF);
        select("staff", 1);
        assertThat(text("staff-title")).isEqualTo("Ngozi Eze");
        clickOn("#staff-new");
        assertThat(text("staff-title")).isEqualTo("Somebody new");
        key(KeyCode.F5);
        assertThat(chosen("staff")).as("nobody, also after reading again").isEqualTo(-1);
        select("staff", 1);
        assertThat(text("staff-title")).isEqualTo("Ngozi Eze");
        clickOn("#staff-new").clickOn("#staff-name").write("Bisi Ade");
        clickOn("#staff-password").write(GOOD);
        key(KeyCode.F9);
        assertThat(text("staff-title")).isEqualTo("Bisi Ade");
        assertThat(chosen("staff")).as("the new one, where the list has it").isEqualTo(1);
        press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        write("obi").type(KeyCode.ENTER);
        station.settle();
        assertThat(people()).extracting(StaffView::name).containsExactly("Ada Obi");
        assertThat(text("staff-title")).isEqualTo("Bisi Ade");
        assertThat(station.bugs).isEmpty();
    }

    private int chosen(String table) {
        return Toolkit.call(
                () -> lookup("#" + table).queryTableView().getSelectionModel().getSelectedIndex());
    }

    /** The workbook that a click on a table's button makes. */
    private ReadBack exported(String table, String title) {
        clickOn("#" + table + "-export");
        station.settle();
        clickOn("#toast-close"); // it lies over the buttons for a while
        return ReadBack.of(station.home.resolve(title + "-" + pharmacy.today() + ".xlsx"));
    }

    @Test
    void staff_keys_and_who_did_what_go_out_to_excel_with_typed_columns() {
        var admin = station.session().actor();
        office.staff().add(admin, "Ada Obi", StaffForm.of(Role.PHARMACIST), new Secret(GOOD));
        office.keys().create(admin, "=shop", Set.of(Scope.RESERVE, Scope.ORDERS));
        office.keys().revoke(admin, "=shop");
        String now = pharmacy.clock
                .instant()
                .atZone(Pharmacy.LAGOS)
                .toLocalDateTime()
                .toString();
        go(Section.STAFF);
        try (ReadBack read = exported("staff", "staff")) {
            assertThat(read.rows("Staff"))
                    .extracting(row -> row.get("Name") + "|" + row.get("Phone") + "|" + row.get("Role") + "|"
                            + row.get("Is told about") + "|" + row.get("Written down"))
                    .containsExactly(
                            "Ada Obi||Pharmacist|Low stock, Expiry|" + now,
                            "Ngozi Eze|+2348031234567|Admin|Low stock|" + now);
        }
        go(Section.KEYS);
        try (ReadBack read = exported("keys", "api-keys")) {
            assertThat(read.rows("API keys"))
                    .extracting(row -> row.get("Key") + "|" + row.get("Opens") + "|" + row.get("Last used") + "|"
                            + row.get("Revoked"))
                    .containsExactly("=shop|reserve, orders||" + now);
        }
        go(Section.AUDIT);
        clickOn("#audit-which-3");
        station.settle();
        try (ReadBack read = exported("audit", "who-did-what")) {
            assertThat(read.rows("Who did what"))
                    .extracting(row ->
                            row.get("What") + "|" + row.get("When") + "|" + row.get("Who") + "|" + row.get("Detail"))
                    .containsExactly(
                            "API key =shop revoked|" + now + "|Adaeze Okoro|",
                            "API key =shop made|" + now + "|Adaeze Okoro|reserve,orders");
            assertThat(read.sheets()).contains("About this list");
        }
        assertThat(station.bugs).isEmpty();
    }

    @Test
    void a_key_is_shown_once_copied_and_revoked_after_a_question() {
        go(Section.KEYS);
        clickOn("#key-name").write("shop");
        key(KeyCode.F9);
        String fresh = text("key-fresh");
        assertThat(office.keys().authenticate(fresh)).isPresent();
        clickOn("#key-copy");
        station.settle();
        assertThat(Toolkit.call(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo(fresh);

        go(Section.STAFF);
        go(Section.KEYS);
        assertThat(text("key-fresh")).isEmpty();
        select("keys", 0);
        clickOn("#key-revoke");
        station.settle();
        assertThat(office.keys().authenticate(fresh)).isPresent();
        key(KeyCode.DIGIT1);
        assertThat(office.keys().authenticate(fresh)).isEmpty();
        assertThat(station.bugs).isEmpty();
    }

    @Test
    void a_rule_is_changed_in_words_and_refused_in_words() {
        go(Section.PHARMACY);
        clickOn("#rule-reservation-ttl");
        station.settle();
        assertThat(text("rule-value")).isEqualTo("15 min");
        write("rule-value", "20 min");
        key(KeyCode.F9);
        assertThat(pharmacy.rows("select setting from pharmacy_setting where name = 'reservation.ttl'"))
                .containsExactly("PT20M");
        write("rule-value", "soon");
        key(KeyCode.ENTER);
        assertThat(text("rule-no")).contains("duration");
        assertThat(pharmacy.rows("select setting from pharmacy_setting where name = 'reservation.ttl'"))
                .containsExactly("PT20M");
        clickOn("#rule-reset");
        station.settle();
        assertThat(pharmacy.rows("select setting from pharmacy_setting where name = 'reservation.ttl'"))
                .isEmpty();
        assertThat(station.bugs).isEmpty();
    }

    @Test
    void a_time_zone_and_a_currency_are_searched_and_chosen() {
        go(Section.PHARMACY);
        clickOn("#rule-pharmacy-zone");
        station.settle();
        assertThat(choice()).isEqualTo("Africa/Lagos");
        clickOn("#rule-choice");
        write("porto novo");
        key(KeyCode.DOWN);
        key(KeyCode.ENTER);
        assertThat(choice()).isEqualTo("Africa/Porto-Novo");
        key(KeyCode.F9);
        assertThat(pharmacy.rows("select setting from pharmacy_setting where name = 'pharmacy.zone'"))
                .containsExactly("Africa/Porto-Novo");

        clickOn("#rule-pharmacy-currency");
        station.settle();
        assertThat(choice()).isEqualTo("NGN · Nigerian Naira");
        clickOn("#rule-choice");
        write("cedi");
        key(KeyCode.DOWN);
        key(KeyCode.ENTER);
        key(KeyCode.F9);
        assertThat(pharmacy.rows("select setting from pharmacy_setting where name = 'pharmacy.currency'"))
                .containsExactly("GHS");
        clickOn("#rule-reset");
        station.settle();
        assertThat(choice()).isEqualTo("NGN · Nigerian Naira");
        clickOn("#rule-reservation-ttl");
        station.settle();
        assertThat(lookup("#rule-choice").query().isVisible()).isFalse();
        assertThat(text("rule-value")).isEqualTo("15 min");
        assertThat(station.bugs).isEmpty();
    }

    private String choice() {
        return Toolkit.call(() -> {
            ComboBox<Choices.Choice> box = lookup("#rule-choice").queryComboBox();
            return box.getConverter().toString(box.getValue());
        });
    }

    @Test
    void what_is_set_and_who_is_told_go_out_to_excel() {
        go(Section.ALERTS);
        try (ReadBack read = exported("rules", "alerts")) {
            assertThat(read.rows("Alerts"))
                    .hasSameSizeAs(
                            Toolkit.call(() -> lookup("#rules").queryListView().getItems()))
                    .extracting(row -> row.get("Its name") + "|" + row.get("Value") + "|" + row.get("It stands"))
                    .contains("low-stock.repeat|24 h|as Mortar comes");
        }
        try (ReadBack read = exported("recipients", "who-is-told")) {
            assertThat(read.rows("Who is told"))
                    .containsExactly(
                            Map.of("Name", "Ngozi Eze", "Is told about", "Low stock, Escalations", "By", "phone"));
        }
        go(Section.CHANNELS);
        var admin = station.session().actor();
        var desk = office.settings();
        var key = desk.list(admin).stream()
                .filter(row -> row.name().equals("termii.api-key"))
                .findFirst()
                .orElseThrow();
        desk.change(admin, key, "TL-very-secret");
        key(KeyCode.F5);
        try (ReadBack read = exported("rules", "channels")) {
            assertThat(read.rows("Channels").toString())
                    .contains("termii.api-key", "••••")
                    .doesNotContain("TL-very-secret");
        }
        assertThat(station.bugs).isEmpty();
    }

    @Test
    void what_is_being_written_stays_when_others_change_something_and_is_not_run_over_theirs() {
        go(Section.PHARMACY);
        clickOn("#rule-reservation-max-lines");
        station.settle();
        write("rule-value", "7");
        var desk = office.settings();
        var admin = station.session().actor();
        var seen = desk.list(admin).stream()
                .filter(row -> row.name().equals("reservation.max-lines"))
                .findFirst()
                .orElseThrow();
        desk.change(admin, seen, "50");
        key(KeyCode.F5);
        assertThat(text("rule-value")).isEqualTo("7");
        key(KeyCode.F9);
        assertThat(text("rule-no")).startsWith("Somebody else has changed this meanwhile");
        assertThat(text("rule-value")).isEqualTo("50");

        go(Section.STAFF);
        select("staff", 0);
        clickOn("#staff-phone");
        write("staff-phone", "0803 000 0000");
        office.staff().add(admin, "Ada Obi", StaffForm.of(Role.ASSISTANT), new Secret(GOOD));
        signsInElsewhere("Ngozi Eze");
        key(KeyCode.F5);
        assertThat(people()).hasSize(2);
        assertThat(people().getLast().lastSignedInAt()).isPresent();
        assertThat(text("staff-title")).isEqualTo("Ngozi Eze");
        assertThat(text("staff-phone")).isEqualTo("0803 000 0000");
        key(KeyCode.F9);
        assertThat(people().getLast().phone()).contains("+2348030000000");
        assertThat(station.bugs).isEmpty();
    }

    /** The row of who is being written down is another one when the list is read again. */
    private void signsInElsewhere(String name) {
        pharmacy.transactions.run(pharmacy.staff, tx -> assertThat(tx.session()
                        .createNativeMutationQuery("update staff set last_signed_in_at = :now where name = :name")
                        .setParameter("now", tx.now())
                        .setParameter("name", name)
                        .executeUpdate())
                .isEqualTo(1));
    }

    private void write(String id, String text) {
        clickOn("#" + id);
        press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        write(text);
        station.settle();
    }

    @Test
    void quiet_hours_are_set_and_who_is_told_is_named() {
        go(Section.ALERTS);
        assertThat(Toolkit.call(() -> lookup("#recipients").<RecipientsModel.Line>queryListView().getItems().stream()
                        .map(line -> line.name() + ": " + line.about())
                        .toList()))
                .containsExactly("Ngozi Eze: Low stock, Escalations · phone");
        Toolkit.run(() -> lookup("#rules").queryListView().scrollTo(11));
        station.settle();
        clickOn("#rule-notify-quiet-hours");
        station.settle();
        write("rule-value", "21:00-07:00");
        key(KeyCode.F9);
        assertThat(pharmacy.rows("select setting from pharmacy_setting where name = 'notify.quiet-hours'"))
                .containsExactly("21:00-07:00");
    }

    @Test
    void a_test_message_is_sent_and_said_what_became_of_it() {
        go(Section.CHANNELS);
        clickOn("#test-send");
        station.settle();
        assertThat(text("test-came")).isEqualTo("The message was taken.");
        assertThat(pharmacy.rows("select kind, channel, status from notification"))
                .containsExactly("TEST log SENT");
        assertThat(lookup(".caption").queryAll())
                .extracting(node -> node instanceof Labeled label ? label.getText() : "")
                .anyMatch(text -> text != null && text.contains("log · log · taken by the provider"));
        assertThat(station.bugs).isEmpty();
    }

    @Test
    void the_books_are_checked_and_every_seal_knows() {
        go(Section.DATABASE);
        assertThat(text("database-checked")).isEqualTo("Never checked");
        assertThat(text("database-stop")).startsWith("Not in order");
        key(KeyCode.F9);
        assertThat(text("database-checked")).startsWith("Added up");
        assertThat(pharmacy.rows("select ok, violations from books_check")).containsExactly("true 0");
        assertThat(station.bugs).isEmpty();
    }

    @Test
    void the_doctor_hears_every_key_of_a_scan_and_only_while_somebody_looks() {
        go(Section.SCANNER);
        Wedge.scan(station, "010952012345678817291231101A2B{GS}21SER7");
        assertThat(text("doctor-raw")).isEqualTo("010952012345678817291231101A2B [GS] 21SER7");
        assertThat(text("doctor-said")).contains("1A2B", "2029-12-31", "SER7");
        assertThat(keys()).hasSize(38).contains("Ctrl+]").endsWith("Enter");
        assertThat(text("doctor-gaps")).startsWith("Longest pause between two keys");

        go(Section.ABOUT);
        Wedge.scan(station, "9520123456788");
        go(Section.SCANNER);
        assertThat(keys()).hasSize(38);
        assertThat(station.bugs).isEmpty();
    }

    private List<String> keys() {
        return Toolkit.call(() -> lookup(".raw-key").queryAll().stream()
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    @Test
    void the_colours_of_the_workstation_are_chosen() {
        go(Section.APPEARANCE);
        Machine machine = Workstation.MACHINE;
        clickOn("#looks-1");
        assertThat(machine.looks().get()).isEqualTo(Appearance.Choice.DARK);
        clickOn("#looks-2");
        assertThat(machine.looks().get()).isEqualTo(Appearance.Choice.SYSTEM);
    }

    @Test
    void diagnostics_are_copied() {
        go(Section.ABOUT);
        assertThat(text("about-java")).startsWith("25");
        clickOn("#about-copy");
        station.settle();
        assertThat(Toolkit.call(() -> Clipboard.getSystemClipboard().getString()))
                .contains("Mortar: 0.1.0", "Database: H2", "Log folder: ");
        assertThat(station.bugs).isEmpty();
    }
}
