package app.mortar.desktop.settings;

import app.mortar.access.OwnAccount;
import app.mortar.access.Secret;
import app.mortar.access.SignIn;
import app.mortar.desktop.work.Work;
import app.mortar.kernel.Actor;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One's own password and PIN. The password of today is asked for each time. */
final class AccountModel {
    private final OwnAccount desk;
    private final Actor me;
    private final Acts acts;
    private final Runnable saved;
    private final StringProperty current = new SimpleStringProperty("");
    private final StringProperty fresh = new SimpleStringProperty("");
    private final StringProperty again = new SimpleStringProperty("");
    private final StringProperty pin = new SimpleStringProperty("");

    /**
     * The model.
     *
     * @param saved is told once something is kept
     */
    AccountModel(OwnAccount desk, Actor me, Work work, Function<Throwable, String> reason, Runnable saved) {
        this.desk = desk;
        this.me = me;
        this.acts = new Acts(work, reason);
        this.saved = saved;
    }

    StringProperty current() {
        return current;
    }

    StringProperty fresh() {
        return fresh;
    }

    /** The new password once more. */
    StringProperty again() {
        return again;
    }

    StringProperty pin() {
        return pin;
    }

    ReadOnlyStringProperty no() {
        return acts.no();
    }

    ReadOnlyBooleanProperty running() {
        return acts.running();
    }

    void changePassword() {
        Secret today = new Secret(current.get());
        Secret next = new Secret(fresh.get());
        if (fresh.get().equals(again.get())) {
            run(() -> desk.changePassword(me, today, next));
        } else {
            acts.refuse("settings.account.differ");
        }
    }

    void setPin() {
        Secret today = new Secret(current.get());
        Secret next = new Secret(pin.get());
        run(() -> desk.setPin(me, today, next));
    }

    private void run(Supplier<SignIn.Answer> act) {
        acts.run(act, answer -> {
            current.set("");
            switch (answer) {
                case SignIn.Answer.Welcome _ -> {
                    fresh.set("");
                    again.set("");
                    pin.set("");
                    saved.run();
                }
                case SignIn.Answer.Wrong _, SignIn.Answer.PasswordFirst _ -> acts.refuse("settings.account.wrong");
                case SignIn.Answer.LockedOut out ->
                    acts.refuse(
                            "settings.account.locked-out",
                            Math.max(1, out.pause().toSeconds()));
            }
        });
    }
}
