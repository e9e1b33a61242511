package app.mortar.http;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Words what the HTTP library refuses before a route is reached (broken framing, no Host) as problems, too. */
final class Refusals implements Request.Handler {
    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    /** The library's stand-in for a request that it could not read. */
    private static final String NOT_PARSED = "BAD";

    private final HttpLimits limits;
    private final Answered answered;

    Refusals(HttpLimits limits, Answered answered) {
        this.limits = limits;
        this.answered = answered;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Exit exit = Exit.of(request, response, callback);
        Object cause = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
        int status = cause instanceof HttpException refused ? refused.getCode() : response.getStatus();
        if (status < 400) {
            status = 500;
        }
        Problem problem = Problem.ofStatus(status, limits.maxTarget(), limits.maxHeaders());
        if (problem.status() >= 500 && problem.status() != 503 && cause instanceof Throwable bug) {
            log.error("request {} failed outside of its route", exit.requestId(), bug);
        }
        answered.count(request.getMethod(), exit.route(), problem.status(), exit.taken());
        boolean hasPath = !request.getMethod().equals(NOT_PARSED);
        exit.send(problem.reply(hasPath ? exit.path() : "").with(Exit.CUT));
        return true;
    }
}
