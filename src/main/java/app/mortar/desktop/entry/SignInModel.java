package app.mortar.desktop.entry;

import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Person;
import app.mortar.desktop.work.Once;
import app.mortar.desktop.work.Work;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Name and password, or a PIN where that is enough; says no in a sentence, and how long to wait after too many. */
public final class SignInModel {
    private final Doorkeeper door;
    private final Once once;
    private final Consumer<Person> in;
    private final Function<Throwable, String> reason;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty secret = new SimpleStringProperty("");
    private final BooleanProperty byPin = new SimpleBooleanProperty(false);
    private final ReadOnlyBooleanWrapper takesPins = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper no = new ReadOnlyStringWrapper("");

    /**
     * The model.
     *
     * @param in is told who came in
     * @param reason what a failure means to a person
     */
    public SignInModel(Doorkeeper door, Work work, Consumer<Person> in, Function<Throwable, String> reason) {
        this.door = door;
        this.once = new Once(work);
        this.in = in;
        this.reason = reason;
        work.run(door::takesPins, this::pins, failure -> pins(false));
    }

    public StringProperty name() {
        return name;
    }

    /** The password or the PIN. */
    public StringProperty secret() {
        return secret;
    }

    public BooleanProperty byPin() {
        return byPin;
    }

    public ReadOnlyBooleanProperty takesPins() {
        return takesPins.getReadOnlyProperty();
    }

    /** Why somebody is not in; empty while nobody was refused. */
    public ReadOnlyStringProperty no() {
        return no.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty running() {
        return once.running();
    }

    /** Tries. */
    public void enter() {
        String who = name.get().strip();
        String what = secret.get();
        if (who.isEmpty() || what.isEmpty()) {
            no.set(Texts.of(byPin.get() ? "sign-in.missing-pin" : "sign-in.missing"));
            return;
        }
        no.set("");
        boolean pin = byPin.get();
        once.run(
                () -> pin ? door.withPin(who, what) : door.withPassword(who, what),
                this::answered,
                failure -> no.set(reason.apply(failure)));
    }

    private void answered(Doorkeeper.Answer answer) {
        secret.set("");
        switch (answer) {
            case Doorkeeper.Answer.Welcome welcome -> in.accept(welcome.person());
            case Doorkeeper.Answer.Wrong _ -> no.set(Texts.of(byPin.get() ? "sign-in.wrong-pin" : "sign-in.wrong"));
            case Doorkeeper.Answer.LockedOut out ->
                no.set(Texts.of("sign-in.locked-out", Math.max(1, out.pause().toSeconds())));
            case Doorkeeper.Answer.PasswordFirst _ -> {
                byPin.set(false);
                no.set(Texts.of("sign-in.password-first"));
            }
            case Doorkeeper.Answer.Refused refused -> no.set(refused.sentence());
        }
    }

    private void pins(boolean enough) {
        takesPins.set(enough);
    }
}
