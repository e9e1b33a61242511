package app.mortar.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.access.AlertKind;
import app.mortar.access.ApiKey;
import app.mortar.access.ApiKeys;
import app.mortar.access.KnownWorkstation;
import app.mortar.access.OwnAccount;
import app.mortar.access.Role;
import app.mortar.access.Scope;
import app.mortar.access.Secret;
import app.mortar.access.SecretHash;
import app.mortar.access.SettingsDesk;
import app.mortar.access.SignIn;
import app.mortar.access.StaffDesk;
import app.mortar.access.StaffForm;
import app.mortar.access.StaffView;
import app.mortar.desktop.shell.Listed;
import app.mortar.desktop.widget.PageSource;
import app.mortar.desktop.work.Work;
import app.mortar.kernel.Actor;
import app.mortar.settings.MachineSettings;
import app.mortar.settings.SettingRow;
import app.mortar.store.KeptSettings;
import app.mortar.store.LiveSettings;
import app.mortar.testing.Db;
import app.mortar.testing.Pharmacy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the settings room does, without a window. */
class SettingsModelsTest {
    private static final SecretHash HASH = new SecretHash(64, 1, 1);
    private static final Actor ADMIN = Actor.staff("Root", "office", Role.ADMIN.permissions());
    private static final String GOOD = "three brown foxes";

    @TempDir
    Path home;

    private final List<String> told = new ArrayList<>();
    private Pharmacy pharmacy;
    private StaffDesk staff;
    private SignIn door;

    @BeforeEach
    void open() {
        pharmacy = Pharmacy.open(Db.H2);
        staff = new StaffDesk(pharmacy.transactions, HASH, () -> Currency.getInstance("NGN"));
        door = new SignIn(pharmacy.transactions, HASH, new KnownWorkstation(pharmacy.transactions, home, "till-1"));
    }

    @AfterEach
    void close() {
        pharmacy.close();
    }

    private StaffModel people() {
        return new StaffModel(staff, ADMIN, Work.here(), String::valueOf, who -> told.add(who.name()));
    }

    private static void write(StaffModel model, String name, Role role, String password) {
        model.choose(null);
        model.name().set(name);
        model.role().set(role);
        model.password().set(password);
        model.save();
    }

    private <T> List<T> listed(Listed<T> list) {
        return pharmacy.transactions
                .read(ADMIN, tx -> list.rows(tx, new PageSource.Window(0, 10, null, false)))
                .rows();
    }

    @Test
    void staff_and_keys_are_listed_as_they_are_narrowed_and_sorted() {
        StaffModel model = people();
        write(model, "Ada", Role.ADMIN, GOOD);
        write(model, "Ben", Role.ASSISTANT, GOOD);
        PageSource.Window last = new PageSource.Window(0, 1, "person-name", true);
        Listed<StaffView> all = model.list();
        model.words().set("ad");
        assertThat(listed(model.list())).extracting(StaffView::name).containsExactly("Ada");
        PageSource.Rows<StaffView> page = pharmacy.transactions.read(ADMIN, tx -> all.rows(tx, last));
        assertThat(page.rows()).extracting(StaffView::name).containsExactly("Ben");
        assertThat(page.total()).isEqualTo(2);

        ApiKeys keys = new ApiKeys(pharmacy.transactions, pharmacy.clock, Runnable::run);
        keys.create(ADMIN, "till", Set.of(Scope.METRICS));
        keys.create(ADMIN, "shop", Set.of(Scope.RESERVE));
        KeysModel doors = new KeysModel(keys, ADMIN, Work.here(), String::valueOf);
        Listed<ApiKey> byName = doors.list();
        assertThat(pharmacy.transactions
                        .read(ADMIN, tx -> byName.rows(tx, new PageSource.Window(0, 1, "keys-name", false)))
                        .rows())
                .extracting(ApiKey::name)
                .containsExactly("shop");
        doors.words().set("metrics");
        assertThat(listed(doors.list())).extracting(ApiKey::name).containsExactly("till");
    }

    private @Nullable StaffView find(String name) {
        return staff.list(ADMIN).stream()
                .filter(who -> who.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Test
    void somebody_is_taken_on_changed_given_a_password_and_disabled() {
        StaffModel model = people();
        write(model, " Ada ", Role.ADMIN, GOOD);
        assertThat(model.no().get()).isEmpty();
        assertThat(listed(model.list())).extracting(StaffView::name).containsExactly("Ada");
        assertThat(model.version().get()).isOne();
        assertThat(model.password().get()).isEmpty();
        write(model, "Ben", Role.ASSISTANT, GOOD);

        model.phone().set("0803 123 4567");
        model.role().set(Role.PHARMACIST);
        model.save();
        assertThat(model.phone().get()).isEqualTo("+2348031234567");
        model.password().set("a lamp in the well");
        model.giveNewPassword();
        model.turn();
        assertThat(find("Ben").enabled()).isFalse();
        model.turn();
        assertThat(find("Ben").enabled()).isTrue();
        assertThat(told).containsExactly("Ada", "Ben", "Ben", "Ben", "Ben", "Ben");
        assertThat(door.withPassword("Ben", new Secret("a lamp in the well")))
                .isInstanceOf(SignIn.Answer.Welcome.class);
    }

    @Test
    void what_is_refused_is_said_in_words_and_what_was_typed_stays() {
        StaffModel model = people();
        write(model, "Ada", Role.ADMIN, "password1");
        assertThat(model.no().get()).startsWith("This password").doesNotContain("password1");
        assertThat(model.name().get()).isEqualTo("Ada");
        model.password().set(GOOD);
        model.email().set("not one");
        model.save();
        assertThat(model.no().get()).contains("e-mail");
        model.email().set("");
        model.save();
        assertThat(model.no().get()).isEmpty();

        model.role().set(Role.MANAGER);
        model.save();
        assertThat(model.no().get()).startsWith("Ada is the last admin");
        model.turn();
        assertThat(model.no().get()).startsWith("Ada is the last admin");
        write(model, "ADA", Role.ASSISTANT, GOOD);
        assertThat(model.no().get()).startsWith("Somebody is called ADA");
        assertThat(told).containsExactly("Ada");
    }

    @Test
    void the_alerts_follow_the_role_until_somebody_chooses() {
        StaffModel model = people();
        model.choose(null);
        assertThat(model.lowStock().get()).isFalse();
        model.role().set(Role.PHARMACIST);
        assertThat(model.lowStock().get() && model.expiry().get()).isTrue();
        model.usual().set(false);
        model.lowStock().set(false);
        model.role().set(Role.ASSISTANT);
        assertThat(model.expiry().get()).isTrue();
        model.name().set("Ada");
        model.password().set(GOOD);
        model.save();
        assertThat(find("Ada").chosenAlerts().orElseThrow()).containsExactly(AlertKind.EXPIRY);
        model.usual().set(true);
        model.save();
        assertThat(find("Ada").chosenAlerts()).isEmpty();
    }

    @Test
    void a_change_by_a_colleague_is_shown_instead_of_overwritten() {
        StaffModel model = people();
        write(model, "Ada", Role.ADMIN, GOOD);
        write(model, "Ben", Role.ASSISTANT, GOOD);
        staff.change(ADMIN, find("Ben"), StaffForm.of(Role.MANAGER));
        model.role().set(Role.PHARMACIST);
        model.save();
        assertThat(model.no().get()).startsWith("Somebody else has changed this");
        assertThat(model.role().get()).isEqualTo(Role.MANAGER);
        model.role().set(Role.PHARMACIST);
        model.save();
        assertThat(find("Ben").role()).isEqualTo(Role.PHARMACIST);
    }

    @Test
    void a_role_that_may_not_is_refused_underneath() {
        StaffModel model = new StaffModel(
                staff,
                Actor.staff("Eve", "till-1", Role.MANAGER.permissions()),
                Work.here(),
                failure -> failure.getClass().getSimpleName(),
                who -> told.add(who.name()));
        write(model, "Eve", Role.ADMIN, GOOD);
        assertThat(model.no().get()).isEqualTo("NotPermitted");
        assertThat(staff.list(ADMIN)).isEmpty();
    }

    @Test
    void a_key_is_shown_once_and_is_worth_nothing_once_revoked() {
        ApiKeys keys = new ApiKeys(pharmacy.transactions, pharmacy.clock, Runnable::run);
        KeysModel model = new KeysModel(keys, ADMIN, Work.here(), String::valueOf);
        model.name().set("shop");
        model.scopes().remove(Scope.ORDERS);
        model.create();
        String text = model.fresh().get();
        assertThat(keys.authenticate(text).orElseThrow().name()).isEqualTo("shop");
        ApiKey key = listed(model.list()).getFirst();
        assertThat(key.scopes()).containsExactly(Scope.RESERVE);
        model.name().set("shop");
        model.create();
        assertThat(model.fresh().get()).isEmpty();
        assertThat(model.no().get()).startsWith("There is a key named shop");
        model.revoke(key);
        assertThat(keys.authenticate(text)).isEmpty();
        assertThat(listed(model.list()).getFirst().revokedAt()).isPresent();
        assertThat(model.version().get()).isEqualTo(3);
    }

    @Test
    void a_setting_is_changed_refused_and_put_back() {
        try (LiveSettings live = new LiveSettings(
                MachineSettings.read(Map.of("MORTAR_HOME", home.toString()), Pharmacy.LAGOS),
                new KeptSettings(pharmacy.source()))) {
            PharmacyModel model = new PharmacyModel(
                    new SettingsDesk(pharmacy.transactions, live),
                    ADMIN,
                    Work.here(),
                    String::valueOf,
                    row -> told.add(row.name()));
            model.load();
            model.choose(row(model, "reservation.max-lines"));
            assertThat(model.value().get()).isEqualTo("100");
            model.value().set("many");
            model.save();
            assertThat(model.no().get()).contains("reservation.max-lines must be a whole number");
            assertThat(model.value().get()).isEqualTo("many");
            model.value().set("7");
            model.save();
            assertThat(live.get().reservation().maxLines()).isEqualTo(7);
            model.reset();
            assertThat(live.get().reservation().maxLines()).isEqualTo(100);
            assertThat(told).containsExactly("reservation.max-lines", "reservation.max-lines");

            model.choose(row(model, "termii.api-key"));
            model.value().set("TLsecret");
            model.save();
            assertThat(model.value().get()).isEmpty();
            assertThat(PharmacyModel.group(row(model, "termii.api-key"))).isEqualTo("termii");
        }
    }

    @Test
    void whatever_is_offered_as_time_zone_or_currency_is_one() {
        try (LiveSettings live = new LiveSettings(
                MachineSettings.read(Map.of("MORTAR_HOME", home.toString()), Pharmacy.LAGOS),
                new KeptSettings(pharmacy.source()))) {
            PharmacyModel model = new PharmacyModel(
                    new SettingsDesk(pharmacy.transactions, live), ADMIN, Work.here(), String::valueOf, row -> {});
            model.load();
            List<String> zones = values(Choices.of(row(model, "pharmacy.zone")));
            List<String> currencies = values(Choices.of(row(model, "pharmacy.currency")));
            assertThat(zones).contains("Africa/Lagos", "Europe/Berlin").doesNotHaveDuplicates();
            assertThat(currencies).contains("NGN", "GHS", "EUR").doesNotHaveDuplicates();
            assertThat(Choices.of(row(model, "reservation.ttl"))).isEmpty();
            for (String zone : zones) {
                var read = MachineSettings.read(
                        Map.of("MORTAR_HOME", home.toString(), "MORTAR_PHARMACY_ZONE", zone), Pharmacy.LAGOS);
                assertThat(read.with(Map.of()).pharmacy().zone().getId()).isEqualTo(zone);
            }
            for (String currency : currencies) {
                var read = MachineSettings.read(
                        Map.of("MORTAR_HOME", home.toString(), "MORTAR_PHARMACY_CURRENCY", currency), Pharmacy.LAGOS);
                assertThat(read.with(Map.of()).pharmacy().currency().getCurrencyCode())
                        .isEqualTo(currency);
            }
        }
    }

    private static List<String> values(List<Choices.Choice> choices) {
        return choices.stream().map(Choices.Choice::value).toList();
    }

    private static SettingRow row(PharmacyModel model, String name) {
        return model.rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void ones_own_password_and_pin_need_the_password_of_today() {
        staff.addFirst("till-1", "Ada", StaffForm.of(Role.ADMIN), new Secret(GOOD));
        Actor ada = ((SignIn.Answer.Welcome) door.withPassword("Ada", new Secret(GOOD))).actor();
        AccountModel model = new AccountModel(
                new OwnAccount(pharmacy.transactions, HASH, door),
                ada,
                Work.here(),
                String::valueOf,
                () -> told.add("saved"));
        model.current().set(GOOD);
        model.pin().set("7391");
        model.setPin();
        assertThat(door.withPin("Ada", new Secret("7391"))).isInstanceOf(SignIn.Answer.Welcome.class);
        assertThat(model.current().get() + model.pin().get()).isEmpty();

        model.current().set("wrong");
        model.fresh().set("a lamp in the well");
        model.again().set("a lamp in the hell");
        model.changePassword();
        assertThat(model.no().get()).isEqualTo("The two new passwords differ.");
        model.again().set("a lamp in the well");
        model.changePassword();
        assertThat(model.no().get()).isEqualTo("The password of today is wrong.");
        model.current().set(GOOD);
        model.changePassword();
        assertThat(model.no().get()).isEmpty();
        assertThat(door.withPassword("Ada", new Secret("a lamp in the well")))
                .isInstanceOf(SignIn.Answer.Welcome.class);
        assertThat(told).containsExactly("saved", "saved");
    }
}
