package app.mortar.http;

import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.InvalidInput.Mistake;
import app.mortar.kernel.NotPermitted;
import app.mortar.store.StoreUnavailable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where an exception becomes an answer. What is nobody's fault outside is logged here, once. */
final class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final int SHOWN = 100;

    private Problems() {}

    static Reply of(RuntimeException e, String instance, String requestId) {
        return switch (e) {
            case InvalidInput invalid -> invalid(invalid).reply(instance);
            case NotPermitted notPermitted -> Problem.forbidden().reply(instance);
            case StoreUnavailable away -> unavailable(away, instance, requestId);
            default -> {
                log.error("request {} to {} failed", requestId, SafeText.shown(instance, 200), e);
                yield Problem.internal(requestId).reply(instance);
            }
        };
    }

    private static Problem invalid(InvalidInput invalid) {
        Mistake first = invalid.mistakes().getFirst();
        Map<String, Object> more = new LinkedHashMap<>();
        if (first.line() != null) {
            more.put("line", first.line());
        }
        if (first.sku() != null) {
            more.put("sku", SafeText.shown(first.sku(), 100));
        }
        more.put(
                "errors",
                invalid.mistakes().stream().limit(SHOWN).map(Problems::shown).toList());
        return new Problem(
                400, "invalid-request", "The request is not valid", first.field() + ": " + first.message(), more);
    }

    private static Map<String, String> shown(Mistake mistake) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("field", SafeText.shown(mistake.field(), 200));
        shown.put("message", SafeText.shown(mistake.message(), 500));
        return shown;
    }

    static Problem invalid(String field, String message) {
        return invalid(new InvalidInput(field, message));
    }

    private static Reply unavailable(StoreUnavailable away, String instance, String requestId) {
        log.warn("request {}: {} ({})", requestId, away.getMessage(), String.valueOf(rootOf(away)));
        return switch (away.reason()) {
            case AWAY ->
                Problem.unavailable("The database does not answer.")
                        .reply(instance)
                        .with("Retry-After", "5");
            case LOCKED ->
                Problem.unavailable("Somebody else is working on the same rows; nothing was changed.")
                        .reply(instance)
                        .with("Retry-After", "1");
        };
    }

    private static Throwable rootOf(Throwable e) {
        Throwable root = e;
        for (Throwable next = e.getCause(); next != null; next = next.getCause()) {
            root = next;
        }
        return root;
    }

    /** The list of mistakes that one request may collect before reading stops to add more. */
    static boolean isFull(List<Mistake> mistakes) {
        return mistakes.size() >= SHOWN;
    }
}
