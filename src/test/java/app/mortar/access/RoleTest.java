package app.mortar.access;

import static app.mortar.access.Role.ADMIN;
import static app.mortar.access.Role.ASSISTANT;
import static app.mortar.access.Role.MANAGER;
import static app.mortar.access.Role.PHARMACIST;
import static app.mortar.kernel.Permission.ACT_FOR_OTHERS;
import static app.mortar.kernel.Permission.ADJUST;
import static app.mortar.kernel.Permission.APPROVE_COUNTS;
import static app.mortar.kernel.Permission.CHANGE_SETTINGS;
import static app.mortar.kernel.Permission.CHECK_BOOKS;
import static app.mortar.kernel.Permission.COUNT;
import static app.mortar.kernel.Permission.EDIT_PRODUCTS;
import static app.mortar.kernel.Permission.HANDLE_ALERTS;
import static app.mortar.kernel.Permission.IMPORT;
import static app.mortar.kernel.Permission.MANAGE_DATABASE;
import static app.mortar.kernel.Permission.MANAGE_KEYS;
import static app.mortar.kernel.Permission.MANAGE_STAFF;
import static app.mortar.kernel.Permission.ORDER;
import static app.mortar.kernel.Permission.OVERRIDE_FEFO;
import static app.mortar.kernel.Permission.PICK;
import static app.mortar.kernel.Permission.QUARANTINE;
import static app.mortar.kernel.Permission.RECALL;
import static app.mortar.kernel.Permission.RECEIVE;
import static app.mortar.kernel.Permission.RESERVE;
import static app.mortar.kernel.Permission.RETURN_TO_SUPPLIER;
import static app.mortar.kernel.Permission.RUN_JOBS;
import static app.mortar.kernel.Permission.SEE_METRICS;
import static app.mortar.kernel.Permission.SEE_REPORTS;
import static app.mortar.kernel.Permission.SEE_STOCK;
import static app.mortar.kernel.Permission.SET_MINIMUMS;
import static app.mortar.kernel.Permission.WRITE_OFF;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.kernel.Permission;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleTest {
    /** For every permission the least role that has it; the roles above have it too. */
    private static final Map<Permission, Role> FROM = new EnumMap<>(Map.ofEntries(
            Map.entry(SEE_STOCK, ASSISTANT),
            Map.entry(RESERVE, ASSISTANT),
            Map.entry(ORDER, ASSISTANT),
            Map.entry(PICK, ASSISTANT),
            Map.entry(RECEIVE, ASSISTANT),
            Map.entry(COUNT, ASSISTANT),
            Map.entry(ADJUST, PHARMACIST),
            Map.entry(WRITE_OFF, PHARMACIST),
            Map.entry(QUARANTINE, PHARMACIST),
            Map.entry(RECALL, PHARMACIST),
            Map.entry(RETURN_TO_SUPPLIER, PHARMACIST),
            Map.entry(OVERRIDE_FEFO, PHARMACIST),
            Map.entry(HANDLE_ALERTS, PHARMACIST),
            Map.entry(SEE_REPORTS, MANAGER),
            Map.entry(SEE_METRICS, MANAGER),
            Map.entry(CHANGE_SETTINGS, MANAGER),
            Map.entry(SET_MINIMUMS, MANAGER),
            Map.entry(EDIT_PRODUCTS, MANAGER),
            Map.entry(IMPORT, MANAGER),
            Map.entry(ACT_FOR_OTHERS, MANAGER),
            Map.entry(APPROVE_COUNTS, MANAGER),
            Map.entry(MANAGE_KEYS, ADMIN),
            Map.entry(MANAGE_STAFF, ADMIN),
            Map.entry(MANAGE_DATABASE, ADMIN),
            Map.entry(CHECK_BOOKS, ADMIN),
            Map.entry(RUN_JOBS, ADMIN)));

    @ParameterizedTest
    @EnumSource(Permission.class)
    void every_permission_begins_with_one_role_and_the_ones_above_have_it_too(Permission permission) {
        Role least = FROM.get(permission);
        assertThat(least).as("whoever adds a permission decides who has it").isNotNull();
        for (Role role : Role.values()) {
            assertThat(role.permissions().contains(permission))
                    .as("%s, %s", role, permission)
                    .isEqualTo(role.compareTo(least) >= 0);
        }
    }

    @Test
    void a_role_is_named_by_its_word_and_by_no_other() {
        assertThat(Role.named("pharmacist")).contains(PHARMACIST);
        assertThat(Role.named("Pharmacist")).isEmpty();
        assertThat(Role.named("boss")).isEmpty();
    }

    @Test
    void managers_and_pharmacists_are_told_everything_and_others_nothing_unless_they_chose() {
        assertThat(MANAGER.usualAlerts()).containsExactlyInAnyOrder(AlertKind.values());
        assertThat(PHARMACIST.usualAlerts()).containsExactlyInAnyOrder(AlertKind.values());
        assertThat(ASSISTANT.usualAlerts()).isEmpty();
        assertThat(ADMIN.usualAlerts()).isEmpty();
    }
}
