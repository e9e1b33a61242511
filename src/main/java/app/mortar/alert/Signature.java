package app.mortar.alert;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Whether a body comes from whom it says: an HMAC over its very bytes, compared in constant time. */
public enum Signature {
    /** There is none. */
    MISSING,
    /** There is one, and it is not ours. */
    WRONG,
    RIGHT;

    /**
     * Checks it.
     *
     * @param algorithm e.g. {@code HmacSHA512}
     * @param secret empty: nothing can be right
     * @param hex what stands beside the body
     */
    public static Signature of(String algorithm, Optional<String> secret, byte[] body, @Nullable String hex) {
        if (hex == null || hex.isBlank()) {
            return MISSING;
        }
        if (secret.isEmpty()) {
            return WRONG;
        }
        try {
            byte[] given = HexFormat.of().parseHex(hex.strip());
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.get().getBytes(StandardCharsets.UTF_8), algorithm));
            return MessageDigest.isEqual(mac.doFinal(body), given) ? RIGHT : WRONG;
        } catch (IllegalArgumentException notHex) {
            return WRONG;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java knows " + algorithm + ".", e);
        }
    }
}
