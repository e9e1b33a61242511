package app.mortar.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.access.AlertKind;
import app.mortar.access.Recipient;
import app.mortar.access.Recipients;
import app.mortar.access.Role;
import app.mortar.access.SecretHash;
import app.mortar.access.StaffDesk;
import app.mortar.access.StaffView;
import app.mortar.kernel.Actor;
import app.mortar.testing.Db;
import app.mortar.testing.Pharmacy;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoStaffTest {
    private static final Actor ADMIN = Actor.commandLine("root", "office");

    @Test
    void the_demonstration_has_people_of_every_role_and_its_counters_are_theirs_together() {
        try (Pharmacy pharmacy = Pharmacy.open(Db.H2)) {
            new DemoPharmacy(pharmacy.transactions, Pharmacy.LAGOS, pharmacy.clock).fill(pharmacy.shop);
            StaffDesk desk =
                    new StaffDesk(pharmacy.transactions, new SecretHash(64, 1, 1), () -> Currency.getInstance("NGN"));
            assertThat(desk.list(ADMIN)).extracting(StaffView::role).contains(Role.values());
            List<Recipient> told =
                    pharmacy.transactions.read(ADMIN, tx -> new Recipients().of(tx, AlertKind.LOW_STOCK));
            assertThat(told).extracting(Recipient::name).containsExactly("Ada Obi", "Kemi Bello");
            List<String> owners = pharmacy.transactions.read(ADMIN, tx -> tx.session()
                    .createNativeQuery("select distinct owner from sales_order order by owner", String.class)
                    .getResultList());
            assertThat(owners).containsExactly(pharmacy.shop.owner(), Actor.STAFF);
        }
    }
}
