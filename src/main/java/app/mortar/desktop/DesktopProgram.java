package app.mortar.desktop;

import app.mortar.desktop.shell.Machine;
import app.mortar.desktop.shell.Memory;
import app.mortar.desktop.shell.Scanner;
import app.mortar.desktop.theme.Appearance;
import app.mortar.desktop.theme.Typeface;
import app.mortar.desktop.work.Work;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** Starts the windows and waits until the last one is closed. */
public final class DesktopProgram {
    private final Launch launch;
    private final String version;

    public DesktopProgram(Launch launch, String version) {
        this.launch = launch;
        this.version = version;
    }

    /**
     * Runs until the window is closed.
     *
     * @param demo straight into the demonstration
     * @return false when a desktop is open already on this home; its window comes to the front
     */
    public boolean run(boolean demo) throws InterruptedException {
        Optional<OnlyOne> only = OnlyOne.in(launch.home());
        if (only.isEmpty()) {
            return false;
        }
        CountDownLatch ended = new CountDownLatch(1);
        AtomicReference<@Nullable Desktop> desktop = new AtomicReference<>();
        CrashReports crashes = new CrashReports(launch.home(), version, InstantSource.system());
        try (OnlyOne one = only.get();
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("second start").factory())) {
            Work work = new Work(threads, Platform::runLater);
            Memory memory = new Memory(launch.home().resolve("desktop"), work);
            Appearance appearance = new Appearance();
            appearance
                    .choice()
                    .set(memory.recall("theme", Appearance.Choice.class).orElse(Appearance.Choice.SYSTEM));
            Machine machine = new Machine(
                    version,
                    appearance.choice(),
                    memory.recall("scanner", Scanner.class).orElse(Scanner.USUAL));
            // read before the window needs it
            memory.recall("window", WindowPlace.Kept.class);
            Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> {
                Desktop window = desktop.get();
                if (window == null) {
                    crashes.write(bug);
                } else {
                    Platform.runLater(() -> window.mistake(bug));
                }
            });
            Platform.startup(() -> {
                Platform.setImplicitExit(false);
                Typeface.load();
                Desktop window = new Desktop(launch, work, crashes, appearance, memory, machine, ended::countDown);
                desktop.set(window);
                window.show(demo);
            });
            var _ = watch.scheduleWithFixedDelay(
                    () -> {
                        Desktop window = desktop.get();
                        if (window != null && one.wished()) {
                            Platform.runLater(window::raise);
                        }
                    },
                    1,
                    1,
                    TimeUnit.SECONDS);
            // the operating system may end the program before anybody closes the window
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
                        Desktop window = desktop.get();
                        if (window != null) {
                            window.stop();
                        }
                    }));
            ended.await();
            watch.shutdownNow();
        }
        Platform.exit();
        return true;
    }
}
