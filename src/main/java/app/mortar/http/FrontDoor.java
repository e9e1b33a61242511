package app.mortar.http;

import app.mortar.kernel.Actor;
import app.mortar.store.Idempotency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.MDC;

/**
 * What every request passes, in this order: sizes, who is it, how much has this key asked for, is there such a path,
 * such a method, may it, what does it bring; then its route. Without a key nobody learns which paths exist.
 */
final class FrontDoor extends org.eclipse.jetty.server.Handler.Abstract {
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/=-]{1,500})");

    private final Routes routes;
    private final Authentication authentication;
    private final Quotas quotas;
    private final Idempotency idempotency;
    private final HttpLimits limits;
    private final Answered answered;

    FrontDoor(
            Routes routes,
            Authentication authentication,
            Quotas quotas,
            Idempotency idempotency,
            HttpLimits limits,
            Answered answered) {
        this.routes = routes;
        this.authentication = authentication;
        this.quotas = quotas;
        this.idempotency = idempotency;
        this.limits = limits;
        this.answered = answered;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Exit exit = Exit.of(request, response, callback);
        MDC.put("request", exit.requestId());
        try {
            Reply reply = admit(request, exit);
            answered.count(request.getMethod(), exit.route(), reply.status(), exit.taken());
            exit.send(reply);
        } finally {
            MDC.remove("request");
        }
        return true;
    }

    private Reply admit(Request request, Exit exit) {
        String path = exit.path();
        if (request.getHttpURI().getPathQuery() != null
                && request.getHttpURI().getPathQuery().length() > limits.maxTarget()) {
            return Problem.targetTooLong(limits.maxTarget()).reply(path);
        }
        if (sizeOf(request) > limits.maxHeaders()) {
            return Problem.headersTooLarge(limits.maxHeaders()).reply(path);
        }
        Routes.Match match = routes.find(request.getMethod(), path);
        if (match instanceof Routes.Match.Found known) {
            exit.leadsTo(known.route());
        }
        if (match instanceof Routes.Match.Found found && found.route().permission() == null) {
            Actor anyone = new Actor("anyone", "nobody", Request.getRemoteAddr(request), Set.of());
            return guarded(exit, () -> inside(request, found, anyone, exit));
        }
        return guarded(exit, () -> {
            Actor actor = bearer(request).flatMap(authentication::actorOf).orElse(null);
            if (actor == null) {
                return Problem.unauthorized().reply(path).with("WWW-Authenticate", "Bearer");
            }
            exit.by(actor);
            Quotas.Share share = quotas.take(actor.owner());
            Reply reply = share.granted()
                    ? guarded(exit, () -> lead(request, match, actor, exit))
                    : Problem.tooManyRequests(share.retryAfterSeconds())
                            .reply(path)
                            .with("Retry-After", Long.toString(share.retryAfterSeconds()));
            return reply.with(share.headers());
        });
    }

    private Reply lead(Request request, Routes.Match match, Actor actor, Exit exit) {
        return switch (match) {
            case Routes.Match.Unreadable unreadable ->
                Problems.invalid("path", "The address is not properly percent-encoded.")
                        .reply(exit.path());
            case Routes.Match.Nowhere nowhere -> Problem.notFound().reply(exit.path());
            case Routes.Match.WrongMethod wrong ->
                Problem.methodNotAllowed(request.getMethod(), wrong.allow())
                        .reply(exit.path())
                        .with("Allow", wrong.allow());
            case Routes.Match.Found found -> {
                var needed = found.route().permission();
                yield needed == null || actor.may(needed)
                        ? inside(request, found, actor, exit)
                        : Problem.forbidden().reply(exit.path());
            }
        };
    }

    private Reply inside(Request request, Routes.Match.Found found, Actor actor, Exit exit) {
        Optional<String> key = found.route().repeatable()
                ? IdempotencyKey.of(request.getHeaders().getValuesList(IdempotencyKey.HEADER))
                : Optional.empty();
        if (!found.route().takesBody()) {
            return answer(request, found, actor, new byte[0], key);
        }
        if (!isJson(request)) {
            return Problem.notJson().reply(exit.path());
        }
        return switch (Body.read(request, limits.maxBody(), limits.body())) {
            case Body.Whole whole -> answer(request, found, actor, whole.bytes(), key);
            case Body.TooLarge tooLarge ->
                Problem.bodyTooLarge(limits.maxBody()).reply(exit.path());
            case Body.TooSlow tooSlow ->
                Problem.bodyTooSlow().reply(exit.path()).with(Exit.CUT);
            case Body.Broken broken ->
                Problems.invalid("body", "The body is not sent as HTTP/1.1 asks.")
                        .reply(exit.path())
                        .with(Exit.CUT);
        };
    }

    private Reply answer(Request request, Routes.Match.Found found, Actor actor, byte[] body, Optional<String> key) {
        Call.Parts parts = new Call.Parts(
                request.getMethod(),
                request.getHttpURI().getPath(),
                request.getHttpURI().getQuery(),
                found.variables(),
                body,
                key,
                request.getHeaders()::get);
        return found.route().handler().answer(new Call(actor, parts, idempotency));
    }

    private static Reply guarded(Exit exit, Supplier<Reply> act) {
        try {
            return act.get();
        } catch (RuntimeException e) {
            return Problems.of(e, exit.path(), exit.requestId());
        }
    }

    private static int sizeOf(Request request) {
        int bytes = 0;
        for (HttpField field : request.getHeaders()) {
            String value = field.getValue();
            bytes += field.getName().length() + (value == null ? 0 : value.length()) + ": \r\n".length();
        }
        return bytes;
    }

    private static Optional<String> bearer(Request request) {
        List<String> given = request.getHeaders().getValuesList(HttpHeader.AUTHORIZATION);
        if (given.size() != 1) {
            return Optional.empty();
        }
        var bearer = BEARER.matcher(given.getFirst().strip());
        return bearer.matches() ? Optional.of(bearer.group(1)) : Optional.empty();
    }

    private static boolean isJson(Request request) {
        List<String> types = request.getHeaders().getValuesList(HttpHeader.CONTENT_TYPE);
        if (types.size() != 1 || request.getHeaders().contains(HttpHeader.CONTENT_ENCODING)) {
            return false;
        }
        String[] parts = types.getFirst().toLowerCase(Locale.ROOT).split(";", -1);
        if (!parts[0].strip().equals("application/json")) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("charset=")
                    && !parameter
                            .substring("charset=".length())
                            .replace("\"", "")
                            .equals("utf-8")) {
                return false;
            }
        }
        return true;
    }
}
