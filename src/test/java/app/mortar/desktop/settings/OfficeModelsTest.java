package app.mortar.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.access.AlertKind;
import app.mortar.access.AuditEvent;
import app.mortar.access.AuditKind;
import app.mortar.access.Role;
import app.mortar.access.Scope;
import app.mortar.access.Secret;
import app.mortar.access.StaffForm;
import app.mortar.alert.Channel;
import app.mortar.alert.Medium;
import app.mortar.alert.Sending;
import app.mortar.books.Report;
import app.mortar.desktop.Here;
import app.mortar.desktop.Office;
import app.mortar.desktop.Offices;
import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Listed;
import app.mortar.desktop.widget.PageSource;
import app.mortar.kernel.Actor;
import app.mortar.kernel.NotPermitted;
import app.mortar.kernel.Stretch;
import app.mortar.report.Field;
import app.mortar.report.ListExport;
import app.mortar.report.Progress;
import app.mortar.settings.AlertSettings;
import app.mortar.settings.SettingRow;
import app.mortar.testing.DeskTest;
import app.mortar.testing.ReadBack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the parts of the room do that ask more than one desk, without a window, on both databases. */
class OfficeModelsTest extends DeskTest {
    private static final Actor ADMIN = Actor.staff("Ngozi Eze", "office", Role.ADMIN.permissions());
    private static final Actor PHARMACIST = Actor.staff("Ada Obi", "till-1", Role.PHARMACIST.permissions());

    private static final PageSource.Window FIRST = new PageSource.Window(0, 10, null, false);

    @TempDir
    Path folder;

    private final List<String> reached = new ArrayList<>();
    private Sending next = new Sending.Accepted("SM-1");
    private Office office;
    private Here here;

    @BeforeEach
    void open_the_office() {
        Function<AlertSettings, Optional<Channel>> provider = set -> Optional.of(letter -> {
            reached.add(letter.to());
            return next;
        });
        office = Offices.of(pharmacy, Map.of(Medium.SMS, provider, Medium.EMAIL, provider));
        here = Here.at(pharmacy, ADMIN);
        reached.clear();
        next = new Sending.Accepted("SM-1");
    }

    private ChannelsModel channels() {
        return new ChannelsModel(here.session, office.messages());
    }

    private static void send(ChannelsModel model, Medium medium, String to) {
        model.medium().set(medium);
        model.to().set(to);
        model.send();
    }

    @Test
    void a_test_message_says_what_the_provider_said_and_is_kept_with_the_others() {
        pharmacy.product("PARA", 5);
        pharmacy.receive("PARA", "A", pharmacy.today().plusDays(300), 4);
        assertThat(pharmacy.rows("select kind from notification")).containsExactly("LOW_STOCK");
        ChannelsModel model = channels();
        send(model, Medium.SMS, "+234 (803) 123-4567");
        assertThat(reached).containsExactly("+2348031234567");
        assertThat(model.outcome().get()).isEqualTo("The message was taken; its provider calls it SM-1.");
        assertThat(model.lately()).singleElement().asString().contains("sms", "+234…567", "taken by the provider");
        next = new Sending.Refused("The sender is not approved.");
        send(model, Medium.EMAIL, " ada@pharmacy.example ");
        assertThat(model.outcome().get()).isEqualTo("The message was refused: The sender is not approved.");
        assertThat(model.lately().getFirst()).contains("email", "failed", "The sender is not approved.");
        next = new Sending.NotNow("503", null);
        send(model, Medium.SMS, "+2348031234567");
        assertThat(model.outcome().get()).isEqualTo("The message was not taken now: 503");
        next = new Sending.Unknown("No answer.");
        send(model, Medium.SMS, "+2348031234567");
        assertThat(model.outcome().get()).startsWith("Nobody knows");
        assertThat(model.lately()).hasSize(4);
        send(model, Medium.LOG, "");
        assertThat(model.lately()).as("the last few").hasSize(4);
        assertThat(model.lately().getFirst()).contains("log");
        assertThat(pharmacy.rows("select distinct kind from notification order by kind"))
                .containsExactly("LOW_STOCK", "TEST");
    }

    @Test
    void an_address_that_cannot_be_one_reaches_no_provider() {
        ChannelsModel model = channels();
        send(model, Medium.LOG, "");
        assertThat(model.outcome().get()).isNotEmpty();
        send(model, Medium.SMS, "0803 123 4567");
        assertThat(model.outcome().get()).as("of the one before").isEmpty();
        assertThat(model.no().get()).contains("international form");
        send(model, Medium.EMAIL, "ada at home");
        assertThat(model.no().get()).contains("e-mail");
        assertThat(reached).isEmpty();
        assertThat(model.outcome().get()).isEmpty();
        assertThat(pharmacy.rows("select channel from notification")).containsExactly("log");
    }

    @Test
    void a_channel_that_was_never_set_up_says_so() {
        ChannelsModel model = channels();
        send(model, Medium.WHATSAPP, "+2348031234567");
        assertThat(model.outcome().get()).endsWith("The channel whatsapp is not set up.");
    }

    @Test
    void each_channel_says_whether_it_is_on_and_what_it_lacks() {
        PharmacyModel rules = rules();
        change(rules, "notify.channels", "sms,log");
        assertThat(states(rules))
                .containsExactly(
                        "SMS true [termii.api-key]",
                        "WHATSAPP false [whatsapp.token, whatsapp.phone-number-id]",
                        "TERMII_WHATSAPP false [termii.api-key]",
                        "EMAIL false [smtp.host]",
                        "LOG true []");
        change(rules, "termii.api-key", "TL-very-secret");
        assertThat(states(rules)).contains("SMS true []", "TERMII_WHATSAPP false []");
        change(rules, "notify.channels", "termii-whatsapp");
        assertThat(states(rules))
                .as("one channel's word is a part of another's")
                .contains("WHATSAPP false [whatsapp.token, whatsapp.phone-number-id]", "TERMII_WHATSAPP true []");
    }

    private static List<String> states(PharmacyModel rules) {
        return ChannelState.of(rules.rows()).stream()
                .map(state -> state.medium() + " " + state.on() + " " + state.missing())
                .toList();
    }

    private PharmacyModel rules() {
        PharmacyModel model =
                new PharmacyModel(office.settings(), ADMIN, here.session.work(), String::valueOf, row -> {});
        model.load();
        return model;
    }

    private static void change(PharmacyModel model, String name, String value) {
        model.choose(row(model, name));
        model.value().set(value);
        model.save();
        assertThat(model.no().get()).isEmpty();
    }

    private static SettingRow row(PharmacyModel model, String name) {
        return model.rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_setting_has_a_name_and_a_meaning_on_screen() {
        for (SettingRow row : rules().rows()) {
            assertThat(Meaning.title(row)).isNotBlank();
            assertThat(Meaning.about(row)).isNotBlank();
        }
    }

    @Test
    void a_time_is_written_and_read_as_people_say_it() {
        PharmacyModel model = rules();
        SettingRow repeat = row(model, "low-stock.repeat");
        assertThat(Meaning.shown(repeat, "PT24H")).isEqualTo("24 h");
        assertThat(Meaning.shown(repeat, "PT48H")).isEqualTo("2 days");
        assertThat(Meaning.shown(repeat, "PT90M")).isEqualTo("90 min");
        assertThat(Meaning.shown(repeat, "PT0.5S")).isEqualTo("PT0.5S");
        assertThat(Meaning.meant(repeat, " 2 Days ")).isEqualTo("PT48H");
        assertThat(Meaning.meant(repeat, "90min")).isEqualTo("PT1H30M");
        assertThat(Meaning.meant(repeat, "PT5M")).isEqualTo("PT5M");
        assertThat(Meaning.meant(repeat, "5 minuets")).isEqualTo("5 minuets");
        assertThat(Meaning.meant(row(model, "reservation.max-lines"), "5 min")).isEqualTo("5 min");
        change(model, "low-stock.repeat", "2 days");
        assertThat(pharmacy.rows("select setting from pharmacy_setting where name = 'low-stock.repeat'"))
                .containsExactly("PT48H");
        assertThat(model.value().get()).isEqualTo("2 days");
    }

    @Test
    void a_list_that_is_read_again_takes_no_turn_from_an_act_and_leaves_what_was_refused() {
        PharmacyModel model = rules();
        model.choose(row(model, "reservation.max-lines"));
        model.value().set("many");
        model.save();
        model.load();
        assertThat(model.no().get()).contains("whole number");
        assertThat(model.value().get()).isEqualTo("many");
    }

    @Test
    void who_is_told_is_named_with_what_and_how_but_not_where() {
        add("Kemi Bello", Role.MANAGER, Optional.of("+2348031234567"), Optional.of("kemi@pharmacy.example"));
        add("Ada Obi", Role.PHARMACIST, Optional.empty(), Optional.of("ada@pharmacy.example"));
        add("Chidi Nwosu", Role.ASSISTANT, Optional.of("+2348031234568"), Optional.empty());
        add("Tunde Alabi", Role.PHARMACIST, Optional.empty(), Optional.empty());
        add("Bayo Ade", Role.ADMIN, Optional.of("+2348031234569"), Optional.empty());
        RecipientsModel model = new RecipientsModel(here.session);
        model.load();
        assertThat(model.people())
                .containsExactly(
                        new RecipientsModel.Line("Ada Obi", "Low stock, Expiry", "e-mail"),
                        new RecipientsModel.Line("Bayo Ade", "Escalations", "phone"),
                        new RecipientsModel.Line("Kemi Bello", "Low stock, Expiry, Escalations", "phone, e-mail"));

        Here pharmacist = Here.at(pharmacy, PHARMACIST);
        RecipientsModel refused = new RecipientsModel(pharmacist.session);
        refused.load();
        assertThat(refused.people()).isEmpty();
    }

    private void add(String name, Role role, Optional<String> phone, Optional<String> email) {
        Optional<Set<AlertKind>> usual = Optional.empty();
        office.staff().add(ADMIN, name, new StaffForm(role, phone, email, usual), new Secret("three brown foxes"));
    }

    @Test
    void the_check_says_how_far_it_is_what_it_found_and_keeps_it() {
        pharmacy.product("PARA");
        pharmacy.receive("PARA", "A", pharmacy.today().plusDays(20), 7);
        DatabaseModel model = new DatabaseModel(here.session, office, pharmacy.clock);
        List<Double> steps = new ArrayList<>();
        model.progress().addListener((property, was, is) -> steps.add(is.doubleValue()));
        model.load();
        assertThat(model.seen().get().checked()).isNull();
        model.check();
        assertThat(steps).isSorted().hasSizeGreaterThan(5).endsWith(1.0);
        assertThat(model.report().get().ok()).isTrue();
        assertThat(model.seen().get().checked().ok()).isTrue();

        sql("update product set reserved_quantity = 1 where sku = 'PARA'");
        steps.clear();
        model.check();
        assertThat(model.report().get().checks().stream()
                        .filter(check -> !check.ok())
                        .flatMap(check -> check.violations().stream()))
                .isNotEmpty()
                .allMatch(found -> found.contains("PARA"));
        assertThat(model.seen().get().checked().ok()).isFalse();
        assertThat(pharmacy.rows("select ok from books_check order by id")).containsExactly("true", "false");
        sql("update product set reserved_quantity = 0 where sku = 'PARA'");
    }

    private void sql(String statement) {
        pharmacy.transactions.run(pharmacy.staff, tx -> {
            int rows = tx.session().createNativeMutationQuery(statement).executeUpdate();
            assertThat(rows).isEqualTo(1);
        });
    }

    @Test
    void nobody_checks_the_books_who_may_not() {
        Here till = Here.at(pharmacy, PHARMACIST);
        DatabaseModel model = new DatabaseModel(till.session, office, pharmacy.clock);
        model.check();
        Report none = model.report().get();
        assertThat(none).isNull();
        assertThat(model.no().get()).isNotEmpty();
        assertThat(pharmacy.rows("select id from books_check")).isEmpty();
        model.load();
        assertThat(model.seen().get()).isNull();
    }

    @Test
    void the_databases_clock_is_held_against_this_machines() {
        DatabaseModel model = new DatabaseModel(
                here.session, office, () -> pharmacy.clock.instant().minus(Duration.ofMinutes(20)));
        model.load();
        assertThat(model.seen().get().ahead()).isEqualTo(Duration.ofMinutes(20));
    }

    private static List<AuditEvent> rows(Here at, AuditModel model, PageSource.Window window) {
        Listed<AuditEvent> list = model.list();
        return at.session
                .transactions()
                .read(at.session.actor(), tx -> list.rows(tx, window))
                .rows();
    }

    @Test
    void who_did_what_is_listed_by_kind_and_words_the_newest_first() {
        add("Kemi Bello", Role.MANAGER, Optional.empty(), Optional.empty());
        office.keys().create(ADMIN, "shop", Set.of(Scope.METRICS));
        pharmacy.clock.pass(Duration.ofSeconds(1));
        office.keys().create(ADMIN, "board", Set.of(Scope.METRICS));
        AuditModel model = new AuditModel();
        assertThat(rows(here, model, FIRST))
                .extracting(event -> event.subject().orElse(""))
                .containsExactly("board", "shop", "Kemi Bello");
        assertThat(rows(here, model, new PageSource.Window(0, 10, "audit-at", false)))
                .extracting(event -> event.subject().orElse(""))
                .containsExactly("Kemi Bello", "shop", "board");
        assertThat(rows(here, model, new PageSource.Window(1, 1, "audit-by", false)))
                .extracting(event -> event.subject().orElse(""))
                .containsExactly("shop");
        model.which().set(AuditModel.Which.STAFF);
        assertThat(rows(here, model, FIRST)).extracting(AuditEvent::kind).containsExactly(AuditKind.STAFF_ADDED);
        model.which().set(AuditModel.Which.ALL);
        model.words().set("SHOP");
        assertThat(rows(here, model, FIRST)).extracting(AuditEvent::kind).containsExactly(AuditKind.KEY_CREATED);
        assertThatThrownBy(() -> rows(Here.at(pharmacy, PHARMACIST), model, FIRST))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void who_did_what_goes_out_whole_and_only_for_whom_may_see_it() {
        int many = 2_345;
        pharmacy.transactions.run(ADMIN, tx -> {
            int written = tx.session()
                    .createNativeMutationQuery("""
                    insert into audit_event (id, at, kind, actor, workstation, subject)
                    select nextval('audit_event_seq'), :now, 'SIGN_IN_REFUSED', 'nobody', 'till-1', '=' || n.number
                    from (with recursive n(number) as
                      (select 1 union all select number + 1 from n where number < :many) select number from n) n""")
                    .setParameter("now", tx.now())
                    .setParameter("many", many)
                    .executeUpdate();
            assertThat(written).isEqualTo(many);
        });
        Listed<AuditEvent> list = new AuditModel().list();
        ListExport.Wish<AuditEvent> wish = new ListExport.Wish<>(
                "Who did what",
                List.of(),
                List.of(Field.text("What", 20, event -> event.subject().orElse(null))),
                (tx, span) -> {
                    PageSource.Rows<AuditEvent> rows =
                            list.rows(tx, new PageSource.Window(span.from(), span.count(), null, false));
                    return new Stretch<>(rows.rows(), rows.total());
                });
        Path file = folder.resolve("audit.xlsx");
        ListExport export = new ListExport(pharmacy.transactions);
        assertThat(export.write(ADMIN, wish, file, Progress.NONE))
                .isEqualTo(new ListExport.Outcome.Written(file, many));
        try (ReadBack read = ReadBack.of(file)) {
            assertThat(read.rows("Who did what"))
                    .extracting(row -> row.get("What"))
                    .doesNotHaveDuplicates()
                    .hasSize(many)
                    .contains("=1", "=" + many);
        }
        Path none = folder.resolve("none.xlsx");
        assertThatThrownBy(() -> export.write(PHARMACIST, wish, none, Progress.NONE))
                .isInstanceOf(NotPermitted.class);
        assertThat(none).doesNotExist();
    }

    @Test
    void everything_that_can_be_written_down_has_words_and_a_place_in_the_choice() {
        for (AuditKind kind : AuditKind.values()) {
            assertThat(Texts.of("audit." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), "X"))
                    .contains("X");
            assertThat(Stream.of(AuditModel.Which.values()).filter(which -> which.holds(kind)))
                    .hasSize(1);
        }
    }

    @Test
    void diagnostics_hold_what_helps_and_no_secret() {
        PharmacyModel rules = rules();
        change(rules, "termii.api-key", "TL-very-secret");
        change(rules, "smtp.password", "hush hush");
        change(rules, "notify.quiet-hours", "21:00-07:00");
        String text = new Diagnostics(here.session, office, "1.2.3").text();
        assertThat(text)
                .contains(
                        "Mortar: 1.2.3",
                        "Java: 25",
                        "Workstation: office",
                        "Database: ",
                        ", after an unclean stop",
                        "notify.quiet-hours: 21:00-07:00",
                        "termii.api-key: ••••",
                        "Log folder: " + office.home().resolve("log"))
                .doesNotContain("TL-very-secret", "hush hush");

        String till = new Diagnostics(Here.at(pharmacy, PHARMACIST).session, office, "1.2.3").text();
        assertThat(till).contains("Mortar: 1.2.3").doesNotContain("Database: ", "quiet-hours");
    }
}
