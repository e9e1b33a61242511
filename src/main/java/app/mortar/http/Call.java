package app.mortar.http;

import app.mortar.kernel.Actor;
import app.mortar.store.Idempotency;
import app.mortar.store.Idempotency.Outcome;
import app.mortar.store.Idempotency.Ticket;
import app.mortar.store.Tx;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One request as a handler sees it: authenticated, permitted, its body read but not yet understood. */
public final class Call {
    /**
     * The request's raw parts.
     *
     * @param path as requested, still encoded
     * @param query as requested, still encoded
     * @param headers by name; null where there is none
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Parts(
            String method,
            String path,
            @Nullable String query,
            Map<String, String> variables,
            byte[] body,
            Optional<String> idempotencyKey,
            UnaryOperator<@Nullable String> headers) {}

    private final Actor actor;
    private final Parts parts;
    private final Idempotency idempotency;

    Call(Actor actor, Parts parts, Idempotency idempotency) {
        this.actor = actor;
        this.parts = parts;
        this.idempotency = idempotency;
    }

    public Actor actor() {
        return actor;
    }

    /** What stands in the path where the template has {@code {name}}, decoded. */
    public String variable(String name) {
        String value = parts.variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The template has no {" + name + "}.");
        }
        return value;
    }

    /** What stands in that header; null if it is not there. */
    @Nullable
    String header(String name) {
        return parts.headers.apply(name);
    }

    /** Understands the JSON body; {@link app.mortar.kernel.InvalidInput} with every mistake in it. */
    public <T> T body(Function<Form, T> reader) {
        return Form.read(parts.body, reader);
    }

    /** Understands the query; {@link app.mortar.kernel.InvalidInput} with every mistake in it. */
    public <T> T query(Function<Query, T> reader) {
        return Query.read(parts.query, reader);
    }

    /** The body as it came, e.g. to hash it. */
    public byte[] rawBody() {
        return parts.body.clone();
    }

    /** An answer with a record or map as JSON. */
    public Reply json(int status, Object value) {
        return new Reply(status, Reply.JSON, Json.bytes(value));
    }

    public Reply noContent() {
        return new Reply(204, Reply.JSON, new byte[0]);
    }

    public Reply problem(Problem problem) {
        return problem.reply(parts.path);
    }

    /** How this request is known when it is sent again; null when it carries no key. */
    public @Nullable Ticket ticket() {
        return parts.idempotencyKey
                .map(key -> new Ticket(parts.method + " " + parts.path, key, parts.body))
                .orElse(null);
    }

    /**
     * Does the request's work in one transaction: at most once if it carries an {@code Idempotency-Key}. A reply of
     * 2xx or 409 is committed; after any other nothing has happened.
     */
    public Reply inOneTransaction(Function<Tx, Reply> work) {
        return replyTo(idempotency.answer(actor, ticket(), tx -> work.apply(tx).asAnswer()));
    }

    /** What goes out for a request that may have been made before. */
    Reply replyTo(Outcome outcome) {
        return switch (outcome) {
            case Outcome.First first -> Reply.of(first.answer());
            case Outcome.Replayed replayed -> Reply.of(replayed.answer()).with("Idempotency-Replayed", "true");
            case Outcome.Mismatch mismatch ->
                problem(new Problem(
                        422,
                        "idempotency-mismatch",
                        "This Idempotency-Key belongs to another request",
                        "The key was used before with a different body."));
            case Outcome.InProgress inProgress ->
                problem(new Problem(
                                409,
                                "idempotency-in-progress",
                                "The first request with this key is still running",
                                "Try again in a moment to get its answer."))
                        .with("Retry-After", "1");
        };
    }
}
