package app.mortar.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text of a key: {@code mk_}, 8 letters and digits to find it by, {@code _}, 256 random bits. Kept nowhere; only
 * its SHA-256 is, which is enough for a secret that nobody can guess.
 */
record KeyText(String prefix, String text) {
    private static final Pattern FORM = Pattern.compile("mk_([a-z0-9]{8})_[A-Za-z0-9_-]{43}");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    static KeyText fresh(SecureRandom random) {
        StringBuilder prefix = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            prefix.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return new KeyText(
                prefix.toString(),
                "mk_" + prefix + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Empty for what no key looks like. */
    static Optional<KeyText> read(String presented) {
        var form = FORM.matcher(presented);
        return form.matches() ? Optional.of(new KeyText(form.group(1), presented)) : Optional.empty();
    }

    String hash() {
        return Fingerprint.of(text);
    }

    /** Compares in a time that tells nothing about where the two differ. */
    boolean hasHash(String kept) {
        return Fingerprint.same(hash(), kept);
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "mk_" + prefix + "_…";
    }
}
