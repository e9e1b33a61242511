package app.mortar.access;

import app.mortar.kernel.Actor;
import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.Permission;
import app.mortar.settings.PharmacyRule;
import app.mortar.settings.SettingRow;
import app.mortar.store.LiveSettings;
import app.mortar.store.Transactions;
import app.mortar.store.Tx;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The desk for what is set for the pharmacy. A change is checked by the same rule as a line of the file, kept in the
 * database, written down in the audit list, and holds on every server and desktop within seconds; a machine whose own
 * file or environment says otherwise goes on by that, and the list says so.
 */
public final class SettingsDesk {
    private final Transactions transactions;
    private final LiveSettings live;

    /** Opens the desk. */
    public SettingsDesk(Transactions transactions, LiveSettings live) {
        this.transactions = transactions;
        this.live = live;
    }

    /** The answer to a wish for another value. */
    public sealed interface Outcome {
        /** It is kept; {@code row} is how it stands now, on this machine. */
        record Done(SettingRow row) implements Outcome {}

        /** Somebody else has changed it since it was shown; nothing was done. */
        record ChangedMeanwhile(SettingRow row) implements Outcome {}
    }

    /** All of the pharmacy's settings, as they stand now. Secrets are dots. */
    public List<SettingRow> list(Actor actor) {
        actor.must(Permission.CHANGE_SETTINGS);
        live.refresh();
        return live.rows();
    }

    /**
     * Keeps another value.
     *
     * @param seen the row as it was shown to whoever changes it
     * @throws InvalidInput when the value cannot be meant; nothing was done
     */
    public Outcome change(Actor actor, SettingRow seen, String value) {
        actor.must(Permission.CHANGE_SETTINGS);
        String meant = value.strip();
        rule(seen).mistake(meant).ifPresent(mistake -> {
            throw new InvalidInput(seen.name(), mistake + ".");
        });
        return keep(actor, seen, meant);
    }

    /** Keeps none any more: from now on what Mortar comes with holds, or what a machine says. */
    public Outcome reset(Actor actor, SettingRow seen) {
        actor.must(Permission.CHANGE_SETTINGS);
        rule(seen);
        return keep(actor, seen, null);
    }

    private static PharmacyRule rule(SettingRow seen) {
        return PharmacyRule.of(seen.name())
                .orElseThrow(() -> new InvalidInput(
                        seen.name(), "This is not a setting of the pharmacy, or belongs to one machine."));
    }

    private Outcome keep(Actor actor, SettingRow seen, @Nullable String value) {
        boolean asSeen = transactions.write(actor, tx -> {
            String before = kept(tx, seen.name());
            // of a secret nobody was shown the value, so there is none to compare with
            if (!seen.secret() && !Objects.equals(before, seen.kept().orElse(null))) {
                return false;
            }
            if (!Objects.equals(before, value)) {
                write(tx, seen.name(), before, value);
                AuditList.note(tx, AuditKind.SETTING_CHANGED, seen.name(), described(seen, before, value));
            }
            return true;
        });
        live.refresh();
        SettingRow now = live.rows().stream()
                .filter(row -> row.name().equals(seen.name()))
                .findFirst()
                .orElseThrow();
        return asSeen ? new Outcome.Done(now) : new Outcome.ChangedMeanwhile(now);
    }

    private static @Nullable String kept(Tx tx, String name) {
        return tx.session()
                .createNativeQuery("select setting from pharmacy_setting where name = :name for update", String.class)
                .setParameter("name", name)
                .getSingleResultOrNull();
    }

    private static void write(Tx tx, String name, @Nullable String before, @Nullable String value) {
        String sql = value == null
                ? "delete from pharmacy_setting where name = :name"
                : before == null
                        ? "insert into pharmacy_setting (name, setting) values (:name, :value)"
                        : "update pharmacy_setting set setting = :value where name = :name";
        var statement = tx.session().createNativeMutationQuery(sql).setParameter("name", name);
        Optional.ofNullable(value).ifPresent(text -> statement.setParameter("value", text));
        statement.executeUpdate();
    }

    private static String described(SettingRow seen, @Nullable String before, @Nullable String value) {
        return shown(seen, before) + " → " + shown(seen, value);
    }

    private static String shown(SettingRow seen, @Nullable String value) {
        return value == null ? "(as Mortar comes)" : seen.secret() ? "(not shown)" : "\"" + value + "\"";
    }
}
