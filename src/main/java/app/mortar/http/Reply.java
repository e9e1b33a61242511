package app.mortar.http;

import app.mortar.store.Idempotency.Answer;
import java.util.List;
import java.util.stream.Stream;

/**
 * An answer, ready to be sent. Made by {@link Call#json}, {@link Call#noContent} and {@link Call#problem}.
 *
 * @param mediaType of the body; of no meaning when the body is empty
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
public record Reply(int status, String mediaType, byte[] body, List<Header> headers) {
    static final String JSON = "application/json";
    static final String PROBLEM = "application/problem+json";

    public record Header(String name, String value) {}

    public Reply {
        headers = List.copyOf(headers);
    }

    public Reply(int status, String mediaType, byte[] body) {
        this(status, mediaType, body, List.of());
    }

    /** The same with one more header. */
    public Reply with(String name, String value) {
        return with(List.of(new Header(name, value)));
    }

    Reply with(List<Header> more) {
        return new Reply(
                status,
                mediaType,
                body,
                Stream.concat(headers.stream(), more.stream()).toList());
    }

    boolean has(String header) {
        return headers.stream().anyMatch(h -> h.name().equalsIgnoreCase(header));
    }

    /** What is kept for a repeated request: all but the headers. */
    Answer asAnswer() {
        return new Answer(status, mediaType, body);
    }

    static Reply of(Answer answer) {
        return new Reply(answer.status(), answer.mediaType(), answer.body());
    }
}
