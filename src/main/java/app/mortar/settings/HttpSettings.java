package app.mortar.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The API's server.
 *
 * @param port 0 = any free one
 * @param bind the address of this machine to listen on
 * @param enabled whether there is an API at all
 * @param rateLimit per API key
 */
public record HttpSettings(int port, String bind, boolean enabled, Optional<Tls> tls, Rate rateLimit) {
    /** A PKCS#12 keystore and its password. */
    public record Tls(Path keystore, String password) {
        /** Never shows the password. */
        @Override
        public String toString() {
            return keystore.toString();
        }
    }

    /** The same at another place, as the command line says. */
    public HttpSettings at(Optional<Integer> otherPort, Optional<String> otherBind) {
        return new HttpSettings(otherPort.orElse(port), otherBind.orElse(bind), enabled, tls, rateLimit);
    }
}
