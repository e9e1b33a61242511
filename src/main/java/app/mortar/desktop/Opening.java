package app.mortar.desktop;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A database while it is opened: whoever ends the program meanwhile waits for it, so that it is let go and not cut off. */
final class Opening {
    private final Duration patience;
    private volatile CompletableFuture<Optional<Ground>> latest = CompletableFuture.completedFuture(Optional.empty());

    /** @param patience so long is an opening waited for that does not end */
    Opening(Duration patience) {
        this.patience = patience;
    }

    /** Opens one. In the background. */
    Ground of(Supplier<Ground> open) {
        CompletableFuture<Optional<Ground>> now = new CompletableFuture<>();
        latest = now;
        try {
            Ground ground = open.get();
            now.complete(Optional.of(ground));
            return ground;
        } finally {
            now.complete(Optional.empty()); // unless it is open
        }
    }

    /** Closes what was opened last, once; waits for it if that is not known yet. */
    synchronized void letGo() {
        Optional<Ground> ground = latest.copy()
                .completeOnTimeout(Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        latest = CompletableFuture.completedFuture(Optional.empty());
        ground.ifPresent(Ground::close);
    }
}
