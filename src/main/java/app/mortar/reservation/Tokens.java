package app.mortar.reservation;

import java.security.SecureRandom;
import java.util.Base64;

/** Names for holds that nobody can guess: 144 random bits. */
public final class Tokens {
    private static final int BYTES = 18;

    private final SecureRandom random = new SecureRandom();

    public String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
