package app.mortar.desktop;

import app.mortar.desktop.entry.FirstAdminModel;
import app.mortar.desktop.entry.FirstAdminView;
import app.mortar.desktop.entry.FirstRunModel;
import app.mortar.desktop.entry.FirstRunView;
import app.mortar.desktop.entry.SharedAddress;
import app.mortar.desktop.entry.SignInModel;
import app.mortar.desktop.entry.SignInView;
import app.mortar.desktop.entry.Splash;
import app.mortar.desktop.entry.StillIn;
import app.mortar.desktop.shell.Frame;
import app.mortar.desktop.shell.Machine;
import app.mortar.desktop.shell.Memory;
import app.mortar.desktop.shell.Person;
import app.mortar.desktop.shell.Place;
import app.mortar.desktop.shell.Trouble;
import app.mortar.desktop.theme.Appearance;
import app.mortar.desktop.widget.Toast;
import app.mortar.desktop.work.Work;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The window from its first moment to its last: splash, first run, sign-in, work, lock. Everything on the user
 * interface's thread; what takes time is done in the background and comes back.
 */
final class Desktop {
    private final Launch launch;
    private final Work work;
    private final CrashReports crashes;
    private final Appearance appearance;
    private final Memory memory;
    private final Machine machine;
    private final Stage stage;
    private final Scene scene;
    private final Seats seats = new Seats();
    private final Opening opening = new Opening(Duration.ofSeconds(45));
    private final Timeline ticker;
    private final Runnable ended;
    private volatile @Nullable Site site;
    private @Nullable StillIn stillIn;
    private long touched = System.nanoTime();
    private boolean working;

    /**
     * The window, not yet shown.
     *
     * @param memory what this workstation remembers for everybody
     * @param machine what belongs to this workstation
     * @param ended is told when the window is closed and everything is let go
     */
    Desktop(
            Launch launch,
            Work work,
            CrashReports crashes,
            Appearance appearance,
            Memory memory,
            Machine machine,
            Runnable ended) {
        this.launch = launch;
        this.work = work;
        this.crashes = crashes;
        this.appearance = appearance;
        this.memory = memory;
        this.machine = machine;
        this.ended = ended;
        this.stage = new Stage();
        this.scene = new Scene(new Splash());
        scene.getRoot().getStyleClass().add("mortar");
        scene.addEventFilter(InputEvent.ANY, event -> touched = System.nanoTime());
        Frame.hear(scene, machine, () -> working, text -> {
            Frame frame = seats.frame();
            if (frame != null) {
                frame.scanned(text);
            }
        });
        machine.looks().addListener((property, was, is) -> memory.keep("theme", is));
        machine.scanner().addListener((property, was, is) -> memory.keep("scanner", is));
        stage.setTitle(Texts.of("shell.mortar"));
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> close());
        this.ticker = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), event -> tick()));
        ticker.setCycleCount(Timeline.INDEFINITE);
    }

    /** Shows the window and begins. */
    void show(boolean demo) {
        appearance.start();
        WindowPlace.restore(stage, memory);
        stage.show();
        ticker.play();
        if (demo) {
            demo();
        } else {
            work.run(
                    launch::firstRun,
                    first -> {
                        if (first) {
                            firstRun();
                        } else {
                            open();
                        }
                    },
                    this::cannotOpen);
        }
    }

    /** Comes to the front. */
    void raise() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    private Splash splash(String words) {
        Splash splash = new Splash();
        splash.say(words);
        put(splash);
        return splash;
    }

    private void put(Parent root) {
        if (!root.getStyleClass().contains("mortar")) {
            root.getStyleClass().add("mortar");
        }
        scene.setRoot(root);
    }

    private void firstRun() {
        FirstRunView view = new FirstRunView(new FirstRunModel(
                new FirstRunModel.Ways() {
                    @Override
                    public void demo() {
                        Desktop.this.demo();
                    }

                    @Override
                    public void here() {
                        open();
                    }

                    @Override
                    public Optional<String> tryShared(SharedAddress address) {
                        return launch.tryShared(address);
                    }

                    @Override
                    public void shared(SharedAddress address) {
                        join(address);
                    }
                },
                work,
                this::reason));
        put(view);
    }

    private void join(SharedAddress address) {
        splash(Texts.of("splash.opening"));
        work.run(
                () -> {
                    launch.keepShared(address);
                    return opening.of(launch::open);
                },
                this::opened,
                this::cannotOpen);
    }

    private void open() {
        splash(Texts.of("splash.opening"));
        work.run(() -> opening.of(launch::open), this::opened, this::cannotOpen);
    }

    private void demo() {
        splash(Texts.of("splash.demo"));
        work.run(() -> opening.of(launch::demo), this::opened, this::cannotOpen);
    }

    private void cannotOpen(Throwable failure) {
        splash("").failed(reason(failure), this::open, this::close);
    }

    private void opened(Ground ground) {
        if (!ticker.getStatus().equals(javafx.animation.Animation.Status.RUNNING)) {
            // closed while it was opened
            work.background().execute(opening::letGo);
            return;
        }
        Site now = new Site(ground, work, launch.home(), machine);
        site = now;
        stillIn = new StillIn(now.door(), work, person -> gone(now, person), (was, is) -> rightsChanged(now, was, is));
        now.listen(() -> work.ui().execute(() -> {
            Frame frame = seats.frame();
            if (frame != null) {
                frame.changed();
            }
        }));
        work.run(
                now.door()::nobodyYet,
                nobody -> {
                    if (nobody) {
                        firstAdmin(now);
                    } else if (now.door().open().isEmpty()) {
                        signIn(now);
                    } else {
                        enter(now, now.door().open().getFirst());
                    }
                },
                this::cannotOpen);
    }

    private void firstAdmin(Site now) {
        FirstAdminView view =
                new FirstAdminView(new FirstAdminModel(now.door(), work, person -> enter(now, person), this::reason));
        put(view);
        view.focus();
    }

    private void signIn(Site now) {
        Person last = seats.last();
        signIn(now, last, last == null ? Texts.of("sign-in.welcome") : Texts.of("sign-in.locked", last.name()));
    }

    private void signIn(Site now, @Nullable Person last, String second) {
        SignInModel model = new SignInModel(now.door(), work, person -> enter(now, person), this::reason);
        SignInView view =
                new SignInView(model, now.pharmacy(), second, now.door().open(), person -> enter(now, person));
        if (last != null) {
            model.name().set(last.actor().name());
        }
        put(view);
        view.focus();
    }

    private void enter(Site now, Person person) {
        boolean first = seats.last() == null;
        Frame frame = seats.sit(person, who -> {
            Frame made = new Frame(now.house(), who, new Memory(now.folderOf(who), work), new Door());
            made.begin();
            return made;
        });
        working = true;
        put(frame);
        if (first) {
            now.remarks().forEach(remark -> frame.toast(Toast.warning(Texts.of("shell.remark"), remark)));
        }
    }

    /** Somebody may be in no more: their rooms are closed; what was not posted is kept on this computer. */
    private void gone(Site now, Person person) {
        working = false;
        seats.leave(person);
        signIn(now, null, Texts.of("sign-in.gone", person.name()));
    }

    /** Their rooms are made anew, because what one sees in them hangs on what one may do. */
    private void rightsChanged(Site now, Person was, Person is) {
        Frame before = seats.frame();
        Place place = before == null ? null : before.here().get();
        seats.leave(was);
        enter(now, is);
        Frame frame = seats.frame();
        if (frame != null) {
            if (place != null) {
                frame.go(place, null);
            }
            frame.toast(
                    Toast.warning(Texts.of("shell.role-changed", is.role()), Texts.of("shell.role-changed-second")));
        }
    }

    private void lock() {
        Site now = site;
        if (working && now != null) {
            working = false;
            signIn(now);
        }
    }

    /** A second has passed. */
    void tick() {
        Site now = site;
        if (now != null) {
            now.tick();
        }
        StillIn watch = stillIn;
        if (watch != null) {
            watch.tick(working ? seats.last() : null);
        }
        if (working && now != null) {
            Duration idle = now.idleLock();
            if (!idle.isZero() && System.nanoTime() - touched > idle.toNanos()) {
                lock();
            }
        }
    }

    private void close() {
        ticker.stop();
        WindowPlace.keep(stage, memory);
        seats.close();
        stage.hide();
        Site now = site;
        work.background().execute(() -> {
            if (now != null) {
                now.close();
            }
            ended.run();
        });
    }

    /** The program is told to end: the database is let go, whatever the window does. On any thread. */
    void stop() {
        Site now = site;
        if (now != null) {
            now.close();
        } else {
            opening.letGo();
        }
    }

    private String reason(Throwable failure) {
        return Trouble.asSaid(failure, crashes::write);
    }

    /** A mistake of the program that nobody caught. */
    void mistake(Throwable bug) {
        String code = crashes.write(bug);
        Frame frame = seats.frame();
        if (frame != null) {
            frame.toast(Toast.warning(Texts.of("shell.mistake"), Texts.of("trouble.bug", code)));
        }
    }

    private final class Door implements Frame.Door {
        @Override
        public void lock() {
            Desktop.this.lock();
        }

        @Override
        public String report(Throwable bug) {
            return crashes.write(bug);
        }

        @Override
        public List<Frame.Command> commands() {
            return Looks.commands(machine.looks());
        }
    }
}
