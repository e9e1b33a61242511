package app.mortar.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The API's reference: {@code openapi.json} beside this class, and a page that shows it. Everything the page needs comes
 * from this server, so that it can be read where there is no internet.
 */
final class Reference {
    private static final String LIBRARY = "/META-INF/resources/webjars/swagger-ui/";
    private static final String LIBRARY_IS = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

    /** Nothing from elsewhere; the library sets styles on its elements. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** What the page is made of, and nothing else of the library. */
    private static final Map<String, String> FILES = Map.of(
            "swagger-ui.css", "text/css; charset=utf-8",
            "swagger-ui-bundle.js", "text/javascript; charset=utf-8",
            "favicon-32x32.png", "image/png",
            "docs.js", "text/javascript; charset=utf-8");

    private final byte[] document = own("openapi.json");
    private final byte[] page = own("docs.html");

    List<Route> routes() {
        return List.of(
                Route.open("/openapi.json", call -> new Reply(200, Reply.JSON, document)),
                Route.open("/docs", call -> new Reply(200, "text/html; charset=utf-8", page)
                        .with("Content-Security-Policy", POLICY)),
                Route.open("/docs/{file}", this::file));
    }

    private Reply file(Call call) {
        String name = call.variable("file");
        String mediaType = FILES.get(name);
        if (mediaType == null) {
            return call.problem(Problem.notFound());
        }
        byte[] bytes = name.equals("docs.js") ? own(name) : read(LIBRARY + version() + "/" + name);
        return new Reply(200, mediaType, bytes).with("Cache-Control", "max-age=3600");
    }

    private static String version() {
        Properties about = new Properties();
        try (InputStream in = opened(LIBRARY_IS)) {
            about.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return about.getProperty("version", "");
    }

    private static byte[] own(String name) {
        return read("/app/mortar/http/" + name);
    }

    private static byte[] read(String resource) {
        try (InputStream in = opened(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream opened(String resource) {
        @Nullable InputStream in = Reference.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("The program is incomplete: " + resource + " is missing.");
        }
        return in;
    }
}
