package app.mortar.http;

import app.mortar.metrics.Labels;
import app.mortar.metrics.Meters;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Counts and times answers by route, as its template has it: what a client puts in a path never becomes a series. */
final class Answered {
    /** For what led to no route. */
    static final String NOWHERE = "none";

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final String OTHER_METHOD = "other";

    private record Request(String method, String route) {
        Labels labels() {
            return Labels.of("method", method).and("route", route);
        }
    }

    private record Answer(Request request, int status) {}

    private final Meters meters;
    private final Map<Answer, Meters.Count> counts = new ConcurrentHashMap<>();
    private final Map<Request, Meters.Timing> timings = new ConcurrentHashMap<>();

    Answered(Meters meters, Routes routes) {
        this.meters = meters;
        routes.all().forEach(route -> timing(new Request(route.method(), route.template())));
    }

    void count(String method, String route, int status, Duration took) {
        Request request = new Request(METHODS.contains(method) ? method : OTHER_METHOD, route);
        counts.computeIfAbsent(new Answer(request, status), this::counter).more();
        timing(request).took(took);
    }

    private Meters.Count counter(Answer answer) {
        return meters.count(
                "mortar_http_requests",
                "Answered requests",
                answer.request.labels().and("status", Integer.toString(answer.status)));
    }

    private Meters.Timing timing(Request request) {
        return timings.computeIfAbsent(
                request,
                unknown -> meters.timing(
                        "mortar_http_request_duration", "From the request's head to its answer", request.labels()));
    }
}
