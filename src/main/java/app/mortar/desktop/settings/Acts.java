package app.mortar.desktop.settings;

import app.mortar.desktop.Texts;
import app.mortar.desktop.work.Latest;
import app.mortar.desktop.work.Once;
import app.mortar.desktop.work.Work;
import app.mortar.kernel.InvalidInput;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The acts of one part of the room: one at a time, and why the last one was refused. */
final class Acts {
    private final Once once;
    private final Latest latest;
    private final Function<Throwable, String> reason;
    private final ReadOnlyStringWrapper no = new ReadOnlyStringWrapper("");

    /**
     * Acts.
     *
     * @param reason what a failure means to a person
     */
    Acts(Work work, Function<Throwable, String> reason) {
        this.once = new Once(work);
        this.latest = new Latest(work);
        this.reason = reason;
    }

    /** Why not; empty while nothing was refused. */
    ReadOnlyStringProperty no() {
        return no.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty running() {
        return once.running();
    }

    /** Does {@code act} in the background, unless one is being done. */
    <T> void run(Supplier<T> act, Consumer<T> done) {
        run(act, done, () -> {});
    }

    /**
     * The same.
     *
     * @param failed is told when it could not be done, beside the reason
     */
    <T> void run(Supplier<T> act, Consumer<T> done, Runnable failed) {
        no.set("");
        once.run(act, done, failure -> {
            no.set(words(failure));
            failed.run();
        });
    }

    /** Reads something beside the acts; what was refused before stays on screen. */
    <T> void look(Supplier<T> question, Consumer<T> done) {
        latest.run(question, done, failure -> no.set(words(failure)));
    }

    /** Says why not, by the name of a text. */
    void refuse(String text, Object... parts) {
        no.set(Texts.of(text, parts));
    }

    /** Says why not, in the words of whoever refused. */
    void say(String why) {
        no.set(why);
    }

    /** What was refused is of no interest any more. */
    void forget() {
        no.set("");
    }

    private String words(Throwable failure) {
        // the field stands beside the words, its name need not be in them
        return failure instanceof InvalidInput input
                ? input.mistakes().stream().map(InvalidInput.Mistake::message).collect(Collectors.joining(" "))
                : reason.apply(failure);
    }
}
