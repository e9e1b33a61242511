package app.mortar.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mortar serve}: runs until the process is told to end, then finishes what is under way. */
@Command(
        name = "serve",
        description = {
            "Runs the reservation API until it is told to stop (SIGTERM or Ctrl-C); requests under way are finished.",
            "Prints \"listening on http://ADDRESS:PORT\" once requests are answered. The log goes to standard error"
                    + " and",
            "to log/serve.log in the home folder."
        })
public final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    /** Whoever stops the process waits no longer for its start; longer than a database is waited for. */
    private static final Duration LONGEST_START = Duration.ofSeconds(45);

    private final Console console;
    private final Server server;
    private final Consumer<Runnable> whenToldToStop;

    @Option(names = "--port", paramLabel = "N", description = "Listens on this port; 0 is any free one.")
    private Optional<Integer> port = Optional.empty();

    @Option(names = "--bind", paramLabel = "ADDRESS", description = "Listens on this address of the machine.")
    private Optional<String> bind = Optional.empty();

    @Option(
            names = "--demo",
            description = "On a throw-away database with a demonstration pharmacy; prints a key for it, and its home.")
    private boolean demo;

    /** What was asked for on the command line. */
    public record Wish(Optional<Integer> port, Optional<String> bind, boolean demo) {}

    /** A server that answers requests, until it is closed. */
    public interface Running extends AutoCloseable {
        /** What to print, in this order: where it listens, and what belongs to a demonstration. */
        List<String> lines();

        /** Finishes requests under way, then everything else. */
        @Override
        void close();
    }

    /** Starts one. */
    @FunctionalInterface
    public interface Server {
        Running start(Wish wish);
    }

    /**
     * The command.
     *
     * @param whenToldToStop takes what has to be done before the process ends
     */
    public ServeCommand(Console console, Server server, Consumer<Runnable> whenToldToStop) {
        this.console = console;
        this.server = server;
        this.whenToldToStop = whenToldToStop;
    }

    @Override
    public Integer call() throws InterruptedException {
        port.filter(p -> p < 0 || p > 65_535).ifPresent(p -> {
            throw Refused.usage("--port must be a whole number from 0 to 65535, not " + p + ".");
        });
        CompletableFuture<Optional<Running>> started = new CompletableFuture<>();
        CountDownLatch stopped = new CountDownLatch(1);
        whenToldToStop.accept(() -> {
            LOG.info("Told to stop");
            // a start that is cut off would leave the database as a crash does
            started.completeOnTimeout(Optional.empty(), LONGEST_START.toSeconds(), TimeUnit.SECONDS)
                    .join()
                    .ifPresent(Running::close);
            LOG.info("Stopped");
            stopped.countDown();
        });
        Running running = start(started);
        Log.showOnStandardError();
        running.lines().forEach(console::print);
        stopped.await();
        return Exit.DONE;
    }

    private Running start(CompletableFuture<Optional<Running>> started) {
        try {
            Running running = server.start(new Wish(port, bind, demo));
            started.complete(Optional.of(running));
            return running;
        } finally {
            started.complete(Optional.empty()); // unless it has begun
        }
    }
}
