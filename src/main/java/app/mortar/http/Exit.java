package app.mortar.http;

import app.mortar.kernel.Actor;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way out of one request: its id, the headers that every answer has, one line in the access log. */
final class Exit {
    /** On a reply: nothing more is read from this connection. */
    static final List<Reply.Header> CUT = List.of(new Reply.Header("Connection", "close"));

    private static final Logger access = LoggerFactory.getLogger("app.mortar.http.access");
    private static final String ID_HEADER = "X-Request-Id";
    private static final Pattern ACCEPTED_ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final HttpField NOT_STORED = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");
    private static final HttpField NOT_GUESSED = new PreEncodedHttpField("X-Content-Type-Options", "nosniff");
    private static final HttpField CLOSE = new PreEncodedHttpField(HttpHeader.CONNECTION, "close");
    private static final long DRAINED_BYTES = 16L * 1024 * 1024;
    private static final Duration DRAINED_FOR = Duration.ofSeconds(5);

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final String requestId;
    private final long began = System.nanoTime();
    private @Nullable Actor actor;
    private String route = Answered.NOWHERE;

    private Exit(Request request, Response response, Callback callback, String requestId) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.requestId = requestId;
    }

    /** The client's own request id is kept if it looks like one. */
    static Exit of(Request request, Response response, Callback callback) {
        String given = request.getHeaders().get(ID_HEADER);
        String id = given != null && ACCEPTED_ID.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        return new Exit(request, response, callback, id);
    }

    String requestId() {
        return requestId;
    }

    /** The path as requested, still encoded. */
    String path() {
        String path = request.getHttpURI() == null ? null : request.getHttpURI().getPath();
        return path == null ? "" : path;
    }

    void leadsTo(Route found) {
        this.route = found.template();
    }

    /** The template of the route that the request has led to. */
    String route() {
        return route;
    }

    /** Since the request's head was read. */
    Duration taken() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    void by(Actor who) {
        this.actor = who;
    }

    void send(Reply reply) {
        response.setStatus(reply.status());
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(ID_HEADER, requestId);
        headers.put(NOT_STORED);
        headers.put(NOT_GUESSED);
        if (reply.body().length > 0) {
            headers.put(HttpHeader.CONTENT_TYPE, reply.mediaType());
        }
        if (reply.status() != 204) {
            headers.put(HttpHeader.CONTENT_LENGTH, reply.body().length);
        }
        reply.headers().forEach(h -> headers.put(h.name(), h.value()));
        if ((reply.status() == 429 || reply.status() == 503) && !reply.has("Retry-After")) {
            headers.put("Retry-After", "1");
        }
        log(reply);
        if (reply.has("Connection") || Body.isAtEnd(request)) {
            response.write(true, ByteBuffer.wrap(reply.body()), callback);
        } else {
            sendAndDrain(reply);
        }
    }

    /** The client is still sending what nobody wants: answer, let it finish for a while, then close. */
    private void sendAndDrain(Reply reply) {
        response.getHeaders().put(CLOSE);
        try {
            Content.Sink.write(response, true, ByteBuffer.wrap(reply.body()));
            Body.drain(request, DRAINED_BYTES, DRAINED_FOR);
            callback.succeeded();
        } catch (java.io.IOException e) {
            callback.failed(e);
        }
    }

    private void log(Reply reply) {
        if (access.isInfoEnabled()) {
            access.info(
                    "{} {} {} {} B {} ms by {} from {} request {}",
                    SafeText.shown(request.getMethod(), 20),
                    SafeText.shown(path(), 200),
                    reply.status(),
                    reply.body().length,
                    (System.nanoTime() - began) / 1_000_000,
                    actor == null ? "-" : SafeText.shown(actor.name(), 120),
                    Request.getRemoteAddr(request),
                    requestId);
        }
    }
}
