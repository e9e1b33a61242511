package app.mortar.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A refusal as RFC 9457 words it.
 *
 * @param name the last part of {@code type}, e.g. {@code insufficient-stock}
 * @param title what kind of problem, the same each time
 * @param detail what happened this time, as a sentence for a human
 * @param more members of this kind of problem; written as JSON
 */
public record Problem(int status, String name, String title, String detail, Map<String, ?> more) {
    public Problem {
        more = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    public Problem(int status, String name, String title, String detail) {
        this(status, name, title, detail, Map.of());
    }

    /** @param instance the path that was asked for; empty if it could not be read */
    Reply reply(String instance) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "/problems/" + name);
        members.put("title", title);
        members.put("status", status);
        members.put("detail", SafeText.shown(detail, 2000));
        if (!instance.isEmpty()) {
            members.put("instance", SafeText.shown(instance, 500));
        }
        members.putAll(more);
        return new Reply(status, Reply.PROBLEM, Json.bytes(members));
    }

    // the problems of HTTP itself; those of the routes stand with the routes

    static Problem unauthorized() {
        return new Problem(
                401,
                "unauthorized",
                "A valid API key is needed",
                "Send the header Authorization: Bearer KEY with a key made by: mortar key create.");
    }

    static Problem forbidden() {
        return new Problem(403, "forbidden", "This key may not do this", "The key lacks the scope that this needs.");
    }

    static Problem notFound() {
        return new Problem(404, "not-found", "There is nothing at this address", "No such path.");
    }

    static Problem methodNotAllowed(String method, String allow) {
        return new Problem(
                405,
                "method-not-allowed",
                "This method is not allowed here",
                SafeText.shown(method, 40) + " is not possible here; these are: " + allow + ".");
    }

    static Problem bodyTooLarge(int limit) {
        return new Problem(
                413, "payload-too-large", "The body is too large", "A body may have at most " + limit + " bytes.");
    }

    static Problem bodyTooSlow() {
        return new Problem(
                408, "request-timeout", "The request took too long to arrive", "The body did not arrive in time.");
    }

    static Problem targetTooLong(int limit) {
        return new Problem(
                414,
                "uri-too-long",
                "The address is too long",
                "Path and query may have at most " + limit + " bytes together.");
    }

    static Problem headersTooLarge(int limit) {
        return new Problem(
                431,
                "headers-too-large",
                "The headers are too large",
                "The headers may have at most " + limit + " bytes together.");
    }

    static Problem notJson() {
        return new Problem(
                415,
                "unsupported-media-type",
                "Only JSON is understood here",
                "Send Content-Type: application/json, encoded in UTF-8 and not compressed.");
    }

    static Problem tooManyRequests(long retryAfterSeconds) {
        return new Problem(
                429,
                "rate-limited",
                "Too many requests",
                "This key has made too many requests; try again in " + retryAfterSeconds + " s.");
    }

    static Problem unavailable(String detail) {
        return new Problem(503, "unavailable", "Not available at the moment", detail);
    }

    static Problem internal(String requestId) {
        return new Problem(
                500,
                "internal",
                "Something went wrong inside Mortar",
                "This was logged under the request id " + requestId + ".");
    }

    /**
     * For what the HTTP library itself refuses: broken framing, unknown versions. It calls some of that 426, 501 or 505;
     * to us it is a bad request, because nothing here has failed.
     */
    static Problem ofStatus(int status, int maxTarget, int maxHeaders) {
        return switch (status) {
            case 408 -> bodyTooSlow();
            case 414 -> targetTooLong(maxTarget);
            case 431 -> headersTooLarge(maxHeaders);
            case 426, 505 -> Problems.invalid("version", "Only HTTP/1.1 is spoken here.");
            case 501 -> Problems.invalid("request", "This transfer encoding is not known here.");
            case 503 -> unavailable("The server is stopping.");
            default ->
                status >= 500
                        ? new Problem(
                                status,
                                "internal",
                                "Something went wrong inside Mortar",
                                "The request could not be answered.")
                        : Problems.invalid("request", "This is not a valid HTTP request.");
        };
    }
}
