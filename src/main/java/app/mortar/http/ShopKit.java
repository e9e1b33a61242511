package app.mortar.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** What the shop's own pages may use, open to every browser: the countdown of a cart; and a page that shows it. */
public final class ShopKit {
    /** The page shows what comes from this server only. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private static final Map<String, String> FOR_SHOPS = Map.of("mortar-cart.js", SCRIPT);

    private static final Map<String, String> FOR_THE_DEMO =
            Map.of("demo.html", "text/html; charset=utf-8", "demo.js", SCRIPT, "demo.css", "text/css; charset=utf-8");

    private final boolean demo;

    /** @param demo whether the page that shows the kit is there */
    public ShopKit(boolean demo) {
        this.demo = demo;
    }

    public List<Route> routes() {
        return List.of(Route.open("/kit/{file}", this::file));
    }

    private Reply file(Call call) {
        String name = call.variable("file");
        String mediaType = FOR_SHOPS.get(name);
        if (mediaType != null) {
            return new Reply(200, mediaType, read(name)).with("Cache-Control", "max-age=3600");
        }
        mediaType = FOR_THE_DEMO.get(name);
        return mediaType == null || !demo
                ? call.problem(Problem.notFound())
                : new Reply(200, mediaType, read(name)).with("Content-Security-Policy", POLICY);
    }

    private static byte[] read(String name) {
        try (InputStream in = ShopKit.class.getResourceAsStream("kit/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: " + name + " of the shop kit is missing.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
