package app.mortar.access;

import app.mortar.kernel.Actor;
import app.mortar.store.CannotOpen;
import app.mortar.store.OwnFile;
import app.mortar.store.Transactions;
import app.mortar.store.Tx;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This workstation, and whether the pharmacy knows it. A random secret lies in the home folder, in a file that only
 * its owner can read; the database keeps its hash. So a PIN opens nothing from a machine where nobody of the staff has
 * ever given a password.
 */
public final class KnownWorkstation {
    private static final Logger LOG = LoggerFactory.getLogger(KnownWorkstation.class);
    private static final int LONGEST_NAME = 100;
    private static final String FILE = "workstation.properties";

    private final Transactions transactions;
    private final Path file;
    private final String name;
    private final SecureRandom random = new SecureRandom();

    /**
     * This workstation.
     *
     * @param home the machine's home folder
     * @param name the machine's
     */
    public KnownWorkstation(Transactions transactions, Path home, String name) {
        this.transactions = transactions;
        this.file = home.resolve(FILE);
        this.name = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    public String name() {
        return name;
    }

    boolean isKnown(Actor actor) {
        Optional<Map<String, String>> mine = read();
        return mine.isPresent() && transactions.read(actor, tx -> isKnown(tx, mine.get()));
    }

    private Optional<Map<String, String>> read() {
        try {
            return OwnFile.read(file);
        } catch (CannotOpen e) {
            return Optional.empty();
        }
    }

    private static boolean isKnown(Tx tx, Map<String, String> mine) {
        String kept = tx.session()
                .createNativeQuery("select secret_hash from known_workstation where id = :id", String.class)
                .setParameter("id", mine.getOrDefault("id", ""))
                .getSingleResultOrNull();
        return kept != null && Fingerprint.same(kept, Fingerprint.of(mine.getOrDefault("secret", "")));
    }

    /** Makes this workstation known; where its file cannot be written, it goes on asking for passwords. */
    void makeKnown(Actor who) {
        if (isKnown(who)) {
            return;
        }
        String id = UUID.randomUUID().toString();
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String secret = HexFormat.of().formatHex(bytes);
        try {
            OwnFile.write(file, Map.of("id", id, "secret", secret));
        } catch (CannotOpen e) {
            LOG.warn("PINs will not be enough here: {}", e.getMessage());
            return;
        }
        transactions.run(who, tx -> {
            tx.session()
                    .createNativeMutationQuery("""
                        insert into known_workstation (id, name, secret_hash, known_at, known_by)
                        values (:id, :name, :hash, :now, :who)""")
                    .setParameter("id", id)
                    .setParameter("name", name)
                    .setParameter("hash", Fingerprint.of(secret))
                    .setParameter("now", tx.now())
                    .setParameter("who", who.name())
                    .executeUpdate();
            AuditList.note(tx, AuditKind.WORKSTATION_KNOWN, name, null);
        });
    }
}
