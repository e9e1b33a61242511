package app.mortar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ServeCommandTest {
    private final AtomicReference<@Nullable Runnable> toldToStop = new AtomicReference<>();
    private final CountDownLatch opening = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicInteger closed = new AtomicInteger();

    private ServeCommand command(ServeCommand.Server server) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        ServeCommand command = new ServeCommand(new Console(nowhere, nowhere), server, toldToStop::set);
        new CommandLine(command).parseArgs();
        return command;
    }

    private final class Server implements ServeCommand.Running {
        @Override
        public List<String> lines() {
            return List.of();
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    private static CompletableFuture<Integer> called(ServeCommand command) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return command.call();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void told_to_stop_while_it_starts_it_waits_for_the_start_and_then_closes_what_was_opened() throws Exception {
        CompletableFuture<Integer> call = called(command(wish -> {
            opening.countDown();
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new Server();
        }));
        opening.await();
        Thread stop = Thread.ofPlatform().start(Objects.requireNonNull(toldToStop.get()));
        await().until(() -> stop.getState() == Thread.State.WAITING || stop.getState() == Thread.State.TIMED_WAITING);
        assertThat(closed).hasValue(0);

        open.countDown();
        assertThat(call.get()).isEqualTo(Exit.DONE);
        stop.join();
        assertThat(closed).hasValue(1);
    }

    @Test
    void told_to_stop_after_a_start_that_failed_there_is_nothing_to_wait_for() {
        ServeCommand command = command(wish -> {
            throw Refused.usage("The port is taken.");
        });
        assertThatThrownBy(command::call).isInstanceOf(Refused.class);
        Objects.requireNonNull(toldToStop.get()).run();
        assertThat(closed).hasValue(0);
    }
}
