package app.mortar.alert;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.access.Recipients;
import app.mortar.testing.DeskTest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who of the staff is told what, and by which ways. */
class StaffAudienceTest extends DeskTest {
    private long id;

    @BeforeEach
    void some_people() {
        person("ada", "PHARMACIST", "+2348030000001", null);
        person("ben", "MANAGER", null, "ben@x.example");
        person("cem", "ASSISTANT", "+2348030000003", null);
        person("dayo", "ADMIN", "+2348030000004", "dayo@x.example");
        person("efe", "MANAGER", null, null);
    }

    private void person(String name, String role, @Nullable String phone, @Nullable String email) {
        pharmacy.transactions.run(pharmacy.staff, tx -> tx.session()
                .createNativeMutationQuery("""
                        insert into staff (id, name, name_key, role, phone, email, password_hash, created_at)
                        values (:id, :name, :name, :role, :phone, :email, 'x', :now)""")
                .setParameter("id", 100 + ++id)
                .setParameter("name", name)
                .setParameter("role", role)
                .setParameter("phone", phone, String.class)
                .setParameter("email", email, String.class)
                .setParameter("now", tx.now())
                .executeUpdate());
    }

    @Test
    void who_chose_one_kind_is_told_of_that_one_and_who_has_left_of_none() {
        person("gil", "ASSISTANT", "+2348030000007", null);
        person("hal", "ASSISTANT", null, "hal@x.example");
        person("ike", "MANAGER", "+2348030000009", null);
        set("update staff set alerts = 'expiry' where name = 'gil'");
        set("update staff set alerts = 'low-stock' where name = 'hal'");
        set("update staff set disabled_at = created_at where name = 'ike'");
        Addressee gil = new Addressee("+2348030000007", null);
        Addressee hal = new Addressee(null, "hal@x.example");
        Addressee ike = new Addressee("+2348030000009", null);
        assertThat(told(Kind.EXPIRY)).contains(gil).doesNotContain(hal, ike);
        assertThat(told(Kind.LOW_STOCK)).contains(hal).doesNotContain(gil, ike);
        assertThat(told(Kind.STOCK_OUT)).contains(hal).doesNotContain(gil, ike);
        assertThat(told(Kind.ESCALATION)).doesNotContain(gil, hal, ike);
    }

    private void set(String sql) {
        pharmacy.transactions.run(pharmacy.staff, tx -> assertThat(
                        tx.session().createNativeMutationQuery(sql).executeUpdate())
                .isEqualTo(1));
    }

    private List<Addressee> told(Kind kind) {
        return pharmacy.transactions.read(pharmacy.shop, tx -> new StaffAudience(new Recipients()).of(tx, kind));
    }

    @Test
    void pharmacists_and_managers_are_told_and_of_what_nobody_acts_on_managers_and_admins() {
        List<Addressee> usual = List.of(new Addressee("+2348030000001", null), new Addressee(null, "ben@x.example"));
        assertThat(told(Kind.LOW_STOCK)).isEqualTo(usual);
        assertThat(told(Kind.STOCK_OUT)).isEqualTo(usual);
        assertThat(told(Kind.EXPIRY)).isEqualTo(usual);
        assertThat(told(Kind.ESCALATION))
                .containsExactly(
                        new Addressee(null, "ben@x.example"), new Addressee("+2348030000004", "dayo@x.example"));
        assertThat(told(Kind.TEST)).isEmpty();
    }

    @Test
    void each_is_written_to_by_every_channel_that_fits() {
        Outbox outbox = new Outbox(pharmacy.alerts::settings, new StaffAudience(new Recipients()), () -> {});
        pharmacy.alerts.channels("sms", "email");
        pharmacy.product("PARA", 5);
        var transactions = pharmacy.transactions.attending(
                app.mortar.stock.ShelfWatch.class, new LowStockWatch(outbox, pharmacy.alerts::settings));
        transactions.run(
                pharmacy.staff,
                tx -> pharmacy.goodsIn.receive(
                        tx,
                        new app.mortar.stock.GoodsIn.Receipt(
                                "N-1",
                                null,
                                List.of(new app.mortar.stock.GoodsIn.Line(
                                        "PARA", "A", pharmacy.today().plusDays(300), 4, null)))));
        assertThat(pharmacy.rows("select kind, channel, recipient from notification order by channel"))
                .containsExactly("LOW_STOCK email ben@x.example", "LOW_STOCK sms +2348030000001");
    }
}
