package app.mortar.desktop.entry;

import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Person;
import app.mortar.desktop.work.Once;
import app.mortar.desktop.work.Work;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Makes the first admin: a name, and a password that was typed twice alike. */
public final class FirstAdminModel {
    private final Doorkeeper door;
    private final Once once;
    private final Consumer<Person> in;
    private final Function<Throwable, String> reason;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty again = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper no = new ReadOnlyStringWrapper("");

    public FirstAdminModel(Doorkeeper door, Work work, Consumer<Person> in, Function<Throwable, String> reason) {
        this.door = door;
        this.once = new Once(work);
        this.in = in;
        this.reason = reason;
    }

    public StringProperty name() {
        return name;
    }

    public StringProperty password() {
        return password;
    }

    public StringProperty again() {
        return again;
    }

    /** What is not right yet; empty for nothing. */
    public ReadOnlyStringProperty no() {
        return no.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty running() {
        return once.running();
    }

    /** Makes them, and lets them in. */
    public void make() {
        if (name.get().isBlank() || password.get().isEmpty()) {
            no.set(Texts.of("first-admin.missing"));
            return;
        }
        if (!password.get().equals(again.get())) {
            no.set(Texts.of("first-admin.differ"));
            return;
        }
        no.set("");
        String who = name.get().strip();
        String secret = password.get();
        once.run(() -> door.first(who, secret), this::answered, failure -> no.set(reason.apply(failure)));
    }

    private void answered(Doorkeeper.Answer answer) {
        switch (answer) {
            case Doorkeeper.Answer.Welcome welcome -> {
                password.set("");
                again.set("");
                in.accept(welcome.person());
            }
            case Doorkeeper.Answer.Refused refused -> no.set(refused.sentence());
            case Doorkeeper.Answer.Wrong _, Doorkeeper.Answer.LockedOut _, Doorkeeper.Answer.PasswordFirst _ ->
                no.set(Texts.of("first-admin.not-first"));
        }
    }
}
