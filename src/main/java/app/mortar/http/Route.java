package app.mortar.http;

import app.mortar.kernel.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the routes table.
 *
 * @param template e.g. {@code /api/products/{sku}}; {@code {…}} matches one segment, decoded
 * @param permission what the key must be allowed to do; null = open to everybody, without a key
 * @param repeatable whether an {@code Idempotency-Key} is honoured: on every POST, and where said
 */
public record Route(
        String method, String template, @Nullable Permission permission, boolean repeatable, Handler handler) {
    public static Route get(String template, Permission permission, Handler handler) {
        return new Route("GET", template, permission, false, handler);
    }

    /** A GET that needs no key. */
    public static Route open(String template, Handler handler) {
        return new Route("GET", template, null, false, handler);
    }

    /** A POST that needs no key: what comes is signed. */
    public static Route hook(String template, Handler handler) {
        return new Route("POST", template, null, false, handler);
    }

    public static Route post(String template, Permission permission, Handler handler) {
        return new Route("POST", template, permission, true, handler);
    }

    public static Route put(String template, Permission permission, Handler handler) {
        return new Route("PUT", template, permission, false, handler);
    }

    public static Route patch(String template, Permission permission, Handler handler) {
        return new Route("PATCH", template, permission, false, handler);
    }

    public static Route delete(String template, Permission permission, Handler handler) {
        return new Route("DELETE", template, permission, false, handler);
    }

    /** The same, honouring an {@code Idempotency-Key}. */
    public Route repeatably() {
        return new Route(method, template, permission, true, handler);
    }

    /** Does it take a JSON body? */
    boolean takesBody() {
        return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
    }

    List<String> segments() {
        return List.of(template.substring(1).split("/"));
    }
}
