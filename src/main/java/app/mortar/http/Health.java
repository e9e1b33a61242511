package app.mortar.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Is the program alive, and can it work? Open to everybody, so no data in the answers. */
public final class Health {
    private static final Logger log = LoggerFactory.getLogger(Health.class);

    private final Runnable database;
    private final Duration longest;
    private CompletableFuture<Boolean> open = CompletableFuture.completedFuture(true);

    /**
     * @param database asks the database something; throws when it does not answer
     * @param longest how long to wait for it
     */
    public Health(Runnable database, Duration longest) {
        this.database = database;
        this.longest = longest;
    }

    public List<Route> routes() {
        return List.of(Route.open("/health/live", this::live), Route.open("/health/ready", this::ready));
    }

    private Reply live(Call call) {
        return call.json(200, Map.of("status", "ok"));
    }

    private Reply ready(Call call) {
        try {
            asked().get(longest.toNanos(), TimeUnit.NANOSECONDS);
            return call.json(200, Map.of("status", "ok"));
        } catch (ExecutionException e) {
            log.warn("not ready: {}", String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            log.warn("not ready: the database has not answered for {}", longest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return call.problem(Problem.unavailable("The database does not answer."))
                .with("Retry-After", "5");
    }

    /** One question at a time: probes that come while it is open wait for the same answer. */
    private synchronized CompletableFuture<Boolean> asked() {
        if (open.isDone()) {
            CompletableFuture<Boolean> asked = new CompletableFuture<>();
            open = asked;
            Thread.ofVirtual().name("health").start(() -> {
                try {
                    database.run();
                    asked.complete(true);
                } catch (RuntimeException e) {
                    asked.completeExceptionally(e);
                }
            });
        }
        return open;
    }
}
