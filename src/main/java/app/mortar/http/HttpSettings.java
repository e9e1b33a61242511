package app.mortar.http;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where and how the server listens.
 *
 * @param bind an address of this machine, e.g. 127.0.0.1
 * @param port 0 for any free one
 * @param tls null for plain HTTP
 */
public record HttpSettings(String bind, int port, @Nullable Tls tls, HttpLimits limits, RateLimit rateLimit) {
    /** A PKCS#12 file with the server's certificate and key. */
    public record Tls(Path keystore, String password) {
        /** Never shows the password. */
        @Override
        public String toString() {
            return keystore.toString();
        }
    }
}
