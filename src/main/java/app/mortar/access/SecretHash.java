package app.mortar.access;

import com.password4j.Argon2Function;
import com.password4j.Hash;
import com.password4j.Password;
import com.password4j.types.Argon2;

/**
 * Argon2id. What is kept says with which parameters it was made, so that they can be raised: who signs in next is
 * hashed anew. Comparing takes a time that tells nothing about where two hashes differ.
 */
public final class SecretHash {
    private static final int LENGTH = 32;
    private static final int SALT = 16;

    private final Argon2Function function;
    private final String nobodys;

    /**
     * Argon2id by these parameters.
     *
     * @param memory KiB
     * @param passes over the memory
     * @param lanes in parallel
     */
    public SecretHash(int memory, int passes, int lanes) {
        this.function = Argon2Function.getInstance(memory, passes, lanes, LENGTH, Argon2.ID);
        this.nobodys = of(new Secret("nobody has this one"));
    }

    /** What OWASP's cheat sheet asks for: 19 MiB, two passes, one lane; some tenths of a second. */
    public static SecretHash standard() {
        return new SecretHash(19_456, 2, 1);
    }

    String of(Secret secret) {
        Hash hash = Password.hash(secret.text()).addRandomSalt(SALT).with(function);
        return hash.getResult();
    }

    boolean matches(Secret secret, String kept) {
        return Password.check(secret.text(), kept).with(Argon2Function.getInstanceFromHash(kept));
    }

    /** A hash to compare with where there is none: the same work, and never the same. */
    String nobodys() {
        return nobodys;
    }

    /** Whether it was made with other parameters than those of today. */
    boolean outdated(String kept) {
        return !Argon2Function.getInstanceFromHash(kept).equals(function);
    }
}
